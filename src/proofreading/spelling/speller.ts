/** A dictionary, as spelling uses it; the Hunspell one stands in `engines/`. */

/** One dictionary. Words come in dictionary form: typewriter apostrophe, composed accents. */
export interface Speller {
  isCorrect(word: string): boolean
  /** Best first. Slow (about 90 ms a word for French): only for people who asked. */
  suggest(word: string): readonly string[]
}

/** A dictionary that accepts what either of two accepts (American and British English), suggestions of the first before those of the second. */
export function eitherSpeller(first: Speller, second: Speller): Speller {
  return {
    isCorrect: (word) => first.isCorrect(word) || second.isCorrect(word),
    suggest: (word) => [...new Set([...first.suggest(word), ...second.suggest(word)])],
  }
}
