/**
 * Commits that do not hold the process up while the disk takes them. SQLite's own durable commit (WAL, synchronous = FULL)
 * writes the log and waits for it; here the log is written alike (synchronous = NORMAL) and then synced by the system's
 * threads, so that mail dialogues go on meanwhile. Once synced, both are equally safe (sqlite.org/wal.html,
 * "Performance Considerations": in WAL mode FULL adds one sync of the log after each commit, nothing else).
 */
import { closeSync, fdatasync, openSync } from 'node:fs'
import type { OpenDatabase } from './database.js'
import { ledgerFailure } from './failure.js'

/** A commit on its way to the disk. */
export interface CommitUnderWay<Result> {
  readonly result: Result
  /** Resolves once the commit outlives a loss of power; rejects with a `ReplymarkError` `ledger` where the disk refused. */
  readonly onDisk: Promise<void>
}

/** Runs work in one write transaction that is committed when this returns, and on the disk when `onDisk` resolves. */
export type TransactionToDisk = <Result>(work: () => Result) => CommitUnderWay<Result>

/** What makes such commits. */
export interface DurableCommit {
  readonly transactionToDisk: TransactionToDisk
  /** Lets go of the log, after the syncs under way. */
  close(): void
}

/** Makes it for an open ledger; one that is in memory, or whose file system allows no log, commits as ever. */
export function createDurableCommit({ file, sqlite, transaction }: OpenDatabase): DurableCommit {
  if (sqlite.pragma('journal_mode', { simple: true }) !== 'wal')
    return { transactionToDisk: (work) => ({ result: transaction(work), onDisk: Promise.resolve() }), close() {} }

  // SQLite keeps no locks on the log, and a sync covers whatever any handle wrote to the file. The log stays the same file as
  // long as the ledger is open (sqlite.org/walformat.html, 1.2).
  let log: number | null = null
  let underWay = 0
  let closed = false
  const closeIdle = () => {
    if (log === null || underWay > 0) return
    closeSync(log)
    log = null
  }
  const syncLog = () =>
    new Promise<void>((resolve, reject) => {
      log ??= openSync(`${file}-wal`, 'r+')
      underWay++
      fdatasync(log, (error) => {
        underWay--
        if (closed) closeIdle()
        if (error) reject(ledgerFailure(error, file))
        else resolve()
      })
    })

  return {
    transactionToDisk(work) {
      if (sqlite.inTransaction) throw new Error('a commit inside another transaction is none')
      sqlite.exec('PRAGMA synchronous = NORMAL')
      try {
        return { result: transaction(work), onDisk: syncLog() }
      } finally {
        sqlite.exec('PRAGMA synchronous = FULL')
      }
    },
    close() {
      closed = true
      closeIdle()
    },
  }
}
