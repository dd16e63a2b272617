/**
 * What surrounds a choice, as numbers: the words before and behind, their readings, and what grammar would look at – the noun
 * and determiner before, the verb, the auxiliary, the head of the clause. What is written at the place itself is never looked at, so
 * that clean text can teach the choice.
 */
import { mix } from '../../../learning/hashing.js'
import {
  ADVERB,
  CLITIC,
  CLOSED,
  CONJUNCTION,
  INFINITIVE,
  NEGATION,
  PREPOSITION,
  RELATIVE,
  SUBJECT,
} from '../lexicon/word.js'
import { type Subject, subjectBefore } from '../subjects.js'
import type { FrenchText } from '../text.js'
import { BREAK, PUNCTUATION, type Token, WORD } from '../token.js'
import { signsOf, type WordSigns } from './word-signs.js'

/** Raise it whenever features change: weights learnt for others are meaningless. */
export const FEATURES_VERSION = 2

/** Most features of a choice. */
export const MOST_FEATURES = 64

/** Tokens looked back for verb, noun, head. */
const REACH = 14

/** Hash of a feature: its value with its kind. */
function feature(kind: number, value: number): number {
  return mix(value, Math.imul(kind + 1, 0x01000193))
}

/**
 * Features of a choice, in two steps: of the tokens beside it, which decide most choices, then of what stands farther off, which costs
 * three times as much.
 */
export class ContextFeatures {
  /** Combined with an alternative's class; first those of the neighbours. */
  readonly general = new Int32Array(MOST_FEATURES)
  generalCount = 0
  /** Combined with an alternative's form. */
  readonly formal = new Int32Array(MOST_FEATURES)
  formalCount = 0

  private add(kind: number, value: number): void {
    this.general[this.generalCount++] = feature(kind, value)
  }

  private addFormal(kind: number, value: number): void {
    this.formal[this.formalCount++] = feature(kind, value)
  }

  /** Collects the features of the tokens beside those from `from` to `to` (inclusive), whose alternatives share `stem`. */
  collectNear(text: FrenchText, from: number, to: number, stem: number): void {
    this.generalCount = 0
    this.formalCount = 0
    const l1 = signsOf(text.at(from - 1))
    const l2 = signsOf(text.at(from - 2))
    const l3 = signsOf(text.at(from - 3))
    const r1 = signsOf(text.at(to + 1))
    const r2 = signsOf(text.at(to + 2))
    const r3 = signsOf(text.at(to + 3))
    this.neighbours(l1, l2, l3, r1, r2, r3, stem)
    this.addFormal(60, 0)
    this.addFormal(61, l1.form)
    this.addFormal(62, r1.form)
    this.addFormal(63, mix(l1.form, l2.form))
    this.addFormal(64, mix(r1.form, r2.form))
    this.addFormal(65, mix(l1.form, r1.form))
    this.addFormal(66, mix(l1.readings, r1.readings))
    this.addFormal(67, mix(l2.readings, l1.readings))
    this.addFormal(68, mix(r1.readings, r2.readings))
  }

  /** Adds the features of what stands farther off; after `collectNear`. @param verbal true where an alternative may be a finite verb */
  collectFar(text: FrenchText, from: number, to: number, stem: number, verbal: boolean): void {
    this.structure(text, from, to, signsOf(text.at(from - 1)), signsOf(text.at(to + 1)), stem, verbal)
  }

  /** Leaves out the features that `keep` does not keep. */
  thin(keep: () => boolean): void {
    this.generalCount = thinned(this.general, this.generalCount, keep)
    this.formalCount = thinned(this.formal, this.formalCount, keep)
  }

