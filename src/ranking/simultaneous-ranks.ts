/**
 * Confidence sets for all ranks at once (Mogstad, Romano, Shaikh & Wilhelm, Review of Economic Studies 91, 2024): a brand's rank
 * is bounded by how many others are shown to be better and how many worse, all differences being tested together, stepwise
 * (Romano & Wolf 2005). The law of the largest studentised difference is bootstrapped. All that is said of a winner follows from it.
 */
import { createRandom } from './random.js'

/** What is known of every item that is ranked; larger is better. */
export interface RankedEstimates {
  readonly estimate: Float64Array
  /** Above 0. */
  readonly standardError: Float64Array
  /** Studentised draws (estimate − truth) / standard error to pick from for each item. */
  readonly drawsOf: (item: number) => Float64Array
  readonly seed: number
  /** Bootstrap draws of the whole table. */
  readonly draws: number
}

/** What is claimed at once. */
export interface RankClaim {
  /** Probability with which everything claimed is true together. */
  readonly level: number
  /** `both`: intervals; `best`: lower ends only, for sets of those that may be among the k best (a smaller set than `both` gives). */
  readonly ends: 'both' | 'best'
  /** Item of which alone something is claimed; null: of all together. */
  readonly item: number | null
}

/** Bounds of the ranks, in the order of the items; 1 is best. */
export interface RankBounds {
  readonly low: Int32Array
  readonly high: Int32Array
  /** Critical value of the last step, in standard errors of a difference. */
  readonly critical: number
}

/** Pairs up to which the critical value is found anew after each step; beyond, the first step's is kept, which is safe and hardly larger. */
const MOST_STEPPED_PAIRS = 60_000

/** Classes of standard errors by which the largest difference of long tables is bounded. */
const ERROR_CLASSES = 48

/** Errors of every draw, row-major draws × items. */
function drawErrors({ estimate, standardError, drawsOf, seed, draws }: RankedEstimates): Float64Array {
  const items = estimate.length
  const errors = new Float64Array(draws * items)
  const pools = Array.from({ length: items }, (_, item) => drawsOf(item))
  const random = createRandom(seed, 'simultaneous-ranks')
  for (let draw = 0; draw < draws; draw += 1) {
    for (let item = 0; item < items; item += 1) {
      const pool = pools[item]!
      errors[draw * items + item] = standardError[item]! * pool[Math.floor(random.uniform() * pool.length)]!
    }
  }
  return errors
}

function quantileOf(largest: Float64Array, level: number): number {
  largest.sort()
  return largest[Math.min(largest.length - 1, Math.ceil(level * largest.length) - 1)]!
}

/** Ordered pairs that a claim compares: `[better, worse]` is tested in the direction first − second. */
interface Pairs {
  readonly first: Int32Array
  readonly second: Int32Array
  /** 1 / standard error of each difference. */
  readonly scale: Float64Array
}

/** Pairs of a claim; for `both` each pair stands once and counts in both directions. */
function pairsOf(errors: Float64Array, { ends, item }: RankClaim): Pairs {
  const items = errors.length
  const first: number[] = []
  const second: number[] = []
  for (let one = 0; one < items; one += 1) {
    for (let other = 0; other < items; other += 1) {
      if (one === other || (ends === 'both' && item === null && one > other)) continue
      if (item !== null && (ends === 'both' ? one !== item : other !== item)) continue
      first.push(one)
      second.push(other)
    }
  }
  return {
    first: Int32Array.from(first),
    second: Int32Array.from(second),
    scale: Float64Array.from(first, (one, pair) => 1 / Math.hypot(errors[one]!, errors[second[pair]!]!)),
  }
}

/** Critical value by steps: pairs found different leave the comparison, and the rest is judged more finely. */
function steppedCritical(input: RankedEstimates, claim: RankClaim): number {
  const { estimate, standardError, draws } = input
  const items = estimate.length
  const errors = drawErrors(input)
  const pairs = pairsOf(standardError, claim)
  const both = claim.ends === 'both'
  let active = Int32Array.from(pairs.first.keys())
  let critical = Number.POSITIVE_INFINITY
  while (active.length > 0) {
    const largest = new Float64Array(draws)
    for (let draw = 0; draw < draws; draw += 1) {
      const row = draw * items
      let most = Number.NEGATIVE_INFINITY
      for (let place = 0; place < active.length; place += 1) {
        const pair = active[place]!
        const raw = (errors[row + pairs.first[pair]!]! - errors[row + pairs.second[pair]!]!) * pairs.scale[pair]!
        const value = both && raw < 0 ? -raw : raw
        if (value > most) most = value
      }
      largest[draw] = most
    }
    critical = Math.min(critical, quantileOf(largest, claim.level))
    const rest = active.filter((pair) => {
      const raw = (estimate[pairs.first[pair]!]! - estimate[pairs.second[pair]!]!) * pairs.scale[pair]!
      return (both ? Math.abs(raw) : raw) <= critical
    })
    if (rest.length === active.length) break
    active = rest
  }
  return critical
}

