import { describe, expect, it } from 'vitest'
import { kendall, midRanks, spearman } from '../../src/ranking/correlation.js'

/** Hollander & Wolfe 1973 p. 187, the example of R's cor.test. */
const x = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
const y = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8]

describe('rank correlation', () => {
  it('gives the published values of the Hollander & Wolfe example', () => {
    expect(kendall(x, y)).toBeCloseTo(0.4444444, 7)
    expect(spearman(x, y)).toBeCloseTo(0.6, 10)
  })

  it('shares places among ties and corrects τ for them', () => {
    expect(midRanks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1])
    expect(kendall([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(5 / Math.sqrt(5 * 6), 12)
  })

  it('is ±1 for equal and opposite orders, null where one side does not vary', () => {
    expect(spearman([1, 2, 3], [2, 4, 9])).toBeCloseTo(1, 12)
    expect(kendall([1, 2, 3], [3, 2, 1])).toBe(-1)
    expect(spearman([1, 1], [1, 2])).toBeNull()
    expect(kendall([1, 1], [1, 2])).toBeNull()
  })
})
