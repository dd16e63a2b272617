/** What a rule may ask about a word beyond its letters: lemmas, classes, gender and number. A language without a lexicon has none. */

/** Bits of gender and number; a word that may be both has both bits. */
export const AGREEMENT = { ms: 1, fs: 2, mp: 4, fp: 8 } as const

/** What a lexicon knows of a word. */
export interface WordFacts {
  /** Dictionary forms, folded. */
  readonly lemmas: readonly string[]
  /** Classes and features by name: `noun`, `verb`, `infinitive`, `future`, … */
  readonly classes: readonly string[]
  /** Bits of `AGREEMENT`; 0 where the word agrees with nothing. */
  readonly agreement: number
}

/** Looks words up. */
export interface RuleLexicon {
  /** Names of classes that patterns may use. */
  readonly classes: ReadonlySet<string>
  /** Facts of a folded word; null where it is unknown. */
  lookUp(word: string): WordFacts | null
}
