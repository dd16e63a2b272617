/** Noun phrases around a verb, by walking a few tokens: no parse, and no answer rather than a doubtful one. */
import {
  ADVERB,
  ANY,
  CLITIC,
  CONJUNCTION,
  FP,
  FS,
  IL,
  ILS,
  INFINITIVE,
  MP,
  MS,
  PLURAL,
  PREPOSITION,
  SINGULAR,
  SUBJECT,
} from './lexicon/word.js'
import type { FrenchText } from './text.js'
import { BREAK, PUNCTUATION, type Token, WORD } from './token.js'

/** A noun phrase found going back from its last word. */
export interface NounPhrase {
  /** Index of the first token, usually the determiner. */
  readonly start: number
  /** Index of the head noun. */
  readonly head: number
  /** Gender and number that determiner and noun agree on; 0 where they do not. */
  readonly agreement: number
  /** True where a determiner opens it. */
  readonly determined: boolean
}

/** Nouns whose verb may agree with their complement. */
export const COLLECTIVE = new Set(
  'plupart majorité minorité partie moitié tiers quart nombre ensemble foule multitude série quantité dizaine douzaine quinzaine vingtaine trentaine centaine millier million milliard totalité reste pourcentage sorte espèce type genre peu beaucoup trop assez tant tas groupe poignée infinité masse nuée troupe bande pléthore cinquantaine quarantaine soixantaine quasi-totalité minimum maximum parties tiers dizaines douzaines quinzaines vingtaines trentaines centaines milliers millions milliards poignées masses foules types sortes espèces groupes séries'.split(
    ' ',
  ),
)

/** True where a token can stand inside a noun phrase after its determiner. */
export function isNominal(token: Token): boolean {
  return token.type === WORD && (token.noun | token.adjective | token.participle) !== 0
}

/** The noun phrase whose last word is at `end`: determiner, adjectives, noun, adjectives; undefined where it is not clear. */
export function nounPhraseEndingAt(text: FrenchText, end: number): NounPhrase | undefined {
  let start = end
  while (start >= 0 && end - start < 5) {
    const token = text.at(start)
    if (token.determiner && start < end) break
    if (!isNominal(token) && !(start < end && (token.kind & ADVERB) !== 0)) break
    start--
  }
  const opener = text.at(start)
  const determined = opener.determiner !== 0 && start < end && !opener.hyphen
  const first = determined ? start + 1 : start + 1
  if (first > end) return undefined
  let head = -1
  for (let index = first; index <= end; index++) {
    const token = text.at(index)
    if (token.noun === 0) continue
    const next = text.at(index + 1)
    // An adjective before a noun is no head: un petit livre.
    if (token.adjective && index < end && next.noun && !next.adjective) continue
    head = index
    break
  }
  if (head < 0) return undefined
  const noun = text.at(head).noun
  return {
    start: determined ? start : first,
    head,
    agreement: determined ? noun & opener.determiner : noun,
    determined,
  }
}

/** True where a token ends a clause: nothing before it belongs to the phrase. */
export function isBoundary(token: Token): boolean {
  return token.type === BREAK || token.type === PUNCTUATION
}

const DEMONSTRATIVE: Readonly<Record<string, number>> = {
  celui: MS,
  'celui-ci': MS,
  celle: FS,
  'celle-ci': FS,
  ceux: MP,
  'ceux-ci': MP,
  celles: FP,
  'celles-ci': FP,
  ce: MS,
  cela: MS,
  ça: MS,
}

/**
 * Genders and numbers that the noun phrase before a relative pronoun may have: those of each of its nouns, since any of
 * them may be the antecedent; 0 where it is not sure.
 */
export function antecedentAgreement(text: FrenchText, end: number): number {
  const last = text.at(end)
  if (last.type !== WORD || last.hyphen) return 0
  const demonstrative = DEMONSTRATIVE[last.lower]
  if (demonstrative !== undefined && /^(et|ou|ni)$/.test(text.lower(end - 1))) return 0
  if (demonstrative !== undefined) return demonstrative
  if ((last.noun | last.adjective | last.participle) === 0) return 0
  let all = 0
  let determined = false
  for (let at = end; at >= 0 && end - at < 10; at--) {
    const part = text.at(at)
    if (part.type !== WORD || (part.finite && !part.noun) || part.kind & (SUBJECT | INFINITIVE)) break
    if (STOPS_ANTECEDENT.has(part.lower)) return 0
    if (part.noun) {
      const before = text.at(at - 1)
      all |= (before.determiner ? part.noun & before.determiner : part.noun) || ANY
    }
    if (part.determiner) determined = true
    if (part.kind & CLITIC && !part.determiner && part.lower !== 'en') break
  }
  return determined ? all : 0
}

