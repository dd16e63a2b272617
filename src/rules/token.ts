/**
 * Tokens of a folded text, as rules see them: words, numbers, marks and line ends. A hyphen inside a word and an elision
 * (l', qu') part two tokens, so that "e-mail" and "e mail", "pourriez-vous" and "pourriez vous" are written once.
 */

import { remember } from '../text/remember.js'

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
const ELISION = /^(?:[cdjlmnst]|jusqu|lorsqu|puisqu|quoiqu|qu)$/

const OTHER = 0
const SPACE = 1
const LETTER = 2
const DIGIT = 3

/** Kind of every UTF-16 unit, filled as they come; -1 where a unit was not met yet. */
const KINDS = new Int8Array(0x1_0000).fill(-1)

function kindOf(code: number): number {
  const known = KINDS[code] as number
  if (known >= 0) return known
  const unit = String.fromCharCode(code)
  const kind = /[\p{L}\p{M}]/u.test(unit)
    ? LETTER
    : /\d/.test(unit)
      ? DIGIT
      : code !== 10 && /\s/.test(unit)
        ? SPACE
        : OTHER
  KINDS[code] = kind
  return kind
}

/** Texts cut last: several sets of rules ask for the same letter. */
const REMEMBERED = 8

/**
 * Cuts a text into tokens.
 * @param folded text in lower case, without accents, with straight apostrophes and plain hyphens
 */
export const tokenize = remember((folded): readonly RuleToken[] => {
  const tokens: RuleToken[] = []
  const kindAt = (at: number): number => (at >= 0 && at < folded.length ? kindOf(folded.charCodeAt(at)) : SPACE)
  const push = (kind: TokenKind, start: number, end: number): void => {
    tokens.push({ kind, text: folded.slice(start, end), start, end })
  }
  let at = 0
  while (at < folded.length) {
    const start = at
    const kind = kindAt(at)
    at += 1
    if (kind === SPACE) continue
    if (kind === LETTER) {
      for (;;) {
        while (kindAt(at) === LETTER) at += 1
        if (folded.charCodeAt(at) !== APOSTROPHE || kindAt(at + 1) !== LETTER) break
        if (ELISION.test(folded.slice(start, at))) {
          at += 1
          break
        }
        at += 1
      }
      push('word', start, at)
    } else if (kind === DIGIT) {
      while (kindAt(at) === DIGIT || (/[.,]/.test(folded.charAt(at)) && kindAt(at + 1) === DIGIT)) at += 1
      push('number', start, at)
    } else {
      const code = folded.charCodeAt(start)
      const joins = code === HYPHEN && isPartOfWord(kindAt(start - 1)) && isPartOfWord(kindAt(at))
      if (!joins) push(code === LINE_END ? 'break' : 'mark', start, at)
    }
  }
  return tokens
}, REMEMBERED)

const LINE_END = 10
const APOSTROPHE = 39
const HYPHEN = 45

/** A hyphen between two letters or figures joins words and is no token of its own. */
function isPartOfWord(kind: number): boolean {
  return kind === LETTER || kind === DIGIT
}

/** Marks that end a sentence. */
export function endsSentence(token: RuleToken): boolean {
  return token.kind === 'break' || (token.kind === 'mark' && '.!?…'.includes(token.text))
}
