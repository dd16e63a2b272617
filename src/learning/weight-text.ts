/**
 * Weights of a linear model as text that stands in a source file: one byte a weight (rounded to 127 steps of the largest weight of
 * its class), in base64. Rounding costs less than the differences between two trainings would.
 */
import type { LinearModel } from './logistic-regression.js'

/** A model as plain data. */
export interface PackedModel {
  readonly classes: readonly string[]
  readonly buckets: number
  readonly biases: readonly number[]
  /** Value of one step, one a class. */
  readonly scales: readonly number[]
  /** Signed bytes in base64, bucket by bucket, class by class. */
  readonly bytes: string
}

/** Six digits are more than the rounding keeps. */
const short = (value: number) => Number(value.toPrecision(6))

/** Packs a model. */
export function packModel(model: LinearModel): PackedModel {
  const count = model.classes.length
  const scales = model.classes.map((_, label) => {
    let most = 1e-9
    for (let at = label; at < model.weights.length; at += count) most = Math.max(most, Math.abs(model.weights[at]!))
    return short(most / 127)
  })
  const bytes = Int8Array.from(model.weights, (weight, at) => Math.round(weight / scales[at % count]!))
  return {
    classes: model.classes,
    buckets: model.buckets,
    biases: model.biases.map(short),
    scales,
    bytes: Buffer.from(bytes.buffer).toString('base64'),
  }
}

/** Unpacks a model. */
export function unpackModel({ classes, buckets, biases, scales, bytes }: PackedModel): LinearModel {
  const raw = Buffer.from(bytes, 'base64')
  const weights = Float32Array.from(raw, (byte, at) => ((byte << 24) >> 24) * scales[at % classes.length]!)
  return { classes, buckets, weights, biases }
}