const STOPS_ANTECEDENT = new Set(
  "et ou ni que qu' plus moins aussi si tel tant même mêmes comme à au aux tu moi toi nous vous".split(' '),
)

/** True where a word of `words` stands before `index` in the same sentence. */
export function sentenceHasBefore(text: FrenchText, index: number, words: ReadonlySet<string>): boolean {
  for (let at = index - 1; at >= 0 && at > index - 40; at--) {
    const token = text.at(at)
    if (token.type === BREAK || /^[.!?…]/.test(token.text)) return false
    if (words.has(token.lower)) return true
  }
  return false
}

/** True where a word of `words` stands before `index` in the same clause (no punctuation between). */
export function clauseHasBefore(text: FrenchText, index: number, words: ReadonlySet<string>): boolean {
  for (let at = index - 1; at >= 0 && at > index - 40; at--) {
    const token = text.at(at)
    if (isBoundary(token)) return false
    if (words.has(token.lower)) return true
  }
  return false
}

/** Relative and conjunctive words: after them, a noun may be followed by a second verb. */
export const SUBORDINATORS: ReadonlySet<string> = new Set(
  "qui que qu' dont où lequel laquelle lesquels lesquelles duquel auquel quand lorsque lorsqu' si comme".split(' '),
)

/** True where the token can be the verb of a clause and nothing else. */
export function isSureVerb(token: Token): boolean {
  return (
    token.finite !== 0 &&
    (token.noun | token.adjective | token.participle | token.determiner) === 0 &&
    (token.kind & (PREPOSITION | CONJUNCTION | ADVERB)) === 0
  )
}

/** True for a form of one of the two auxiliaries. */
export function isFormOf(token: Token, lemma: string): boolean {
  return token.word.lemma === lemma || token.word.otherLemma === lemma
}

/** A noun phrase read forwards. */
export interface ForwardPhrase {
  /** Index of its last token, complements with “de” included. */
  readonly end: number
  readonly persons: number
  readonly agreement: number
}

/** The noun phrase that a determiner opens at `start`, with its complements in “de”; undefined where it is not clear. */
export function nounPhraseStartingAt(text: FrenchText, start: number): ForwardPhrase | undefined {
  const determiner = text.at(start)
  if (
    determiner.determiner === 0 ||
    determiner.hyphen ||
    (determiner.kind & CLITIC && text.at(start + 1).finite && !text.at(start + 1).noun)
  )
    return undefined
  let at = start + 1
  while (at < start + 4 && text.at(at).adjective && text.at(at + 1).noun && !text.at(at + 1).finite) at++
  const noun = text.at(at)
  if (noun.noun === 0 || COLLECTIVE.has(noun.lower)) return undefined
  const agreement = noun.noun & determiner.determiner
  if (agreement === 0) return undefined
  let end = at
  for (let step = 0; step < 6; step++) {
    const next = text.at(end + 1)
    if (next.type !== WORD || next.hyphen) break
    if ((next.adjective | next.participle) !== 0 && next.finite === 0 && !next.determiner) end++
    else if (/^(de|d')$/.test(next.lower) && text.at(end + 2).noun && !text.at(end + 2).determiner) end += 2
    else if (/^(du|des)$/.test(next.lower) && text.at(end + 2).noun) end += 2
    else if (/^(de|d')$/.test(next.lower) && text.at(end + 2).determiner && text.at(end + 3).noun) end += 3
    else break
  }
  if (/^(et|ou|ni)$/.test(text.lower(end + 1))) return undefined
  const persons = (agreement & SINGULAR ? IL : 0) | (agreement & PLURAL ? ILS : 0)
  return { end, persons, agreement }
}
