import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BrandOutcomes, computeStandings, type ProbeOutcome } from '../../src/ranking/standings.js'

const probe = (scenario: string, mark: number | null, more: Partial<ProbeOutcome> = {}): ProbeOutcome => ({
  scenario,
  mark,
  answered: mark === null || mark > 0,
  delayHours: mark === null || mark > 0 ? 10 : null,
  windowHours: 720,
  mistakes: mark === null || mark > 0 ? 1 : null,
  words: mark === null || mark > 0 ? 100 : 0,
  families: mark === null ? { welcome: null } : { welcome: mark / 5 },
  ...more,
})

const brand = (id: string, sector: string, marks: (number | null)[]): BrandOutcomes => ({
  brand: id,
  sector,
  outcomes: marks.map((mark, index) => probe(`s${index}`, mark)),
})

const market = [
  brand('alpha', 'books', [90, 85, 95, 92, 88]),
  brand('beta', 'books', [60, 0, 70, 65, 0]),
  brand('gamma', 'travel', [0, 0, 0, 0, 0]),
  brand('delta', 'travel', [90, 85, 95, 92, 88]),
  brand('epsilon', 'travel', [88, 86, 93, 95, 80]),
]

const compute = (brands: readonly BrandOutcomes[], more = {}) =>
  computeStandings({ edition: '2026', seed: 1, brands, ...more })

