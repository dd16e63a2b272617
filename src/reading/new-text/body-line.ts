/**
 * The line as the unit of separation: plain text and HTML both become lines, HTML with what its structure says of them,
 * and every rule of this folder gives lines to one of four parts.
 */

import { writtenForm } from '../../text/written-form.js'

/** Where a line belongs. */
export type Part = 'text' | 'quoted' | 'signature' | 'boilerplate'

/** One line of a body. */
export interface BodyLine {
  /** The line without its line end and without white space at its end. */
  readonly text: string
  /** Part that the HTML structure gives (blockquote, signature container, hidden element); null where it says nothing. */
  readonly structure: Part | null
  /** True where a rule or a bordered container starts just above this line (`<hr>`, Outlook's border-top). */
  readonly afterDivider: boolean
  /** True where all of its words are in a colour of their own, links aside; only HTML says so. */
  readonly coloured?: boolean
}

/** Lines of a plain text body in its written form; any line end is understood, no-break spaces are left as they are. */
export function linesOfPlainText(plain: string): BodyLine[] {
  return writtenForm(plain)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => ({ text: line.trimEnd(), structure: null, afterDivider: false }))
}

/** Joins lines with LF, without blank lines at either end. */
export function joinLines(lines: readonly string[]): string {
  let first = 0
  let last = lines.length
  while (first < last && lines[first]!.trim() === '') first += 1
  while (last > first && lines[last - 1]!.trim() === '') last -= 1
  return lines.slice(first, last).join('\n')
}
