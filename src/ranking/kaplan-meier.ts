/**
 * Time until an answer when some never came: Kaplan–Meier curve (JASA 53, 1958) with Greenwood's variance (1926), and the
 * median's interval by inverting the test S(t) = 1/2 (Brookmeyer & Crowley, Biometrics 38, 1982). Unanswered probes are
 * censored at the end of their answer window.
 */
import { normalQuantile, Z95 } from './special-functions.js'

/** One observed time. */
export interface Duration {
  /** Hours until the answer, or until watching stopped. */
  readonly hours: number
  /** True where the answer came; false where watching stopped before it. */
  readonly event: boolean
}

/** One step of the curve: what holds from `hours` on. */
export interface SurvivalStep {
  readonly hours: number
  readonly atRisk: number
  readonly events: number
  /** Share not yet answered, 0–1. */
  readonly survival: number
  /** Standard error of `survival` (Greenwood); 0 where `survival` is 0. */
  readonly standardError: number
}

/** The curve: its steps at event times, in time order. */
export interface SurvivalCurve {
  readonly steps: readonly SurvivalStep[]
  readonly n: number
  readonly events: number
}

/** Scale on which limits are drawn: R's `conf.type`; `log` is R's default. */
export type ConfidenceScale = 'plain' | 'log' | 'log-log'

/** Kaplan–Meier curve; an event and a censoring at the same hour: the event counts first. */
export function kaplanMeier(durations: readonly Duration[]): SurvivalCurve {
  const sorted = [...durations].sort((a, b) => a.hours - b.hours)
  const steps: SurvivalStep[] = []
  let survival = 1
  let greenwood = 0
  let events = 0
  let index = 0
  while (index < sorted.length) {
    const hours = sorted[index]!.hours
    const atRisk = sorted.length - index
    let eventsHere = 0
    while (index < sorted.length && sorted[index]!.hours === hours) {
      if (sorted[index]!.event) eventsHere += 1
      index += 1
    }
    if (eventsHere === 0) continue
    events += eventsHere
    survival *= 1 - eventsHere / atRisk
    greenwood += atRisk === eventsHere ? 0 : eventsHere / (atRisk * (atRisk - eventsHere))
    steps.push({ hours, atRisk, events: eventsHere, survival, standardError: survival * Math.sqrt(greenwood) })
  }
  return { steps, n: sorted.length, events }
}

/** Share not yet answered after `hours`, with its standard error. */
export function survivalAt(curve: SurvivalCurve, hours: number): { survival: number; standardError: number } {
  let found = { survival: 1, standardError: 0 }
  for (const step of curve.steps) {
    if (step.hours > hours) break
    found = step
  }
  return { survival: found.survival, standardError: found.standardError }
}

/** Pointwise limits of a step on the given scale, inside 0–1; null where the scale gives none (survival 0). */
export function survivalLimits(
  step: SurvivalStep,
  scale: ConfidenceScale,
  level = 0.95,
): { low: number; high: number } | null {
  const { survival, standardError } = step
  if (survival <= 0) return null
  const z = level === 0.95 ? Z95 : normalQuantile(0.5 + level / 2)
  if (scale === 'plain') {
    return { low: Math.max(0, survival - z * standardError), high: Math.min(1, survival + z * standardError) }
  }
  const relative = standardError / survival
  if (scale === 'log') {
    return { low: survival * Math.exp(-z * relative), high: Math.min(1, survival * Math.exp(z * relative)) }
  }
  if (survival >= 1) return { low: 1, high: 1 }
  const centre = Math.log(-Math.log(survival))
  const spread = (z * relative) / Math.abs(Math.log(survival))
  return { low: Math.exp(-Math.exp(centre + spread)), high: Math.exp(-Math.exp(centre - spread)) }
}

/** First time at which a decreasing step function reaches 1/2; where it stays at 1/2 exactly, the middle of that stretch. */
function timeAtHalf(times: readonly number[], values: readonly number[]): number | null {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]!
    if (Math.abs(value - 0.5) < 1e-12) {
      const next = values.findIndex((later, position) => position > index && later < 0.5 - 1e-12)
      return next < 0 ? times[index]! : (times[index]! + times[next]!) / 2
    }
    if (value < 0.5) return times[index]!
  }
  return null
}

/** Median time with Brookmeyer–Crowley limits; null where the curve, or its limit, does not come down to one half. */
export function medianSurvival(
  curve: SurvivalCurve,
  scale: ConfidenceScale = 'log',
  level = 0.95,
): { median: number | null; low: number | null; high: number | null } {
  const times = curve.steps.map((step) => step.hours)
  const median = timeAtHalf(
    times,
    curve.steps.map((step) => step.survival),
  )
  // At survival 0 the variance is undefined; R carries the last limits on, and so does this.
  const limits: { low: number; high: number }[] = []
  let ended = false
  for (const step of curve.steps) {
    const limit = survivalLimits(step, scale, level)
    if (!limit) {
      ended = true
      break
    }
    limits.push(limit)
  }
  const shown = ended ? times.slice(0, limits.length) : times
  return {
    median,
    low: timeAtHalf(
      shown,
      limits.map((limit) => limit.low),
    ),
    high: timeAtHalf(
      shown,
      limits.map((limit) => limit.high),
    ),
  }
}
