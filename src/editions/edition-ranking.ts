/** Ranks an edition and keeps the result in the ledger: what closing does, and what verifying repeats. */

import type { Standing } from '../domain/standing.js'
import type { Instant } from '../domain/time.js'
import { EDITION_VARIANT } from '../ledger/assessments.js'
import type { Ledger } from '../ledger/ledger.js'
import type { TreatmentEffect } from '../ranking/equal-treatment.js'
import { type ComputedEdition, comparableEdition, computeEdition, equalTreatmentOf } from './computed-edition.js'
import { EQUAL_TREATMENT_ANALYSIS, readEarlierEditions, readEdition } from './edition-rows.js'

/** What ranking gives. */
export interface EditionRanking {
  readonly standings: readonly Standing[]
  readonly equalTreatment: readonly TreatmentEffect[]
  /** Edition against which movement is measured; null where none was made by the same method. */
  readonly previous: string | null
}

/** Computes the ranking of an edition from its assessments, whatever is stored. */
export function computeRanking(ledger: Ledger, id: string): EditionRanking {
  const rows = readEdition(ledger, id, true)
  const earlier: ComputedEdition[] = []
  for (const before of readEarlierEditions(ledger, id)) earlier.push(computeEdition(before, earlier))
  const { standings, method } = computeEdition(rows, earlier)
  const previous = comparableEdition(earlier, method)
  return {
    standings,
    equalTreatment: equalTreatmentOf(rows),
    previous: previous?.rows.configuration.edition.id ?? null,
  }
}

/**
 * Ranks an edition and stores league table and comparisons in place of the former ones.
 * @throws ReplymarkError `not-found`, or `conflict` when it is published
 */
export function rankEdition(ledger: Ledger, id: string, at: Instant): EditionRanking {
  const ranking = computeRanking(ledger, id)
  ledger.transaction(() => {
    ledger.standings.replace(id, EDITION_VARIANT, ranking.standings, at)
    ledger.standings.storeAnalysis(id, EDITION_VARIANT, EQUAL_TREATMENT_ANALYSIS, ranking.equalTreatment, at)
  })
  return ranking
}
