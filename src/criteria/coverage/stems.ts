/** Stems of words with their places: natural's Snowball French and Porter English stemmers, imported file by file. */
import englishStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import frenchStemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js'
import type { StudyLanguage } from '../../domain/language.js'
import type { Place } from '../phrases/find.js'
import { fold } from '../phrases/fold.js'

/** A word with its stem. */
export interface StemmedWord extends Place {
  readonly stem: string
}

const WORD = /[\p{L}\p{N}]+/gu
/** No word of either language is longer; longer runs are references. */
const LONGEST_WORD = 40

/** Stem of one word, without accents, so that a forgotten accent does not hide a word. */
export function stemOf(word: string, language: StudyLanguage): string {
  const lower = word.normalize('NFC').toLowerCase()
  if (lower.length > LONGEST_WORD) return fold(lower)
  return fold(language === 'fr' ? frenchStemmer.stem(lower) : englishStemmer.stem(lower))
}

/** Words of a part of a text with their stems, in order. */
export function stemmedWords(text: string, place: Place, language: StudyLanguage): StemmedWord[] {
  return [...text.slice(place.start, place.end).matchAll(WORD)].map((match) => ({
    stem: stemOf(match[0], language),
    start: place.start + match.index,
    end: place.start + match.index + match[0].length,
  }))
}
