/** Finds phrases in folded text and keeps their places. */

/** A place in a text: offsets in UTF-16 units, end exclusive. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** Every match of a pattern (flag `g` needed), in order. */
export function findAll(pattern: RegExp, folded: string, offset = 0): Place[] {
  return [...folded.matchAll(pattern)]
    .filter((match) => match[0].length > 0)
    .map((match) => ({ start: offset + match.index, end: offset + match.index + match[0].length }))
}

/** Every match of any pattern, in order of place, longer first. */
export function findAny(patterns: readonly RegExp[], folded: string, offset = 0): Place[] {
  return patterns
    .flatMap((pattern) => findAll(pattern, folded, offset))
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
}

/** The first match of any pattern; null where none matches. */
export function findFirst(patterns: readonly RegExp[], folded: string, offset = 0): Place | null {
  return findAny(patterns, folded, offset)[0] ?? null
}
