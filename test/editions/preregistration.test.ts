import { describe, expect, it } from 'vitest'
import type { Deviation, Preregistration } from '../../src/domain/preregistration.js'
import type { Probe } from '../../src/domain/probe.js'
import { DAY_MS } from '../../src/domain/time.js'
import { closeEdition } from '../../src/editions/closing.js'
import { readEdition } from '../../src/editions/edition-rows.js'
import {
  deviationsOf,
  preregistrationDifference,
  preregistrationHash,
  preregistrationOf,
} from '../../src/editions/preregistration.js'
import { publishEdition } from '../../src/editions/publishing.js'
import { verifyEdition } from '../../src/editions/verification.js'
import { commitmentOf } from '../../src/planning/plan-secret.js'
import { AFTER, syntheticLedger } from '../reports/synthetic-ledger.js'

const ledger = syntheticLedger({ brands: 3, years: [2026] })
const { configuration } = ledger.editions.require('2026')
const probes = ledger.probes.ofEdition('2026')
const fixed = preregistrationOf(configuration, probes)
const done = { configuration, probes, closings: 1, proofreaders: ['replymark 1'] }
const kinds = (list: readonly Deviation[]) => list.map(({ kind, count }) => [kind, count])

describe('what is fixed before the first e-mail', () => {
  it('does not depend on what becomes of the e-mails, nor on their order', () => {
    const later = probes.map(
      (probe): Probe => ({ ...probe, state: 'bounced', sentAt: 5, stateReason: 'x', messageId: '<a@b>' }),
    )
    expect(preregistrationHash(preregistrationOf(configuration, later.toReversed()))).toBe(preregistrationHash(fixed))
  })

  it.each<[string, Partial<Probe>]>([
    ['recipient', { recipient: 'x@y.example' }],
    ['token', { token: 'other' }],
    ['moment', { dueAt: 1 }],
    ['persona', { persona: 'other' }],
    ['text', { mail: { ...probes[0]!.mail, hash: 'b'.repeat(64) } }],
    ['reply address', { replyAddress: 'x@y.example' }],
    ['sender', { fromName: 'X' }],
  ])('changes with the %s of one e-mail', (_what, change) => {
    const other = [{ ...probes[0]!, ...change }, ...probes.slice(1)]
    expect(preregistrationOf(configuration, other).planHash).not.toBe(fixed.planHash)
  })

  it('holds hypotheses, options of the analysis and hashes, and no word of the plan', () => {
    const edition = { ...configuration.edition, hypotheses: ['Marques muettes : une sur cinq.'] }
    const said = preregistrationOf({ ...configuration, edition, planCommitment: 'c'.repeat(64) }, probes)
    expect(said).toMatchObject({
      hypotheses: edition.hypotheses,
      secretHash: 'c'.repeat(64),
      probes: probes.length,
      brands: 3,
    })
    expect(said.analysis).toMatchObject({ 'bootstrap-draws': 1_000, 'equal-treatment-level': 0.04, seed: edition.seed })
    const text = JSON.stringify(said)
    for (const { token, recipient, mail, fromAddress } of probes)
      for (const secret of [token, recipient, mail.subject, fromAddress]) expect(text).not.toContain(secret)
  })
})

