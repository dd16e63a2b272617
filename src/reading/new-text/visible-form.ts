/** The form of a line in which rules look at it: composed letters, plain spaces, no invisible characters. */

import { isPrintableAscii } from '../printable.js'

const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g
/** Zero-width and direction marks, soft hyphen, variation selectors, and the mark of a mail tracker (U+1427). */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u1427]/gu

/** Line as rules see it, white space cut at both ends. Only comparisons use it; parts keep the line as it was. */
export function visibleForm(line: string): string {
  return isPrintableAscii(line) ? line.trim() : normalForm(line)
}

/** The same for any line; where a line is ASCII there is nothing to compose and nothing invisible. */
export function normalForm(line: string): string {
  return line.normalize('NFC').replace(SPACES, ' ').replace(INVISIBLE, '').replace(/[’‘ʼ]/g, "'").trim()
}

/** True where the line consists of dashes, underscores, stars and the like only. */
export function isDivider(line: string): boolean {
  return (
    /^[-_=*~#+—–─━═•·.|\s]{2,}$|^[—–─]$/.test(line) && /[-_=*~#+—–─━═•·]/.test(line) && !/^\s*\.{2,}\s*$/.test(line)
  )
}
