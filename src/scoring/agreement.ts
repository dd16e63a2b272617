/** How far two reviewers agree beyond chance: Cohen's kappa (Cohen 1960, Educational and Psychological Measurement 20, 37–46). */

/** Agreement of two reviewers over the same cases. */
export interface Agreement {
  /** Cases both judged. */
  readonly n: number
  /** Share of cases judged alike, 0–1. */
  readonly observed: number
  /** Share expected by chance from both reviewers' own frequencies, 0–1. */
  readonly expected: number
  /** −1 to 1; null without cases, or where both always gave one and the same label (chance explains all). */
  readonly kappa: number | null
}

/** Cohen's kappa over pairs of labels (first reviewer, second reviewer). */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): Agreement {
  const n = pairs.length
  if (n === 0) return { n, observed: 0, expected: 0, kappa: null }
  const count = (side: 0 | 1, label: string): number => pairs.filter((pair) => pair[side] === label).length
  const labels = [...new Set(pairs.flat())]
  const observed = pairs.filter(([one, other]) => one === other).length / n
  const expected = labels.reduce((sum, label) => sum + count(0, label) * count(1, label), 0) / (n * n)
  return { n, observed, expected, kappa: expected === 1 ? null : (observed - expected) / (1 - expected) }
}
