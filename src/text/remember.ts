/** Remembers the last results of a pure function of a text: several criteria ask the same thing of the same letter. */

/** Longest text whose result is remembered, in UTF-16 units: a hostile mail must not fill the memory. */
const LONGEST = 20_000

/**
 * The same function, computed once for a text as long as it is among the last ones asked for.
 * @param compute a pure function; its result is handed out again and must not be changed by anybody
 * @param most how many results are kept
 */
export function remember<Result>(compute: (text: string) => Result, most: number): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = compute(text)
    if (text.length > LONGEST) return result
    if (known.size >= most) for (const oldest of known.keys()) if (known.delete(oldest)) break
    known.set(text, result)
    return result
  }
}
