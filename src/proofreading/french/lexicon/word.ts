/**
 * What is known of a written French form: all its readings joined into bit masks, so that a rule asks one question
 * with one `&`.
 */

/** Genders and numbers as a bit mask. */
export const MS = 1
export const FS = 2
export const MP = 4
export const FP = 8
export const MASCULINE = MS | MP
export const FEMININE = FS | FP
export const SINGULAR = MS | FS
export const PLURAL = MP | FP
export const ANY = 15

/** Persons as a bit mask: je, tu, il, nous, vous, ils. */
export const JE = 1
export const TU = 2
export const IL = 4
export const NOUS = 8
export const VOUS = 16
export const ILS = 32

/** Kinds of words beside nouns, adjectives, past participles and finite verbs, as a bit mask. */
export const INFINITIVE = 1
export const PRESENT_PARTICIPLE = 2
export const ADVERB = 4
export const PREPOSITION = 8
export const CONJUNCTION = 16
/** je tu il on ils: nothing but subjects. */
export const SUBJECT = 32
/** me te se lui leur y en le la les nous vous, elided too: may stand before a verb. */
export const CLITIC = 64
export const PRONOUN = 128
export const RELATIVE = 256
export const NEGATION = 512
export const NUMERAL = 1024
export const INTERJECTION = 2048
/** Word of the hand-made tables of closed classes. */
export const CLOSED = 4096
/** A determiner that is also a pronoun before verbs (le, la, les, l', leur). */
export const AMBIGUOUS_DETERMINER = 8192

/** What verbs of a lemma can do, as a bit mask. */
export const TRANSITIVE = 1
export const INTRANSITIVE = 2
export const PRONOMINAL = 4
/** Always pronominal. */
export const ONLY_PRONOMINAL = 8
/** Compound tenses with être. */
export const WITH_ETRE = 16
/** Takes être, semble, reste…: a predicate follows. */
export const COPULA = 32

/** One written form with all its readings joined. */
export interface FrenchWord {
  /** Lower case, straight apostrophe. */
  readonly text: string
  /** False where neither lexicon nor tables have the word. */
  readonly known: boolean
  readonly noun: number
  readonly adjective: number
  readonly participle: number
  /** Gender of a first name. */
  readonly name: number
  readonly determiner: number
  readonly kind: number
  readonly present: number
  readonly imperfect: number
  readonly past: number
  readonly future: number
  readonly conditional: number
  readonly subjunctive: number
  readonly pastSubjunctive: number
  readonly imperative: number
  /** Persons of any finite tense but the imperative. */
  readonly finite: number
  /** Infinitive of the verb readings, empty where there is none. */
  readonly lemma: string
  /** Second infinitive of an ambiguous form (suis: être, suivre). */
  readonly otherLemma: string
  /** What `lemma` or `otherLemma` can do. */
  readonly verb: number
}

/** Finds words. */
export interface FrenchLexicon {
  /** @param word lower case, straight apostrophe */
  lookup(word: string): FrenchWord
  /** Version of the compiled data. */
  readonly version: string
}

/** No reading at all: punctuation, opaque tokens, endless words. */
export const UNKNOWN_WORD: FrenchWord = {
  text: '',
  known: false,
  noun: 0,
  adjective: 0,
  participle: 0,
  name: 0,
  determiner: 0,
  kind: 0,
  present: 0,
  imperfect: 0,
  past: 0,
  future: 0,
  conditional: 0,
  subjunctive: 0,
  pastSubjunctive: 0,
  imperative: 0,
  finite: 0,
  lemma: '',
  otherLemma: '',
  verb: 0,
}
