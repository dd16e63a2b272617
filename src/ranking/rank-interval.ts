/**
 * Rank intervals of a league table. A brand's index interval says where its own expected mark may lie; how many other brands
 * stand above its two ends is read from draws of their true indices, pulled to the edition's mean by reliability since observed
 * indices spread too far (Goldstein & Spiegelhalter 1996; Laird & Louis 1989; Lin, Louis, Paddock & Ridgeway 2006). Taken one
 * by one the ends are those of 95 % intervals; taken together they are those of index intervals that hold at once, and the
 * tail of the others is chosen so that the drawn tables lie inside as a whole (balanced simultaneous bands: Mandel & Betensky 2008).
 */
import type { Interval } from '../domain/standing.js'
import { INDEX_PRECISION } from './competition-rank.js'
import { pulledToMean } from './pulled-index.js'
import { randomState } from './random.js'

/** What is known of each brand's index. */
export interface RankInput {
  /** NaN for brands without an index; they take no part. */
  readonly mean: Float64Array
  readonly standardError: Float64Array
  /** Studentised draws to pick from for each brand. */
  readonly drawsOf: (brand: number) => Float64Array
  /** Index interval of each brand taken alone; null as `mean` is NaN. */
  readonly alone: readonly (Interval | null)[]
  /** Index intervals that hold for all brands at once. */
  readonly together: readonly (Interval | null)[]
  readonly seed: number
  /** Number of draws of the whole table. */
  readonly draws: number
}

/** Rank intervals in the order of the brands; null for brands without an index. */
export interface RankIntervals {
  readonly alone: readonly (Interval | null)[]
  readonly together: readonly (Interval | null)[]
}

/** Share of the drawn tables that must lie inside as a whole; set by simulation (`npm run accuracy -- intervals`). */
const TABLES_INSIDE = 0.88

/**
 * Tail of the others' number for a brand taken alone. The longer the table, the more a misjudged spread of the others weighs
 * against chance; set by simulation at 24, 50 and 200 brands (`npm run accuracy -- intervals`).
 */
function othersTail(brands: number): number {
  return Math.min(0.44, Math.max(0.05, 0.39 - 0.137 * Math.log(brands / 50)))
}

/** Tails of the others' number that are tried for all brands at once, narrowest band first. */
const TAILS = [
  0.5, 0.475, 0.45, 0.425, 0.4, 0.375, 0.35, 0.325, 0.3, 0.275, 0.25, 0.225, 0.2, 0.175, 0.15, 0.125, 0.1, 0.075, 0.05,
  0.025, 0.01, 0,
]

/** Lowest and highest index that a draw may reach, beyond 0–100 so that pulled draws never pile up at the ends. */
const FLOOR = -200
const CEILING = 300
const STEPS = Math.round((CEILING - FLOOR) / INDEX_PRECISION) + 1

/** Most ranks kept at once: long tables are drawn less often. */
const MOST_RANKS = 6_000_000

function stepOf(index: number): number {
  return Math.min(STEPS - 1, Math.max(0, Math.round((index - FLOOR) / INDEX_PRECISION)))
}

/** One row a thing, draw by draw. */
type Ranks = Uint16Array | Uint32Array

/** Ranks of every draw, brand by brand: its own, and what it would be with its index at each end of its intervals. */
interface DrawnRanks {
  readonly own: Ranks
  /** At the upper and lower end of the interval taken alone, then of the one that holds with all others. */
  readonly ends: readonly [Ranks, Ranks, Ranks, Ranks]
}

