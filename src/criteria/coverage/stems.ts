/** Stems of words with their places: natural's Snowball French and Porter English stemmers, imported file by file. */
import englishStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import frenchStemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js'
import type { StudyLanguage } from '../../domain/language.js'
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

function stem(stemmer: { stem(token: string): string }, word: string): string {
  const lower = word.normalize('NFC').toLowerCase()
  return fold(lower.length > LONGEST_WORD ? lower : stemmer.stem(lower))
}

const STEM = {
  fr: remember((word) => stem(frenchStemmer, word), REMEMBERED_WORDS),
  en: remember((word) => stem(englishStemmer, word), REMEMBERED_WORDS),
}

/** Stem of one word, without accents, so that a forgotten accent does not hide a word. */
export function stemOf(word: string, language: StudyLanguage): string {
  // Longer runs are references, each met once.
  if (word.length > LONGEST_WORD) return stem(language === 'fr' ? frenchStemmer : englishStemmer, word)
  return STEM[language](word)
}

/** Words of a part of a text with their stems, in order. */
export function stemmedWords(text: string, place: Place, language: StudyLanguage): StemmedWord[] {
  const words: StemmedWord[] = []
  for (const { start, end } of findAll(WORD, text.slice(place.start, place.end), place.start))
    words.push({ stem: stemOf(text.slice(start, end), language), start, end })
  return words
}
