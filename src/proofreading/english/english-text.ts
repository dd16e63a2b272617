/** A text prepared for rules that look at neighbouring words: lower-case words with their places, cut at punctuation. */
import { APOSTROPHE, characterClass, DIGIT, dictionaryForm, HYPHEN, LETTER, SPACE } from '../spelling/characters.js'

/** One word with its place. */
export interface EnglishWord {
  readonly start: number
  readonly end: number
  /** Lower case, typewriter apostrophe. */
  readonly word: string
  /** True when only white space stands between it and the word before. */
  readonly joined: boolean
  /** True when it is written with a capital first letter. */
  readonly capital: boolean
}

/** Signs that belong to a figure and part nothing. */
const MONEY = new Set(['£', '€', '$', '%'])
const PART = LETTER | APOSTROPHE | HYPHEN | DIGIT

/** Cuts a text into words; numbers count as words. */
export function englishWords(text: string): readonly EnglishWord[] {
  const words: EnglishWord[] = []
  let at = 0
  let joined = false
  while (at < text.length) {
    const kind = characterClass(text.charCodeAt(at))
    if ((kind & PART) === 0) {
      if ((kind !== SPACE && !MONEY.has(text.charAt(at))) || (text.charAt(at) === '\n' && text.charAt(at + 1) === '\n'))
        joined = false
      at++
      continue
    }
    let start = at
    while (at < text.length && characterClass(text.charCodeAt(at)) & PART) at++
    let end = at
    while (start < end && (characterClass(text.charCodeAt(start)) & (LETTER | DIGIT)) === 0) start++
    while (end > start && (characterClass(text.charCodeAt(end - 1)) & (LETTER | DIGIT)) === 0) end--
    if (start === end) {
      joined = false
      continue
    }
    const written = text.slice(start, end)
    const word = dictionaryForm(written).toLowerCase()
    words.push({ start, end, word, joined, capital: written.charAt(0) !== word.charAt(0) })
    joined = true
  }
  return words
}
