/**
 * What Replymark knows of a language. Every capability may be absent; whoever needs an absent one says so and judges nothing,
 * instead of judging by the rules of another language.
 */
import type { StudyLanguage, Texts } from '../domain/language.js'

/** A set of rules of a language, one file each in its folder `rules`. */
export const RULE_SETS = ['empathy', 'receipt-promise'] as const

/** Name of a set of rules. */
export type RuleSetName = (typeof RULE_SETS)[number]

/** Phrase tables that stand beside the criteria (src/criteria/phrases) until they are rule files. */
export const PHRASE_TABLES = [
  'greeting',
  'closing',
  'signature',
  'thanks',
  'contact',
  'resolution',
  'recognition',
  'denials',
] as const

/** Name of a phrase table. */
export type PhraseTable = (typeof PHRASE_TABLES)[number]

/** Something a language may have or lack. */
export type Capability =
  | `rules:${RuleSetName}`
  | `phrases:${PhraseTable}`
  | 'stem'
  | 'function-words'
  | 'proofreader'
  | 'told'

/** Words by which a language tells what another one lacks. */
export interface LackWords {
  readonly lacks: (what: string, language: string) => string
  readonly capabilities: Readonly<Partial<Record<Capability, string>>>
}

/** How figures and sentences are put together. */
export interface LanguageFormats {
  /** BCP 47 tag for numbers, dates and lists, with the country whose customs are followed. */
  readonly locale: string
  /** What stands between a word and what it announces, space included. */
  readonly colon: string
  /** What stands between members of a list that have commas of their own. */
  readonly semicolon: string
  /** A word quoted inside a sentence. */
  readonly quoted: (words: string) => string
  /** A rank as people say it. */
  readonly ordinal: (rank: number) => string
}

/** Hunspell dictionaries that come with the program: classical French of Dicollecte, American and British English. */
export type DictionaryName = 'fr' | 'en' | 'en-gb'

/** What proofreading needs to know of a language. */
export interface ProofreadingPack {
  /** Engines that read it, by name; ours first. */
  readonly engines: readonly string[]
  /** Hunspell dictionaries of the program, a word being right in any of them; those of a language often quoted come after its own. */
  readonly dictionaries: readonly DictionaryName[]
  /** Its name at LanguageTool, and a text to ask a server's version with; null where LanguageTool does not read it. */
  readonly languageTool: { readonly code: string; readonly sample: string } | null
  /** Whether : ; ? ! want a no-break space before them, and quotations « ». */
  readonly spacedMarks: boolean
}

/** A language. */
export interface LanguagePack {
  /** ISO 639-1 code, lower case. */
  readonly id: StudyLanguage
  /** How the language is called, in its own words and in those of the other languages. */
  readonly names: Texts
  readonly formats: LanguageFormats
  /** Folder of its rule files; null where it has none at all. */
  readonly rules: URL | null
  /** Words of this language that the others do not have and that carry no matter; null where they are not listed. */
  readonly functionWords: ReadonlySet<string> | null
  /** Stem of a word in lower case; null where there is no stemmer. */
  readonly stem: ((word: string) => string) | null
  /** Root of a folded word, cut deeper than its stem, for comparing two wordings; null where stems serve. */
  readonly root: ((folded: string) => string) | null
  /** Words of one meaning, a line each, commas between them; null where none are listed. */
  readonly thesaurus: string | null
  /** Phrase tables beside the criteria that hold this language. */
  readonly phrases: readonly PhraseTable[]
  /** How it is proofread; null where it is not. */
  readonly proofreading: ProofreadingPack | null
  /** How it tells what another language lacks; null where people are told nothing in it. */
  readonly words: LackWords | null
  /** Its sentences by id, in the ids and places of the English ones; null where it has none (src/languages/messages). */
  readonly messages: Readonly<Record<string, string>> | null
  /** The reasons of the shipped grids in this language, by the grids' own words; null where they are told in those. */
  readonly gridReasons: ReadonlyMap<string, string> | null
  /** Whether people can be told things in it: pages, reports, findings, errors. */
  readonly told: boolean
}
