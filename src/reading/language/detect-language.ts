/**
 * Language of a short text: function words of seven languages and eld's letter sequences, which know sixty. On whole sentences
 * eld alone is as right (`npm run accuracy -- language`); the words help with fragments, and the agreement of both says how sure.
 */
import { eld } from 'eld/small'
import type { LanguageCode } from '../../domain/language.js'
import { FUNCTION_WORDS } from './function-words.js'

/** A language and how surely it is that one. */
export interface DetectedLanguage {
  /** ISO 639-1 code; null where the text is too short to tell. */
  readonly language: LanguageCode | null
  /** 0–1. */
  readonly confidence: number
}

const UNKNOWN: DetectedLanguage = { language: null, confidence: 0 }

/** Text beyond this tells nothing more. */
const LONGEST = 3_000

/** Words without addresses, links, numbers and all-capital references. */
function wordsOf(text: string): string[] {
  return text
    .slice(0, LONGEST)
    .replace(/https?:\S{1,300}|www\.\S{1,200}|\S{1,100}@\S{1,100}/g, ' ')
    .replace(/[\u2019\u02bc]/g, "'")
    .split(/[^\p{L}\p{M}']+/u)
    .filter((word) => /\p{L}/u.test(word))
}

/** Language by function words: the best one, and by how many words it leads. */
function byFunctionWords(words: readonly string[]): { language: LanguageCode | null; hits: number; lead: number } {
  const parts = words.flatMap((word) => {
    const lower = word.toLowerCase()
    return lower.includes("'") ? [lower, ...lower.split("'")] : [lower]
  })
  const counts = Object.entries(FUNCTION_WORDS).map(([language, known]) => ({ language, known, hits: 0 }))
  for (const part of parts) for (const count of counts) if (count.known.has(part)) count.hits += 1
  const hits = counts.sort((one, other) => other.hits - one.hits)
  const [best, second] = hits
  if (!best || best.hits === 0) return { language: null, hits: 0, lead: 0 }
  return { language: best.language, hits: best.hits, lead: best.hits - (second?.hits ?? 0) }
}

/**
 * Names the language of a text.
 * @returns null for texts of fewer than two words, or where both ways are at a loss
 */
export function detectLanguage(text: string): DetectedLanguage {
  const words = wordsOf(text)
  const byWords = byFunctionWords(words)
  const found = eld.detect(words.join(' '))
  const bySequences = found.language === '' ? null : found.language
  // Scripts without spaces make one long "word".
  const characters = words.join('').length
  if (words.length < 2 && (characters < 12 || /^[\p{Script=Latin}']+$/u.test(words.join('')))) return UNKNOWN
  const size = Math.min(1, words.length / 8)
  if (byWords.language !== null && byWords.language === bySequences) {
    return { language: bySequences, confidence: 0.8 + 0.19 * size }
  }
  if (byWords.language !== null && byWords.lead >= 2)
    return { language: byWords.language, confidence: 0.7 + 0.2 * size }
  if (bySequences === null) {
    return byWords.lead >= 1 && words.length >= 4 ? { language: byWords.language, confidence: 0.5 } : UNKNOWN
  }
  // Seven languages have tables here: text without any of their words is likely of another language, or no sentence.
  if (!found.isReliable() && words.length < 5) return UNKNOWN
  return { language: bySequences, confidence: (found.isReliable() ? 0.6 : 0.4) + 0.2 * size }
}
