import { describe, expect, it } from 'vitest'
import { type ContrastResult, testFamily } from '../../src/ranking/equal-treatment-test.js'

const result = (statistic: number, shuffled: readonly number[]): ContrastResult => ({
  id: `${statistic}`,
  effect: statistic,
  error: 1,
  statistic,
  shuffled: Float64Array.from(shuffled),
})

describe('a family of comparisons', () => {
  const nineteen = Array.from({ length: 19 }, (_, shuffle) => shuffle / 10)

  it('is corrected by the largest statistic of each shuffle (Westfall & Young), counted by hand', () => {
    // Largest of both: 0, 0.1 … 1.8 but for one shuffle in which the second contrast reaches 3.
    const second = nineteen.map((value) => (value === 0 ? 3 : 0))
    const { adjusted } = testFamily([result(2, nineteen), result(1.75, second)], 0.1)
    // Of nineteen only the 3 reaches 2; the 3 and the 1.8 reach 1.75; the observed order counts too.
    expect(adjusted).toEqual([2 / 20, 3 / 20])
  })

  it('has a critical value that says the same as its p', () => {
    for (const statistic of [1.5, 1.65, 1.75, 1.85, 2.5]) {
      const { adjusted, critical } = testFamily([result(statistic, nineteen)], 0.1)
      expect(statistic > critical, `${statistic}`).toBe(adjusted[0]! <= 0.1)
    }
  })

  it('finds nothing where shuffles are too few for the level', () => {
    expect(testFamily([result(99, [1, 2, 3])], 0.1).critical).toBe(Number.POSITIVE_INFINITY)
  })
})
