/** The subject of a verb, found by walking back a few tokens; no answer where it is not sure. */
import {
  ADVERB,
  ANY,
  CLITIC,
  FP,
  FS,
  IL,
  ILS,
  JE,
  MP,
  MS,
  NOUS,
  PLURAL,
  PREPOSITION,
  PRONOUN,
  SINGULAR,
  SUBJECT,
  TU,
  VOUS,
} from './lexicon/word.js'
import {
  antecedentAgreement,
  COLLECTIVE,
  clauseHasBefore,
  isBoundary,
  isFormOf,
  isNominal,
  isSureVerb,
  type NounPhrase,
  nounPhraseEndingAt,
} from './phrases.js'
import type { FrenchText } from './text.js'
import { BREAK, isCapital, WORD } from './token.js'

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

const JOINING_PREPOSITIONS = new Set(
  "de d' du des à au aux en pour sur par avec sans contre entre dans chez".split(' '),
)

const NEGATIVES = new Set(['ne', "n'"])

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
