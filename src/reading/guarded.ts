/**
 * Expressions behind a cheap look: most texts lack a sign without which the expression cannot match, and telling that takes a
 * fraction of its time. The expression alone is the oracle of the tests: whatever it matches passes its guard.
 */

/** An expression and what every text that it matches has. */
export interface GuardedPattern {
  readonly guard: (text: string) => boolean
  readonly pattern: RegExp
}

/** True where the expression is found; it is looked for only where the guard lets the text pass. */
export function found({ guard, pattern }: GuardedPattern, text: string): boolean {
  return guard(text) && pattern.test(text)
}
