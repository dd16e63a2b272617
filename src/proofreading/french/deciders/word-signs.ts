/** What features say of a word: its number and the number of its readings, found once a word of the lexicon. */
import { hashText, mix } from '../../../learning/hashing.js'
import { CLOSED, type FrenchWord } from '../lexicon/word.js'
import { BREAK, isCapital, NUMBER, PUNCTUATION, type Token, WORD } from '../token.js'

/** Numbers of a word. */
export interface WordSigns {
  /** Of its letters. */
  readonly form: number
  /** Of all its readings: the class of words that can stand where it stands. */
  readonly readings: number
}

const known = new WeakMap<FrenchWord, WordSigns>()

/** Number of all readings of a word, taken out of any context. */
export function readingsOf(word: FrenchWord): number {
  const nominal =
    word.noun | (word.adjective << 4) | (word.participle << 8) | (word.determiner << 12) | (word.name << 16)
  const simple =
    word.present | (word.imperfect << 6) | (word.past << 12) | (word.future << 18) | (word.conditional << 24)
  const moods = word.subjunctive | (word.pastSubjunctive << 6) | (word.imperative << 12)
  return mix(mix(nominal, simple), mix(moods, word.kind))
}

function signsOfWord(word: FrenchWord): WordSigns {
  const seen = known.get(word)
  if (seen) return seen
  const form = hashText(word.text)
  // Closed-class words stand each for itself, unknown words by their last two letters.
  const readings = word.kind & CLOSED ? form : word.known ? readingsOf(word) : mix(hashText(word.text.slice(-2)), 0x55)
  const signs = { form, readings }
  known.set(word, signs)
  return signs
}

const END: WordSigns = { form: 1, readings: 1 }
const ONE: WordSigns = { form: 2, readings: 2 }
const SEVERAL: WordSigns = { form: 3, readings: 3 }
const OTHER: WordSigns = { form: 4, readings: 4 }
const ACRONYM: WordSigns = { form: 5, readings: 5 }
const CAPITAL = 0x3c6ef372

/** Signs of a token: words by the lexicon, numbers by being one or several, the rest by kind. */
export function signsOf(token: Token): WordSigns {
  if (token.type === WORD) {
    const signs = signsOfWord(token.word)
    if (!isCapital(token)) return signs
    if (token.text.length > 1 && token.text === token.text.toUpperCase())
      return token.word.kind & CLOSED ? signs : ACRONYM
    return token.word.kind & CLOSED ? signs : { form: signs.form, readings: mix(signs.readings, CAPITAL) }
  }
  if (token.type === BREAK) return END
  if (token.type === NUMBER) return token.text === '1' || token.text === '0' ? ONE : SEVERAL
  if (token.type === PUNCTUATION) {
    const form = token.text.charCodeAt(0) + 16
    return { form, readings: form }
  }
  return OTHER
}
