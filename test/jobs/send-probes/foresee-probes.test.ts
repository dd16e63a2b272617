/**
 * Nobody can foresee a probe (docs/design.md, promise 7). The attacker here has the whole study but its secret: brands, personas,
 * scenarios, seed, every public file of a published edition with its revealed secret, and one mail of the running edition, and
 * runs this very program.
 */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newPlanSecret, planProbes, probesOf } from '../../../jobs/send-probes/plan-probes.js'
import { buildEditionReport } from '../../../reports/edition-data.js'
import { reportFiles } from '../../../reports/write-report.js'
import type { Probe } from '../../../src/domain/probe.js'
import type { Study } from '../../../src/domain/study.js'
import { readReportRows } from '../../../src/editions/edition-rows.js'
import { type Ledger, openLedger } from '../../../src/ledger/ledger.js'
import { commitmentOf, deriveBytes } from '../../../src/planning/plan-secret.js'
import { loadStudy } from '../../../src/study/load-study.js'

const SECRETS: Readonly<Record<string, string>> = { '2025': '25'.repeat(32), '2026': 'c0ffee42'.repeat(8) }
let study: Study
let ledger: Ledger
let running: readonly Probe[]
/** Everything the public may read of the published edition, and of the running one. */
let files = ''

beforeAll(async () => {
  const example = await loadStudy('config', {})
  const [edition] = example.editions
  const earlier = { ...edition!, id: '2025', sendFrom: '2025-03-03', sendUntil: '2025-04-18', embargoUntil: null }
  study = { ...example, editions: [earlier, { ...edition!, embargoUntil: null }] }
  ledger = openLedger(':memory:', { evidenceKey: null })
  for (const { id, sendFrom } of study.editions)
    running = planProbes(study, id, ledger, Date.UTC(Number(sendFrom.slice(0, 4)), 1, 1), (one) => SECRETS[one]!)
  for (const [at, state] of (['running', 'closed', 'published'] as const).entries())
    ledger.editions.move('2025', state, at)
  ledger.editions.move('2026', 'running', 4)
  for (const id of ['2025', '2026']) {
    const report = buildEditionReport(readReportRows(ledger, id))
    for (const { content } of await reportFiles(report, ['html', 'csv', 'json', 'svg'], 'en'))
      files += Buffer.from(content as string).toString('utf8')
  }
}, 120_000)
afterAll(() => ledger.close())

/** A Message-ID's part that the probe decides, made from a secret. */
const idOf = (secret: string, probe: string) => deriveBytes(secret, 'message-id', probe).toString('hex')

/** Keys that somebody without the secret can think of. */
function guesses(): readonly string[] {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const [seen] = running
  return [
    '00'.repeat(32),
    SECRETS['2025']!,
    commitmentOf(SECRETS['2026']!),
    sha256(SECRETS['2025']!),
    sha256('2026'),
    ...[study.id, '2026', seen!.token, seen!.id, seen!.replyAddress].map((word) => sha256(`${word}\n${2026}`)),
    ...[study.id, seen!.token, seen!.mail.hash].map((word) => sha256(word)),
    ...Array.from({ length: 3 }, newPlanSecret),
  ]
}

describe('somebody with every published file and one mail', () => {
  it('does not find the secret of the running edition, nor any token, in the files; that of the published one is revealed', () => {
    expect(files).not.toContain(SECRETS['2026'])
    expect(files).toContain(SECRETS['2025'])
    expect(files).toContain(commitmentOf(SECRETS['2026']!))
    for (const probe of running) {
      expect(files).not.toContain(probe.token)
      expect(files).not.toContain(idOf(SECRETS['2026']!, probe.id).slice(0, 16))
    }
  })

  it('computes no token and no Message-ID, and times no better than by chance', () => {
    const real = new Map(running.map((probe) => [probe.id, probe]))
    let tokens = 0
    let ids = 0
    let sameHour = 0
    let tried = 0
    for (const secret of guesses()) {
      expect(secret).not.toBe(SECRETS['2026'])
      for (const guess of probesOf(study, '2026', ledger, secret)) {
        const probe = real.get(guess.id)!
        tried += 1
        tokens += Number(probe.token === guess.token)
        ids += Number(idOf(SECRETS['2026']!, probe.id) === idOf(secret, probe.id))
        sameHour += Number(Math.abs(probe.dueAt - guess.dueAt) < 1_800_000)
      }
    }
    expect(tried).toBeGreaterThan(1_500)
    expect(ids).toBe(0)
    // 12 words with 9 000 numbers each: one in 108 000 is met by chance.
    expect(tokens).toBeLessThanOrEqual(2)
    // Working hours of the send window: about 300. Chance gives 1 in 300; bound at four standard deviations above twice that,
    // since times with a gap between them crowd a little.
    const chance = (tried * 2) / 300
    expect(sameHour).toBeLessThanOrEqual(chance + 4 * Math.sqrt(chance))
  })

  it('would foresee everything with the secret alone: the plan is a function of it, and the revealed one proves it', () => {
    const again = probesOf(study, '2026', ledger, SECRETS['2026']!)
    expect(again).toEqual(running)
    const published = probesOf(study, '2025', ledger, SECRETS['2025']!).map(({ token }) => token)
    expect(published.toSorted()).not.toEqual(running.map(({ token }) => token).toSorted())
  })

  it('does not learn of seed or study id: with another seed nothing else is known of the plan', () => {
    const { configuration } = ledger.editions.require('2026')
    expect(JSON.stringify(configuration)).not.toContain(SECRETS['2026'])
    expect(configuration.planCommitment).toBe(commitmentOf(SECRETS['2026']!))
  })
})

describe('the secret in the ledger', () => {
  it('never changes and is never deleted, and planning again keeps it', () => {
    for (const change of ["UPDATE plan_secrets SET secret = 'x'", 'DELETE FROM plan_secrets'])
      expect(() => ledger.sqlite.exec(change)).toThrow('secret of a plan')
    const own = openLedger(':memory:', { evidenceKey: null })
    const first = planProbes(study, '2026', own, 0)
    expect(planProbes(study, '2026', own, 1)).toEqual(first)
    expect(own.editions.planSecret('2026')).toMatch(/^[0-9a-f]{64}$/)
    own.close()
  })

  it('is another one in every ledger', () => {
    const secrets = Array.from({ length: 3 }, () => {
      const own = openLedger(':memory:', { evidenceKey: null })
      planProbes(study, '2026', own, 0)
      const secret = own.editions.planSecret('2026')
      own.close()
      return secret
    })
    expect(new Set(secrets).size).toBe(3)
  })
})
