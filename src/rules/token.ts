/**
 * Tokens of a folded text, as rules see them: words, numbers, marks and line ends. A hyphen inside a word and an elision
 * (l', qu') part two tokens, so that "e-mail" and "e mail", "pourriez-vous" and "pourriez vous" are written once.
 */

/** What a token is. */
export type TokenKind = 'word' | 'number' | 'mark' | 'break'

/** One token. */
export interface RuleToken {
  readonly kind: TokenKind
  /** As folded: lower case, without accents, straight apostrophe; a break is a line end. */
  readonly text: string
  /** Offsets in the text in UTF-16 units, end exclusive. */
  readonly start: number
  readonly end: number
}

/** Words that lose their vowel before another, and so stay apart from it; English contractions (i'm, don't) are one word. */
const ELISION = "(?:[cdjlmnst]|jusqu|lorsqu|puisqu|quoiqu|qu)'(?=[a-z])"
/** A word's own apostrophes, and the possessive of a plural. */
const TOKEN = new RegExp(
  `(?<![\\p{L}\\p{N}'])${ELISION}|[\\p{L}\\p{M}]+(?:'[\\p{L}\\p{M}]+)*|\\d+(?:[.,]\\d+)*|\\n|[^\\s\\p{L}\\p{M}\\p{N}]`,
  'gu',
)
/** A hyphen that stands between two letters or figures joins words and is no token of its own. */
const JOINED = /[\p{L}\p{N}']/u

/**
 * Cuts a text into tokens.
 * @param folded text in lower case, without accents, with straight apostrophes and plain hyphens
 */
export function tokenize(folded: string): readonly RuleToken[] {
  const tokens: RuleToken[] = []
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(folded); match !== null; match = TOKEN.exec(folded)) {
    const text = match[0]
    const start = match.index
    const end = start + text.length
    if (text === '-' && JOINED.test(folded.charAt(start - 1)) && JOINED.test(folded.charAt(end))) continue
    tokens.push({ kind: kindOf(text), text, start, end })
  }
  return tokens
}

function kindOf(text: string): TokenKind {
  const code = text.charCodeAt(0)
  if (code === 10) return 'break'
  if (code >= 48 && code <= 57) return 'number'
  if (code >= 97 && code <= 122) return 'word'
  if (code < 128) return 'mark'
  return /^[\p{L}\p{M}]/u.test(text) ? 'word' : 'mark'
}

/** Marks that end a sentence. */
export function endsSentence(token: RuleToken): boolean {
  return token.kind === 'break' || (token.kind === 'mark' && '.!?…'.includes(token.text))
}
