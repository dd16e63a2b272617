/** `replymark person`: a dry run by default, then erasing; an export only its owner can read. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { run as person } from '../../../src/cli/commands/person.js'
import { run as user } from '../../../src/cli/commands/user.js'
import { run as verify } from '../../../src/cli/commands/verify.js'
import { LEDGER_FILE, openLedger } from '../../../src/ledger/ledger.js'
import { AGENT, everything, OPERATOR, published } from '../../jobs/purge-evidence/person/published-study.js'

/** After the published edition. */
const CONTEXT = { now: () => Date.UTC(2026, 11, 1) }
let folder = ''
let printed = ''
const options = (more: Readonly<Record<string, unknown>> = {}) => ({ study: folder, json: true, ...more })
const ledgerText = () => {
  const ledger = openLedger(join(folder, 'data', LEDGER_FILE), { mode: 'read' })
  try {
    return everything(ledger)
  } finally {
    ledger.close()
  }
}
async function answer(work: Promise<number>, exit = 0): Promise<unknown> {
  printed = ''
  expect(await work).toBe(exit)
  return JSON.parse(printed)
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'replymark-person-command-'))
  cpSync('config', folder, { recursive: true })
  published(join(folder, 'data', LEDGER_FILE), 2).close()
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  process.env.REPLYMARK_NEW_PASSWORD = 'a long enough sentence'
  await user(['add', OPERATOR], { study: folder, role: 'operator', json: true }, CONTEXT)
})
afterEach(() => {
  delete process.env.REPLYMARK_NEW_PASSWORD
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const mailbox = 'sav@maison-lune.example'

describe('replymark person export', () => {
  it('writes JSON and raw mails into a new folder that others cannot read', async () => {
    const out = join(folder, 'answer')
    const facts = (await answer(person(['export', mailbox], options({ name: AGENT, out }), CONTEXT))) as {
      messages: number
    }
    expect(facts.messages).toBeGreaterThan(0)
    expect(readdirSync(join(out, 'messages'))).toHaveLength(facts.messages)
    expect(statSync(join(out, 'person.json')).mode & 0o077).toBe(0)
    expect(readFileSync(join(out, 'person.json'), 'utf8')).toContain(AGENT)
    await expect(person(['export', mailbox], options({ name: AGENT, out }), CONTEXT)).rejects.toThrow(/already/)
  })

  it('tells of an account without its secrets', async () => {
    const found = (await answer(person(['export', OPERATOR], options(), CONTEXT))) as {
      account: unknown
      auditLog: unknown[]
    }
    expect(found.account).toMatchObject({ email: OPERATOR, role: 'operator', sessions: [] })
    expect(JSON.stringify(found)).not.toMatch(/password|secret/i)
    expect(found.auditLog.length).toBeGreaterThan(0)
  })
})

describe('replymark person erase', () => {
  it('shows what would go and changes nothing; with --yes does it, removes the account, and the seal verifies', async () => {
    const page = join(folder, 'data', 'page.html')
    writeFileSync(page, `<p>${AGENT}</p>`)
    const before = ledgerText()
    const dry = await answer(person(['erase', mailbox], options({ name: AGENT }), CONTEXT))
    expect(dry).toMatchObject({ dryRun: true, problems: [], writtenFiles: [page] })
    expect(ledgerText()).toBe(before)
    const done = await answer(person(['erase', mailbox], options({ name: AGENT, yes: true, reason: 'asked' }), CONTEXT))
    expect(done).toMatchObject({ writtenFiles: [page], writeAheadKept: false })
    expect(
      (await answer(person(['erase', OPERATOR], options({ yes: true, reason: 'asked' }), CONTEXT))) as object,
    ).toMatchObject({
      erased: { account: 1 },
    })
    const after = ledgerText()
    expect(after.includes(OPERATOR)).toBe(false)
    expect(after.includes(mailbox)).toBe(false)
    // The made-up study was read and marked by no version of the program, and words are gone.
    expect(await answer(verify([], { study: folder, edition: '2026', json: true }), 3)).toMatchObject({ sound: true })
    expect(await answer(person(['erase', OPERATOR], options({ yes: true, reason: 'asked' }), CONTEXT))).toMatchObject({
      erased: {},
    })
  })

  it('asks for a reason, and for what it is to do', async () => {
    await expect(person(['erase', OPERATOR], options({ yes: true }), CONTEXT)).rejects.toThrow(/Why/)
    await expect(person(['forget', OPERATOR], options(), CONTEXT)).rejects.toThrow(/no `replymark person forget`/)
  })

  it('says in words what goes, what stays and what lies outside', async () => {
    printed = ''
    await person(['erase', mailbox], options({ json: false, name: AGENT }), CONTEXT)
    for (const words of [
      'A role is no person',
      'Would be erased:',
      'INBOX UID',
      'Backups made before',
      'Nothing was changed',
    ])
      expect(printed).toContain(words)
  })
})
