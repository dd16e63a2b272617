import { describe, expect, it } from 'vitest'
import { pairedPermutationP, pairedPermutationTwoSidedP } from '../../src/ranking/paired-permutation.js'

/** Darwin's crossed and self-fertilised maize, differences in eighths of an inch (Fisher 1935, §21). */
const DARWIN = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]

describe('paired permutation test', () => {
  it('finds close to Fisher’s 863 of 32 768 patterns in Darwin’s experiment (15 pairs are drawn, not enumerated)', () => {
    expect(Math.abs(pairedPermutationP(DARWIN) - 863 / 32_768)).toBeLessThan(0.005)
  })

  it('counts every pattern exactly for few pairs', () => {
    expect(pairedPermutationP([1, 1, 1, 1, 1])).toBe(1 / 32)
    expect(pairedPermutationP([3, 1, -1])).toBe(3 / 8)
    expect(pairedPermutationP([0, 0, 0])).toBe(1)
    expect(pairedPermutationP([])).toBe(1)
  })

  it('does not depend on the order of the differences', () => {
    const differences = [0.1, 0.2, 0.3, -0.6, 0.7]
    expect(pairedPermutationP(differences)).toBe(pairedPermutationP([...differences].reverse()))
  })

  it('doubles the smaller side for the two-sided value', () => {
    expect(pairedPermutationTwoSidedP([1, 2, 3, 4, 5, 6, 7])).toBe(2 / 128)
    expect(pairedPermutationTwoSidedP([0])).toBe(1)
  })
})
