import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyIsotonic,
  applyPlatt,
  expectedCalibrationError,
  fitIsotonic,
  fitPlatt,
  type Outcome,
} from '../../src/learning/calibration.js'

/** Scores from −4 to 4, of which the share 1 / (1 + exp(−2s)) comes true, without chance. */
const OUTCOMES: readonly Outcome[] = Array.from({ length: 81 }, (_, at) => -4 + at / 10).flatMap((score) => {
  const truths = Math.round(20 / (1 + Math.exp(-2 * score)))
  return Array.from({ length: 20 }, (_, at) => ({ score, positive: at < truths }))
})

describe('Platt’s curve', () => {
  it('finds slope and offset back', () => {
    const curve = fitPlatt(OUTCOMES)
    expect(curve.slope).toBeGreaterThan(1.6)
    expect(curve.slope).toBeLessThan(2.4)
    expect(Math.abs(curve.offset)).toBeLessThan(0.1)
    expect(applyPlatt(curve, 0)).toBeCloseTo(0.5, 1)
  })
})

describe('isotonic steps', () => {
  it('never fall, whatever the outcomes', () => {
    const outcome = fc.record({ score: fc.double({ min: -5, max: 5, noNaN: true }), positive: fc.boolean() })
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1 }), (outcomes) => {
        const { probability } = fitIsotonic(outcomes)
        for (const [at, share] of probability.entries()) if (at > 0) expect(share).toBeGreaterThan(probability[at - 1]!)
      }),
    )
  })

  it('give the mean of what stands at a score', () => {
    const steps = fitIsotonic([
      { score: 0, positive: false },
      { score: 1, positive: true },
      { score: 1, positive: false },
      { score: 2, positive: true },
    ])
    expect([-1, 0, 1, 1.5, 2, 9].map((score) => applyIsotonic(steps, score))).toEqual([0, 0, 0.5, 0.5, 1, 1])
  })
})

describe('expected calibration error', () => {
  it('is nothing where everything said comes true as often as said', () => {
    const said = OUTCOMES.map(({ score, positive }) => ({ score: 1 / (1 + Math.exp(-2 * score)), positive }))
    expect(expectedCalibrationError(said)).toBeLessThan(0.02)
  })

  it('is the distance where all is said with the same assurance', () => {
    const sure = Array.from({ length: 100 }, (_, at) => ({ score: 0.9, positive: at % 2 === 0 }))
    expect(expectedCalibrationError(sure)).toBeCloseTo(0.4, 6)
  })

  it('is not known of nothing', () => {
    expect(expectedCalibrationError([])).toBeNull()
  })
})
