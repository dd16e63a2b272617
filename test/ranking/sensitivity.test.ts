/** The order of brands under other weights. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../src/ranking/random.js'
import { drawDirichlet, drawWeights, weightSensitivity } from '../../src/ranking/sensitivity.js'

const random = (label: string) => createRandom(7, label)

describe('a weighting', () => {
  it('adds up to what the grid adds up to, and leaves what does not count at 0', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('near', 'free'),
        fc.nat(),
        (weights, draw, seed) => {
          const total = weights.reduce((sum, one) => sum + one, 0)
          const drawn = drawWeights(weights, draw, createRandom(seed))
          expect(drawn.reduce((sum, one) => sum + one, 0)).toBeCloseTo(total, 9)
          for (const [at, weight] of weights.entries()) if (weight === 0) expect(drawn[at]).toBe(0)
        },
      ),
    ))

  it('has the means and variances of its Dirichlet distribution: a/s and a(s−a)/(s²(s+1))', () => {
    const parameters = [0.5, 2, 3.5]
    const stream = random('dirichlet')
    const drawn = Array.from({ length: 40_000 }, () => drawDirichlet(parameters, stream))
    for (const [at, a] of parameters.entries()) {
      const values = drawn.map((shares) => shares[at]!)
      const mean = values.reduce((sum, one) => sum + one, 0) / values.length
      const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length
      expect(mean).toBeCloseTo(a / 6, 2)
      expect(variance).toBeCloseTo((a * (6 - a)) / (36 * 7), 3)
    }
  })
})

describe('ranks under free weights of two families', () => {
  // One weight is uniform on 0–1: the first brand leads where 0.9 w + 0.4 (1 − w) > 0.5, that is w > 0.2.
  it('agree with what is computed by hand: ahead in 80 % of weightings', () => {
    const [one, other] = weightSensitivity(
      [
        { brand: 'one', shares: [0.9, 0.4] },
        { brand: 'other', shares: [0.5, 0.5] },
      ],
      [50, 50],
      'free',
      random('hand'),
      20_000,
    )
    expect(one!.beforeNext).toBeCloseTo(0.8, 2)
    expect(one).toMatchObject({ low: 1, median: 1, high: 2 })
    expect(other).toMatchObject({ low: 1, median: 2, high: 2, beforeNext: null })
    // Equal in print at the very bound: both are first there.
    expect(one!.first + other!.first).toBeGreaterThanOrEqual(1)
  })
})

describe('a table', () => {
  it('keeps a brand that is better in every family where it is, and spreads less near the grid than anywhere', () => {
    const stream = random('table')
    const brands = Array.from({ length: 30 }, (_, at) => ({
      brand: `b${at}`,
      shares: at === 0 ? [1, 1, 1] : [stream.uniform() * 0.98, stream.uniform() * 0.98, stream.uniform() * 0.98],
    }))
    const spread = weightSensitivity(brands, [40, 40, 20], 'free', random('draws'))
    expect(spread[0]).toMatchObject({ low: 1, median: 1, high: 1, first: 1 })
    for (const one of spread) {
      expect(one.low).toBeLessThanOrEqual(one.median)
      expect(one.median).toBeLessThanOrEqual(one.high)
    }
    const near = weightSensitivity(brands, [40, 40, 20], 'near', random('draws'))
    const width = (list: typeof near) => list.reduce((sum, { low, high }) => sum + high - low, 0)
    expect(width(near)).toBeLessThan(width(spread))
  })

  it('without brands is empty', () => {
    expect(weightSensitivity([], [100], 'near', random('none'))).toEqual([])
  })
})
