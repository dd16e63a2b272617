/** Commits that are on the disk only once the system's threads synced them: same rows, same refusals, nothing left open. */
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/ledger.js'
import { MONDAY } from './samples.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replymark-commit-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Files of the folder that this process has open, where the system tells. */
function openFiles(): readonly string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc/self/fd').flatMap((number) => {
    try {
      const file = readlinkSync(`/proc/self/fd/${number}`)
      return file.startsWith(folder) ? [file] : []
    } catch {
      return []
    }
  })
}

describe('a transaction to the disk', () => {
  it('is committed when it returns, seen by others, and on the disk when `onDisk` resolves', async () => {
    const ledger = openLedger(join(folder, 'ledger.sqlite'), { evidenceKey: null })
    const other = openLedger(join(folder, 'ledger.sqlite'), { mode: 'read', evidenceKey: null })
    const { result, onDisk } = ledger.transactionToDisk(() => {
      ledger.settings.set('a', 1, MONDAY)
      return 'done'
    })
    expect(result).toBe('done')
    expect(other.settings.get('a')).toBe(1)
    await onDisk
    other.close()
    ledger.close()
  })

  it('leaves every other commit as durable as before, also where its work fails', () => {
    const ledger = openLedger(join(folder, 'ledger.sqlite'), { evidenceKey: null })
    const full = ledger.sqlite.pragma('synchronous', { simple: true })
    expect(() =>
      ledger.transactionToDisk(() => {
        ledger.settings.set('a', 1, MONDAY)
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(ledger.settings.get('a')).toBeNull()
    expect(ledger.sqlite.pragma('synchronous', { simple: true })).toBe(full)
    expect(full).toBe(2)
    ledger.close()
  })

  it('is refused inside another one, whose commit it could not answer for', () => {
    const ledger = openLedger(join(folder, 'ledger.sqlite'), { evidenceKey: null })
    expect(() => ledger.transaction(() => ledger.transactionToDisk(() => 1))).toThrow('inside another')
    ledger.close()
  })

  it('lets go of the log when the ledger is closed, a sync under way or not', async () => {
    const ledger = openLedger(join(folder, 'ledger.sqlite'), { evidenceKey: null })
    await ledger.transactionToDisk(() => ledger.settings.set('a', 1, MONDAY)).onDisk
    const { onDisk } = ledger.transactionToDisk(() => ledger.settings.set('a', 2, MONDAY))
    ledger.close()
    await onDisk
    expect(openFiles()).toEqual([])
    const again = openLedger(join(folder, 'ledger.sqlite'), { evidenceKey: null })
    expect(again.settings.get('a')).toBe(2)
    again.close()
  })

  it('works in memory', async () => {
    const ledger = openLedger(':memory:', { evidenceKey: null })
    await ledger.transactionToDisk(() => ledger.settings.set('a', 1, MONDAY)).onDisk
    expect(ledger.settings.get('a')).toBe(1)
    ledger.close()
  })
})
