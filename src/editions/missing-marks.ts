/**
 * Exchanges that were assessed and have no mark: a league table without too many of them says more of what went wrong with the
 * measurement (a clock that is off, an engine that was down) than of the brands.
 */
import { LOG_LANGUAGE, textIn } from '../languages/index.js'
import type { Ledger } from '../ledger/ledger.js'

/**
 * Share of the marks that may be missing where an edition is closed: 0.1. Own choice: an index of five to seven marks whose tenth part
 * is missing at random moves less than its interval; more of them have a common cause.
 */
export const MOST_MISSING = 0.1

/** Why marks are missing: a criterion that could not tell. */
interface MissingReason {
  readonly criterion: string
  readonly message: string
  /** Exchanges in which it was so. */
  readonly count: number
}

/** What is missing of an edition. */
export interface MissingMarks {
  /** Probes without a mark. */
  readonly missing: readonly string[]
  /** Number of probes with one. */
  readonly marked: number
  /** The commonest first. */
  readonly reasons: readonly MissingReason[]
}

/** Finds them. */
export function missingMarks(ledger: Ledger, edition: string): MissingMarks {
  const assessments = ledger.assessments.ofEdition(edition)
  const missing = assessments.filter(({ mark }) => mark === null)
  const counts = new Map<string, MissingReason>()
  for (const { findings } of missing)
    for (const { criterion, outcome, message } of findings) {
      if (outcome !== 'not-available') continue
      const said = textIn(message, LOG_LANGUAGE)
      const key = `${criterion} ${said}`
      counts.set(key, { criterion, message: said, count: (counts.get(key)?.count ?? 0) + 1 })
    }
  return {
    missing: missing.map(({ probe }) => probe),
    marked: assessments.length - missing.length,
    reasons: [...counts.values()].toSorted((one, other) => other.count - one.count),
  }
}