function drawRanks(input: RankInput, ranked: readonly number[], draws: number): DrawnRanks {
  const { centre, width } = pulledToMean(input)
  const count = ranked.length
  const make = () => (count > 65_534 ? new Uint32Array(count * draws) : new Uint16Array(count * draws))
  const own = make()
  const ends = [make(), make(), make(), make()] as const
  const endSteps = [
    Int32Array.from(ranked, (brand) => stepOf(input.alone[brand]!.high)),
    Int32Array.from(ranked, (brand) => stepOf(input.alone[brand]!.low)),
    Int32Array.from(ranked, (brand) => stepOf(input.together[brand]!.high)),
    Int32Array.from(ranked, (brand) => stepOf(input.together[brand]!.low)),
  ] as const
  const pools = ranked.map((brand) => input.drawsOf(brand))
  const steps = new Int32Array(count)
  const above = new Int32Array(STEPS + 1)
  let [s0, s1, s2, s3] = randomState(input.seed, ['rank-interval']) as unknown as [number, number, number, number]
  for (let draw = 0; draw < draws; draw += 1) {
    above.fill(0)
    for (let item = 0; item < count; item += 1) {
      // xoshiro128**, written out: a call per number would double the time of the loop.
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
      const step = stepOf(centre[brand]! + width[brand]! * pool[Math.floor((bits * pool.length) / 4_294_967_296)]!)
      steps[item] = step
      above[step]! += 1
    }
    // Turns counts into the number of brands strictly above each step.
    let running = 0
    for (let step = STEPS - 1; step >= 0; step -= 1) {
      const here = above[step]!
      above[step] = running
      running += here
    }
    for (let item = 0; item < count; item += 1) {
      const place = item * draws + draw
      const step = steps[item]!
      own[place] = above[step]! + 1
      for (let end = 0; end < 4; end += 1) {
        const at = endSteps[end]![item]!
        // The brand itself is not one of the others.
        ends[end]![place] = above[at]! + 1 - (step > at ? 1 : 0)
      }
    }
  }
  return { own, ends }
}

/** Position of a lower tail among sorted draws. */
const below = (tail: number, draws: number) => Math.floor(tail * (draws - 1))

/** For each draw the narrowest of the tails at which every brand's own rank lies inside; then the tail that enough draws need. */
function tailForAll(drawn: DrawnRanks, sorted: readonly [Ranks, Ranks], count: number, draws: number): number {
  const needed = new Uint8Array(draws)
  const positions = TAILS.map((tail) => below(tail, draws))
  for (let item = 0; item < count; item += 1) {
    const row = item * draws
    for (let draw = 0; draw < draws; draw += 1) {
      const rank = drawn.own[row + draw]!
      let tail = needed[draw]!
      while (
        tail < TAILS.length - 1 &&
        (rank < sorted[0][row + positions[tail]!]! || rank > sorted[1][row + draws - 1 - positions[tail]!]!)
      )
        tail += 1
      needed[draw] = tail
    }
  }
  needed.sort()
  return TAILS[needed[Math.ceil(TABLES_INSIDE * draws) - 1]!]!
}

/** Sorts each brand's row in place. */
function sortRows(ranks: Ranks, count: number, draws: number): Ranks {
  for (let item = 0; item < count; item += 1) ranks.subarray(item * draws, (item + 1) * draws).sort()
  return ranks
}

/** Rank intervals of a table, each brand alone and all together. Memory: ten bytes a brand and draw. */
export function rankIntervals(input: RankInput, level = 0.95): RankIntervals {
  const brands = input.mean.length
  const ranked: number[] = []
  for (let brand = 0; brand < brands; brand += 1) if (!Number.isNaN(input.mean[brand]!)) ranked.push(brand)
  const count = ranked.length
  const draws = Math.max(200, Math.min(input.draws, Math.floor(MOST_RANKS / Math.max(1, count))))
  const alone: (Interval | null)[] = new Array(brands).fill(null)
  const together: (Interval | null)[] = new Array(brands).fill(null)
  if (count === 0) return { alone, together }
  const drawn = drawRanks(input, ranked, draws)
  const [aloneBest, aloneWorst, best, worst] = drawn.ends.map((ranks) => sortRows(ranks, count, draws)) as [
    Ranks,
    Ranks,
    Ranks,
    Ranks,
  ]
  const forOne = below(othersTail(count), draws)
  const forAll = below(tailForAll(drawn, [best, worst], count, draws), draws)
  ranked.forEach((brand, item) => {
    const first = item * draws
    const last = first + draws - 1
    const own = { low: aloneBest[first + forOne]!, high: aloneWorst[last - forOne]!, level }
    alone[brand] = own
    // What holds for all at once holds for one.
    together[brand] = holdingInterval({ low: best[first + forAll]!, high: worst[last - forAll]!, level }, own)
  })
  return { alone, together }
}

/** The interval widened where needed to hold the published rank, so that a table never contradicts itself. */
export function holdingRank(interval: Interval, rank: number): Interval {
  return { ...interval, low: Math.min(interval.low, rank), high: Math.max(interval.high, rank) }
}

/** The interval widened where needed to hold another one; the other may be null. */
export function holdingInterval(interval: Interval, inner: Interval | null): Interval {
  if (!inner) return interval
  return { ...interval, low: Math.min(interval.low, inner.low), high: Math.max(interval.high, inner.high) }
}
