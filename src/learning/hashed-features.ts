/**
 * Features by name, kept as numbers: a name is hashed into one of a fixed number of buckets (Weinberger et al. 2009, "Feature
 * hashing"), so that a model needs no vocabulary. A vector remembers names only where somebody wants an explanation.
 */

/** A sparse vector: buckets in the order of their first use, and their values. */
export interface FeatureVector {
  readonly buckets: readonly number[]
  readonly values: readonly number[]
  /** Name that filled the bucket at the same place; empty where names were not kept. */
  readonly names: readonly string[]
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** 32-bit FNV-1a over UTF-16 units (RFC 9923 describes the octet form), mixed once more so that low bits are usable. */
export function hashName(name: string): number {
  let hash = FNV_OFFSET
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), FNV_PRIME)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) >>> 0
}

/** Gathers named features into a vector over a power of two of buckets. */
export class FeatureBuilder {
  readonly #mask: number
  readonly #keepNames: boolean
  readonly #places = new Map<number, number>()
  readonly #buckets: number[] = []
  readonly #values: number[] = []
  readonly #names: string[] = []

  /**
   * @param buckets a power of two
   * @param keepNames true where the vector is to be explained
   */
  constructor(buckets: number, keepNames = false) {
    this.#mask = buckets - 1
    this.#keepNames = keepNames
  }

  /** Adds to a feature; a value of 0 leaves no trace. */
  add(name: string, value = 1): void {
    if (value === 0) return
    const bucket = hashName(name) & this.#mask
    const place = this.#places.get(bucket)
    if (place !== undefined) {
      this.#values[place] = this.#values[place]! + value
      return
    }
    this.#places.set(bucket, this.#buckets.length)
    this.#buckets.push(bucket)
    this.#values.push(value)
    if (this.#keepNames) this.#names.push(name)
  }

  /** What was gathered. */
  vector(): FeatureVector {
    return { buckets: this.#buckets, values: this.#values, names: this.#names }
  }
}
