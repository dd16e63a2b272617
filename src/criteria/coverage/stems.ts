/** Stems of words with their places, by the stemmer of their language. */
import type { StudyLanguage } from '../../domain/language.js'
import { languagePack } from '../../languages/index.js'
import { findAll, type Place } from '../../text/find.js'
import { fold } from '../../text/fold.js'
import { remember } from '../../text/remember.js'

/** A word with its stem. */
export interface StemmedWord extends Place {
  readonly stem: string
}

const WORD = /[\p{L}\p{N}]+/gu
/** No word of either language is longer; longer runs are references. */
const LONGEST_WORD = 40

/** Words whose stems are remembered, a language: what letters to customers are written with. */
const REMEMBERED_WORDS = 20_000

function stem(language: StudyLanguage, word: string): string {
  const lower = word.normalize('NFC').toLowerCase()
  const { stem: cut } = languagePack(language)
  return fold(lower.length > LONGEST_WORD || !cut ? lower : cut(lower))
}

const STEMS = new Map<StudyLanguage, (word: string) => string>()

/** Stem of one word, without accents, so that a forgotten accent does not hide a word; the word itself in a language without stems. */
export function stemOf(word: string, language: StudyLanguage): string {
  // Longer runs are references, each met once.
  if (word.length > LONGEST_WORD) return stem(language, word)
  let known = STEMS.get(language)
  if (!known) {
    known = remember((one) => stem(language, one), REMEMBERED_WORDS)
    STEMS.set(language, known)
  }
  return known(word)
}

/** Words of a part of a text with their stems, in order. */
export function stemmedWords(text: string, place: Place, language: StudyLanguage): StemmedWord[] {
  const words: StemmedWord[] = []
  for (const { start, end } of findAll(WORD, text.slice(place.start, place.end), place.start))
    words.push({ stem: stemOf(text.slice(start, end), language), start, end })
  return words
}
