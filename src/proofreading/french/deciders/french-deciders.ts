/** Decides, by learnt weights, how probable what is written is beside what could have been meant. */
import { mix } from '../../../learning/hashing.js'
import type { WeightTable } from '../../../learning/weight-file.js'
import type { FrenchText } from '../text.js'
import { WORD } from '../token.js'
import { type Choice, choicesAt } from './alternatives.js'
import { ContextFeatures, MOST_FEATURES } from './context-features.js'

/** What the decider says of one choice. */
export interface Decision {
  readonly choice: Choice
  /** First token. */
  readonly from: number
  /** Last token. */
  readonly to: number
  /** Index of the best alternative. */
  readonly best: number
  /** Logarithm of the best alternative's odds over what is written; 0 where that is the best. */
  readonly margin: number
  /** Scores of the alternatives: differences are logarithms of odds. */
  readonly scores: readonly number[]
}

/** Most alternatives of a choice. */
const MOST_ALTERNATIVES = 16

/** Most features of all alternatives of a choice. */
const MOST = MOST_FEATURES * MOST_ALTERNATIVES

/** Lead of what is written, by the words beside it alone, from which nothing farther off is asked. */
const SETTLED = 4

const NO_DECISIONS: readonly Decision[] = []

/** All features of a choice's alternatives, one after another, as the trainer wants them. */
export class ChoiceFeatures {
  readonly values = new Int32Array(MOST)
  readonly ends: number[] = []
  private readonly context = new ContextFeatures()

  /** @param keep says of each feature whether it is kept; training leaves some out by chance, so that weights do not lean on each other */
  collect(text: FrenchText, from: number, { length, stem, alternatives, verbal }: Choice, keep?: () => boolean): void {
    const context = this.context
    const to = from + length - 1
    context.collectNear(text, from, to, stem)
    context.collectFar(text, from, to, stem, verbal)
    if (keep) context.thin(keep)
    const { general, generalCount, formal, formalCount } = context
    this.ends.length = 0
    let at = 0
    for (const { category, form } of alternatives) {
      for (let index = 0; index < generalCount; index++) this.values[at++] = mix(general[index]!, category)
      for (let index = 0; index < formalCount; index++) this.values[at++] = mix(formal[index]!, form)
      this.ends.push(at)
    }
  }
}

/** Whether a choice's written words stand at a place of the text. */
export function standsAt(text: FrenchText, index: number, { words }: Choice): boolean {
  for (let step = 1; step < words.length; step++) if (text.lower(index + step) !== words[step]) return false
  return true
}

/** Deciders over a table of weights. */
export class FrenchDeciders {
  private readonly context = new ContextFeatures()
  private readonly mask: number
  /** Sums of weights of the choice at hand, alternative by alternative. */
  private readonly sums = new Int32Array(MOST_ALTERNATIVES)

  /** @param table of `french-deciders`; its length is a power of two */
  constructor(private readonly table: WeightTable) {
    this.mask = table.values.length - 1
  }

  /** Decisions about the choices that begin at a token. */
  decisionsAt(text: FrenchText, index: number): readonly Decision[] {
    const token = text.at(index)
    if (token.type !== WORD) return NO_DECISIONS
    const decisions: Decision[] = []
    for (const choice of choicesAt(token.word, text.lexicon))
      if (standsAt(text, index, choice)) decisions.push(this.decide(text, index, choice))
    return decisions
  }

  /** Decisions against what is written, by at least `least`; what the words beside it settle for good is not looked at further. */
  doubtsAt(text: FrenchText, index: number, least: number): readonly Decision[] {
    const token = text.at(index)
    if (token.type !== WORD) return NO_DECISIONS
    let doubts: Decision[] | undefined
    for (const choice of choicesAt(token.word, text.lexicon)) {
      if (!standsAt(text, index, choice)) continue
      this.sumNear(text, index, choice)
      if (this.lead(choice) >= SETTLED) continue
      this.sumFar(text, index, choice)
      if (this.lead(choice) > -least) continue
      doubts ??= []
      doubts.push(this.decision(index, choice))
    }
    return doubts ?? NO_DECISIONS
  }

