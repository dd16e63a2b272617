/**
 * Many patterns asked as one: a list of expressions becomes a single alternation, so that a line is looked at once and not
 * once a pattern. The list stays what is written, explained and tested; `patterns.some(…)` is the oracle of the tests.
 */

/** Says whether one of some patterns is found in a text. */
export type PatternTest = (text: string) => boolean

/** True where any of the patterns is found; patterns without state and back references, of any flags. */
export function anyOf(patterns: readonly RegExp[]): PatternTest {
  const flags = [...new Set(patterns.map((pattern) => pattern.flags))]
  const merged = flags.map((flag) => {
    const sources = patterns.filter((pattern) => pattern.flags === flag).map(({ source }) => `(?:${source})`)
    return new RegExp(sources.join('|'), flag)
  })
  const [first, ...others] = merged
  if (first === undefined) return () => false
  if (others.length === 0) return (text) => first.test(text)
  return (text) => merged.some((pattern) => pattern.test(text))
}
