/** Takes readings away that the neighbours rule out: no finite verb after a sure determiner, no noun after “je”, and so on. */
import {
  ADVERB,
  AMBIGUOUS_DETERMINER,
  CLITIC,
  CLOSED,
  CONJUNCTION,
  INFINITIVE,
  MS,
  NEGATION,
  PREPOSITION,
  PRESENT_PARTICIPLE,
  PRONOUN,
  RELATIVE,
  SUBJECT,
} from './lexicon/word.js'
import { BREAK, PUNCTUATION, type Token, WORD } from './token.js'
import { OUTSIDE } from './tokenize.js'

const BEFORE_CLITICS = new Set("je j' tu il on ils elle elles nous vous ne n' qui me m' te t' se s'".split(' '))
const OBJECT_CLITICS = new Set("me m' te t' se s' le la les l' lui leur y en nous vous".split(' '))

function isNominal(token: Token): boolean {
  return (token.noun | token.adjective | token.determiner) !== 0
}

/** True where a clitic may follow: a subject, anything nominal, qui, ne, a conjunction. */
function mayGovernClitic(before: Token): boolean {
  if (before.type === BREAK || before.type === PUNCTUATION) return false
  if (before.type !== WORD) return true
  if (before.noun | before.adjective | before.participle | before.word.name) return true
  return (
    (before.kind & (SUBJECT | CLITIC | PRONOUN | RELATIVE | NEGATION | CONJUNCTION)) !== 0 ||
    !before.word.known ||
    (before.kind & ADVERB) !== 0
  )
}

function resolveAmbiguousDeterminer(token: Token, before: Token, after: Token): void {
  const verbal = after.finite !== 0 || (after.kind & (INFINITIVE | CLITIC)) !== 0
  if (token.hyphen) {
    token.determiner = 0
    return
  }
  if (!verbal) {
    if (token.lower !== 'leur' || isNominal(after) || after.participle) token.kind &= ~CLITIC
    return
  }
  const pureClitic = (after.kind & CLITIC) !== 0 && (after.kind & AMBIGUOUS_DETERMINER) === 0
  const afterSubject = BEFORE_CLITICS.has(before.lower) && !before.hyphen
  if (!isNominal(after) && after.participle === 0 && (after.finite || after.kind & INFINITIVE || pureClitic))
    token.determiner = 0
  else if (afterSubject && after.finite) token.determiner = 0
  else if (isNominal(after) && (after.kind & INFINITIVE) === 0 && !mayGovernClitic(before)) token.kind &= ~CLITIC
  else if (isNominal(after) && !afterSubject && before.lower !== 'et') {
    if (before.determiner === 0 || before.lower === 'tous' || before.lower === 'toutes') {
      if ((before.kind & PREPOSITION) !== 0 && (after.kind & INFINITIVE) === 0) token.kind &= ~CLITIC
      else if (before.finite && !before.noun && before.type === WORD && (after.kind & INFINITIVE) === 0)
        token.kind &= ~CLITIC
    }
  }
}

function afterDeterminer(token: Token, before: Token): void {
  if (before.lower === 'tout' || before.lower === 'un' || before.lower === 'une' || before.lower === 'ce') {
    if (token.noun | token.adjective) {
      token.finite = 0
      token.imperative = 0
    }
    return
  }
  if (before.kind & (CLITIC | SUBJECT)) return
  if (token.noun | token.adjective | token.participle) {
    token.finite = 0
    token.imperative = 0
  }
}

function afterSubject(token: Token): void {
  if (token.finite) {
    token.noun = 0
    token.adjective = 0
    token.imperative = 0
    if ((token.kind & CLOSED) === 0) token.kind &= ~PREPOSITION
  }
}

/** Narrows the readings of all tokens, left to right. */
export function disambiguate(tokens: readonly Token[]): void {
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.type !== WORD) continue
    const before = tokens[index - 1] ?? OUTSIDE
    if (token.kind & AMBIGUOUS_DETERMINER) resolveAmbiguousDeterminer(token, before, tokens[index + 1] ?? OUTSIDE)
    // mon, ton, son before a feminine only where it begins with a vowel (or h).
    if (/^(mon|ton|son)$/.test(token.lower) && /^[bcdfgjklmnpqrstvwxz]/.test(tokens[index + 1]?.lower ?? ''))
      token.determiner = before.determiner ? 0 : MS
    if (before.type !== WORD) continue
    if (before.determiner && !before.hyphen) afterDeterminer(token, before)
    if (
      !before.hyphen &&
      ((before.kind & SUBJECT) !== 0 || before.lower === 'ne' || before.lower === "n'" || before.lower === 'qui')
    )
      afterSubject(token)
    else if (
      (before.kind & CLITIC) !== 0 &&
      before.determiner === 0 &&
      !before.hyphen &&
      (before.kind & PREPOSITION) === 0
    ) {
      if (
        token.finite &&
        OBJECT_CLITICS.has(before.lower) &&
        before.lower !== 'nous' &&
        before.lower !== 'vous' &&
        before.lower !== 'lui'
      )
        afterSubject(token)
    } else if ((before.kind & PREPOSITION) !== 0 && (before.kind & CLITIC) === 0) {
      if (token.noun || (token.kind & (INFINITIVE | PRESENT_PARTICIPLE)) !== 0) {
        token.finite = 0
        token.imperative = 0
      }
    }
  }
}
