/** What a French rule is. Rules live in `rules/`, one family a file; their examples are their tests. */
import type { MistakeCategory } from '../../domain/mistake.js'
import type { FrenchWord } from './lexicon/word.js'
import type { FrenchText } from './text.js'

/** What a rule found: a span of tokens (inclusive) and what to write instead. */
export interface Found {
  readonly from: number
  readonly to: number
  /** Whole replacements of the span, best first. */
  readonly suggestions?: readonly string[]
  /** Replaces the rule's message. */
  readonly message?: string
}

/** Looks at a token: what it found there, or nothing. */
export type Check = (text: FrenchText, index: number) => Found | undefined

/** One rule. */
export interface Rule {
  /** Kebab-case, unique. */
  readonly id: string
  readonly category: MistakeCategory
  /** For people, in French. */
  readonly message: string
  /** Grammar section or norm it rests on. */
  readonly source: string
  /** Words (lower case, straight apostrophe) that wake the rule. */
  readonly words?: readonly string[]
  /** Wakes the rule on every word with some reading; asked once a word. */
  readonly when?: (word: FrenchWord) => boolean
  /** Looks at the token that woke it. */
  check(text: FrenchText, index: number): Found | undefined
  /** The same check for one of `words`, where knowing the word spares looking; made once a word. */
  checkOf?(word: string): Check
  /** Sentences that this rule must flag: at least two, written for this project. */
  readonly wrong: readonly string[]
  /** Sentences in which no rule may flag anything: at least two. */
  readonly right: readonly string[]
}

/** Keeps a rule's type while it is declared. */
export function defineRule(rule: Rule): Rule {
  return rule
}
