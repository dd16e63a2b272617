/**
 * Median hours to the answer, unanswered probes counted as "not within the window". For one brand's handful of probes the
 * large-sample limits of Brookmeyer & Crowley miss their level; watching ends for all probes at the same window, so the
 * Kaplan–Meier curve is the plain empirical one and the sign test gives exact limits, interpolated on the logarithm of
 * hours between order statistics (Hettmansperger & Sheather, Stat. Prob. Letters 4, 1986). Larger groups use Brookmeyer–Crowley.
 */
import type { Estimate, Interval } from '../domain/standing.js'
import { type Duration, kaplanMeier, medianSurvival } from './kaplan-meier.js'
import { binomialCdf } from './special-functions.js'

/** Probes up to which exact limits are used. */
const EXACT_UP_TO = 40

/** Probes below which no limits are given: with three, the widest possible interval is right three times in four. */
const FEWEST = 4

/** Level of the interval from the d-th smallest to the d-th largest of n values for their median. */
function signLevel(d: number, n: number): number {
  return 1 - 2 * binomialCdf(d - 1, n, 0.5)
}

/** A time between two order statistics on the logarithmic scale; Infinity where the later one never came. */
function between(earlier: number, later: number, share: number): number {
  if (share === 0 || earlier === later) return earlier
  if (!Number.isFinite(later)) return Number.POSITIVE_INFINITY
  // Answers within the same second would have no logarithm.
  const floor = 1 / 3600
  return Math.exp((1 - share) * Math.log(Math.max(floor, earlier)) + share * Math.log(Math.max(floor, later)))
}

/** Exact limits from sorted times (Infinity: never within the window). `level` is what they really reach. */
function exactLimits(times: readonly number[], level: number): { low: number; high: number; level: number } {
  const n = times.length
  let d = 1
  while (d + 1 <= n / 2 && signLevel(d + 1, n) >= level) d += 1
  const outer = signLevel(d, n)
  const lowest = times[d - 1]!
  const highest = times[n - d]!
  if (outer <= level || d + 1 > n / 2) return { low: lowest, high: highest, level: Math.min(level, outer) }
  const inner = signLevel(d + 1, n)
  const gap = (outer - level) / (outer - inner)
  const share = ((n - d) * gap) / (d + (n - 2 * d) * gap)
  // Where the outer value never came, the upper limit stays open: nothing tells how far it would be.
  const innerHigh = times[n - d - 1]!
  return {
    low: between(lowest, times[d]!, share),
    high: Number.isFinite(highest) ? between(innerHigh, highest, 1 - share) : highest,
    level,
  }
}

/**
 * Median delay in hours.
 * @param durations one per probe; unanswered ones with `event: false` and the hours watched
 * @param windowHours the answer window; an open limit is printed as this with `openEnded`
 * @returns value null where fewer than half were answered within the window; interval null below four probes
 */
export function medianDelay(durations: readonly Duration[], windowHours: number, level = 0.95): Estimate {
  const n = durations.length
  if (n === 0) return { value: null, interval: null, n }
  const lastEvent = durations.reduce((last, one) => (one.event ? Math.max(last, one.hours) : last), 0)
  const watchedThrough = durations.every((one) => one.event || one.hours >= lastEvent)
  const closed = (low: number | null, high: number | null, reached: number): Interval => {
    const open = high === null || !Number.isFinite(high)
    return {
      low: low === null || !Number.isFinite(low) ? windowHours : low,
      high: open ? windowHours : high,
      level: reached,
      ...(open ? { openEnded: true } : {}),
    }
  }
  if (watchedThrough && n <= EXACT_UP_TO) {
    const times = durations.map((one) => (one.event ? one.hours : Number.POSITIVE_INFINITY)).sort((a, b) => a - b)
    const middle = n % 2 === 1 ? times[(n - 1) / 2]! : (times[n / 2 - 1]! + times[n / 2]!) / 2
    const value = Number.isFinite(middle) ? middle : null
    if (n < FEWEST) return { value, interval: null, n }
    const limits = exactLimits(times, level)
    return { value, interval: closed(limits.low, limits.high, limits.level), n }
  }
  const { median, low, high } = medianSurvival(kaplanMeier(durations), 'log', level)
  return { value: median, interval: closed(low, high, level), n }
}
