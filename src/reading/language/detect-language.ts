/**
 * Language of a short text: function words of seven languages and eld's letter sequences, which know sixty. On whole sentences
 * eld alone is as right (`npm run accuracy -- language`); the words help with fragments, and the agreement of both says how sure.
 */
import type { LanguageCode } from '../../domain/language.js'
import { FUNCTION_WORDS } from './function-words.js'
import { languageBySequences } from './letter-sequences.js'
import { wordsOf } from './words.js'

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

/** Languages with a table, in its order: of two with as many words the first wins. */
const LANGUAGES = Object.keys(FUNCTION_WORDS)

/** Which of these languages a word belongs to, so that a word is looked up once. */
const LANGUAGES_OF_WORD = new Map<string, number[]>()
for (const [index, language] of LANGUAGES.entries()) {
  for (const word of FUNCTION_WORDS[language]!) {
    const listed = LANGUAGES_OF_WORD.get(word)
    if (listed) listed.push(index)
    else LANGUAGES_OF_WORD.set(word, [index])
  }
}

/** Language by function words: the best one, and by how many words it leads. */
function byFunctionWords(words: readonly string[]): { language: LanguageCode | null; lead: number } {
  const hits = LANGUAGES.map(() => 0)
  const count = (part: string) => {
    for (const index of LANGUAGES_OF_WORD.get(part) ?? []) hits[index]! += 1
  }
  for (const word of words) {
    const lower = word.toLowerCase()
    count(lower)
    if (lower.includes("'")) for (const piece of lower.split("'")) count(piece)
  }
  const most = Math.max(...hits)
  if (most === 0) return { language: null, lead: 0 }
  const best = hits.indexOf(most)
  const second = Math.max(...hits.filter((_, index) => index !== best))
  return { language: LANGUAGES[best]!, lead: most - second }
}

/**
 * Names the language of a text.
 * @returns null for texts of fewer than two words, or where both ways are at a loss
 */
export function detectLanguage(text: string): DetectedLanguage {
  const words = wordsOf(text.slice(0, LONGEST))
  // Scripts without spaces make one long "word".
  if (words.length < 2) {
    const only = words[0] ?? ''
    if (only.length < 12 || /^[\p{Script=Latin}']+$/u.test(only)) return UNKNOWN
  }
  const byWords = byFunctionWords(words)
  const { language: bySequences, reliable } = languageBySequences(words.join(' '))
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
  if (!reliable && words.length < 5) return UNKNOWN
  return { language: bySequences, confidence: (reliable ? 0.6 : 0.4) + 0.2 * size }
}
