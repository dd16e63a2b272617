/**
 * The file from which anybody computes the league table again: outcome of every exchange (mark, points of each family, delay,
 * mistakes, words), seed, and the standings that movement is measured against. No address, name, text or moment is in it.
 */
import { type ComputedEdition, comparableEdition, computeEdition } from '../src/editions/computed-edition.js'
import type { ReportRows } from '../src/editions/edition-rows.js'
import type { StandingsInput } from '../src/ranking/standings.js'
import { DEFAULT_DRAWS } from '../src/ranking/standings.js'

/** What the league table of an edition was computed from. */
export function rankingInput({ edition: own, earlier }: ReportRows): Required<StandingsInput> {
  const computed: ComputedEdition[] = []
  for (const rows of earlier) computed.push(computeEdition(rows, computed))
  const { outcomes, method } = computeEdition(own, computed)
  const { id, seed } = own.configuration.edition
  const previous = comparableEdition(computed, method)?.standings ?? null
  return { edition: id, seed, draws: DEFAULT_DRAWS, brands: outcomes, previous }
}
