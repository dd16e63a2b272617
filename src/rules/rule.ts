/** What a rule is: a pattern over tokens with its message, its examples and where it comes from. Rules are written in YAML files. */
import type { Texts } from '../domain/language.js'

/** How often a rule was right on letters that were read by people; null in a rule until it is measured. */
export interface RuleReliability {
  /** Places found that a reader agreed with, and places found. */
  readonly right: number
  readonly n: number
  /** The set of letters. */
  readonly set: string
}

/** One rule as written. */
export interface Rule {
  /** Kebab-case, unique in its file. */
  readonly id: string
  /** What it finds, where a file tells several things apart (`phone`, `form`); null where it tells one. */
  readonly label: string | null
  /** For people, in every language in which findings are told. */
  readonly message: Texts
  /** Any of them makes a match. */
  readonly patterns: readonly string[]
  /** Patterns that take a match back: right before it, right after it. */
  readonly unless: { readonly before: readonly string[]; readonly after: readonly string[] }
  /** Texts that the rule must find something in, and in which no rule of the same label of its file may: two of each at least. */
  readonly flag: readonly string[]
  readonly pass: readonly string[]
  /** A work of reference, a set of letters read, or our own judgement, said so. */
  readonly source: string
  readonly reliability: RuleReliability | null
}

/** A file of rules. */
export interface RuleFile {
  /** Name for messages: the path as given. */
  readonly file: string
  /** ISO 639-1 code. */
  readonly language: string
  /** Raised with every change of what is found. */
  readonly version: number
  readonly lists: ReadonlyMap<string, readonly string[]>
  readonly rules: readonly Rule[]
}
