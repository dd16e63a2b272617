import { describe, expect, it } from 'vitest'
import { compareRates, poissonInterval, rateEstimate } from '../../src/ranking/poisson.js'

describe('exact Poisson interval', () => {
  // Garwood 1936; the same table in Johnson, Kotz & Kemp and in R's poisson.test.
  it.each([
    [0, 0, 3.688879454],
    [1, 0.025317808, 5.571643391],
    [5, 1.62348639, 11.668332079],
    [10, 4.795388649, 18.390356043],
  ])('for %i events is as published', (count, low, high) => {
    const interval = poissonInterval(count)
    expect(interval.low).toBeCloseTo(low, 6)
    expect(interval.high).toBeCloseTo(high, 6)
  })

  it('gives the rate of R’s own example, 137 events in 24.19893 units', () => {
    const estimate = rateEstimate(137, 24.19893, 1)
    expect(estimate.value).toBeCloseTo(5.661407, 6)
    expect(estimate.interval!.low).toBeCloseTo(4.753125, 6)
    expect(estimate.interval!.high).toBeCloseTo(6.692709, 6)
  })

  it('has no rate where nothing was written', () => {
    expect(rateEstimate(0, 0, 100)).toEqual({ value: null, interval: null, n: 0 })
  })
})

describe('conditional test of two rates', () => {
  it('gives the figures of R’s own example, 11 in 800 against 21 in 3 011', () => {
    const result = compareRates({ count: 11, exposure: 800 }, { count: 21, exposure: 3011 })
    expect(result.ratio).toBeCloseTo(1.971488, 6)
    expect(result.p).toBeCloseTo(0.07967, 5)
    expect(result.interval.low).toBeCloseTo(0.8584264, 6)
    expect(result.interval.high).toBeCloseTo(4.27727, 4)
  })

  it('is 1 for equal rates and open where the second never happened', () => {
    expect(compareRates({ count: 4, exposure: 10 }, { count: 4, exposure: 10 }).p).toBeCloseTo(1, 9)
    const open = compareRates({ count: 3, exposure: 10 }, { count: 0, exposure: 10 })
    expect(open.ratio).toBeNull()
    expect(open.interval.high).toBe(Number.POSITIVE_INFINITY)
  })
})
