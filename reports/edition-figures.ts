/**
 * Figures of a report that follow from outcomes and standings alone: of an edition, a sector, a scenario. The verifiers that stand
 * beside published files compute them again by this same code.
 */
import type { Estimate, Standing } from '../src/domain/standing.js'
import { indicators, type ProbeOutcome } from '../src/ranking/indicators.js'
import { kaplanMeier } from '../src/ranking/kaplan-meier.js'
import { Z95 } from '../src/ranking/special-functions.js'
import type { BrandOutcomes } from '../src/ranking/standings.js'
import type { EditionReport, ReportSector } from './edition-schema.js'

/** Mean of several brands' indices, with the interval that their own intervals imply. */
export function meanIndex(standings: readonly Standing[]): Estimate {
  const ranked = standings.filter((standing) => standing.index.value !== null)
  if (ranked.length === 0) return { value: null, interval: null, n: 0 }
  const value = ranked.reduce((sum, standing) => sum + standing.index.value!, 0) / ranked.length
  let squares = 0
  for (const { index } of ranked) {
    if (!index.interval) return { value, interval: null, n: ranked.length }
    squares += ((index.interval.high - index.interval.low) / (2 * Z95)) ** 2
  }
  const half = (Z95 * Math.sqrt(squares)) / ranked.length
  return {
    value,
    interval: { low: Math.max(0, value - half), high: Math.min(100, value + half), level: 0.95 },
    n: ranked.length,
  }
}

/** Mean mark of a set of probes; its interval would need the brands' spread and is left out. */
function meanMark(outcomes: readonly ProbeOutcome[]): Estimate {
  const marks = outcomes.map((outcome) => outcome.mark).filter((mark) => mark !== null)
  if (marks.length === 0) return { value: null, interval: null, n: 0 }
  return { value: marks.reduce((sum, mark) => sum + mark, 0) / marks.length, interval: null, n: marks.length }
}

/** Without the last bits of a product of fractions, so that 0.425 prints like 51 of 120. */
export function rounded(share: number): number {
  return Math.round(share * 1e12) / 1e12
}

/** Share answered over time, one step at each answer. */
export function survivalOf(outcomes: readonly ProbeOutcome[]): { hours: number; answered: number }[] {
  const durations = outcomes
    .filter((outcome) => !outcome.answered || outcome.delayHours !== null)
    .map((outcome) => ({
      hours: outcome.answered ? outcome.delayHours! : outcome.windowHours,
      event: outcome.answered,
    }))
  return kaplanMeier(durations).steps.map((step) => ({ hours: step.hours, answered: rounded(1 - step.survival) }))
}

/** Figures of a sector that follow from its marks: without its names, its place among the sectors, and what its mails prove. */
export type SectorFigures = Omit<ReportSector, 'id' | 'title' | 'rank' | 'authenticated' | 'answeredByMachine'>

/** Figures of one sector. */
export function sectorFigures(
  sector: string,
  brands: readonly BrandOutcomes[],
  standings: readonly Standing[],
): SectorFigures {
  const members = brands.filter((brand) => brand.sector === sector)
  const outcomes = members.flatMap((brand) => brand.outcomes)
  return {
    brands: members.length,
    index: meanIndex(standings.filter((standing) => standing.sector === sector)),
    ...indicators(outcomes),
    survival: survivalOf(outcomes),
  }
}

/** Figures of one scenario over all brands. */
export function scenarioFigures(
  scenario: string,
  brands: readonly BrandOutcomes[],
): Omit<EditionReport['scenarios'][number], 'id' | 'title'> {
  const outcomes = brands.flatMap((brand) => brand.outcomes.filter((outcome) => outcome.scenario === scenario))
  return { ...indicators(outcomes), index: meanMark(outcomes) }
}

/** Figures of a whole edition. */
export function overallFigures(
  brands: readonly BrandOutcomes[],
  standings: readonly Standing[],
): EditionReport['overall'] {
  return { ...indicators(brands.flatMap((brand) => brand.outcomes)), index: meanIndex(standings) }
}

/** Mark of every exchange, without the hash of our e-mail. */
export function marksOf(brands: readonly BrandOutcomes[]): readonly Omit<EditionReport['marks'][number], 'mailHash'>[] {
  return brands.flatMap(({ brand, outcomes }) =>
    outcomes.map(({ scenario, mark, answered }) => ({ brand, scenario, mark, answered })),
  )
}
