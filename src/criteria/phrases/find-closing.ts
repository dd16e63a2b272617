/** Finds the closing formula of a letter: near its end, or at the head of its signature. */

import { findAll, findAny, type Place } from '../../text/find.js'
import { remember } from '../../text/remember.js'
import { CLOSING_LINE_EN, CLOSINGS_EN } from './english/closings.js'
import { CLOSING_WORDS_FR, CLOSINGS_FR } from './french/closings.js'

/** A closing formula stands within this many characters of the end (long "veuillez agréer" and a postscript included). */
const TAIL = 600
/** And in a short letter not before this share of it. */
const TAIL_SHARE = 0.3
/** Letters remembered: `courtesy`, `signature`, `coverage` and `resolution` ask for the same one. */
const REMEMBERED = 8
/** Wishes at the start of a letter: "j'espère que vous passez une bonne journée". */
const OPENING_WISH = /\b(?:esper(?:e|ons|ant)|hope|hoping)\b[^.!?\n]{0,60}$/

function trimmed(folded: string, { start, end }: Place): Place {
  const lead = /^[\s.!?,;]*/.exec(folded.slice(start, end))?.[0].length ?? 0
  return { start: start + lead, end }
}

function closings(folded: string, from: number): Place[] {
  const tail = folded.slice(from)
  return [
    ...findAny(CLOSINGS_FR, tail, from),
    ...findAny(CLOSINGS_EN, tail, from),
    ...findAll(CLOSING_WORDS_FR, tail, from),
    ...findAll(CLOSING_LINE_EN, tail, from),
  ]
    .map((place) => trimmed(folded, place))
    .filter(
      ({ start }) => start > folded.length / 2 || !OPENING_WISH.test(folded.slice(Math.max(0, start - 80), start)),
    )
    .toSorted((one, other) => one.start - other.start)
}

/** Closing formulas in the last part of a letter's text, in order. */
export const findClosings = remember((folded): readonly Place[] => {
  const from = Math.max(Math.floor(folded.length * TAIL_SHARE), folded.length - TAIL)
  // The zone opens at a line's start, so that a line is never cut in two.
  const lineStart = from <= 0 ? 0 : folded.lastIndexOf('\n', from) + 1
  return closings(folded, lineStart)
}, REMEMBERED)

/** Closing formulas in a signature part (reading may have cut the letter before the formula). */
export function findClosingsInSignature(folded: string): Place[] {
  return closings(folded.slice(0, TAIL), 0)
}
