import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareEstimate, wilsonInterval } from '../../src/ranking/wilson.js'

describe('Wilson interval', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is as published', (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('equals z²/(n + z²) where nothing succeeded, to 1e-9', () => {
    const square = 1.959963984540054 ** 2
    expect(wilsonInterval(0, 5).high).toBeCloseTo(square / (5 + square), 9)
    expect(wilsonInterval(7, 7).low).toBeCloseTo(7 / (7 + square), 9)
  })

  it('stays inside 0–1 and holds the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const successes = Math.round(n * part)
        const { low, high } = wilsonInterval(successes, n)
        return low >= 0 && high <= 1 && low <= successes / n && successes / n <= high
      }),
    )
  })

  it('has no value without observations', () => {
    expect(shareEstimate(0, 0)).toEqual({ value: null, interval: null, n: 0 })
  })
})
