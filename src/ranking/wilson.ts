/**
 * Interval for a share: Wilson's score interval (E. B. Wilson, JASA 22, 1927), which stays inside 0–1 and keeps its level
 * for the five or seven probes of a brand where the textbook p ± 1.96·√(p(1−p)/n) does not (Brown, Cai & DasGupta 2001).
 */
import type { Estimate, Interval } from '../domain/standing.js'
import { normalQuantile, Z95 } from './special-functions.js'

/** Score interval of `successes` out of `n` ≥ 1, as shares 0–1. */
export function wilsonInterval(successes: number, n: number, level = 0.95): Interval {
  const z = level === 0.95 ? Z95 : normalQuantile(0.5 + level / 2)
  const share = successes / n
  const square = z * z
  const centre = (share + square / (2 * n)) / (1 + square / n)
  const half = (z / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))
  // At the ends the formula gives 0 or 1 up to rounding; print them exactly.
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
    level,
  }
}

/** A share with its Wilson interval; value and interval are null where there is nothing to count. */
export function shareEstimate(successes: number, n: number): Estimate {
  if (n === 0) return { value: null, interval: null, n }
  return { value: successes / n, interval: wilsonInterval(successes, n), n }
}
