import { describe, expect, it } from 'vitest'
import { ReplymarkError } from '../../src/domain/error.js'
import { DAY_MS } from '../../src/domain/time.js'
import { assessmentWork, decisionsOf, inputHashes } from '../../src/editions/assessment-inputs.js'
import { closeEdition, closingProblems } from '../../src/editions/closing.js'
import { publishEdition } from '../../src/editions/publishing.js'
import { verifyEdition } from '../../src/editions/verification.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { AFTER, syntheticLedger } from '../reports/synthetic-ledger.js'

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work()
  } catch (error) {
    if (error instanceof ReplymarkError) return (error.details.problems ?? []).map((problem) => problem.message)
    throw error
  }
  return []
}

/** Takes the guards away, as somebody with the file and SQL could. */
function tamper(ledger: Ledger, statement: string, ...values: readonly unknown[]): void {
  for (const { name } of ledger.sqlite.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as {
    name: string
  }[])
    ledger.sqlite.exec(`DROP TRIGGER "${name}"`)
  ledger.sqlite.pragma('foreign_keys = OFF')
  ledger.sqlite.pragma('trusted_schema = ON')
  ledger.sqlite.prepare(statement).run(...values)
}

function published(): Ledger {
  const ledger = syntheticLedger({ brands: 8 })
  closeEdition(ledger, '2025', AFTER, 'test')
  publishEdition(ledger, '2025', AFTER, 'test')
  closeEdition(ledger, '2026', AFTER, 'test')
  publishEdition(ledger, '2026', AFTER, 'test')
  return ledger
}

describe('closing an edition', () => {
  it('stores the league table and moves the edition on', () => {
    const ledger = syntheticLedger({ brands: 8, years: [2026] })
    closeEdition(ledger, '2026', AFTER, 'test')
    expect(ledger.editions.require('2026').state).toBe('closed')
    expect(ledger.standings.ofEdition('2026')).toHaveLength(8)
    expect(ledger.standings.analysis('2026', 'equal-treatment')).toBeInstanceOf(Array)
  })

  it('is refused while probes are inside their window, with the list', () => {
    const ledger = syntheticLedger({ brands: 3, years: [2026] })
    const probe = ledger.probes.ofEdition('2026').find((one) => one.state === 'unanswered')!
    ledger.probes.move(probe.id, 'unanswered', 'sent', { at: AFTER, by: 'test' })
    const early = (probe.sentAt ?? 0) + 86_400_000
    const inside = ledger.probes
      .ofEdition('2026')
      .filter(({ sentAt }) => sentAt !== null && sentAt + 15 * DAY_MS >= early)
    expect(problemsOf(() => closeEdition(ledger, '2026', early, 'test'))).toContain(
      `${inside.length} probes are still inside their answer window`,
    )
    expect(ledger.editions.require('2026').state).toBe('running')
    closeEdition(ledger, '2026', AFTER, 'test')
    expect(ledger.probes.get(probe.id)!.state).toBe('unanswered')
  })

  it('is refused while a review is open, a finding is an error or an exchange is not assessed', () => {
    const ledger = syntheticLedger({ brands: 3, years: [2026] })
    const [first, second] = ledger.assessments.ofEdition('2026')
    const review = ledger.reviews.openItem(
      {
        subject: 'finding',
        target: `${first!.probe}#greeting`,
        edition: '2026',
        brand: null,
        reason: 'unclear',
        openedBy: 'test',
      },
      AFTER,
    )
    const broken = { ...first!.findings[0]!, outcome: 'error' as const, score: null, value: null, unit: null }
    ledger.assessments.store('2026', 'edition', [{ ...first!, findings: [broken] }], AFTER)
    ledger.assessments.remove('2026', 'edition', second!.probe)
    const problems = problemsOf(() => closeEdition(ledger, '2026', AFTER, 'test'))
    expect(problems).toEqual([
      '1 exchange is not assessed',
      'the finding is an error: finding answer',
      'nobody has decided it: unclear',
    ])
    ledger.reviews.decide({
      item: review,
      decision: 'accept',
      replacement: null,
      comment: '',
      decidedAt: AFTER,
      decidedBy: 'x',
    })
    expect(closingProblems(ledger, '2026', AFTER)).toHaveLength(2)
  })

  it('is refused inside the window of an answered probe: a second message may still come', () => {
    const ledger = syntheticLedger({ brands: 3, years: [2026] })
    const { answerWindowDays } = ledger.editions.require('2026').configuration.edition
    const probes = ledger.probes.ofEdition('2026')
    const last = Math.max(...probes.map(({ sentAt }) => sentAt ?? 0))
    for (const probe of probes.filter(({ sentAt, state }) => sentAt === last && state === 'unanswered'))
      ledger.probes.move(probe.id, 'unanswered', 'answered', { at: AFTER, by: 'test' })
    const end = last + answerWindowDays * DAY_MS
    ledger.settings.set('mailbox-read:main', end + 2, AFTER)
    expect(problemsOf(() => closeEdition(ledger, '2026', end, 'test'))).toContain(
      '1 probe is still inside its answer window',
    )
    closeEdition(ledger, '2026', end + 1, 'test')
    expect(ledger.editions.require('2026').state).toBe('closed')
  })

  it('is refused while an assessment was computed from other inputs than the ledger holds', () => {
    const ledger = syntheticLedger({ brands: 3, years: [2026] })
    const { configuration } = ledger.editions.require('2026')
    const current = inputHashes(assessmentWork(ledger, configuration, configuration.grid), decisionsOf(ledger, '2026'))
    const stored = ledger.assessments.ofEdition('2026')
    const store = (hashes: ReadonlyMap<string, string>) =>
      ledger.assessments.store('2026', 'edition', stored, AFTER, hashes)
    store(new Map([...current, [stored[0]!.probe, 'of another text']]))
    expect(problemsOf(() => closeEdition(ledger, '2026', AFTER, 'test'))).toEqual([
      '1 exchange changed since it was assessed',
    ])
    store(current)
    closeEdition(ledger, '2026', AFTER, 'test')
    expect(ledger.editions.require('2026').state).toBe('closed')
  })

  it('is refused while the mailbox was not read after the last window', () => {
    const ledger = syntheticLedger({ brands: 3, years: [2026] })
    ledger.settings.set('mailbox-read:main', Date.UTC(2026, 2, 10), AFTER)
    expect(problemsOf(() => closeEdition(ledger, '2026', AFTER, 'test'))).toEqual([
      'its mailbox was not read since the last answer window ended',
    ])
  })
})