  private neighbours(
    l1: WordSigns,
    l2: WordSigns,
    l3: WordSigns,
    r1: WordSigns,
    r2: WordSigns,
    r3: WordSigns,
    stem: number,
  ): void {
    this.add(0, 0)
    this.add(1, l1.form)
    this.add(2, l2.form)
    this.add(3, r1.form)
    this.add(4, r2.form)
    this.add(5, mix(l1.form, l2.form))
    this.add(6, mix(r1.form, r2.form))
    this.add(7, mix(l1.form, r1.form))
    this.add(8, l1.readings)
    this.add(9, l2.readings)
    this.add(10, l3.readings)
    this.add(11, r1.readings)
    this.add(12, r2.readings)
    this.add(13, mix(l1.readings, l2.readings))
    this.add(14, mix(l1.readings, r1.readings))
    this.add(15, mix(r1.readings, r2.readings))
    this.add(16, mix(mix(l1.readings, l2.readings), r1.readings))
    this.add(17, mix(mix(l1.readings, l2.readings), l3.readings))
    this.add(18, mix(mix(r1.readings, r2.readings), r3.readings))
    this.add(19, stem)
    this.add(20, mix(stem, l1.form))
    this.add(21, mix(stem, r1.form))
    this.add(22, mix(stem, l1.readings))
    this.add(23, mix(mix(l2.form, l1.form), r1.readings))
    this.add(24, mix(l2.readings, l1.form))
    this.add(25, mix(mix(l3.readings, l2.readings), l1.form))
  }

