/**
 * Folding for phrase search: lower case, without accents, one apostrophe, one kind of space.
 * Every UTF-16 unit stays in its place, so that a match's offsets are offsets into the text itself.
 */

const SINGLE_QUOTES = /[\u2018\u2019\u02BC\u0060\u00B4\u2032]/
const DASHES = /[\u2010-\u2015\u2212]/
const SPACES = /[\t\u00A0\u2007\u202F\u2000-\u2006\u2008-\u200A\u3000]/

function foldUnit(unit: string): string {
  if (unit < '\u0080') return unit === '\t' ? ' ' : unit === '`' ? "'" : unit.toLowerCase()
  if (SINGLE_QUOTES.test(unit)) return "'"
  if (DASHES.test(unit)) return '-'
  if (SPACES.test(unit)) return ' '
  const base = unit.normalize('NFD').charAt(0).toLowerCase()
  return base.length === 1 ? base : unit
}

/** Longest text that is looked at, in UTF-16 units; a longer letter is not one, and phrase search stays quick on hostile mail. */
export const MAXIMUM_TEXT = 60_000

/** The text folded, unit for unit, up to `MAXIMUM_TEXT`. Text that was not in NFC keeps its combining marks. */
export function fold(text: string): string {
  let folded = ''
  for (let index = 0; index < Math.min(text.length, MAXIMUM_TEXT); index += 1) folded += foldUnit(text.charAt(index))
  return folded
}

/** Letters and digits of a name only, folded: `Jean-Pierre` and `jean pierre` are alike. */
export function foldName(name: string): string {
  return fold(name.normalize('NFC')).replace(/[^a-z0-9]/g, '')
}
