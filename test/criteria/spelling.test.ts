import { describe, expect, it } from 'vitest'
import { spelling } from '../../src/criteria/spelling.js'
import type { Mistake, MistakeCategory } from '../../src/domain/mistake.js'
import { PROOFREAD_CHARACTERS } from '../../src/proofreading/proofreader.js'
import { evidenceWith } from './frame/evidence.js'

const WORDS = 'mot '.repeat(100)

function mistake(category: MistakeCategory, start = 0): Mistake {
  return { start, end: start + 3, text: 'mot', category, rule: 'some-rule', message: 'Faute', suggestions: [] }
}

function evaluate(mistakes: readonly Mistake[] | null, text = WORDS) {
  return spelling.evaluate(evidenceWith(text, { mistakes }), spelling.defaults)
}

describe('spelling', () => {
  it('scores 1 without a mistake', () => {
    expect(evaluate([])).toMatchObject({ outcome: 'scored', score: 1, value: 0, unit: 'per100Words' })
  })

  it('counts its own categories only, never typography', () => {
    expect(evaluate([mistake('spelling'), mistake('agreement', 4), mistake('typography', 8)])).toMatchObject({
      value: 1,
    })
  })

  it('scores 0.5 at the typical rate of 2 per 100 words', () => {
    const verdict = evaluate([mistake('spelling'), mistake('spelling', 4)])
    expect(verdict.outcome === 'scored' && verdict.score).toBeCloseTo(0.5, 5)
  })

  it('counts a short letter as if it had the least number of words', () => {
    expect(evaluate([mistake('spelling')], 'Trois mots ici')).toMatchObject({ value: 2.5 })
  })

  it('counts words as far as a letter is proofread, so that filling it up lowers no rate', () => {
    const endless = 'mot '.repeat(50_000)
    const { value } = evaluate([mistake('spelling')], endless) as { value: number }
    expect(value).toBeCloseTo((100 * 1) / (PROOFREAD_CHARACTERS / 4), 3)
  })

  it('shows every mistake it counts', () => {
    expect(evaluate([mistake('spelling', 4)]).evidence).toEqual([{ start: 4, end: 7, label: 'some-rule' }])
  })

  it('has no score on a letter that could not be proofread', () => {
    expect(evaluate(null).outcome).toBe('not-available')
  })

  it('has no score on a letter without words', () => {
    expect(evaluate([], '123').outcome).toBe('not-available')
  })

  it('is not applicable without a reply', () => {
    expect(spelling.evaluate(evidenceWith(null), spelling.defaults).outcome).toBe('not-applicable')
  })

  it('refuses control points in the wrong order', () => {
    expect(spelling.checkOptions?.({ good: 3, typical: 2, minimumWords: 40 })).toMatch(/below typical/)
    expect(spelling.checkOptions?.({ good: 1, typical: 2, minimumWords: 0 })).toMatch(/minimumWords/)
  })
})
