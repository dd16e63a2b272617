/**
 * From signs to one probability that a span is a mistake: how reliable its rule is, how far the deciders agree, and how often this
 * writer errs (precision depends on how many mistakes there are). Logarithms of odds are added, as in a naive Bayes classifier.
 */
import type { MistakeSign } from '../../../domain/mistake.js'
import { DECIDER_CURVES, RULE_OFFSETS, RULE_WEIGHTS } from './alarm-weights.js'

/** Probability from which a mistake counts. */
export const COUNTED_FROM = 0.9

/**
 * Probability from which a mistake is shown as possible: one in four is worth a person's glance, since no mark follows. Lower ones would
 * show far more of clean text than of people's corrections (both stand in docs/accuracy.md, running text).
 */
export const POSSIBLE_FROM = 0.25

/** Support beyond it says no more. */
const MOST_SUPPORT = 10

/** Mistakes a word that the weights were fitted at: about four in 1 000 words, as in letters. */
const USUAL_RATE = 0.004

/** Mistakes that the usual rate is believed as much as: after so many expected ones, the writer's own rate counts as much. */
const BELIEF = 1

/** The writer's rate moves the odds by a factor between these (as logarithms). */
const LEAST_SHIFT = -1
const MOST_SHIFT = 1.5

/** A probability with what it rests on. */
export interface Weighed {
  readonly probability: number
  readonly signs: readonly MistakeSign[]
}

function bounded(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}

function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}

/** Signs of a rule's alarm. @param support from the deciders; null where they know none of its words */
export function signsOfRule(rule: string, support: number | null): readonly MistakeSign[] {
  const offset = RULE_OFFSETS[rule] ?? 0
  if (support === null) return [{ name: rule, weight: RULE_WEIGHTS.alone + offset }]
  return [
    { name: rule, weight: RULE_WEIGHTS.base + offset },
    { name: 'decider', weight: RULE_WEIGHTS.slope * bounded(support, -MOST_SUPPORT, MOST_SUPPORT) },
  ]
}

/** Signs of a decider's own alarm. @param margin logarithm of the odds of another word over the written one */
export function signsOfDecider(task: string, margin: number): readonly MistakeSign[] {
  const curve = DECIDER_CURVES[task]
  if (!curve) return [{ name: `decider-${task}`, weight: Number.NEGATIVE_INFINITY }]
  return [{ name: `decider-${task}`, weight: curve.offset + curve.slope * margin }]
}

/**
 * Probabilities of all alarms of a text, the writer's rate of mistakes counted in: for each alarm, that of the others.
 * @param words of the text
 */
export function weighAll(alarms: readonly (readonly MistakeSign[])[], words: number): readonly Weighed[] {
  const odds = alarms.map((signs) => signs.reduce((sum, { weight }) => sum + weight, 0))
  const expected = odds.reduce((sum, one) => sum + sigmoid(one), 0)
  return alarms.map((signs, index) => {
    const own = odds[index]!
    const rate = (expected - sigmoid(own) + BELIEF) / (words * USUAL_RATE + BELIEF)
    const shift = bounded(Math.log(rate), LEAST_SHIFT, MOST_SHIFT)
    return { probability: sigmoid(own + shift), signs: [...signs, { name: 'rate-of-mistakes', weight: shift }] }
  })
}