  /**
   * How much the deciders hold what a rule proposes for likelier than what is written, as a logarithm of odds: above 0 they agree with the rule,
   * below 0 they prefer what is written.
   * @param from first token of the rule's span
   * @param to last token
   * @param suggestions the rule's, whole replacements of the span; where none is an alternative, any counts
   * @returns null where no decider knows any word of the span
   */
  support(text: FrenchText, from: number, to: number, suggestions: readonly string[]): number | null {
    const proposed = new Set(
      suggestions.flatMap((suggestion) =>
        suggestion
          .toLowerCase()
          .replaceAll('’', "'")
          .split(/[ -]|(?<=')/),
      ),
    )
    for (const suggestion of suggestions) proposed.add(suggestion.toLowerCase().replaceAll('’', "'"))
    let named: number | null = null
    let any: number | null = null
    for (let index = from; index <= to; index++) {
      for (const { choice, scores } of this.decisionsAt(text, index)) {
        for (const [at, { text: alternative }] of choice.alternatives.entries()) {
          if (at === choice.written) continue
          const odds = scores[at]! - scores[choice.written]!
          if (any === null || odds > any) any = odds
          if (proposed.has(alternative) && (named === null || odds > named)) named = odds
        }
      }
    }
    return named ?? any
  }

  private decide(text: FrenchText, from: number, choice: Choice): Decision {
    this.sumNear(text, from, choice)
    this.sumFar(text, from, choice)
    return this.decision(from, choice)
  }

  /** Begins the sums with what stands beside the choice. */
  private sumNear(text: FrenchText, from: number, { length, stem, alternatives }: Choice): void {
    const context = this.context
    const mask = this.mask
    const sums = this.sums
    const { values } = this.table
    context.collectNear(text, from, from + length - 1, stem)
    const { general, generalCount, formal, formalCount } = context
    for (let alternative = 0; alternative < alternatives.length; alternative++) {
      const { category, form } = alternatives[alternative]!
      let sum = 0
      for (let at = 0; at < generalCount; at++) sum += values[mix(general[at]!, category) & mask]!
      for (let at = 0; at < formalCount; at++) sum += values[mix(formal[at]!, form) & mask]!
      sums[alternative] = sum
    }
  }

  /** Adds what stands farther off to the sums. */
  private sumFar(text: FrenchText, from: number, { length, stem, alternatives, verbal }: Choice): void {
    const context = this.context
    const mask = this.mask
    const sums = this.sums
    const { values } = this.table
    const near = context.generalCount
    context.collectFar(text, from, from + length - 1, stem, verbal)
    const { general, generalCount } = context
    for (let alternative = 0; alternative < alternatives.length; alternative++) {
      const { category } = alternatives[alternative]!
      let sum = 0
      for (let at = near; at < generalCount; at++) sum += values[mix(general[at]!, category) & mask]!
      sums[alternative]! += sum
    }
  }

  /** By how much what is written leads the best other alternative, as a logarithm of odds; below 0 where another is better. */
  private lead({ alternatives, written }: Choice): number {
    let best = Number.NEGATIVE_INFINITY
    for (let at = 0; at < alternatives.length; at++) if (at !== written && this.sums[at]! > best) best = this.sums[at]!
    return (this.sums[written]! - best) * this.table.scale
  }

  private decision(from: number, choice: Choice): Decision {
    const scores = choice.alternatives.map((_, at) => this.sums[at]! * this.table.scale)
    let best = 0
    for (const [at, score] of scores.entries()) if (score > scores[best]!) best = at
    return {
      choice,
      from,
      to: from + choice.length - 1,
      best,
      margin: scores[best]! - scores[choice.written]!,
      scores,
    }
  }
}
