/**
 * Calibration: from a score to a probability that keeps its word. Platt 1999 (a logistic curve over the score, with his smoothed
 * targets) and isotonic regression by pool-adjacent-violators (Zadrozny & Elkan 2002); expected calibration error after Naeini et
 * al. 2015 over bins of equal numbers.
 */
import { minimise } from './limited-memory-bfgs.js'

/** What a score turned out to be. */
export interface Outcome {
  readonly score: number
  readonly positive: boolean
}

/** A logistic curve: probability = 1 / (1 + exp(−(slope · score + offset))). */
export interface PlattCurve {
  readonly slope: number
  readonly offset: number
}

/** Steps that never fall: at or above `from[i]` the probability is `probability[i]`. */
export interface IsotonicSteps {
  readonly from: readonly number[]
  readonly probability: readonly number[]
}

/** Probability under a curve. */
export function applyPlatt({ slope, offset }: PlattCurve, score: number): number {
  return 1 / (1 + Math.exp(-(slope * score + offset)))
}

/** Fits Platt's curve; targets are (n⁺+1)/(n⁺+2) and 1/(n⁻+2), so that no probability reaches 0 or 1. */
export function fitPlatt(outcomes: readonly Outcome[]): PlattCurve {
  const positives = outcomes.filter(({ positive }) => positive).length
  const high = (positives + 1) / (positives + 2)
  const low = 1 / (outcomes.length - positives + 2)
  const found = minimise(
    Float64Array.of(1, 0),
    ([slope, offset], gradient) => {
      let sum = 0
      gradient.fill(0)
      for (const { score, positive } of outcomes) {
        const target = positive ? high : low
        const share = applyPlatt({ slope: slope!, offset: offset! }, score)
        sum -= target * Math.log(Math.max(1e-12, share)) + (1 - target) * Math.log(Math.max(1e-12, 1 - share))
        gradient[0] = gradient[0]! + (share - target) * score
        gradient[1] = gradient[1]! + (share - target)
      }
      return sum
    },
    200,
  )
  return { slope: found[0]!, offset: found[1]! }
}

/** Fits steps that never fall, each the mean of the outcomes in it. */
export function fitIsotonic(outcomes: readonly Outcome[]): IsotonicSteps {
  const blocks: { from: number; sum: number; n: number }[] = []
  for (const { score, positive } of outcomes.toSorted((one, other) => one.score - other.score)) {
    const last = blocks.at(-1)
    if (last && last.from === score) {
      last.sum += positive ? 1 : 0
      last.n += 1
    } else blocks.push({ from: score, sum: positive ? 1 : 0, n: 1 })
    for (let at = blocks.length - 1; at > 0; at--) {
      const upper = blocks[at]!
      const lower = blocks[at - 1]!
      if (lower.sum / lower.n < upper.sum / upper.n) break
      blocks.splice(at - 1, 2, { from: lower.from, sum: lower.sum + upper.sum, n: lower.n + upper.n })
    }
  }
  return { from: blocks.map(({ from }) => from), probability: blocks.map(({ sum, n }) => sum / n) }
}

/** Probability under steps; below the first step its own. */
export function applyIsotonic({ from, probability }: IsotonicSteps, score: number): number {
  const at = from.findLastIndex((start) => score >= start)
  return probability[Math.max(0, at)] ?? 0.5
}

/**
 * Expected calibration error: over bins of equal numbers, the mean distance between what was said and what came true.
 * @param outcomes `score` is the probability that was said
 * @returns 0–1; null where there is nothing to judge
 */
export function expectedCalibrationError(outcomes: readonly Outcome[], bins = 10): number | null {
  if (outcomes.length === 0) return null
  const sorted = outcomes.toSorted((one, other) => one.score - other.score)
  let error = 0
  for (let bin = 0; bin < bins; bin++) {
    const part = sorted.slice(Math.floor((bin * sorted.length) / bins), Math.floor(((bin + 1) * sorted.length) / bins))
    if (part.length === 0) continue
    const said = part.reduce((sum, { score }) => sum + score, 0) / part.length
    const true_ = part.filter(({ positive }) => positive).length / part.length
    error += (Math.abs(said - true_) * part.length) / sorted.length
  }
  return error
}