/** A critical value never below that of all pairs: largest differences between classes of like standard errors. */
function boundedCritical(input: RankedEstimates, level: number): number {
  const { standardError, draws } = input
  const items = standardError.length
  let least = Number.POSITIVE_INFINITY
  let most = 0
  for (const error of standardError) {
    least = Math.min(least, error)
    most = Math.max(most, error)
  }
  const width = Math.log(most / least) / ERROR_CLASSES || 1
  const classOf = Int32Array.from(standardError, (error) =>
    Math.min(ERROR_CLASSES - 1, Math.floor(Math.log(error / least) / width)),
  )
  const used = [...new Set(classOf)].sort((a, b) => a - b)
  const smallest = used.map((one) => least * Math.exp(one * width))
  const rank = new Map(used.map((one, place) => [one, place]))
  const place = classOf.map((one) => rank.get(one)!)
  const pools = Array.from({ length: items }, (_, item) => input.drawsOf(item))
  const random = createRandom(input.seed, 'simultaneous-ranks')
  const largest = new Float64Array(draws)
  const high = new Float64Array(used.length)
  const low = new Float64Array(used.length)
  for (let draw = 0; draw < draws; draw += 1) {
    high.fill(Number.NEGATIVE_INFINITY)
    low.fill(Number.POSITIVE_INFINITY)
    for (let item = 0; item < items; item += 1) {
      const pool = pools[item]!
      const error = standardError[item]! * pool[Math.floor(random.uniform() * pool.length)]!
      const own = place[item]!
      if (error > high[own]!) high[own] = error
      if (error < low[own]!) low[own] = error
    }
    let found = 0
    for (let one = 0; one < used.length; one += 1)
      for (let other = 0; other < used.length; other += 1)
        found = Math.max(found, (high[one]! - low[other]!) / Math.hypot(smallest[one]!, smallest[other]!))
    largest[draw] = found
  }
  return quantileOf(largest, level)
}

/** How many are shown to be better, and worse, than each item; items sorted once so that clear pairs are never looked at. */
function countDifferent({ estimate, standardError }: RankedEstimates, critical: number) {
  const items = estimate.length
  const order = Int32Array.from(estimate.keys()).sort((a, b) => estimate[b]! - estimate[a]! || a - b)
  const widest = standardError.reduce((most, error) => Math.max(most, error), 0)
  const better = new Int32Array(items)
  const worse = new Int32Array(items)
  // How many find everybody from this place on to be worse.
  const from = new Int32Array(items)
  for (let place = 0; place < items; place += 1) {
    const item = order[place]!
    const own = standardError[item]!
    const clear = critical * Math.hypot(own, widest)
    for (let other = place + 1; other < items; other += 1) {
      const below = order[other]!
      const difference = estimate[item]! - estimate[below]!
      if (difference > clear) {
        // All that follow lie further below.
        worse[item]! += items - other
        from[other]! += 1
        break
      }
      if (difference > critical * Math.hypot(own, standardError[below]!)) {
        worse[item]! += 1
        better[below]! += 1
      }
    }
  }
  let clearly = 0
  for (let place = 0; place < items; place += 1) {
    clearly += from[place]!
    better[order[place]!]! += clearly
  }
  return { better, worse }
}

/**
 * Bounds of the ranks that hold together with the claim's level.
 * With `ends: 'best'`, `high` is the number of items for everyone.
 */
export function rankBounds(input: RankedEstimates, claim: RankClaim): RankBounds {
  const items = input.estimate.length
  if (items < 2) return { low: new Int32Array(items).fill(1), high: new Int32Array(items).fill(1), critical: 0 }
  const pairs = claim.item === null ? (items * (items - 1)) / 2 : items - 1
  const critical =
    pairs <= MOST_STEPPED_PAIRS || claim.item !== null || claim.ends === 'best'
      ? steppedCritical(input, claim)
      : boundedCritical(input, claim.level)
  const { better, worse } = countDifferent(input, critical)
  return {
    low: better.map((count) => count + 1),
    high: claim.ends === 'best' ? new Int32Array(items).fill(items) : worse.map((count) => items - count),
    critical,
  }
}
