/**
 * Paired permutation test (Fisher, The Design of Experiments, 1935, §21): under "no difference" each paired difference is
 * as likely to carry one sign as the other. Exact by enumeration up to 2^14 sign patterns, by seeded draws beyond.
 */
import { createRandom } from './random.js'

/** Pairs up to which every sign pattern is counted. */
const EXACT_PAIRS = 14
const DRAWS = 9_999

/**
 * One-sided p: share of sign patterns whose sum of differences is at least the observed one.
 * 1 for no pairs. The smallest value that n pairs can give is 2^−n: fewer than five pairs never reach 0.05.
 */
export function pairedPermutationP(differences: readonly number[], seed = 1): number {
  const n = differences.length
  const observed = differences.reduce((sum, value) => sum + value, 0)
  // Sums in another order differ in the last bits; equal sums must count as equal.
  const tolerance = 1e-9 * (1 + differences.reduce((sum, value) => sum + Math.abs(value), 0))
  let atLeast = 0
  if (n <= EXACT_PAIRS) {
    const patterns = 2 ** n
    for (let pattern = 0; pattern < patterns; pattern += 1) {
      let sum = 0
      for (let index = 0; index < n; index += 1) {
        sum += (pattern >>> index) & 1 ? -differences[index]! : differences[index]!
      }
      if (sum >= observed - tolerance) atLeast += 1
    }
    return atLeast / patterns
  }
  const random = createRandom(seed, 'paired-permutation', n)
  for (let draw = 0; draw < DRAWS; draw += 1) {
    let sum = 0
    for (const difference of differences) sum += random.next32() & 1 ? -difference : difference
    if (sum >= observed - tolerance) atLeast += 1
  }
  // Phipson & Smyth 2010: counting the observed pattern itself keeps the test valid.
  return (atLeast + 1) / (DRAWS + 1)
}

/** Two-sided p: twice the smaller one-sided value, at most 1. */
export function pairedPermutationTwoSidedP(differences: readonly number[], seed = 1): number {
  const upper = pairedPermutationP(differences, seed)
  const lower = pairedPermutationP(
    differences.map((difference) => -difference),
    seed,
  )
  return Math.min(1, 2 * Math.min(upper, lower))
}
