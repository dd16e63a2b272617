/** Cuts signs off both ends of a line. */

/**
 * A text without the signs at its start, then without those at its end, at most so many at each.
 * @param first what is cut off at the start, one sign; an expression without state, as is `last`
 */
export function withoutEnds(text: string, first: RegExp, last: RegExp, most: number): string {
  let start = 0
  while (start < most && start < text.length && first.test(text[start]!)) start += 1
  let end = text.length
  while (end > start && text.length - end < most && last.test(text[end - 1]!)) end -= 1
  return start === 0 && end === text.length ? text : text.slice(start, end)
}
