/** Words that are right in one letter though no dictionary has them: glossary, names, trade words. */
import type { Mistake } from '../domain/mistake.js'
import type { ProofreadingContext } from './proofreader.js'
import { characterClass, dictionaryForm, LETTER } from './spelling/characters.js'

/** Protected words and phrases, compared without case; those of a letter on top of those of a study. */
export class ProtectedWords {
  private readonly phrases: readonly string[]
  private words: ReadonlySet<string> | null = null

  /**
   * @param list words or phrases; empty ones are left out
   * @param beneath words that are protected as well
   */
  constructor(
    list: readonly string[],
    private readonly beneath: ProtectedWords | null = null,
  ) {
    this.phrases = list.map((phrase) => dictionaryForm(phrase.trim()).toLowerCase()).filter((phrase) => phrase !== '')
  }

  /** These words and those of a letter's context. */
  with({ glossary = [], names = [] }: ProofreadingContext): ProtectedWords {
    if (glossary.length + names.length === 0) return this
    return new ProtectedWords([...glossary, ...names], this)
  }

  /** Whether the word is one of the list, or a part of a listed phrase. */
  has(word: string): boolean {
    this.words ??= new Set(this.phrases.flatMap((phrase) => [phrase, ...phrase.split(/[\s'&/,-]+/)]))
    return this.words.has(dictionaryForm(word).toLowerCase()) || (this.beneath?.has(word) ?? false)
  }

  /** The mistakes that are no misspellings of a protected word and do not lie wholly inside a protected phrase. */
  without(mistakes: readonly Mistake[], text: string): readonly Mistake[] {
    if (mistakes.length === 0) return mistakes
    // Typewriter and curly apostrophes count as one here; both are a single unit, so that places stay true.
    const folded = text.replace(/[\u2018\u2019]/g, "'").toLowerCase()
    return mistakes.filter((mistake) => {
      if (mistake.category === 'typography') return true
      if (mistake.category === 'spelling' && this.has(mistake.text)) return false
      return folded.length !== text.length || !this.covers(folded, mistake)
    })
  }

  private covers(folded: string, mistake: Mistake): boolean {
    return (
      this.phrases.some((phrase) => holds(folded, phrase, mistake)) || (this.beneath?.covers(folded, mistake) ?? false)
    )
  }
}

/** Whether an occurrence of the phrase, standing alone, holds the whole mistake. */
function holds(text: string, phrase: string, { start, end }: Mistake): boolean {
  if (phrase.length < end - start) return false
  const from = Math.max(0, end - phrase.length)
  let at = text.slice(from, start + phrase.length).indexOf(phrase)
  while (at >= 0 && from + at <= start) {
    if (standsAlone(text, from + at, from + at + phrase.length)) return true
    at = text.slice(from, start + phrase.length).indexOf(phrase, at + 1)
  }
  return false
}

function standsAlone(text: string, start: number, end: number): boolean {
  const before = start > 0 ? characterClass(text.charCodeAt(start - 1)) : 0
  const after = end < text.length ? characterClass(text.charCodeAt(end)) : 0
  return (before & LETTER) === 0 && (after & LETTER) === 0
}
