import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../src/ranking/random.js'
import { type RankClaim, type RankedEstimates, rankBounds } from '../../src/ranking/simultaneous-ranks.js'
import { PISA_MATHEMATICS } from './pisa.js'

const random = createRandom(101, 'normal-draws')
const NORMAL = Float64Array.from({ length: 200_000 }, () => random.normal())

function table(estimate: readonly number[], standardError: readonly number[], draws = 4_000): RankedEstimates {
  return {
    estimate: Float64Array.from(estimate),
    standardError: Float64Array.from(standardError),
    drawsOf: () => NORMAL,
    seed: 101,
    draws,
  }
}

const pisa = table(
  PISA_MATHEMATICS.map(([, score]) => score),
  PISA_MATHEMATICS.map(([, , error]) => error),
  20_000,
)
const countries = PISA_MATHEMATICS.map(([country]) => country)
const claim = (more: Partial<RankClaim> = {}): RankClaim => ({ level: 0.95, ends: 'both', item: null, ...more })

describe('rank confidence sets against the published example of csranks (PISA 2018, mathematics)', () => {
  const amongFive = (level: number) => {
    const { low } = rankBounds(pisa, claim({ ends: 'best', level }))
    return countries.filter((_, country) => low[country]! <= 5)
  }

  it('names the twelve countries that may be among the best five', () => {
    expect(amongFive(0.95)).toEqual([
      'Belgium',
      'Canada',
      'Denmark',
      'Estonia',
      'Finland',
      'Japan',
      'Korea',
      'Netherlands',
      'Poland',
      'Slovenia',
      'Sweden',
      'Switzerland',
    ])
  })

  it('leaves Sweden out at 90 %', () => {
    expect(amongFive(0.9)).toEqual(amongFive(0.95).filter((country) => country !== 'Sweden'))
  })

  it('places the United Kingdom, 13th, between 8 and 23 when it alone is spoken of', () => {
    const uk = countries.indexOf('United Kingdom')
    const { low, high } = rankBounds(pisa, claim({ item: uk }))
    expect([low[uk], high[uk]]).toEqual([8, 23])
  })

  it('separates Chile, Mexico and Colombia from all other countries at once', () => {
    const { low, high } = rankBounds(pisa, claim())
    const three = ['Chile', 'Mexico', 'Colombia'].map((country) => countries.indexOf(country))
    const others = [...countries.keys()].filter((country) => !three.includes(country))
    expect(Math.min(...three.map((country) => low[country]!))).toBe(35)
    expect(Math.max(...others.map((country) => high[country]!))).toBe(34)
  })
})

describe('rank confidence sets', () => {
  it('give the whole table where nothing can be told apart, and single places where everything can', () => {
    const close = rankBounds(table([50, 51, 52], [10, 10, 10]), claim())
    expect([[...close.low], [...close.high]]).toEqual([
      [1, 1, 1],
      [3, 3, 3],
    ])
    const far = rankBounds(table([10, 90, 50], [1, 1, 1]), claim())
    expect([[...far.low], [...far.high]]).toEqual([
      [3, 1, 2],
      [3, 1, 2],
    ])
  })

  it('have the two-item normal quantile as critical value', () => {
    // |Z| of a single difference: 1.96.
    expect(rankBounds(table([1, 2], [1, 3], 50_000), claim()).critical).toBeCloseTo(1.96, 1)
  })

  it('speak of one place in a table of one', () => {
    const { low, high } = rankBounds(table([42], [5]), claim())
    expect([low[0], high[0]]).toEqual([1, 1])
  })

  it('hold the observed rank, and the steps only narrow them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 1, max: 20, noNaN: true })), {
          minLength: 2,
          maxLength: 12,
        }),
        (items) => {
          const input = table(
            items.map(([value]) => value),
            items.map(([, error]) => error),
            300,
          )
          const { low, high } = rankBounds(input, claim())
          items.forEach(([value], item) => {
            const better = items.filter(([other]) => other > value).length
            const worse = items.filter(([other]) => other < value).length
            expect(low[item]!).toBeLessThanOrEqual(better + 1)
            expect(high[item]!).toBeGreaterThanOrEqual(items.length - worse)
          })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('are never narrower for a table too long for steps', () => {
    const items = 360
    const noise = createRandom(7, 'long-table')
    const estimate = Array.from({ length: items }, () => 100 * noise.uniform())
    const error = Array.from({ length: items }, () => 2 + 6 * noise.uniform())
    const long = rankBounds(table(estimate, error, 400), claim())
    // The largest of 64 620 studentised differences of normal errors lies near 4.9 to 5.6.
    expect(long.critical).toBeGreaterThan(4.6)
    expect(long.critical).toBeLessThan(6)
    for (const [item, value] of estimate.entries()) {
      const better = estimate.filter(
        (other, place) => (other - value) / Math.hypot(error[item]!, error[place]!) > long.critical,
      ).length
      expect(long.low[item]).toBe(better + 1)
    }
  })
})
