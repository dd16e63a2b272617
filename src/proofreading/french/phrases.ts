/** Noun phrases and subjects around a verb, by walking a few tokens: no parse, and no answer rather than a doubtful one. */
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
  JE,
  MP,
  MS,
  NOUS,
  PLURAL,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SINGULAR,
  SUBJECT,
  TU,
  VOUS,
} from './lexicon/word.js'
import type { FrenchText } from './text.js'
import { BREAK, isCapital, PUNCTUATION, type Token, WORD } from './token.js'

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

/** A verb's subject. */
export interface Subject {
  /** Index of its head. */
  readonly index: number
  /** Index of its first token. */
  readonly start: number
  readonly persons: number
  /** Genders and numbers it can have. */
  readonly agreement: number
  /** True for a pronoun. */
  readonly pronoun: boolean
}

/** Nouns whose verb may agree with their complement. */
const COLLECTIVE = new Set(
  'plupart majorité minorité partie moitié tiers quart nombre ensemble foule multitude série quantité dizaine douzaine quinzaine vingtaine trentaine centaine millier million milliard totalité reste pourcentage sorte espèce type genre peu beaucoup trop assez tant tas groupe poignée infinité masse nuée troupe bande pléthore cinquantaine quarantaine'.split(
    ' ',
  ),
)
const OF = new Set(['de', "d'", 'du', 'des'])
const JOINING_PREPOSITIONS = new Set(
  "de d' du des à au aux en pour sur par avec sans contre entre dans chez".split(' '),
)

const NEGATIVES = new Set(['ne', "n'"])

/** True where a token can stand inside a noun phrase after its determiner. */
function isNominal(token: Token): boolean {
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

const PERSONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['je', [JE, SINGULAR]],
  ["j'", [JE, SINGULAR]],
  ['tu', [TU, SINGULAR]],
  ['il', [IL, MS]],
  ['elle', [IL, FS]],
  ['on', [IL, ANY]],
  ['nous', [NOUS, PLURAL]],
  ['vous', [VOUS, ANY]],
  ['iel', [IL, SINGULAR]],
  ['iels', [ILS, PLURAL]],
  ['lequel', [IL, MS]],
  ['laquelle', [IL, FS]],
  ['lesquels', [ILS, MP]],
  ['lesquelles', [ILS, FP]],
  ['quiconque', [IL, SINGULAR]],
  ['ils', [ILS, MP]],
  ['elles', [ILS, FP]],
  ['cela', [IL, MS]],
  ['ça', [IL, MS]],
  ['ceci', [IL, MS]],
  ['tout', [IL, MS]],
  ['rien', [IL, MS]],
  ['personne', [IL, SINGULAR]],
  ['aucun', [IL, MS]],
  ['aucune', [IL, FS]],
  ['nul', [IL, MS]],
  ['nulle', [IL, FS]],
  ['certains', [ILS, MP]],
  ['certaines', [ILS, FP]],
  ['plusieurs', [ILS, PLURAL]],
  ['quelques-uns', [ILS, MP]],
  ['quelques-unes', [ILS, FP]],
  ['les miens', [ILS, MP]],
  ['eux', [ILS, MP]],
  ['tous', [ILS, MP]],
  ['toutes', [ILS, FP]],
  ['chacun', [IL, MS]],
  ['chacune', [IL, FS]],
  ['celui-ci', [IL, MS]],
  ['celui-là', [IL, MS]],
  ['celle-ci', [IL, FS]],
  ['celle-là', [IL, FS]],
  ['ceux-ci', [ILS, MP]],
  ['ceux-là', [ILS, MP]],
  ['celles-ci', [ILS, FP]],
  ['celles-là', [ILS, FP]],
])
const SUBJECT_OPENERS = new Set(
  "que qu' si s' lorsque lorsqu' puisque puisqu' quand comme dont où et ou mais car donc or quoique quoiqu'".split(' '),
)

/**
 * The subject that stands before the verb at `verb`, clitics between skipped; undefined where it is not sure.
 * A coordination (A et B) gives no answer.
 */
