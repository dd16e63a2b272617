/** Scores whose calibrated form is stored: how surely a person answered, and how surely the kind is right. */
import type { MessageKind } from '../../../domain/message.js'

const LEAST = 1e-6
const logOdds = (share: number) => {
  const bounded = Math.min(1 - LEAST, Math.max(LEAST, share))
  return Math.log(bounded / (1 - bounded))
}

/** Log odds of a person's answer before calibration. */
export function replyScore(probabilities: readonly number[], kinds: readonly MessageKind[]): number {
  return logOdds(probabilities[kinds.indexOf('reply')] ?? 0)
}

/** Log odds of the likeliest kind before calibration. */
export function confidenceScore(probabilities: readonly number[]): number {
  return logOdds(Math.max(...probabilities))
}
