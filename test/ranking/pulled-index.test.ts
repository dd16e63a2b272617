import { describe, expect, it } from 'vitest'
import { betweenBrandVariance, pulledToMean } from '../../src/ranking/pulled-index.js'

describe('between-brand variance', () => {
  it('is what is seen less what chance adds, and never zero', () => {
    const error = Float64Array.of(1, 1, 1)
    expect(betweenBrandVariance(Float64Array.of(40, 50, 60), error)).toBeCloseTo(99, 9)
    expect(betweenBrandVariance(Float64Array.of(50, 50, 50), error)).toBeCloseTo(1, 9)
    expect(betweenBrandVariance(Float64Array.of(50), Float64Array.of(1))).toBe(0)
  })
})

describe('indices pulled to the mean', () => {
  it('agree with the estimator of Efron & Morris computed by hand', () => {
    // Variance seen 100, of it 20 by chance: reliability 0.8, so 40 becomes 50 − 0.8 × 10.
    const error = Math.sqrt(20)
    const { centre, reliability, width } = pulledToMean({
      mean: Float64Array.of(40, 50, 60),
      standardError: Float64Array.of(error, error, error),
    })
    expect([...reliability].map((share) => share.toFixed(6))).toEqual(['0.800000', '0.800000', '0.800000'])
    expect([...centre].map((value) => value.toFixed(6))).toEqual(['42.000000', '50.000000', '58.000000'])
    expect(width[0]).toBeCloseTo(Math.sqrt(0.8) * error, 9)
  })

  it('leave a brand without an index without one', () => {
    const { centre, reliability } = pulledToMean({
      mean: Float64Array.of(Number.NaN, 50, 60),
      standardError: Float64Array.of(Number.NaN, 1, 1),
    })
    expect([centre[0], reliability[0]]).toEqual([Number.NaN, Number.NaN])
  })
})
