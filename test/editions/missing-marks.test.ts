/** Closing where marks are missing, and a table without a winner. */
import { describe, expect, it } from 'vitest'
import { assessEdition } from '../../jobs/assess-exchanges/assess-edition.js'
import type { Assessment } from '../../src/domain/assessment.js'
import { voidProbe } from '../../src/editions/amend/repair-probe.js'
import { closeEdition, closingProblems } from '../../src/editions/closing.js'
import { missingMarks } from '../../src/editions/missing-marks.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { AFTER, syntheticLedger } from '../reports/synthetic-ledger.js'
import { answer, EDITION, finish, how, running, TO_LUNE } from './running-edition.js'

/** Takes the marks of so many exchanges away, for a reason that a criterion tells. */
function without(ledger: Ledger, count: number): void {
  const changed = ledger.assessments
    .ofEdition('2026')
    .slice(0, count)
    .map(
      (assessment): Assessment => ({
        ...assessment,
        mark: null,
        findings: assessment.findings.map((finding) =>
          finding.criterion === 'spelling'
            ? {
                ...finding,
                outcome: 'not-available' as const,
                score: null,
                value: null,
                unit: null,
                message: { fr: 'moteur arrêté', en: 'the engine was down' },
              }
            : finding,
        ),
      }),
    )
  ledger.assessments.store('2026', 'edition', changed, AFTER)
}

describe('closing an edition', () => {
  it('is refused where more than a tenth of the marks is missing: it says how many, which and why', () => {
    const ledger = syntheticLedger({ brands: 4, years: [2026] })
    const all = ledger.assessments.ofEdition('2026').length
    without(ledger, Math.floor(all / 10))
    expect(closingProblems(ledger, '2026', AFTER)).toEqual([])
    const count = Math.floor(all / 10) + 1
    without(ledger, count)
    const [problem, ...more] = closingProblems(ledger, '2026', AFTER)
    expect(more).toEqual([])
    expect(problem?.message).toBe(`${count} of ${all} marks are missing: spelling: the engine was down (${count})`)
    expect(problem?.place.thing).toContain(missingMarks(ledger, '2026').missing[0])
    expect(problem?.hint).toContain('replymark review correct')
    expect(() => closeEdition(ledger, '2026', AFTER, 'test')).toThrow(/cannot be closed yet/)
  })
})

describe('a table', () => {
  it('has no winner where nobody who answered is left: 0 is never crowned', async () => {
    const context = await running()
    answer(context, TO_LUNE)
    await finish(context)
    const { ledger } = context
    const table = () => ledger.standings.ofEdition(EDITION).map(({ brand, rank, index }) => [brand, rank, index.value])
    expect(table()).toMatchObject([
      ['maison-lune', 1, expect.any(Number)],
      ['soleil', 2, 0],
    ])
    voidProbe(ledger, TO_LUNE, how(context))
    await assessEdition(context, EDITION)
    closeEdition(ledger, EDITION, context.time, 'test')
    expect(table()).toEqual([
      ['maison-lune', null, null],
      ['soleil', null, 0],
    ])
  })
})
