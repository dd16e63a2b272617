/** What the program writes under umask 022: nothing of it is readable by another account. */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/ledger.js'
import { openHandedJournal } from '../../src/mail/handed-journal.js'

const folder = mkdtempSync(join(tmpdir(), 'replymark-private-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8)

/** Files under a folder that another account could read. */
function readableByOthers(top: string): string[] {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => (statSync(file).mode & 0o077) !== 0)
}

describe('private files', () => {
  it('are the ledger, its write-ahead files, a backup and the journal', async () => {
    const file = join(folder, 'data', 'ledger.sqlite')
    const ledger = openLedger(file, { evidenceKey: null })
    openHandedJournal(join(folder, 'data', 'handed.log')).handed('a')
    await ledger.backup(join(folder, 'data', 'copy.sqlite'))
    expect(readdirSync(join(folder, 'data')).length).toBeGreaterThanOrEqual(4)
    expect(readableByOthers(folder)).toEqual([])
    ledger.close()
  })

  it('are closed to others where an earlier version left them open', () => {
    const file = join(folder, 'old.sqlite')
    openLedger(file, { evidenceKey: null }).close()
    chmodSync(file, 0o644)
    openLedger(file, { evidenceKey: null }).close()
    expect(modeOf(file)).toBe('600')
  })

  it('are everything that a command writes under umask 022', () => {
    const study = join(folder, 'study')
    const command = 'umask 022; exec "$0" --import tsx src/cli/main.ts init "$1"'
    execFileSync('sh', ['-c', command, process.execPath, study])
    expect(existsSync(join(study, 'study.yaml'))).toBe(true)
    // Nobody else may enter the folder, whatever the modes of the example's files in it.
    expect(modeOf(study)).toBe('700')
  })
})

describe('a damaged ledger', () => {
  it('is refused at the look through its pages, and leaves no empty backup', async () => {
    const file = join(folder, 'damaged.sqlite')
    const whole = openLedger(file, { evidenceKey: null })
    whole.requireSound()
    const pages = whole.sqlite.pragma('page_count', { simple: true }) as number
    const root = whole.sqlite.prepare("select rootpage from sqlite_schema where name = 'messages'").pluck().get()
    whole.sqlite.pragma('wal_checkpoint(TRUNCATE)')
    whole.close()
    const { size } = statSync(file)
    const bytes = Buffer.alloc(size / pages, 0x5a)
    const content = readFileSync(file)
    bytes.copy(content, (Number(root) - 1) * bytes.length)
    writeFileSync(file, content)
    const damaged = openLedger(file, { evidenceKey: null })
    expect(() => damaged.requireSound()).toThrow(/damaged/)
    const copy = join(folder, 'copy-of-damaged.sqlite')
    await expect(damaged.backup(copy)).rejects.toThrow(/damaged/)
    expect(existsSync(copy)).toBe(false)
    damaged.close()
  })
})