describe('deviations', () => {
  it('are none where the edition was done as fixed', () => {
    expect(deviationsOf(fixed, done)).toEqual([])
  })

  it('are counted by what became of the e-mails', () => {
    const states = ['cancelled', 'cancelled', 'undelivered', 'refused', 'uncertain', 'planned'] as const
    const changed = probes.map((probe, at): Probe => ({ ...probe, state: states[at] ?? probe.state }))
    const late = changed.map((probe, at) =>
      at < 8 ? probe : { ...probe, sentAt: probe.dueAt + DAY_MS + (at === 8 ? 0 : 1) },
    )
    expect(kinds(deviationsOf(fixed, { ...done, probes: late }))).toEqual([
      ['cancelled', 2],
      ['undelivered', 2],
      ['uncertain', 1],
      ['not-sent', 1],
      ['late', probes.length - 9],
    ])
    // One that waits for its day is none while the edition runs.
    expect(kinds(deviationsOf(fixed, { ...done, probes: changed, closings: 0 }))).not.toContainEqual(['not-sent', 1])
  })

  it('name another option of the analysis, another grid, several proofreaders and being opened again', () => {
    const analysis = { ...fixed.analysis, 'bootstrap-draws': 500, 'former-option': 'x' }
    const before: Preregistration = { ...fixed, analysis, grid: { ...fixed.grid, hash: 'd'.repeat(64) } }
    const found = deviationsOf(before, { ...done, closings: 3, proofreaders: ['a 1', 'b 2'] })
    expect(found).toEqual([
      { kind: 'analysis', count: null, option: 'bootstrap-draws', before: '500', now: '1000' },
      { kind: 'analysis', count: null, option: 'former-option', before: 'x', now: null },
      { kind: 'grid', count: null, option: null, before: 'd'.repeat(64), now: configuration.grid.hash },
      { kind: 'closed-again', count: 2, option: null, before: null, now: null },
      { kind: 'proofreaders', count: 2, option: null, before: null, now: 'a 1, b 2' },
    ])
  })

  it('are read with the edition', () => {
    expect(readEdition(ledger, '2026').preregistration).toMatchObject({
      hash: preregistrationHash(fixed),
      deviations: [],
    })
  })
})

describe('verifying what was fixed', () => {
  const secret = 'ab'.repeat(32)
  const own = { ...configuration, planCommitment: commitmentOf(secret) }
  const content = preregistrationOf(own, probes)
  const stored = { hash: preregistrationHash(content), preregistration: content, fixedAt: 1 }

  it('accepts the plan, the grid and the revealed secret whose hashes were fixed', () => {
    expect(preregistrationDifference(stored, own, probes, secret)).toBeNull()
  })

  it('names the secret, the grid, the configuration, the plan and the hash', () => {
    const grid = { ...own.grid, hash: 'e'.repeat(64) }
    expect(preregistrationDifference(stored, own, probes, 'cd'.repeat(32))).toMatch(/secret/)
    expect(preregistrationDifference(stored, own, probes, null)).toMatch(/secret/)
    expect(preregistrationDifference(stored, { ...own, grid }, probes, secret)).toMatch(/grid/)
    expect(preregistrationDifference(stored, { ...own, helpDeskDomains: ['x.example'] }, probes, secret)).toMatch(
      /configuration/,
    )
    expect(preregistrationDifference(stored, own, probes.slice(1), secret)).toMatch(/e-mails of the plan/)
    expect(preregistrationDifference({ ...stored, hash: 'f'.repeat(64) }, own, probes, secret)).toMatch(
      /not the one of its hash/,
    )
  })

  it('is part of verifying an edition, and its row cannot change once something was sent', async () => {
    const published = syntheticLedger({ brands: 3, years: [2026] })
    expect(() => published.preregistrations.store({ ...fixed, probes: 1 }, 'a'.repeat(64), AFTER)).toThrow(
      /never changes/,
    )
    expect(() => published.sqlite.exec('DELETE FROM preregistrations')).toThrow(/never changes/)
    closeEdition(published, '2026', AFTER, 'test')
    published.sqlite.exec('SAVEPOINT closed')
    publishEdition(published, '2026', AFTER, 'test')
    const sound = await verifyEdition(published, '2026', null)
    expect(sound.difference).toBeNull()
    expect(sound.notes.join()).toContain(preregistrationHash(fixed))
    published.sqlite.exec('ROLLBACK TO closed')
    // Before sealing, where no seal can tell.
    published.sqlite.exec(`UPDATE probes SET due_at = due_at + 1 WHERE rowid = 1`)
    publishEdition(published, '2026', AFTER, 'test')
    expect((await verifyEdition(published, '2026', null)).difference).toMatch(/e-mails of the plan/)
  })
})
