/**
 * Rates of rare events (mistakes per 100 words): exact Poisson interval (Garwood, Biometrika 28, 1936) and the conditional
 * exact test of two rates (Przyborowski & Wilenski, Biometrika 31, 1940), as R's poisson.test computes them.
 */
import type { Estimate, Interval } from '../domain/standing.js'
import { binomialProbability, gammaQuantile, incompleteBeta, invertIncreasing } from './special-functions.js'

/** Exact interval for the expected count behind an observed `count` (whole, ≥ 0). */
export function poissonInterval(count: number, level = 0.95): Interval {
  const tail = (1 - level) / 2
  return {
    low: count === 0 ? 0 : gammaQuantile(tail, count),
    high: gammaQuantile(1 - tail, count + 1),
    level,
  }
}

/** Comparison of two Poisson rates. */
export interface RateRatio {
  /** First rate divided by the second; null where the second count is 0. */
  readonly ratio: number | null
  /** Exact interval; `high` is Infinity where the second count is 0. */
  readonly interval: Interval
  /** Two-sided p of equal rates (sum of the outcomes no likelier than the observed one). */
  readonly p: number
}

/** Clopper–Pearson limits of a binomial share, used through the conditional distribution of the first count. */
function clopperPearson(k: number, n: number, level: number): Interval {
  const tail = (1 - level) / 2
  const low = k === 0 ? 0 : invertIncreasing((p) => incompleteBeta(k, n - k + 1, p), tail, 0, 1)
  const high = k === n ? 1 : invertIncreasing((p) => incompleteBeta(k + 1, n - k, p), 1 - tail, 0, 1)
  return { low, high, level }
}

/**
 * Conditional exact test that two Poisson rates are equal.
 * @param first events and exposure (same unit in both, > 0), `second` likewise
 */
export function compareRates(
  first: { readonly count: number; readonly exposure: number },
  second: { readonly count: number; readonly exposure: number },
  level = 0.95,
): RateRatio {
  const total = first.count + second.count
  const share = first.exposure / (first.exposure + second.exposure)
  const odds = (p: number) => (p >= 1 ? Number.POSITIVE_INFINITY : (p / (1 - p)) * (second.exposure / first.exposure))
  const limits = clopperPearson(first.count, total, level)
  const observed = binomialProbability(first.count, total, share)
  let p = 0
  for (let k = 0; k <= total; k += 1) {
    const probability = binomialProbability(k, total, share)
    // R's relative tolerance for "as likely as the observed outcome".
    if (probability <= observed * (1 + 1e-7)) p += probability
  }
  return {
    ratio: second.count === 0 ? null : first.count / first.exposure / (second.count / second.exposure),
    interval: { low: odds(limits.low), high: total === 0 ? Number.POSITIVE_INFINITY : odds(limits.high), level },
    p: Math.min(1, p),
  }
}

/** Events per `per` units of exposure with exact interval; null where nothing was exposed. `n` is the exposure in its own unit. */
export function rateEstimate(count: number, exposure: number, per: number, intervalOf = poissonInterval): Estimate {
  if (exposure <= 0) return { value: null, interval: null, n: exposure }
  const { low, high, level } = intervalOf(count)
  const factor = per / exposure
  return { value: count * factor, interval: { low: low * factor, high: high * factor, level }, n: exposure }
}
