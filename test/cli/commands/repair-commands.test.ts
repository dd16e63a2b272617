/** `probe` and `edition` on a study whose edition is under way: what they say, change and refuse, and what `check` lists. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { planProbes } from '../../../jobs/send-probes/plan-probes.js'
import { run as check } from '../../../src/cli/commands/check.js'
import { run as edition } from '../../../src/cli/commands/edition.js'
import { run as probe } from '../../../src/cli/commands/probe.js'
import { LEDGER_FILE, openLedger } from '../../../src/ledger/ledger.js'
import { loadStudy } from '../../../src/study/load-study.js'

let folder = ''
let printed = ''
let id = ''
let first = ''
let time = 0
const context = { now: () => time }
const ledger = () => openLedger(join(folder, 'data', LEDGER_FILE))
const options = (more: object = {}) => ({ study: folder, edition: id, by: 'anna', ...more })
const edit = (file: string, change: (text: string) => string) => {
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'replymark-repair-'))
  cpSync('config', folder, { recursive: true })
  const study = await loadStudy(folder, {})
  id = study.editions[0]!.id
  time = Date.parse(`${study.editions[0]!.sendFrom}T00:00:00Z`)
  const open = openLedger(join(folder, 'data', LEDGER_FILE))
  const [earliest] = planProbes(study, id, open, time, () => 'b'.repeat(64))
  first = earliest!.id
  time = earliest!.dueAt
  open.probes.move(first, 'planned', 'sending', { at: time, by: 'test', messageId: '<one@shopper.example>' })
  open.probes.move(first, 'sending', 'sent', { at: time, by: 'test', sentAt: time })
  open.editions.move(id, 'running', time)
  open.close()
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

describe('probe', () => {
  it('sends again: another e-mail in the place of the first, written down with who, when and why', async () => {
    expect(await probe(['resend', [first]], options({ reason: 'it met our own filter', json: true }), context)).toBe(0)
    const [made] = (JSON.parse(printed) as { amendments: { added: string[]; reason: string }[] }).amendments
    expect(made).toMatchObject({ added: [`${first}~2`, ...made!.added.slice(1)], reason: 'it met our own filter' })
    const open = ledger()
    expect(open.probes.get(first)?.state).toBe('void')
    expect(open.probes.historyOf(first).at(-1)).toMatchObject({ by: 'user:anna', reason: 'it met our own filter' })
    expect(open.audit.newest(1)).toMatchObject([{ action: 'amend-edition', actor: 'user:anna', at: time }])
    open.close()
    printed = ''
    await probe(['list', []], options({ state: 'void' }), context)
    expect(printed).toContain(first)
  })

  it('refuses without a reason, and changes none of several where one cannot be changed', async () => {
    await expect(probe(['void', [first]], options(), context)).rejects.toMatchObject({ code: 'usage' })
    const open = ledger()
    const other = open.probes.ofEdition(id).find(({ state }) => state === 'planned')!.id
    open.close()
    await expect(probe(['void', [first, other]], options({ reason: 'x' }), context)).rejects.toThrow(/planned/)
    const after = ledger()
    expect(after.probes.get(first)?.state).toBe('sent')
    expect(after.amendments.list()).toEqual([])
    after.close()
    await expect(probe(['eat', [first]], options(), context)).rejects.toMatchObject({ code: 'usage' })
  })
})

describe('an edit of the files', () => {
  it('is listed by check with its command, and is in force once that was given', async () => {
    edit('study.yaml', (text) => text.replace(/(workingHours: \{ from: )'?"?[\d:]+'?"?/, "$1'07:30'"))
    await check([], { study: folder, offline: true }, context)
    expect(printed).toContain(`Not in force for ${id}: working hours, days or holidays are others in the files.`)
    expect(printed).toContain(`replymark edition amend hours --edition ${id} --reason "…"`)
    printed = ''
    expect(await edition(['amend', ['hours']], options({ reason: 'shops open earlier' }), context)).toBe(0)
    expect(printed).toMatch(/hours-changed .*: shops open earlier/)
    printed = ''
    await check([], { study: folder, offline: true }, context)
    expect(printed).not.toContain('Not in force')
    printed = ''
    await edition(['show', []], options(), context)
    expect(printed).toContain('amended 1 time(s)')
  })

  it('withdraws a brand that the files no longer have', async () => {
    const brand = first.split('/')[1]!
    edit('brands.csv', (text) =>
      text
        .split('\n')
        .filter((line) => !line.startsWith(`${brand},`) && !line.startsWith(`${brand};`))
        .join('\n'),
    )
    expect(await edition(['amend', ['brand', brand]], options({ reason: 'it was sold', json: true }), context)).toBe(0)
    const open = ledger()
    const states = new Set(open.probes.ofBrand(id, brand).map(({ state }) => state))
    expect([...states].toSorted()).toEqual(['cancelled', 'void'])
    open.close()
  })

  it('of what decides marks cannot be brought into force', async () => {
    edit('study.yaml', (text) => text.replace(/minGapDays: \d+/, 'minGapDays: 1'))
    await edition(['show', []], options(), context)
    expect(printed).toContain('`limits.minGapDays` is another in the files. It holds from the next edition on.')
    await expect(edition(['amend', ['grid']], options({ reason: 'x' }), context)).rejects.toMatchObject({
      code: 'usage',
    })
  })
})
