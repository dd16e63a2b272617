/**
 * Speech acts of help-desk mail. A receipt only thanks, confirms and promises; a reply says something else. Sentences are told
 * apart by what they do, so that headers and names of senders need not be believed.
 */

import { unaccented } from '../../../text/unaccented.js'
import { isPrintableAscii } from '../../printable.js'

/** What a sentence does. `answer` is the only one that an automatic receipt does not hold. */
export type Act =
  | 'absence'
  | 'challenge'
  | 'survey'
  | 'promotion'
  | 'receipt'
  | 'thanks'
  | 'promise'
  | 'automation'
  | 'service-information'
  | 'closing'
  | 'greeting'
  | 'answer'

/** Patterns of one language for one act, on folded text (lower case, no accents, plain apostrophes). */
export interface ActPatterns {
  readonly act: Act
  readonly patterns: readonly RegExp[]
  /** Sentences that must be recognised as this act. */
  readonly examples: readonly string[]
}

/** Folds a text for the patterns: lower case, no accents, plain apostrophes and spaces. Same number of lines. */
export function fold(text: string): string {
  if (!isPrintableAscii(text) || text.includes('`')) return foldAny(text)
  const lower = text.toLowerCase()
  return lower.includes('  ') ? lower.replace(/ {2,}/g, ' ') : lower
}

/** The same for any text; where a text is ASCII it has no accents, and its spaces are all of one sort. */
export function foldAny(text: string): string {
  return unaccented(text)
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/œ/g, 'oe')
    .replace(/ß/g, 'ss')
    .replace(/[^\S\n]+/g, ' ')
}
