/** English words: possessives, compounds, American and British forms both right. */
import { isUpperCase } from './characters.js'
import type { SpellingLanguage, WordVerdict } from './check-spelling.js'
import type { CommonWords } from './common-words.js'
import { ENGLISH_ABBREVIATIONS, ENGLISH_PREFIXES } from './english-words.js'
import { type Slip, slipOf } from './near-miss.js'
import type { Speller } from './speller.js'

const RIGHT: WordVerdict = 'right'

/** An apostrophe in the wrong place, in a word that lies near no other by letters. */
const MISPLACED: Slip = { kind: 'letter', meant: '', frequency: 0 }

/**
 * @param speller a dictionary that accepts American and British spelling
 * @param common English words by frequency
 */
export function englishSpelling(speller: Speller, common: CommonWords): SpellingLanguage {
  return {
    speller,
    verdict: (word) => (common.frequency(word) > 0 ? RIGHT : verdict(word, speller)),
    slip: (word) => slip(word, speller, common),
    accentedCapital: (word) => word,
    isForeign: () => false,
    shortSlips: new Set(),
    messages: {
      unknown: (word) => `“${word}” is not in the dictionary.`,
      ligature: (word) => `Written with a ligature: “${word}”.`,
      capital: (word) => `The capital takes its accent: “${word}”.`,
    },
  }
}

function verdict(word: string, speller: Speller): WordVerdict {
  if (speller.isCorrect(word)) return RIGHT
  if (word.includes('-')) {
    for (const part of word.split('-')) {
      if (part.length <= 2 || ENGLISH_PREFIXES.has(part.toLowerCase())) continue
      if (verdict(part, speller) !== RIGHT) return isUpperCase(part.charAt(0)) ? RIGHT : { unknown: word }
    }
    return RIGHT
  }
  const possessive = /^(.+)'s$/i.exec(word)
  if (possessive?.[1]) return verdict(possessive[1], speller) === RIGHT ? RIGHT : { unknown: word }
  return isPrefixed(word, speller) ? RIGHT : { unknown: word }
}

/** Letters of the whole word at least behind a prefix: shorter ones make misspellings pass ("resieve" is not re + sieve). */
const PREFIXED_LENGTH = 6

/** `re-`, `pre-` and the like before a known word: English makes such words freely ("resending", "prepayment"). */
function isPrefixed(word: string, speller: Speller): boolean {
  const lower = word.toLowerCase()
  return ['re', 'pre', 'non', 'over', 'web', 'multi', 'micro', 'under', 'omni', 'cross'].some((prefix) => {
    const rest = lower.slice(prefix.length)
    return lower.startsWith(prefix) && rest.length >= PREFIXED_LENGTH && speller.isCorrect(rest)
  })
}

/** English letters hold few foreign words of lower case, and the list of common words is shorter than the French one. */
const ENGLISH_RARE_LENGTH = 8

/** A lower-case unknown word; null for abbreviations, names and signs typed without capitals, words near no common one. */
function slip(word: string, speller: Speller, common: CommonWords): Slip | null {
  if (ENGLISH_ABBREVIATIONS.has(word)) return null
  if (!/[aeiouy]/.test(word)) return null
  if (/[^a-z'-]/.test(word)) return null
  if (word.length <= 4 && speller.isCorrect(word.toUpperCase())) return null
  if (speller.isCorrect(word.charAt(0).toUpperCase() + word.slice(1))) return null
  return slipOf(word, speller, common, ENGLISH_RARE_LENGTH) ?? (word.includes("'") ? MISPLACED : null)
}