describe('standings', () => {
  const table = compute(market)
  const of = (id: string) => table.find((standing) => standing.brand === id)!

  it('orders brands by index, ex æquo at the published precision, overall and per sector', () => {
    expect(table.map(({ brand: id, rank, sectorRank }) => [id, rank, sectorRank])).toEqual([
      ['alpha', 1, 1],
      ['delta', 1, 1],
      ['epsilon', 3, 2],
      ['beta', 4, 2],
      ['gamma', 5, 3],
    ])
  })

  it('takes the mean of the marks as index', () => {
    expect(of('alpha').index.value).toBeCloseTo(90, 9)
    expect(of('beta').index.value).toBeCloseTo(39, 9)
    expect(of('beta').index.n).toBe(5)
  })

  it('gives even a silent brand an interval, and keeps all of them inside 0–100', () => {
    const silent = of('gamma')
    expect(silent.silent).toBe(true)
    expect(silent.index.value).toBe(0)
    expect(silent.index.interval!.low).toBe(0)
    expect(silent.index.interval!.high).toBeGreaterThan(5)
    for (const { index } of table) {
      expect(index.interval!.low).toBeGreaterThanOrEqual(0)
      expect(index.interval!.high).toBeLessThanOrEqual(100)
    }
  })

  it('says who cannot be told from the winner by the rank interval that is printed', () => {
    expect(of('delta').indistinguishableFromWinner).toBe(true)
    expect(of('gamma').indistinguishableFromWinner).toBe(false)
    for (const standing of table)
      expect(standing.indistinguishableFromWinner, standing.brand).toBe(standing.rankInterval!.low === 1)
  })

  it('nests its rank intervals: alone, all at once in such a market, all at once whatever the market', () => {
    for (const { rank, rankInterval, rankIntervalAlone, rankIntervalStrict } of table) {
      const nested = [rankIntervalStrict!.low, rankInterval!.low, rankIntervalAlone!.low, rank!]
      expect(nested).toEqual(nested.toSorted((a, b) => a - b))
      const upper = [rank!, rankIntervalAlone!.high, rankInterval!.high, rankIntervalStrict!.high]
      expect(upper).toEqual(upper.toSorted((a, b) => a - b))
    }
  })

  it('pulls indices to the mean of all without changing those printed', () => {
    for (const { brand, index, shrunkenIndex, reliability } of table) {
      expect(reliability).toBeGreaterThan(0)
      expect(reliability).toBeLessThan(1)
      if (brand === 'gamma') expect(shrunkenIndex).toBeGreaterThan(index.value!)
    }
  })

  it('computes the indicators', () => {
    const beta = of('beta')
    expect(beta.responseRate).toMatchObject({ value: 0.6, n: 5 })
    expect(beta.within24Hours.value).toBe(0.6)
    expect(beta.medianDelayHours.value).toBe(10)
    expect(beta.mistakesPer100Words).toMatchObject({ value: 1, n: 300 })
    expect(beta.flawlessShare).toMatchObject({ value: 0, n: 3 })
    expect(beta.fullResponse).toBe(false)
    expect(of('alpha').fullResponse).toBe(true)
    expect(of('alpha').families.welcome).toBeCloseTo(18, 9)
  })

  it('leaves an inconclusive mark out and a brand without marks unranked', () => {
    const [first, second] = compute([brand('a', 's', [80, null, 60]), brand('b', 's', [null, null, null])])
    expect(first!.index).toMatchObject({ value: 70, n: 2 })
    expect(second).toMatchObject({ brand: 'b', rank: null, rankInterval: null, index: { value: null, n: 0 } })
  })

  it('shows movement against the previous edition, and calls only clear moves significant', () => {
    const before = compute([
      brand('alpha', 'books', [90, 85, 95, 92, 88]),
      brand('beta', 'books', [95, 95, 96, 97, 99]),
      brand('gamma', 'travel', [10, 0, 5, 0, 0]),
      brand('delta', 'travel', [89, 85, 95, 92, 88]),
    ])
    const after = compute(market, { previous: before })
    const moved = Object.fromEntries(after.map((standing) => [standing.brand, standing]))
    expect(moved.beta).toMatchObject({ movement: -3, significantMove: true })
    expect(moved.beta!.indexChange).toBeCloseTo(39 - 96.4, 9)
    expect(moved.alpha).toMatchObject({ movement: 1, significantMove: false })
    expect(moved.epsilon).toMatchObject({ movement: null, indexChange: null, significantMove: false })
  })

  it('does not depend on the order of brands or probes, and repeats itself', () => {
    const shuffled = [...market].reverse().map((one) => ({ ...one, outcomes: [...one.outcomes] }))
    expect(compute(shuffled)).toEqual(table)
  })

  it('is not surprised by one brand, one probe, or nothing', () => {
    expect(compute([])).toEqual([])
    expect(compute([brand('only', 's', [50])])[0]).toMatchObject({
      rank: 1,
      index: { value: 50, interval: null, n: 1 },
    })
    expect(compute([brand('only', 's', [50, 70, 60])])[0]!.index.interval).not.toBeNull()
    expect(compute([brand('a', 's', [50]), brand('b', 's', [60])])[0]!.rank).toBe(1)
  })

  it('refuses a mark outside 0–100', () => {
    expect(() => compute([brand('a', 's', [101])])).toThrow(/101/)
  })

  it('holds index and rank inside their intervals for any marks', () => {
    const marks = fc.array(fc.oneof(fc.constant(0), fc.constant(100), fc.double({ min: 0, max: 100, noNaN: true })), {
      minLength: 1,
      maxLength: 7,
    })
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 12 }), (rows) => {
        const standings = compute(
          rows.map((row, index) => brand(`b${index}`, 's', row)),
          { draws: 60 },
        )
        // Where every index prints as 0 nobody is ranked.
        const won = standings.some(({ index }) => (index.value ?? 0) >= 0.05)
        for (const { index, rank, rankInterval } of standings) {
          expect(rank !== null).toBe(won)
          if (!index.interval) continue
          expect(index.interval.low).toBeLessThanOrEqual(index.value! + 1e-6)
          expect(index.interval.high).toBeGreaterThanOrEqual(index.value! - 1e-6)
          if (rankInterval) {
            expect(rankInterval.low).toBeLessThanOrEqual(rank!)
            expect(rankInterval.high).toBeGreaterThanOrEqual(rank!)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
