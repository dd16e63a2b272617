import { describe, expect, it } from 'vitest'
import { competitionRanks } from '../../src/ranking/competition-rank.js'
import { createRandom } from '../../src/ranking/random.js'
import { holdingInterval, holdingRank, rankIntervals } from '../../src/ranking/rank-interval.js'

const normalDraws = Float64Array.from(
  { length: 4_096 },
  (
    (random) => () =>
      random.normal()
  )(createRandom(5)),
)

/** Rank intervals of brands whose index intervals are so many standard errors wide, alone and together. */
function intervalsOf(mean: readonly number[], error: number, draws = 400) {
  const around = (errors: number) =>
    mean.map((value) =>
      Number.isNaN(value) ? null : { low: value - errors * error, high: value + errors * error, level: 0.95 },
    )
  return rankIntervals({
    mean: Float64Array.from(mean),
    standardError: Float64Array.from(mean, (value) => (Number.isNaN(value) ? Number.NaN : error)),
    drawsOf: () => normalDraws,
    alone: around(1.96),
    together: around(3),
    seed: 1,
    draws,
  })
}

describe('rank intervals', () => {
  it('are single places where brands lie far apart, and the whole table where they cannot be told apart', () => {
    for (const intervals of Object.values(intervalsOf([90, 70, 50, 30, 10], 1)))
      expect(intervals.map((one: { low: number; high: number } | null) => [one!.low, one!.high])).toEqual([
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 4],
        [5, 5],
      ])
    for (const one of intervalsOf([50.1, 50, 49.9, 50, 50], 30).together) expect(one!.high - one!.low).toBe(4)
  })

  it('that hold together are never narrower than those of brands taken alone', () => {
    const random = createRandom(3, 'nested')
    const { alone, together } = intervalsOf(
      Array.from({ length: 30 }, () => 100 * random.uniform()),
      8,
    )
    together.forEach((interval, brand) => {
      expect(interval!.low).toBeLessThanOrEqual(alone[brand]!.low)
      expect(interval!.high).toBeGreaterThanOrEqual(alone[brand]!.high)
    })
    expect(together.some((interval, brand) => interval!.high > alone[brand]!.high)).toBe(true)
  })

  it('leave out brands without an index', () => {
    const { alone, together } = intervalsOf([Number.NaN, 50], 5, 50)
    expect([alone[0], together[0]]).toEqual([null, null])
    expect(together[1]).toMatchObject({ low: 1, high: 1 })
  })

  it('are empty for an empty table', () => {
    expect(intervalsOf([], 5)).toEqual({ alone: [], together: [] })
  })

  it('count ranks as sorting would', () => {
    const mean = [61, 60, 40, 39.9]
    expect(intervalsOf(mean, 1e-9, 3).alone[0]!.low).toBe(competitionRanks(mean)[0])
  })

  it('are widened to hold the published rank, and another interval', () => {
    const interval = { low: 3, high: 5, level: 0.95 }
    expect(holdingRank(interval, 1)).toEqual({ low: 1, high: 5, level: 0.95 })
    expect(holdingInterval(interval, { low: 2, high: 4, level: 0.95 })).toEqual({ low: 2, high: 5, level: 0.95 })
    expect(holdingInterval(interval, null)).toBe(interval)
  })
})
