/**
 * The ledger: one SQLite file, the only truth. Opening migrates a fresh file, refuses one with a pending migration, and
 * prepares every query once.
 */
import { existsSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { ReplymarkError } from '../domain/error.js'
import type { Instant } from '../domain/time.js'
import { type AmendmentQueries, createAmendmentQueries } from './amendments.js'
import { type AssessmentQueries, createAssessmentQueries } from './assessments.js'
import { type AuditQueries, createAuditQueries } from './audit.js'
import type { LedgerDatabase, OpenDatabase } from './database.js'
import { drizzle } from './drizzle.js'
import { createDurableCommit, type TransactionToDisk } from './durable-commit.js'
import { createEditionQueries, type EditionQueries } from './editions.js'
import { createErasureQueries, type ErasureQueries } from './erasures.js'
import { EVIDENCE_KEY_VARIABLE, type EvidenceKey, parseEvidenceKey } from './evidence.js'
import { ledgerFailure, withClearFailures } from './failure.js'
import { createHistoryQueries, type HistoryQueries } from './history.js'
import { createMatchQueries, type MatchQueries } from './matches.js'
import { createMessageQueries, type MessageQueries } from './messages.js'
import { migrate, schemaState } from './migrate.js'
import { createPreregistrationQueries, type PreregistrationQueries } from './preregistrations.js'
import { closeToOthers, makePrivate, privateFolderOf } from './private-file.js'
import { createProbeQueries, type ProbeQueries } from './probes.js'
import { createPublicationQueries, type PublicationQueries } from './publications.js'
import { createReadingQueries, type ReadingQueries } from './readings.js'
import { createReviewQueries, type ReviewQueries } from './reviews.js'
import * as schema from './schema/index.js'
import { createSealedRowQueries, type SealedRowQueries } from './sealed-rows.js'
import { createSettingQueries, type SettingQueries } from './settings.js'
import { createStandingQueries, type StandingQueries } from './standings.js'

/** Name of the ledger's file in a study's data folder. */
export const LEDGER_FILE = 'ledger.sqlite'

/** How long a writer waits for another one, in milliseconds. */
const BUSY_TIMEOUT_MS = 10_000

/** How to open a ledger. */
export interface LedgerOptions {
  /** `write` (default) creates a missing file; `read` opens it read-only. */
  readonly mode?: 'write' | 'read'
  /** Applies pending migrations to an existing file; only `replymark migrate` does. A fresh file is always migrated. */
  readonly migrate?: boolean
  /** Key for evidence at rest; by default from the environment; null for none. */
  readonly evidenceKey?: EvidenceKey | null
  /** Clock for what the ledger itself writes (migrations); the system's by default. */
  readonly now?: () => Instant
  /** Milliseconds a writer waits for another one; 10 000 by default. */
  readonly busyTimeout?: number
}

/** An open ledger. Every query throws `ReplymarkError` with one clear sentence when SQLite refuses. */
export interface Ledger {
  /** Path of the file. */
  readonly file: string
  readonly editions: EditionQueries
  readonly probes: ProbeQueries
  readonly messages: MessageQueries
  readonly readings: ReadingQueries
  readonly matches: MatchQueries
  readonly assessments: AssessmentQueries
  readonly reviews: ReviewQueries
  readonly standings: StandingQueries
  readonly history: HistoryQueries
  readonly audit: AuditQueries
  readonly settings: SettingQueries
  readonly erasures: ErasureQueries
  readonly sealedRows: SealedRowQueries
  readonly publications: PublicationQueries
  readonly preregistrations: PreregistrationQueries
  readonly amendments: AmendmentQueries
  /** Runs `work` in one write transaction: all of it or nothing. Inside another one it joins it. */
  transaction<Result>(work: () => Result): Result
  /** The same, committed when it returns; `onDisk` waits for the disk without holding the process up. Never inside another one. */
  readonly transactionToDisk: TransactionToDisk
  /**
   * Runs `work` as `transaction` does, and empties the write-ahead file after it, so that nothing of what it deletes can be
   * read from the disk.
   * @returns its result, and whether another process kept the write-ahead file from being emptied
   */
  erasing<Result>(work: () => Result): { readonly result: Result; readonly writeAheadKept: boolean }
  /** Copies the whole ledger to a file while others write; what is copied is one consistent moment. */
  backup(destination: string): Promise<void>
  /** What SQLite finds wrong with the file; empty where it is sound. */
  integrityProblems(): readonly string[]
  /**
   * Looks at every page without comparing indexes with tables (`quick_check`): fast enough for a start.
   * @throws ReplymarkError `ledger` where a page is damaged
   */
  requireSound(): void
  /** The connection, for parts that bring tables of their own (sign-in). */
  readonly sqlite: Database.Database
  readonly drizzle: LedgerDatabase
  close(): void
}

function openFile(file: string, options: LedgerOptions): Database.Database {
  const memory = file === ':memory:'
  if (options.mode === 'read' && !memory && !existsSync(file))
    throw new ReplymarkError('not-found', 'There is no ledger yet', {
      place: { file },
      hint: 'Start one with `replymark plan`, or see the whole way with `replymark demo`.',
    })
  if (!memory && options.mode !== 'read') {
    privateFolderOf(file)
    makePrivate(file)
    for (const suffix of ['-wal', '-shm']) closeToOthers(file + suffix)
  }
  const database = new Database(file, {
    readonly: options.mode === 'read',
    timeout: options.busyTimeout ?? BUSY_TIMEOUT_MS,
  })
  try {
    if (options.mode !== 'read') {
      database.pragma('journal_mode = WAL')
      // A commit is on the disk when it returns: promises 1 and 2 rest on it.
      database.pragma('synchronous = FULL')
      // What is deleted or replaced is overwritten: erased words must not linger in free pages (sqlite.org/pragma.html).
      database.pragma('secure_delete = ON')
    }
    database.pragma('foreign_keys = ON')
    database.pragma('trusted_schema = OFF')
    prepareSchema(database, file, options)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function prepareSchema(database: Database.Database, file: string, options: LedgerOptions): void {
  const { fresh, pending } = schemaState(database, file)
  if (pending.length === 0) return
  if ((fresh || options.migrate) && options.mode !== 'read') {
    migrate(database, file, options.now ?? Date.now)
    return
  }
  const names = pending.map((migration) => migration.name).join(', ')
  throw new ReplymarkError('conflict', `The ledger needs ${pending.length} migration(s) first: ${names}`, {
    place: { file },
    hint: 'Run `replymark backup FILE`, then `replymark migrate`.',
  })
}

/**
 * Opens a study's ledger.
 * @param file path of the SQLite file, or `:memory:`
 * @throws ReplymarkError `ledger` (corrupt, full, locked, unwritable, newer), `conflict` (pending migration), `not-found` (reading a missing file)
 */
export function openLedger(file: string, options: LedgerOptions = {}): Ledger {
  const key =
    options.evidenceKey === undefined ? parseEvidenceKey(process.env[EVIDENCE_KEY_VARIABLE]) : options.evidenceKey
  try {
    const sqlite = openFile(file, options)
    const orm = drizzle(sqlite, { schema })
    const transaction = <Result>(work: () => Result): Result =>
      sqlite.inTransaction ? work() : sqlite.transaction(work).immediate()
    const open: OpenDatabase = { file, sqlite, drizzle: orm, transaction }
    const probes = createProbeQueries(open)
    const durableCommit = createDurableCommit(open)
    const groups = {
      editions: createEditionQueries(open),
      probes,
      messages: createMessageQueries(open, key),
      readings: createReadingQueries(open),
      matches: createMatchQueries(open, probes),
      assessments: createAssessmentQueries(open),
      reviews: createReviewQueries(open),
      standings: createStandingQueries(open),
      history: createHistoryQueries(open),
      audit: createAuditQueries(open),
      settings: createSettingQueries(open),
      erasures: createErasureQueries(open),
      sealedRows: createSealedRowQueries(open),
      publications: createPublicationQueries(open),
      preregistrations: createPreregistrationQueries(open),
      amendments: createAmendmentQueries(open),
    }
    return {
      file,
      editions: withClearFailures(groups.editions, file),
      probes: withClearFailures(groups.probes, file),
      messages: withClearFailures(groups.messages, file),
      readings: withClearFailures(groups.readings, file),
      matches: withClearFailures(groups.matches, file),
      assessments: withClearFailures(groups.assessments, file),
      reviews: withClearFailures(groups.reviews, file),
      standings: withClearFailures(groups.standings, file),
      history: withClearFailures(groups.history, file),
      audit: withClearFailures(groups.audit, file),
      settings: withClearFailures(groups.settings, file),
      erasures: withClearFailures(groups.erasures, file),
      sealedRows: withClearFailures(groups.sealedRows, file),
      publications: withClearFailures(groups.publications, file),
      preregistrations: withClearFailures(groups.preregistrations, file),
      amendments: withClearFailures(groups.amendments, file),
      ...withClearFailures(
        {
          transaction,
          transactionToDisk: durableCommit.transactionToDisk,
          erasing: <Result>(work: () => Result) => {
            const result = transaction(work)
            const [state] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number }[]
            return { result, writeAheadKept: state?.busy === 1 }
          },
          requireSound: () => {
            const [found] = sqlite.pragma('quick_check(1)') as readonly { quick_check: string }[]
            if (found?.quick_check === 'ok') return
            throw Object.assign(new Error(found?.quick_check ?? 'no answer'), { code: 'SQLITE_CORRUPT' })
          },
          integrityProblems: () => {
            const rows = sqlite.pragma('integrity_check') as readonly { integrity_check: string }[]
            return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
          },
        },
        file,
      ),
      async backup(destination) {
        const existed = existsSync(destination)
        try {
          // One read transaction over the whole file: SQLite's page-wise backup starts over whenever another process
          // writes, and would never end beside a busy service (sqlite.org/backup.html, "concurrent usage").
          // SQLite fills an empty file that is there already: it is made first, so that it is private from its first byte.
          if (existed) throw Object.assign(new Error('file exists'), { code: 'SQLITE_CANTOPEN' })
          makePrivate(destination)
          sqlite.prepare('VACUUM INTO ?').run(destination)
        } catch (error) {
          if (!existed) rmSync(destination, { force: true })
          throw ledgerFailure(error, destination)
        }
      },
      sqlite,
      drizzle: orm,
      close() {
        durableCommit.close()
        sqlite.close()
      },
    }
  } catch (error) {
    throw ledgerFailure(error, file)
  }
}
