/**
 * An edition as its rows make it: outcomes, standings and comparisons, those stored when it was closed, else computed now. What
 * closing stores, verifying repeats and every report shows is computed here. Pure: same rows, same figures.
 */
import type { Standing } from '../domain/standing.js'
import type { EditionTotals } from '../ranking/changes.js'
import { measureEqualTreatment, type TreatmentEffect } from '../ranking/equal-treatment.js'
import { outcomesByBrand, treatmentObservations } from '../ranking/outcomes.js'
import { type BrandOutcomes, computeStandings } from '../ranking/standings.js'
import type { EditionRows } from './edition-rows.js'

/** An edition with what is computed from its rows. */
export interface ComputedEdition {
  readonly rows: EditionRows
  readonly outcomes: readonly BrandOutcomes[]
  readonly standings: readonly Standing[]
  /** Short form of grid and proofreaders. */
  readonly method: string
}

/** Short form of the method: editions are compared only where it is the same. */
export function methodOf(rows: EditionRows): string {
  return [rows.configuration.grid.hash.slice(0, 8), ...proofreadersOf(rows)].join(' · ')
}

/** Engines that proofread, with their versions. */
export function proofreadersOf(rows: EditionRows): string[] {
  const engines = rows.results.map((result) => result.assessment?.proofreader ?? null).filter((one) => one !== null)
  return [...new Set(engines)].sort()
}

/**
 * The edition that movement is measured against: the last one before, by the same method, that is closed. One that is still
 * running would make figures that cannot be computed again.
 */
export function comparableEdition(before: readonly ComputedEdition[], method: string): ComputedEdition | null {
  return before.findLast((edition) => edition.method === method && edition.rows.standings !== null) ?? null
}

/**
 * Standings of an edition: those stored when it was closed, else computed now.
 * @param before computed editions before it, in order of time
 */
export function computeEdition(rows: EditionRows, before: readonly ComputedEdition[]): ComputedEdition {
  const method = methodOf(rows)
  const outcomes = outcomesByBrand(rows.configuration, rows.results)
  const previous = comparableEdition(before, method)
  const { id, seed } = rows.configuration.edition
  const standings =
    rows.standings ?? computeStandings({ edition: id, seed, brands: outcomes, previous: previous?.standings ?? null })
  return { rows, outcomes, standings, method }
}

/** Counts of an edition over all brands. */
export function totalsOf({ rows, outcomes, standings }: ComputedEdition): EditionTotals {
  const all = outcomes.flatMap((brand) => brand.outcomes)
  const proofread = all.filter((outcome) => outcome.mistakes !== null && outcome.words > 0)
  return {
    edition: rows.configuration.edition.id,
    probes: all.length,
    answered: all.filter((outcome) => outcome.answered).length,
    answeredWithin24Hours: all.filter((outcome) => outcome.delayHours !== null && outcome.delayHours <= 24).length,
    mistakes: proofread.reduce((sum, outcome) => sum + outcome.mistakes!, 0),
    words: proofread.reduce((sum, outcome) => sum + outcome.words, 0),
    silentBrands: standings.filter((standing) => standing.silent).length,
    brands: standings.filter((standing) => standing.responseRate.n > 0).length,
  }
}

/** Comparisons of personas: those stored when the edition was closed, else computed now. */
export function equalTreatmentOf(rows: EditionRows): readonly TreatmentEffect[] {
  return (
    rows.equalTreatment ??
    measureEqualTreatment(treatmentObservations(rows.configuration, rows.results), rows.configuration.edition.seed)
  )
}
