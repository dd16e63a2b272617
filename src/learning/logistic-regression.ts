/**
 * Multinomial logistic regression over sparse vectors with an L2 penalty: Bishop 2006, "Pattern Recognition and Machine
 * Learning", §4.3.4. Training is full-batch L-BFGS in a fixed order of summation, so the same examples give the same weights.
 */
import type { FeatureVector } from './hashed-features.js'
import { minimise } from './limited-memory-bfgs.js'

/** A trained model: weight of bucket b for class c at `b * classes + c`; one bias a class. */
export interface LinearModel {
  readonly classes: readonly string[]
  /** A power of two. */
  readonly buckets: number
  readonly weights: Float32Array | Float64Array
  readonly biases: readonly number[]
}

/** One example to learn from. */
export interface Example {
  readonly features: FeatureVector
  /** Index of its class. */
  readonly label: number
  /** How much it counts; 1 for most. */
  readonly weight: number
}

/** How a model is trained. */
export interface TrainingOptions {
  readonly classes: readonly string[]
  readonly buckets: number
  /** Penalty on half the squared weights, in units of one example. Biases are not penalised. */
  readonly penalty: number
  readonly iterations: number
}

/** Scores before normalisation, one a class. */
export function scoresOf(model: LinearModel, features: FeatureVector): number[] {
  const scores = [...model.biases]
  const count = scores.length
  for (let at = 0; at < features.buckets.length; at++) {
    const base = features.buckets[at]! * count
    const value = features.values[at]!
    for (let label = 0; label < count; label++) scores[label] = scores[label]! + value * model.weights[base + label]!
  }
  return scores
}

/** Turns scores into probabilities that sum to 1 (softmax, shifted by the largest score). */
export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** Probability of each class. */
export function probabilitiesOf(model: LinearModel, features: FeatureVector): number[] {
  return softmax(scoresOf(model, features))
}

/** Examples in flat arrays: training walks over them some hundred times. */
function flatten(examples: readonly Example[]) {
  const length = examples.reduce((sum, { features }) => sum + features.buckets.length, 0)
  const starts = new Int32Array(examples.length + 1)
  const buckets = new Int32Array(length)
  const values = new Float64Array(length)
  let at = 0
  for (const [index, { features }] of examples.entries()) {
    starts[index] = at
    for (const [place, bucket] of features.buckets.entries()) {
      buckets[at] = bucket
      values[at] = features.values[place]!
      at += 1
    }
  }
  starts[examples.length] = at
  return { starts, buckets, values }
}

/** Slopes below this change no weight that is kept. */
const LEAST_SLOPE = 1e-5

/** Trains a model; deterministic. */
export function trainLogisticRegression(examples: readonly Example[], options: TrainingOptions): LinearModel {
  const { classes, buckets: width, penalty, iterations } = options
  const count = classes.length
  const biasAt = width * count
  const size = biasAt + count
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  const { starts, buckets, values } = flatten(examples)
  const scores = new Float64Array(count)
  const loss = (parameters: Float64Array, gradient: Float64Array): number => {
    let sum = 0
    for (let at = 0; at < biasAt; at++) {
      const weight = parameters[at]!
      sum += (penalty / 2) * weight * weight
      gradient[at] = penalty * weight
    }
    gradient.fill(0, biasAt)
    for (let index = 0; index < examples.length; index++) {
      const { label, weight } = examples[index]!
      const from = starts[index]!
      const to = starts[index + 1]!
      for (let one = 0; one < count; one++) scores[one] = parameters[biasAt + one]!
      for (let at = from; at < to; at++) {
        const base = buckets[at]! * count
        const value = values[at]!
        for (let one = 0; one < count; one++) scores[one] = scores[one]! + value * parameters[base + one]!
      }
      let most = scores[0]!
      for (let one = 1; one < count; one++) most = Math.max(most, scores[one]!)
      let powers = 0
      for (let one = 0; one < count; one++) {
        scores[one] = Math.exp(scores[one]! - most)
        powers += scores[one]!
      }
      sum -= weight * Math.log(Math.max(1e-12, scores[label]! / powers))
      let steepest = 0
      for (let one = 0; one < count; one++) {
        const slope = weight * (scores[one]! / powers - (one === label ? 1 : 0))
        scores[one] = slope
        steepest = Math.max(steepest, Math.abs(slope))
        gradient[biasAt + one] = gradient[biasAt + one]! + slope
      }
      if (steepest < LEAST_SLOPE) continue
      for (let at = from; at < to; at++) {
        const base = buckets[at]! * count
        const value = values[at]!
        for (let one = 0; one < count; one++) gradient[base + one] = gradient[base + one]! + value * scores[one]!
      }
    }
    for (let at = 0; at < size; at++) gradient[at] = gradient[at]! / total
    return sum / total
  }
  const found = minimise(new Float64Array(size), loss, iterations)
  return { classes, buckets: width, weights: found.subarray(0, biasAt), biases: [...found.subarray(biasAt)] }
}