  /** Walks back from the place, once, and a few tokens on. */
  private structure(
    text: FrenchText,
    from: number,
    to: number,
    l1: WordSigns,
    r1: WordSigns,
    stem: number,
    verbal: boolean,
  ): void {
    let determiner = 0
    let determinerAt = 0
    let noun = 0
    let nounForm = 0
    let nounAt = 0
    let secondNoun = 0
    let joint = 0
    let joined = 0
    let finiteAt = -1
    let verb = 0
    let verbAt = 0
    let auxiliary = 0
    let subject = 0
    let subjectAt = 0
    let preposition = 0
    let relative = 0
    let antecedent = 0
    let head = 0
    let opener = 0
    let coordinated = 0
    let numeral = 0
    let onlyAdverbs = true
    for (let distance = 1; distance <= REACH; distance++) {
      const at = from - distance
      const token = text.at(at)
      if (token.type === BREAK || endsClause(token)) {
        opener = mix(token.type, token.text.charCodeAt(0) | 0)
        break
      }
      const { word } = token
      if (token.type === PUNCTUATION) {
        if (token.text === ',' && distance <= 2) coordinated = coordinated || 1
        continue
      }
      if (token.type !== WORD) {
        numeral = numeral || signsOf(token).form
        continue
      }
      head =
        nominalMask(word.determiner || word.noun || word.adjective) |
        (word.kind & PREPOSITION ? 64 : 0) |
        (word.kind & SUBJECT ? 128 : 0)
      if (noun !== 0 && secondNoun === 0 && /^(et|ou|ni)$/.test(token.lower)) joined = 1
      if (distance <= 2 && /^(et|ou|ni)$/.test(token.lower))
        coordinated =
          2 +
          nominalMask(text.at(at - 1).word.adjective || text.at(at - 1).word.participle || text.at(at - 1).word.noun)
      if (word.determiner && determiner === 0) {
        determiner = word.determiner | (word.kind & CLITIC ? 16 : 0) | (word.kind & PREPOSITION ? 32 : 0)
        determinerAt = distance
      }
      const finite = word.finite !== 0
      if (word.noun && !(word.kind & CLOSED)) {
        const before = text.at(at - 1).word.determiner
        const mask = before & word.noun || word.noun
        if (noun === 0) {
          noun = mask | (finite ? 16 : 0) | (before ? 32 : 0)
          nounForm = signsOf(token).form
          nounAt = distance
        } else if (secondNoun === 0) {
          secondNoun = mask | (finite ? 16 : 0) | (before ? 32 : 0)
          joint = mix(preposition, joined)
        }
      }
      if (word.kind & PREPOSITION && preposition === 0) preposition = signsOf(token).form
      if (word.kind & SUBJECT && subject === 0) {
        subject = signsOf(token).form
        subjectAt = distance
      }
      if (word.kind & RELATIVE && relative === 0) {
        relative = signsOf(token).form
        const before = text.at(at - 1).word
        antecedent = before.noun | before.adjective | (before.participle << 4)
      }
      if (
        (finite && !word.noun && !word.adjective && !word.determiner && !(word.kind & PREPOSITION)) ||
        word.kind & INFINITIVE
      ) {
        if (finiteAt < 0 && finite && !(word.kind & INFINITIVE)) finiteAt = at
        if (verb === 0) {
          verb = mix(lemmaOf(token), word.finite)
          verbAt = distance
          if (onlyAdverbs && (word.lemma === 'être' || word.lemma === 'avoir'))
            auxiliary = mix(lemmaOf(token), word.kind & INFINITIVE)
        }
      }
      if (!(word.kind & (ADVERB | NEGATION)) && token.lower !== 'été') onlyAdverbs = onlyAdverbs && token.hyphen
    }
    let nextNoun = 0
    let nextVerb = 0
    for (let distance = 1; distance <= 4; distance++) {
      const token = text.at(to + distance)
      if (token.type !== WORD) break
      if (nextNoun === 0 && token.word.noun && !(token.word.kind & CLOSED)) nextNoun = token.word.noun | (distance << 4)
      if (nextVerb === 0 && token.word.finite && !token.word.noun && !token.word.adjective)
        nextVerb = mix(token.word.finite, distance)
      if (token.word.kind & (PREPOSITION | CONJUNCTION | RELATIVE)) break
    }
    this.add(30, mix(determiner, Math.min(determinerAt, 4)))
    this.add(31, mix(noun, Math.min(nounAt, 4)))
    this.add(32, mix(noun, secondNoun))
    this.add(33, mix(mix(noun, secondNoun), joint))
    this.add(34, mix(verb, Math.min(verbAt, 4)))
    this.add(35, mix(auxiliary, noun))
    this.add(36, mix(mix(auxiliary, subject), noun))
    this.add(37, mix(subject, Math.min(subjectAt, 5)))
    this.add(38, mix(head, opener))
    this.add(39, mix(mix(head, verb), auxiliary))
    this.add(40, mix(relative, antecedent))
    this.add(41, mix(mix(relative, antecedent), auxiliary))
    this.add(42, mix(coordinated, determiner))
    this.add(43, nextNoun)
    this.add(44, mix(nextVerb, l1.readings))
    this.add(45, mix(nounForm, Math.min(nounAt, 3)))
    this.add(46, mix(stem, nounForm))
    this.add(47, mix(mix(subject, verb), noun))
    this.add(48, mix(numeral, Math.min(determinerAt, 3)))
    this.add(49, mix(mix(head, subject), mix(verb === 0 ? 0 : 1, l1.readings)))
    this.add(50, mix(opener, mix(l1.readings, r1.readings)))
    this.add(51, mix(preposition, verb))
    const own = verbal ? numberOf(subjectBefore(text, from)) : 0
    const other = finiteAt < 0 ? 0 : numberOf(subjectBefore(text, finiteAt))
    this.add(53, own)
    this.add(54, mix(own, l1.readings))
    this.add(55, mix(mix(other, auxiliary), Math.min(verbAt, 4)))
    this.add(56, mix(mix(other, verb), noun))
    this.add(52, mix(mix(determiner, noun), mix(l1.readings, r1.readings)))
  }
}

/** Moves the values that are kept to the front; how many they are. */
function thinned(values: Int32Array, count: number, keep: () => boolean): number {
  let kept = 0
  for (let index = 0; index < count; index++) if (keep()) values[kept++] = values[index]!
  return kept
}

/** A subject's persons, genders and numbers in one number; 0 where none is sure. */
function numberOf(subject: Subject | undefined): number {
  return subject ? subject.persons | (subject.agreement << 6) | (subject.pronoun ? 1024 : 0) | 2048 : 0
}

function endsClause(token: Token): boolean {
  return token.type === PUNCTUATION && /^[.!?…;:]/.test(token.text)
}

function nominalMask(mask: number): number {
  return mask & 15
}

function lemmaOf(token: Token): number {
  const { lemma } = token.word
  return lemma === 'être' ? 1 : lemma === 'avoir' ? 2 : lemma === '' ? 3 : token.word.verb + 16
}
