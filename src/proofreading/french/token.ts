/** Tokens of French text, with the readings that local context has left them. */
import type { FrenchWord } from './lexicon/word.js'

/** What a token is. */
export const WORD = 0
export const PUNCTUATION = 1
/** Digits, with units or separators. */
export const NUMBER = 2
/** URL, e-mail address, code, glossary word: not checked. */
export const OPAQUE = 3
/** End of a paragraph or of the text. */
export const BREAK = 4

/** One token. Masks start as the word's own; disambiguation takes readings away. */
export interface Token {
  readonly type: number
  readonly text: string
  /** Lower case, straight apostrophe; for look-ups and comparisons. */
  readonly lower: string
  /** UTF-16 offsets in the text, end exclusive. */
  readonly start: number
  readonly end: number
  /** Joined to the token before by a hyphen (est-il, dites-moi). */
  readonly hyphen: boolean
  readonly word: FrenchWord
  noun: number
  adjective: number
  participle: number
  determiner: number
  kind: number
  finite: number
  imperative: number
}

/** True for a capital first letter. */
export function isCapital(token: Token): boolean {
  const code = token.text.charCodeAt(0)
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || code === 0x152
}
