/** Finds phrases in folded text and keeps their places. */

/** A place in a text: offsets in UTF-16 units, end exclusive. */
export interface Place {
  readonly start: number
  readonly end: number
}

/**
 * Every match of a pattern (flag `g` needed), in order, empty ones included. `String.matchAll` would do the same, at the price of
 * compiling a copy of the pattern each time: a letter is asked some hundreds of patterns, sentence by sentence.
 */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  if (!pattern.global) throw new TypeError(`the pattern ${pattern.source} needs the flag g`)
  let from = 0
  for (;;) {
    // Whoever takes the matches may use the same pattern in between: its place is kept here.
    pattern.lastIndex = from
    const match = pattern.exec(text)
    if (!match) return
    from = pattern.lastIndex
    if (match[0] === '') from += pattern.unicode && (text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1
    yield match
  }
}

/** The first match of a pattern that holds anything; null where none does. */
function firstOf(pattern: RegExp, folded: string): RegExpExecArray | null {
  pattern.lastIndex = 0
  const match = pattern.exec(folded)
  if (match?.[0] !== '') return match
  for (const other of matchesOf(pattern, folded)) if (other[0] !== '') return other
  return null
}

/** Matches that hold anything from an empty one on. */
function findLater(pattern: RegExp, folded: string, from: number, offset: number): Place[] {
  return [...matchesOf(pattern, folded)]
    .filter((match) => match.index >= from && match[0] !== '')
    .map((match) => ({ start: offset + match.index, end: offset + match.index + match[0].length }))
}

/** Every match of a pattern (flag `g` needed), in order. */
export function findAll(pattern: RegExp, folded: string, offset = 0): Place[] {
  if (!pattern.global) throw new TypeError(`the pattern ${pattern.source} needs the flag g`)
  const places: Place[] = []
  pattern.lastIndex = 0
  // Without a generator: most patterns are not there at all, and this is asked most often.
  for (let match = pattern.exec(folded); match !== null; match = pattern.exec(folded)) {
    const { length } = match[0]
    if (length === 0) return places.concat(findLater(pattern, folded, match.index, offset))
    places.push({ start: offset + match.index, end: offset + match.index + length })
  }
  return places
}

/** Every match of any pattern, in order of place, longer first. */
export function findAny(patterns: readonly RegExp[], folded: string, offset = 0): Place[] {
  return patterns
    .flatMap((pattern) => findAll(pattern, folded, offset))
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
}

/** The first match of any pattern, the longest of those that begin together; null where none matches: the first of `findAny`. */
export function findFirst(patterns: readonly RegExp[], folded: string, offset = 0): Place | null {
  let first: Place | null = null
  for (const pattern of patterns) {
    const match = firstOf(pattern, folded)
    if (!match) continue
    const start = offset + match.index
    const end = start + match[0].length
    if (!first || start < first.start || (start === first.start && end > first.end)) first = { start, end }
  }
  return first
}
