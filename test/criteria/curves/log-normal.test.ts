import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkControlPoints, logNormalScore } from '../../../src/criteria/curves/log-normal.js'

describe('logNormalScore', () => {
  it.each([
    // Standard normal quantiles: Φ⁻¹(0.9) = 1.2816, Φ⁻¹(0.75) = 0.6745, Φ⁻¹(0.1) = −1.2816.
    [10, 0.9],
    [100, 0.5],
    [1000, 0.1],
    [100 * 10 ** (-0.6744897501960817 / 1.2815515655446004), 0.75],
    [0, 1],
  ])('between 10 and 100, the value %d scores %d', (value, score) => {
    expect(logNormalScore({ good: 10, typical: 100 }, value)).toBeCloseTo(score, 5)
  })

  it('stays within 0 and 1 and never rises with the value', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        fc.double({ min: 1.01, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (good, ratio, one, other) => {
          const points = { good, typical: good * ratio }
          const [low, high] = [Math.min(one, other), Math.max(one, other)]
          const [better, worse] = [logNormalScore(points, low), logNormalScore(points, high)]
          expect(better).toBeLessThanOrEqual(1)
          expect(worse).toBeGreaterThanOrEqual(0)
          expect(better).toBeGreaterThanOrEqual(worse)
        },
      ),
    )
  })
})

describe('checkControlPoints', () => {
  it.each([
    [{ good: 1, typical: 2 }, null],
    [{ good: 2, typical: 2 }, 'good (2) must be below typical (2)'],
    [{ good: -1, typical: 2 }, 'good must be above 0, not -1'],
  ])('%j: %s', (points, said) => {
    expect(checkControlPoints(points)).toBe(said)
  })
})
