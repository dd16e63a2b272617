/**
 * Folding for phrase search: lower case, without accents, one apostrophe, one kind of space.
 * Every UTF-16 unit stays in its place, so that a match's offsets are offsets into the text itself.
 */

import { remember } from './remember.js'

const SINGLE_QUOTES = /[\u2018\u2019\u02BC\u0060\u00B4\u2032]/
const DASHES = /[\u2010-\u2015\u2212]/
const SPACES = /[\t\u00A0\u2007\u202F\u2000-\u2006\u2008-\u200A\u3000]/

/** One unit folded; always one unit again. */
export function foldUnit(unit: string): string {
  if (unit < '\u0080') return unit === '\t' ? ' ' : unit === '`' ? "'" : unit.toLowerCase()
  if (SINGLE_QUOTES.test(unit)) return "'"
  if (DASHES.test(unit)) return '-'
  if (SPACES.test(unit)) return ' '
  const base = unit.normalize('NFD').charAt(0).toLowerCase()
  return base.length === 1 ? base : unit
}

/** Longest text that is looked at, in UTF-16 units; a longer letter is not one, and phrase search stays quick on hostile mail. */
export const MAXIMUM_TEXT = 60_000

/** Folded units by unit, filled as they come; -1 where a unit was not met yet. */
const FOLDED = new Int32Array(0x1_0000).fill(-1)

/** Units made a string in one go; more would not fit on the stack. */
const AT_ONCE = 4096

/** Results kept: a letter, its parts and the brand's other letters are asked for by several criteria. */
const REMEMBERED = 64

/** The text folded, unit for unit, up to `MAXIMUM_TEXT`. Text that was not in NFC keeps its combining marks. */
export const fold = remember((text: string): string => {
  const length = Math.min(text.length, MAXIMUM_TEXT)
  let folded = ''
  for (let from = 0; from < length; from += AT_ONCE) {
    const units = new Uint16Array(Math.min(AT_ONCE, length - from))
    for (let index = 0; index < units.length; index += 1) {
      const unit = text.charCodeAt(from + index)
      let code = FOLDED[unit] as number
      if (code < 0) {
        code = foldUnit(String.fromCharCode(unit)).charCodeAt(0)
        FOLDED[unit] = code
      }
      units[index] = code
    }
    folded += String.fromCharCode(...units)
  }
  return folded
}, REMEMBERED)

/** Letters and digits of a name only, folded: `Jean-Pierre` and `jean pierre` are alike. */
export function foldName(name: string): string {
  return fold(name.normalize('NFC')).replace(/[^a-z0-9]/g, '')
}