describe('publishing an edition', () => {
  it('needs it closed, seals it, and lets nothing change afterwards', () => {
    const ledger = syntheticLedger({ brands: 3, years: [2026] })
    expect(() => publishEdition(ledger, '2026', AFTER, 'test')).toThrow(/must be closed/)
    closeEdition(ledger, '2026', AFTER, 'test')
    const seal = publishEdition(ledger, '2026', AFTER, 'test')
    expect(ledger.standings.seal('2026')!.root).toBe(seal.root)
    expect(() => ledger.assessments.remove('2026', 'edition', '2026/maison-lune/refund')).toThrow(/published/)
    expect(() => publishEdition(ledger, '2026', AFTER, 'test')).toThrow(/published already/)
    expect(() => closeEdition(ledger, '2026', AFTER, 'test')).toThrow(/only a running one/)
  })
})

describe('the right of reply', () => {
  it.each([
    ['so many days after closing', { rightOfReplyDays: 7 }, AFTER + 7 * 86_400_000],
    [
      'from when brands may look, where that is later',
      { rightOfReplyDays: 2, brandEmbargoUntil: AFTER + 5 },
      AFTER + 5 + 2 * 86_400_000,
    ],
    ['until brands may look, though no days are named', { brandEmbargoUntil: AFTER + 86_400_000 }, AFTER + 86_400_000],
  ])('keeps an edition from being published %s', (_, lastEdition, from) => {
    const ledger = syntheticLedger({ brands: 3, years: [2026], lastEdition })
    closeEdition(ledger, '2026', AFTER, 'test')
    expect(problemsOf(() => publishEdition(ledger, '2026', from - 1, 'test'))).toEqual([
      expect.stringMatching(/^brands can see and contest their marks until 2026-06-/),
    ])
    expect(ledger.editions.require('2026').state).toBe('closed')
    publishEdition(ledger, '2026', from, 'test')
    expect(ledger.editions.require('2026').state).toBe('published')
  })

  it('waits for the decision on every contestation', () => {
    const ledger = syntheticLedger({ brands: 3, years: [2026] })
    closeEdition(ledger, '2026', AFTER, 'test')
    const [probe] = ledger.probes.ofEdition('2026')
    ledger.reviews.openItem(
      {
        subject: 'contestation',
        target: probe!.id,
        edition: '2026',
        brand: probe!.brand,
        reason: 'we did answer',
        openedBy: 'user:x',
      },
      AFTER,
    )
    expect(problemsOf(() => publishEdition(ledger, '2026', AFTER, 'test'))).toEqual([
      'nobody has decided it: we did answer',
    ])
  })
})

