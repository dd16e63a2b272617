/** Words that are right in one letter though no dictionary has them: glossary, names, trade words. */
import type { Mistake } from '../domain/mistake.js'
import type { ProofreadingContext } from './proofreader.js'
import { characterClass, dictionaryForm, LETTER } from './spelling/characters.js'

/** The protected words and phrases of a letter, compared without case. */
export class ProtectedWords {
  private readonly phrases: readonly string[]
  private words: Set<string> | null = null

  /** @param lists words or phrases; empty ones are left out */
  constructor(...lists: readonly (readonly string[] | undefined)[]) {
    this.phrases = lists
      .flatMap((list) => list ?? [])
      .map((phrase) => dictionaryForm(phrase.trim()).toLowerCase())
      .filter((phrase) => phrase !== '')
  }

  /** Whether the word is one of the list, or a part of a listed phrase. */
  has(word: string): boolean {
    if (this.phrases.length === 0) return false
    this.words ??= new Set(this.phrases.flatMap((phrase) => [phrase, ...phrase.split(/[\s'&/,-]+/)]))
    return this.words.has(dictionaryForm(word).toLowerCase())
  }

  /** The mistakes that do not lie wholly inside a protected word or phrase. */
  without(mistakes: readonly Mistake[], text: string): readonly Mistake[] {
    if (this.phrases.length === 0 || mistakes.length === 0) return mistakes
    // Typewriter and curly apostrophes count as one here; both are a single unit, so that places stay true.
    const folded = text.replace(/[\u2018\u2019]/g, "'").toLowerCase()
    if (folded.length !== text.length) return mistakes.filter((mistake) => !this.has(mistake.text))
    return mistakes.filter((mistake) => mistake.category === 'typography' || !this.covers(folded, mistake))
  }

  private covers(folded: string, mistake: Mistake): boolean {
    return this.phrases.some((phrase) => {
      let at = folded.indexOf(phrase, Math.max(0, mistake.start - phrase.length))
      while (at >= 0 && at <= mistake.start) {
        if (at + phrase.length >= mistake.end && standsAlone(folded, at, at + phrase.length)) return true
        at = folded.indexOf(phrase, at + 1)
      }
      return false
    })
  }
}

function standsAlone(text: string, start: number, end: number): boolean {
  const before = start > 0 ? characterClass(text.charCodeAt(start - 1)) : 0
  const after = end < text.length ? characterClass(text.charCodeAt(end)) : 0
  return (before & LETTER) === 0 && (after & LETTER) === 0
}

/** The protected words of a letter's context. */
export function protectedWordsOf(context: ProofreadingContext | undefined): ProtectedWords {
  return new ProtectedWords(context?.glossary, context?.names)
}
