/** The shape of an English rule that looks at word classes; its examples are its tests. */
import type { MistakeCategory } from '../../../domain/mistake.js'
import type { EnglishWord } from '../english-text.js'
import type { WordClass, WordClasses } from '../word-classes.js'

/** A clause under examination: words in a row, read by their offset from a place. */
export class Neighbourhood {
  constructor(
    readonly words: readonly EnglishWord[],
    readonly at: number,
    private readonly classes: WordClasses,
  ) {}

  /** The word `offset` places away in the same clause, lower case; empty across punctuation or beyond the text. */
  word(offset: number): string {
    const from = Math.min(0, offset)
    const to = Math.max(0, offset)
    for (let position = from + 1; position <= to; position += 1)
      if (this.words[this.at + position]?.joined !== true) return ''
    return this.words[this.at + offset]?.word ?? ''
  }

  /** The classes of that word; none for a name inside a clause. */
  class(offset: number): WordClass {
    const written = this.words[this.at + offset]
    const name = written?.capital === true && written.joined
    return this.classes(name ? '' : this.word(offset))
  }

  /** The classes of any word. */
  classOf(word: string): WordClass {
    return this.classes(word)
  }

  /** True where the clause begins at that place. */
  begins(offset: number): boolean {
    return this.words[this.at + offset]?.joined !== true
  }

  /** True where the clause ends with that place. */
  ends(offset: number): boolean {
    return this.words[this.at + offset + 1]?.joined !== true
  }

  /** True for a capitalised word. */
  capital(offset: number): boolean {
    return this.words[this.at + offset]?.capital === true
  }
}

/** What a rule finds: the wrong word's offset and its right forms. */
export interface GrammarFinding {
  readonly offset: number
  readonly suggestions: readonly string[]
}

/** One rule over word classes. */
export interface GrammarRule {
  /** Kebab-case, unique among all English rules. */
  readonly id: string
  readonly category: MistakeCategory
  /** For people, in English. */
  readonly message: string
  /** The words a finding may start from, for speed; null for every word. */
  readonly starts: ReadonlySet<string> | null
  find(near: Neighbourhood): GrammarFinding | null
  /** Sentences the rule must flag, and must not; two of each at least. */
  readonly examples: { readonly flag: readonly string[]; readonly pass: readonly string[] }
}

/** A word list as a set. */
export function list(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean))
}

/** Words that open an object or go on after a verb, never after a bare noun or attribute. */
export const OBJECTS = list(
  'a an the this that these those your our my his her their its it us you them me him any some all if whether',
)
/** The same without those that open a relative clause without a pronoun ("the box you sent"). */
export const SURE_OBJECTS = list('a an us them me him any some')
/** Adverbs that stand between a subject or auxiliary and its verb. */
export const ADVERBS = list(
  'not never also only still always just now then soon probably usually kindly already currently often really recently since therefore however both all ever even unfortunately immediately simply automatically normally directly',
)
/** What goes on after a noun phrase: a preposition, a conjunction, a verb of the closed class. */
export const AFTER_NOUN = list(
  `with in on at to for from of by as than and or but so is are was were has have had will can would could should may might must do does did that which who
  you we i they he she it isn't aren't wasn't weren't hasn't haven't won't can't don't doesn't before after because if when until while since within without ago later`,
)
