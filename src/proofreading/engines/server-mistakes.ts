/** What all server engines share: their raw matches become mistakes of ours, under docs/methodology.en.md §5. */
import type { Mistake, MistakeCategory } from '../../domain/mistake.js'
import { mergeMistakes } from '../merge-mistakes.js'
import type { ProofreadingContext } from '../proofreader.js'
import type { ProtectedWords } from '../protected-words.js'
import { isUpperCase } from '../spelling/characters.js'
import { isSentenceStart } from '../spelling/sentence-start.js'

/** One match as a server reports it, with UTF-16 offsets. */
export interface ServerMatch {
  readonly start: number
  readonly end: number
  readonly category: MistakeCategory
  /** `engine:rule`. */
  readonly rule: string
  readonly message: string
  readonly suggestions: readonly string[]
}

/**
 * Cuts the matches out of the text, leaves out protected words and names (capitalised words away from a sentence start that
 * a dictionary lacks), and puts them in order without overlaps.
 */
export function serverMistakes(
  text: string,
  matches: readonly ServerMatch[],
  context: ProofreadingContext,
  tradeWords: ProtectedWords,
): readonly Mistake[] {
  const mistakes = matches
    .filter(({ start, end }) => start >= 0 && end > start && end <= text.length)
    .map((match): Mistake => ({ ...match, text: text.slice(match.start, match.end) }))
    .filter((mistake) => !isName(mistake, text))
  return mergeMistakes(tradeWords.with(context).without(mistakes, text))
}

function isName(mistake: Mistake, text: string): boolean {
  if (mistake.category !== 'spelling' || !isUpperCase(mistake.text.charAt(0))) return false
  return !isSentenceStart(text, mistake.start) || mistake.text === mistake.text.toUpperCase()
}