export function subjectBefore(text: FrenchText, verb: number): Subject | undefined {
  if (text.at(verb).hyphen) return undefined
  let at = verb - 1
  while (at >= 0 && verb - at < 5) {
    const token = text.at(at)
    if (token.hyphen || token.type !== WORD) break
    if (token.lower === 'ne' || token.lower === "n'") at--
    else if (
      token.kind & CLITIC &&
      !(token.kind & SUBJECT) &&
      (token.determiner === 0 || at === verb - 1 || text.at(at + 1).kind & CLITIC)
    )
      at--
    else break
  }
  if (verb - at >= 5) return undefined
  const token = text.at(at)
  const leftmost = text.at(at + 1)
  const known = PERSONS.get(token.lower)
  if (known && !token.hyphen && token.lower !== 'nous' && token.lower !== 'vous') {
    const before = text.at(at - 1)
    if (
      (before.lower === 'et' || before.lower === 'ou') &&
      (token.kind & SUBJECT) !== 0 &&
      !text.at(at - 2).finite &&
      (text.at(at - 2).noun || text.at(at - 2).word.name || /^(il|elle|ils|lui|moi|toi)$/.test(text.lower(at - 2)))
    )
      return undefined
    if ((token.kind & SUBJECT) !== 0)
      return { index: at, start: at, persons: known[0], agreement: known[1], pronoun: true }
    if (
      /^(lequel|laquelle|lesquels|lesquelles|quiconque)$/.test(token.lower) &&
      !isBoundary(before) &&
      !(before.noun | before.adjective)
    )
      return undefined
    if (/^(lequel|laquelle|lesquels|lesquelles|quiconque)$/.test(token.lower))
      return { index: at, start: at, persons: known[0], agreement: known[1], pronoun: true }
    // elle, cela, celui-ci may also close a complement: à côté d'elle, et elle.
    if (isBoundary(before) || SUBJECT_OPENERS.has(before.lower)) {
      if (/^(et|ou|comme|si|qu'|que)$/.test(before.lower)) {
        if (
          token.lower !== 'elle' &&
          token.lower !== 'elles' &&
          !(
            /^(cela|ça|ceci)$/.test(token.lower) &&
            /^(si|qu'|que)$/.test(before.lower) &&
            text.at(at - 2).finite &&
            !clauseHasBefore(text, at, NEGATIVES)
          )
        )
          return undefined
        if (
          (before.lower === 'et' || before.lower === 'ou') &&
          (text.at(at - 2).kind & PRONOUN || text.at(at - 2).noun || text.at(at - 2).word.name)
        )
          return undefined
      }
      return { index: at, start: at, persons: known[0], agreement: known[1], pronoun: true }
    }
    return undefined
  }
  if ((leftmost.lower === 'nous' || leftmost.lower === 'vous') && at + 1 < verb && !leftmost.hyphen) {
    // nous/vous is the subject only where nothing before it can be.
    if (!isBoundary(token) && !SUBJECT_OPENERS.has(token.lower)) {
      const own = leftmost.lower === 'nous' ? NOUS : VOUS
      return isNominal(token) && !(text.at(verb).finite & own) ? nounSubject(text, at) : undefined
    }
    const [persons, agreement] = PERSONS.get(leftmost.lower)!
    // After et, nous may be an object (et nous envoie): the verb itself tells.
    if (
      (token.lower === 'et' ||
        token.lower === 'ou' ||
        isBoundary(token) ||
        token.lower === 'dont' ||
        token.lower === 'où') &&
      !(text.at(verb).finite & persons) &&
      !isSentenceOpening(text, at)
    )
      return undefined
    return { index: at + 1, start: at + 1, persons, agreement, pronoun: true }
  }
  if (token.lower === 'qui') return relativeSubject(text, at)
  if (token.participle) {
    const antecedent = subjectWithRelative(text, at)
    if (antecedent) return antecedent
  }
  return nounSubject(text, at)
}

/** The subject of “le produit que vous avez reçu [est]”: the antecedent of a short relative clause that ends at `end`. */
function subjectWithRelative(text: FrenchText, end: number): Subject | undefined {
  let at = end - 1
  while (at > end - 4 && text.at(at).kind & ADVERB) at--
  if (!isFormOf(text.at(at), 'avoir') || !text.at(at).finite) return undefined
  at--
  while (at > end - 8 && text.at(at).kind & CLITIC && !text.at(at).hyphen && !/^(nous|vous)$/.test(text.lower(at))) at--
  if (/^(nous|vous)$/.test(text.lower(at)) && /^(nous|vous)$/.test(text.lower(at - 1))) at--
  if (!/^(je|j'|tu|il|elle|on|nous|vous|ils|elles)$/.test(text.lower(at))) return undefined
  if (!/^(que|qu')$/.test(text.lower(at - 1))) return undefined
  return nounSubject(text, at - 2)
}

/** The subject qui, with what its antecedent says of it; undefined where that is not sure. */
function relativeSubject(text: FrenchText, at: number): Subject | undefined {
  const agreement = antecedentAgreement(text, at - 1)
  if (agreement === 0) return undefined
  const persons = (agreement & SINGULAR ? IL : 0) | (agreement & PLURAL ? ILS : 0)
  return { index: at, start: at, persons, agreement, pronoun: false }
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

function isSentenceOpening(text: FrenchText, at: number): boolean {
  return text.startsSentence(at + 1)
}

function nounSubject(text: FrenchText, end: number): Subject | undefined {
  let last = end
  // An adverb may stand between subject and verb.
  if (text.at(last).kind & ADVERB && !isNominal(text.at(last))) last--
  for (let depth = 0; depth < 4; depth++) {
    const name = text.at(last)
    if (
      depth === 0 &&
      name.word.name &&
      isCapital(name) &&
      (isBoundary(text.at(last - 1)) || text.lower(last - 1) === 'que')
    ) {
      if (isBoundary(text.at(last - 1)) && !text.startsSentence(last)) return undefined
      return { index: last, start: last, persons: IL, agreement: name.word.name, pronoun: false }
    }
    const phrase = nounPhraseEndingAt(text, last)
    if (!phrase || phrase.agreement === 0) return undefined
    const opener = text.at(phrase.start)
    const before = text.at(phrase.start - 1)
    const contracted =
      opener.lower === 'du' || opener.lower === 'des' || opener.lower === 'au' || opener.lower === 'aux'
    if (contracted && phrase.determined) {
      // des/du open a subject only at the head of a clause.
      if (
        (opener.lower === 'des' || opener.lower === 'du') &&
        (isBoundary(before) || SUBJECT_OPENERS.has(before.lower))
      ) {
        if (isBoundary(before) && !text.startsSentence(phrase.start)) return undefined
        if (before.lower === 'et' || before.lower === 'ou') return undefined
        return fromPhrase(text, phrase)
      }
      last = phrase.start - 1
      if (!isNominal(text.at(last))) return undefined
      continue
    }
    if (before.type === WORD && JOINING_PREPOSITIONS.has(before.lower)) {
      last = phrase.start - 2
      if (!isNominal(text.at(last))) return undefined
      continue
    }
    if (!phrase.determined) return undefined
    if (isBoundary(before)) {
      if (before.type === BREAK || text.startsSentence(phrase.start)) return fromPhrase(text, phrase)
      return before.text === ',' && followsIntroduction(text, phrase.start - 1) ? fromPhrase(text, phrase) : undefined
    }
    if (before.lower === 'tous' || before.lower === 'toutes' || before.lower === 'tout' || before.lower === 'toute') {
      const outer = text.at(phrase.start - 2)
      return text.startsSentence(phrase.start - 1) || outer.lower === 'que' ? fromPhrase(text, phrase) : undefined
    }
    if (
      SUBJECT_OPENERS.has(before.lower) &&
      before.lower !== 'et' &&
      before.lower !== 'ou' &&
      before.lower !== 'comme'
    ) {
      if (before.lower === 'que' || before.lower === "qu'") {
        // plus grand que la maison, ne … que les clients: no subject after them.
        const governor = text.at(phrase.start - 2)
        if (
          !governor.finite &&
          governor.lower !== 'parce' &&
          governor.lower !== 'afin' &&
          governor.lower !== 'pour' &&
          governor.lower !== 'ce' &&
          governor.lower !== 'bien'
        )
          return undefined
      }
      return fromPhrase(text, phrase)
    }
    return undefined
  }
  return undefined
}

/** True where what stands before the comma is an opening complement or a whole clause, so that a subject may follow. */
function followsIntroduction(text: FrenchText, comma: number): boolean {
  let start = comma
  let verbs = false
  while (start > 0 && comma - start < 25) {
    const token = text.at(start - 1)
    if (isBoundary(token)) break
    if (isSureVerb(token)) verbs = true
    start--
  }
  if (!isBoundary(text.at(start - 1)) || text.at(start - 1).text === ',') return false
  const first = text.at(start)
  return verbs || (first.kind & (PREPOSITION | ADVERB)) !== 0
}

function fromPhrase(text: FrenchText, phrase: NounPhrase): Subject | undefined {
  const head = text.at(phrase.head)
  if (COLLECTIVE.has(head.lower)) return undefined
  const singular = phrase.agreement & SINGULAR
  const plural = phrase.agreement & PLURAL
  const persons = (singular ? IL : 0) | (plural ? ILS : 0)
  return { index: phrase.head, start: phrase.start, persons, agreement: phrase.agreement, pronoun: false }
}

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
