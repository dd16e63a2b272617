import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { competitionRanks } from '../../src/ranking/competition-rank.js'
import { createRandom } from '../../src/ranking/random.js'
import { betweenBrandVariance, holdingRank, rankIntervals, smallest } from '../../src/ranking/rank-interval.js'

const normalDraws = Float64Array.from(
  { length: 4_096 },
  (
    (random) => () =>
      random.normal()
  )(createRandom(5)),
)

describe('rank intervals', () => {
  it('are narrow where brands lie far apart, and the whole table where they cannot be told apart', () => {
    const of = (mean: number[], error: number) =>
      rankIntervals({
        mean: Float64Array.from(mean),
        standardError: new Float64Array(mean.length).fill(error),
        drawsOf: () => normalDraws,
        seed: 1,
        draws: 400,
      })
    expect(of([90, 70, 50, 30, 10], 1).map((one) => [one!.low, one!.high])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 5],
    ])
    for (const one of of([50.1, 50, 49.9, 50, 50], 30)) expect(one!.high - one!.low).toBe(4)
  })

  it('leave out brands without an index', () => {
    const [first, second] = rankIntervals({
      mean: Float64Array.of(Number.NaN, 50),
      standardError: Float64Array.of(Number.NaN, 5),
      drawsOf: () => normalDraws,
      seed: 1,
      draws: 50,
    })
    expect(first).toBeNull()
    expect(second).toMatchObject({ low: 1, high: 1 })
  })

  it('count ranks as sorting would', () => {
    const mean = Float64Array.of(61, 60, 40, 39.9)
    const [one] = rankIntervals({
      mean,
      standardError: new Float64Array(4).fill(1e-9),
      drawsOf: () => normalDraws,
      seed: 1,
      draws: 3,
    })
    expect(one!.low).toBe(competitionRanks([...mean])[0])
  })

  it('are widened to hold the published rank', () => {
    expect(holdingRank({ low: 3, high: 5, level: 0.95 }, 1)).toEqual({ low: 1, high: 5, level: 0.95 })
  })
})

describe('between-brand variance', () => {
  it('is what is seen less what chance adds, and never zero', () => {
    const error = Float64Array.of(1, 1, 1)
    expect(betweenBrandVariance(Float64Array.of(40, 50, 60), error)).toBeCloseTo(99, 9)
    expect(betweenBrandVariance(Float64Array.of(50, 50, 50), error)).toBeCloseTo(1, 9)
    expect(betweenBrandVariance(Float64Array.of(50), Float64Array.of(1))).toBe(0)
  })
})

describe('selection', () => {
  it('finds the k-th smallest as sorting does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 80 }), fc.nat(), (values, n) => {
        const k = n % values.length
        expect(smallest(Uint16Array.from(values), k)).toBe([...values].sort((a, b) => a - b)[k])
      }),
    )
  })
})
