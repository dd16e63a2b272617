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
const LAST_RANK = Math.max(...Object.values(RANK))

function byPlace(a: Mistake, b: Mistake): number {
  return a.start - b.start || a.end - b.end
}

/** Adds mistakes of one rank, in order of place, to those of better ranks, in one pass: a hostile mail has hundreds of thousands. */
function withFurther(kept: readonly Mistake[], further: readonly Mistake[]): readonly Mistake[] {
  if (further.length === 0) return kept
  const both: Mistake[] = []
  let next = 0
  let lastEnd = 0
  for (const mistake of further) {
    for (let better = kept[next]; better && better.end <= mistake.start; better = kept[next]) {
      both.push(better)
      next += 1
    }
    if (mistake.start < lastEnd || (kept[next]?.start ?? Number.POSITIVE_INFINITY) < mistake.end) continue
    both.push(mistake)
    lastEnd = mistake.end
  }
  for (const better of kept.slice(next)) both.push(better)
  return both
}

/** @param lists mistakes of one text; empty or reversed spans are left out */
export function mergeMistakes(...lists: readonly (readonly Mistake[])[]): readonly Mistake[] {
  const all = lists.flat().filter((mistake) => mistake.end > mistake.start)
  if (all.length < 2) return all
  const ordered = all.sort(byPlace)
  let kept: readonly Mistake[] = []
  for (let rank = 0; rank <= LAST_RANK; rank += 1)
    kept = withFurther(
      kept,
      ordered.filter(({ category }) => RANK[category] === rank),
    )
  return kept
}

/** Adds possible mistakes, in order of place, where they overlap none that counts and none before them. */
export function addPossible(counted: readonly Mistake[], possible: readonly Mistake[]): readonly Mistake[] {
  return withFurther(counted, possible.toSorted(byPlace))
}
