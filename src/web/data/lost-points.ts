/** Where a brand loses its points: each criterion's share of what is missing to 100, mean over the brand's exchanges. */

import type { StudyLanguage } from '../../domain/language.js'
import { titleIn } from '../../languages/index.js'
import type { StoredEdition } from '../../ledger/editions.js'
import type { Ledger } from '../../ledger/ledger.js'
import { CRITERION_TITLES } from './names.js'

/** A criterion on which points are lost. */
export interface LostPoints {
  readonly title: string
  /** Points out of 100 lost per mail, mean over the exchanges. */
  readonly points: number
}

/** Criteria listed. */
const MOST_LISTED = 6

/** The criteria that cost most, dearest first. Unanswered mails lose everything and count under `answer`. */
export function lostPoints(
  ledger: Ledger,
  edition: StoredEdition,
  brand: string,
  language: StudyLanguage,
): readonly LostPoints[] {
  const { grid } = edition.configuration
  const lost = new Map<string, number>()
  const add = (criterion: string, points: number) => lost.set(criterion, (lost.get(criterion) ?? 0) + points)
  const assessments = ledger.probes.ofBrand(edition.id, brand).flatMap(({ id }) => ledger.assessments.ofProbe(id) ?? [])
  for (const { findings } of assessments) {
    const scoreOf = new Map(
      findings.flatMap((finding) =>
        finding.outcome === 'scored' ? [[finding.criterion, finding.score] as const] : [],
      ),
    )
    if (scoreOf.get('answer') === 0) {
      add('answer', 100)
      continue
    }
    for (const family of grid.families) {
      const counted = family.criteria.filter(({ id, weight }) => weight > 0 && scoreOf.has(id))
      const total = counted.reduce((sum, { weight }) => sum + weight, 0)
      for (const { id, weight } of counted) add(id, ((family.weight * weight) / total) * (1 - (scoreOf.get(id) ?? 1)))
    }
  }
  return [...lost]
    .map(([id, points]) => ({
      title: titleIn(CRITERION_TITLES[id], language) ?? id,
      points: points / Math.max(1, assessments.length),
    }))
    .filter(({ points }) => points >= 0.05)
    .sort((a, b) => b.points - a.points)
    .slice(0, MOST_LISTED)
}