describe('verifying a published edition', () => {
  it('finds an untouched one sound, also after the bytes were purged', async () => {
    const ledger = published()
    const sound = await verifyEdition(ledger, '2026')
    expect(sound).toMatchObject({ sound: true, difference: null })
    expect(sound.checked).toMatchObject({ grid: 1, probe: 40, assessment: 40, standing: 8, 'previous-standings': 1 })
    const hash = ledger.messages.list().at(-1)!.hash
    ledger.messages.purge(hash, AFTER, 'retention')
    const purged = await verifyEdition(ledger, '2026')
    expect(purged.sound).toBe(true)
    expect(purged.notes.join()).toContain('purged')
  })

  it('names evidence of which one byte was changed', async () => {
    const ledger = published()
    const hash = ledger.messages.list().at(-1)!.hash
    const { bytes } = ledger.sqlite.prepare('SELECT bytes FROM evidence_bytes WHERE hash = ?').get(hash) as {
      bytes: Buffer
    }
    bytes[10] = bytes[10]! ^ 1
    tamper(ledger, 'UPDATE evidence_bytes SET bytes = ? WHERE hash = ?', bytes, hash)
    const { sound, difference } = await verifyEdition(ledger, '2026')
    expect(sound).toBe(false)
    expect(difference).toContain(`evidence ${hash}`)
  })

  it.each([
    [
      'a finding',
      `UPDATE assessments SET assessment = replace(assessment, '"finding greeting"', '"finding better"') WHERE probe = '2026/maison-lune/refund'`,
      /finding greeting of probe 2026\/maison-lune\/refund/,
    ],
    [
      'a grid weight',
      `UPDATE editions SET configuration = replace(configuration, '"id":"reply-delay","version":1,"weight":3', '"id":"reply-delay","version":1,"weight":4') WHERE id = '2026'`,
      /grid sample/,
    ],
    [
      'a standing',
      `UPDATE standings SET standing = json_set(standing, '$.index.value', 99) WHERE brand = 'maison-lune' AND edition = '2026'`,
      /standing of brand maison-lune/,
    ],
    [
      'a mark',
      `UPDATE assessments SET assessment = json_set(assessment, '$.mark', 99) WHERE probe = '2026/maison-lune/refund'`,
      /assessment of probe 2026\/maison-lune\/refund/,
    ],
    [
      'a deleted standing',
      `DELETE FROM standings WHERE brand = 'maison-lune' AND edition = '2026'`,
      /standing of brand maison-lune is missing/,
    ],
    [
      'the time of an answer',
      `UPDATE messages SET received_at = received_at - 3600000 WHERE sequence = (SELECT max(sequence) FROM messages)`,
      /evidence/,
    ],
    [
      'the previous edition',
      `UPDATE standings SET standing = json_set(standing, '$.rank', 1) WHERE brand = 'maison-lune' AND edition = '2025'`,
      /previous edition 2025/,
    ],
    [
      'a row that is no JSON any more',
      `UPDATE assessments SET assessment = 'x' WHERE probe = '2026/maison-lune/refund'`,
      /cannot be read/,
    ],
  ])('names %s that was changed', async (_, statement, expected) => {
    const ledger = published()
    tamper(ledger, statement)
    const { sound, difference } = await verifyEdition(ledger, '2026')
    expect(sound).toBe(false)
    expect(difference).toMatch(expected)
  })

  it('names the seal itself when somebody re-made a leaf', async () => {
    const ledger = published()
    tamper(ledger, `UPDATE seals SET seal = json_set(seal, '$.leaves[0].hash', 'f00') WHERE edition = '2026'`)
    expect((await verifyEdition(ledger, '2026')).difference).toContain('the seal itself')
  })

  it('has nothing to verify before publication', async () => {
    await expect(verifyEdition(syntheticLedger({ brands: 3, years: [2026] }), '2026')).rejects.toThrow(/no seal/)
  })
})
