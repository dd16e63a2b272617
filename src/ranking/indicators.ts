/** Indicators of docs/methodology.en.md §6 over any set of probes: a brand's, a scenario's, a sector's, an edition's. */
import type { Estimate } from '../domain/standing.js'
import { medianDelay } from './median-delay.js'
import { poissonInterval, rateEstimate } from './poisson.js'
import { shareEstimate } from './wilson.js'

/** What one probe brought. */
export interface ProbeOutcome {
  readonly scenario: string
  /** 0–100; 0 where no answer came; null where inconclusive, which leaves the probe out of the index. */
  readonly mark: number | null
  /** A reply came within the answer window. */
  readonly answered: boolean
  /** Hours to the first reply; null where none came. */
  readonly delayHours: number | null
  /** Hours during which an answer counted. */
  readonly windowHours: number
  /** Counted mistakes in the reply; null where there is no reply or it could not be proofread. */
  readonly mistakes: number | null
  /** Words proofread. */
  readonly words: number
  /** Family points; null where inconclusive. */
  readonly families: Readonly<Record<string, number | null>>
}

/** Indicators of a set of probes, with their uncertainty. Intervals speak of these brands, not of brands not measured. */
export interface Indicators {
  /** Share of probes answered, 0–1, Wilson interval. */
  readonly responseRate: Estimate
  /** True where every probe was answered; false for an empty set. */
  readonly fullResponse: boolean
  /** True where none was answered; false for an empty set. */
  readonly silent: boolean
  /** Share of all probes answered within 24 h. */
  readonly within24Hours: Estimate
  readonly medianDelayHours: Estimate
  /** Mistakes per 100 words, exact Poisson interval; `n` is the number of words. */
  readonly mistakesPer100Words: Estimate
  /** Share of proofread replies without a mistake. */
  readonly flawlessShare: Estimate
}

/**
 * Indicators of a set of probes.
 * @param intervalOf a remembered `poissonInterval` where many sets are measured
 */
export function indicators(
  outcomes: readonly ProbeOutcome[],
  intervalOf: typeof poissonInterval = poissonInterval,
): Indicators {
  const n = outcomes.length
  const answered = outcomes.filter((outcome) => outcome.answered)
  const within = answered.filter(({ delayHours }) => delayHours !== null && delayHours <= 24).length
  const proofread = answered.filter(({ mistakes, words }) => mistakes !== null && words > 0)
  const mistakes = proofread.reduce((sum, outcome) => sum + outcome.mistakes!, 0)
  const words = proofread.reduce((sum, outcome) => sum + outcome.words, 0)
  const timed = outcomes.filter((outcome) => !outcome.answered || outcome.delayHours !== null)
  const window = outcomes.reduce((longest, outcome) => Math.max(longest, outcome.windowHours), 0)
  return {
    responseRate: shareEstimate(answered.length, n),
    fullResponse: n > 0 && answered.length === n,
    silent: n > 0 && answered.length === 0,
    within24Hours: shareEstimate(within, n),
    medianDelayHours: medianDelay(
      timed.map((outcome) => ({
        hours: outcome.answered ? outcome.delayHours! : outcome.windowHours,
        event: outcome.answered,
      })),
      window,
    ),
    mistakesPer100Words: rateEstimate(mistakes, words, 100, intervalOf),
    flawlessShare: shareEstimate(proofread.filter((outcome) => outcome.mistakes === 0).length, proofread.length),
  }
}

/** Mean points of each family over the exchanges that have them, families in alphabetical order. */
export function familyMeans(outcomes: readonly ProbeOutcome[]): Record<string, number> {
  const sums = new Map<string, { points: number; n: number }>()
  for (const { families } of outcomes) {
    for (const [family, points] of Object.entries(families)) {
      if (points === null) continue
      const sum = sums.get(family) ?? { points: 0, n: 0 }
      sums.set(family, { points: sum.points + points, n: sum.n + 1 })
    }
  }
  return Object.fromEntries(
    [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { points, n }]) => [id, points / n]),
  )
}
