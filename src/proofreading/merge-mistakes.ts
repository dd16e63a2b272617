/**
 * Joins the mistakes of several checks into one list, in order of place, without overlaps. Where two overlap, the one that
 * explains more is kept: a named rule about several words over an unknown word, that over punctuation, that over typography; between equals
 * the one that starts first, then the shorter.
 */
import type { Mistake, MistakeCategory } from '../domain/mistake.js'

const RANK: Readonly<Record<MistakeCategory, number>> = {
  agreement: 0,
  conjugation: 0,
  homophone: 0,
  grammar: 0,
  spelling: 1,
  punctuation: 2,
  typography: 3,
}

function byPlace(a: Mistake, b: Mistake): number {
  return a.start - b.start || a.end - b.end
}

/** @param lists mistakes of one text; empty or reversed spans are left out */
export function mergeMistakes(...lists: readonly (readonly Mistake[])[]): readonly Mistake[] {
  const all = lists.flat().filter((mistake) => mistake.end > mistake.start)
  if (all.length < 2) return all
  const kept: Mistake[] = []
  const byMerit = all.toSorted((a, b) => RANK[a.category] - RANK[b.category] || byPlace(a, b))
  for (const mistake of byMerit) {
    if (!kept.some((other) => mistake.start < other.end && other.start < mistake.end)) kept.push(mistake)
  }
  return kept.sort(byPlace)
}
