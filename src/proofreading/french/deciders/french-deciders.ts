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

/** Most features of all alternatives of a choice. */
const MOST = MOST_FEATURES * 16

/** All features of a choice's alternatives, one after another, as the trainer wants them. */
export class ChoiceFeatures {
  readonly values = new Int32Array(MOST)
  readonly ends: number[] = []
  private readonly context = new ContextFeatures()

  /** @param keep says of each feature whether it is kept; training leaves some out by chance, so that weights do not lean on each other */
  collect(text: FrenchText, from: number, { length, stem, alternatives, verbal }: Choice, keep?: () => boolean): void {
    const context = this.context
    context.collect(text, from, from + length - 1, stem, verbal)
    if (keep) context.thin(keep)
    this.ends.length = 0
    let at = 0
    for (const { category, form } of alternatives) {
      for (let index = 0; index < context.general; index++) this.values[at++] = mix(context.values[index]!, category)
      for (let index = context.general; index < context.count; index++)
        this.values[at++] = mix(context.values[index]!, form)
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
  private readonly features = new ChoiceFeatures()
  private readonly mask: number

  /** @param table of `french-deciders`; its length is a power of two */
  constructor(private readonly table: WeightTable) {
    this.mask = table.values.length - 1
  }

  /** Decisions about the choices that begin at a token. */
  decisionsAt(text: FrenchText, index: number): readonly Decision[] {
    const token = text.at(index)
    if (token.type !== WORD) return []
    const decisions: Decision[] = []
    for (const choice of choicesAt(token.word, text.lexicon))
      if (standsAt(text, index, choice)) decisions.push(this.decide(text, index, choice))
    return decisions
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
    const features = this.features
    const mask = this.mask
    const { values, scale } = this.table
    features.collect(text, from, choice)
    const scores: number[] = []
    let at = 0
    let best = 0
    for (const [index, end] of features.ends.entries()) {
      let sum = 0
      for (; at < end; at++) sum += values[features.values[at]! & mask]!
      scores.push(sum * scale)
      if (sum * scale > scores[best]!) best = index
    }
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
