/** Competition ranks ("1224"): equal published values share the best place, the next one counts everybody before it. */

/** Published precision of an index: one decimal. docs/methodology.en.md §6. */
export const INDEX_PRECISION = 0.1

/** A value in whole steps of the published precision, so that equality is equality in print. */
export function publishedSteps(value: number): number {
  // Means of marks such as 72.05 fall just under the half in binary; the small push rounds them as a reader would.
  return Math.round(value / INDEX_PRECISION + 1e-9)
}

/**
 * Ranks in the order given, largest value first; null values get no rank and count for nobody. Where the best value is 0 in print,
 * nobody has a rank: a table of silent brands has no winner.
 */
export function competitionRanks(values: readonly (number | null)[]): (number | null)[] {
  const steps = values.map((value) => (value === null ? null : publishedSteps(value)))
  const sorted = steps.filter((step) => step !== null).sort((a, b) => b - a)
  if ((sorted[0] ?? 0) <= 0) return steps.map(() => null)
  const rankOf = new Map<number, number>()
  sorted.forEach((step, index) => {
    if (!rankOf.has(step)) rankOf.set(step, index + 1)
  })
  return steps.map((step) => (step === null ? null : rankOf.get(step)!))
}
