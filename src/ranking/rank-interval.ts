/**
 * Interval of ranks over bootstrap draws (Goldstein & Spiegelhalter, JRSS A 159, 1996). Observed indices spread more than
 * the true ones, so ranks of freely redrawn indices are too sure of the extremes; each draw is therefore pulled to the
 * edition's mean by the index's reliability (Laird & Louis 1989; Lin, Louis, Paddock & Ridgeway 2006). Ranks are
 * competition ranks at published precision, counted in steps of 0.1 rather than sorted.
 */

import type { Interval } from '../domain/standing.js'
import { INDEX_PRECISION } from './competition-rank.js'
import { randomState } from './random.js'

/** What is known of each brand's index. */
export interface RankInput {
  /** NaN for brands without an index; they take no part. */
  readonly mean: Float64Array
  readonly standardError: Float64Array
  /** Studentised draws to pick from for each brand. */
  readonly drawsOf: (brand: number) => Float64Array
  readonly seed: number
  /** Number of draws of the whole table. */
  readonly draws: number
}

/** Lowest and highest index that a draw may reach, beyond 0–100 so that pulled draws never pile up at the ends. */
const FLOOR = -200
const CEILING = 300
const STEPS = Math.round((CEILING - FLOOR) / INDEX_PRECISION) + 1

/** Variance of the true indices over the brands: what is seen less what chance adds, never quite zero. */
export function betweenBrandVariance(mean: Float64Array, standardError: Float64Array): number {
  let n = 0
  let sum = 0
  let noise = 0
  for (let brand = 0; brand < mean.length; brand += 1) {
    if (Number.isNaN(mean[brand]!)) continue
    n += 1
    sum += mean[brand]!
    noise += standardError[brand]! ** 2
  }
  if (n < 2) return 0
  const centre = sum / n
  let squares = 0
  for (const value of mean) if (!Number.isNaN(value)) squares += (value - centre) ** 2
  const chance = noise / n
  // The estimate's own standard error when nothing differs: below it, "no difference" is not known either.
  return Math.max(squares / (n - 1) - chance, chance * Math.sqrt(2 / (n - 1)))
}

/** Where each draw of a brand is centred and how wide it is. */
function pulled({ mean, standardError }: RankInput): { centre: Float64Array; width: Float64Array } {
  const between = betweenBrandVariance(mean, standardError)
  let weight = 0
  let weighted = 0
  for (let brand = 0; brand < mean.length; brand += 1) {
    if (Number.isNaN(mean[brand]!)) continue
    const w = 1 / (between + standardError[brand]! ** 2 + 1e-12)
    weight += w
    weighted += w * mean[brand]!
  }
  const grand = weight > 0 ? weighted / weight : 0
  const centre = new Float64Array(mean.length)
  const width = new Float64Array(mean.length)
  for (let brand = 0; brand < mean.length; brand += 1) {
    const error = standardError[brand]!
    const reliability = between + error * error > 0 ? between / (between + error * error) : 1
    centre[brand] = grand + reliability * (mean[brand]! - grand)
    width[brand] = Math.sqrt(reliability) * error
  }
  return { centre, width }
}

/** Brands gathered at once. */
const BLOCK = 32

/** The k-th smallest value, counted from 0 (Hoare's quickselect); reorders the values. */
export function smallest(values: Uint16Array | Uint32Array, k: number): number {
  let left = 0
  let right = values.length - 1
  while (left < right) {
    const pivot = values[(left + right) >>> 1]!
    let i = left
    let j = right
    while (i <= j) {
      while (values[i]! < pivot) i += 1
      while (values[j]! > pivot) j -= 1
      if (i > j) break
      const held = values[i]!
      values[i] = values[j]!
      values[j] = held
      i += 1
      j -= 1
    }
    if (k <= j) right = j
    else if (k >= i) left = i
    else break
  }
  return values[k]!
}

/**
 * Rank intervals in the order of the brands; null for brands without an index.
 * Memory: two bytes a brand and draw (four beyond 65 535 brands).
 */
export function rankIntervals(input: RankInput, level = 0.95): (Interval | null)[] {
  const brands = input.mean.length
  const ranked: number[] = []
  for (let brand = 0; brand < brands; brand += 1) if (!Number.isNaN(input.mean[brand]!)) ranked.push(brand)
  const { centre, width } = pulled(input)
  const pools = ranked.map((brand) => input.drawsOf(brand))
  const count = ranked.length
  const ranks = count > 65_535 ? new Uint32Array(count * input.draws) : new Uint16Array(count * input.draws)
  const steps = new Int32Array(count)
  const histogram = new Int32Array(STEPS + 1)
  let [s0, s1, s2, s3] = randomState(input.seed, ['rank-interval']) as unknown as [number, number, number, number]
  for (let draw = 0; draw < input.draws; draw += 1) {
    histogram.fill(0)
    for (let item = 0; item < count; item += 1) {
      const scrambled = Math.imul(s1, 5)
      const bits = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0
      const shifted = s1 << 9
      s2 ^= s0
      s3 ^= s1
      s1 ^= s2
      s0 ^= s3
      s2 ^= shifted
      s3 = (s3 << 11) | (s3 >>> 21)
      const pool = pools[item]!
      const brand = ranked[item]!
      const drawn = centre[brand]! + width[brand]! * pool[Math.floor((bits * pool.length) / 4_294_967_296)]!
      let step = Math.round((drawn - FLOOR) / INDEX_PRECISION)
      if (step < 0) step = 0
      else if (step > STEPS - 1) step = STEPS - 1
      steps[item] = step
      histogram[step]! += 1
    }
    // Turns counts into the number of brands strictly above each step.
    let above = 0
    for (let step = STEPS - 1; step >= 0; step -= 1) {
      const here = histogram[step]!
      histogram[step] = above
      above += here
    }
    const row = draw * count
    for (let item = 0; item < count; item += 1) ranks[row + item] = histogram[steps[item]!]! + 1
  }
  const intervals: (Interval | null)[] = new Array(brands).fill(null)
  const tail = (1 - level) / 2
  const lowest = Math.ceil(tail * (input.draws - 1))
  const highest = Math.floor((1 - tail) * (input.draws - 1))
  // Brands are gathered a block at a time: the table lies draw by draw, and reading it brand by brand would miss the cache.
  const gathered = Array.from({ length: BLOCK }, () => ranks.slice(0, input.draws))
  for (let start = 0; start < count; start += BLOCK) {
    const size = Math.min(BLOCK, count - start)
    for (let draw = 0; draw < input.draws; draw += 1)
      for (let item = 0; item < size; item += 1) gathered[item]![draw] = ranks[draw * count + start + item]!
    for (let item = 0; item < size; item += 1) {
      const own = gathered[item]!
      intervals[ranked[start + item]!] = { low: smallest(own, lowest), high: smallest(own, highest), level }
    }
  }
  return intervals
}

/** The interval widened where needed to hold the published rank, so that a table never contradicts itself. */
export function holdingRank(interval: Interval, rank: number): Interval {
  return { ...interval, low: Math.min(interval.low, rank), high: Math.max(interval.high, rank) }
}
