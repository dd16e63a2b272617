/** The learnt decision over the signs of a letter: one of three resolutions, with its probability. */
import { softmax } from '../../learning/logistic-regression.js'
import type { LetterSigns } from './letter-signs.js'
import { LETTER_WEIGHTS } from './weights/letters.js'

/** How an answer leaves the customer. */
export const RESOLUTIONS = ['resolved', 'partial', 'deflected'] as const

/** One of them. */
export type Resolution = (typeof RESOLUTIONS)[number]

/** A decision. */
export interface ResolutionDecision {
  readonly resolution: Resolution
  /** Of that resolution, 0–1. */
  readonly probability: number
  /** A person should look. */
  readonly doubtful: boolean
}

/** Weights of a letter model: by sign, one a resolution in the order of `RESOLUTIONS`. */
export interface LetterWeights {
  readonly biases: readonly number[]
  readonly signs: Readonly<Record<string, readonly number[]>>
  /** Below this probability a person should look. */
  readonly doubt: number
}

/**
 * Decides by the signs.
 * @param weights the learnt ones unless a training tries others
 */
export function decideResolution(signs: LetterSigns, weights: LetterWeights = LETTER_WEIGHTS): ResolutionDecision {
  const scores = [...weights.biases]
  for (const [sign, value] of signs) {
    const of = weights.signs[sign]
    if (of) for (let at = 0; at < scores.length; at++) scores[at] = scores[at]! + value * of[at]!
  }
  const probabilities = softmax(scores)
  const probability = Math.max(...probabilities)
  return {
    resolution: RESOLUTIONS[probabilities.indexOf(probability)]!,
    probability,
    doubtful: probability < weights.doubt,
  }
}
