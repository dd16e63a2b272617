/**
 * How far the order of brands rests on the weights: the same families weighed otherwise, many times (OECD/JRC, Handbook on
 * Constructing Composite Indicators, 2008, step 7; Saisana, Saltelli & Tarantola, J. R. Stat. Soc. A 168, 2005). An index is linear
 * in the weights of its families, so nothing is marked again. Pure.
 */
import { publishedSteps } from './competition-rank.js'
import type { Random } from './random.js'

/** What a brand earned of each family. */
export interface FamilyShares {
  readonly brand: string
  /** Mean share of the family's points, 0–1, in the order of the weights. */
  readonly shares: readonly number[]
}

/** How weights are drawn: each within a quarter of the grid's, or anything that adds up to the whole. */
export type WeightDraw = 'near' | 'free'

/** Ranks of a brand over the weightings. */
export interface RankSpread {
  readonly brand: string
  /** 2.5 %, 50 % and 97.5 % quantiles of its rank. */
  readonly low: number
  readonly median: number
  readonly high: number
  /** Share of weightings in which it holds the first place, alone or with others, 0–1. */
  readonly first: number
  /** Share of weightings in which it stands before the brand that follows it in the order given; null for the last. */
  readonly beforeNext: number | null
}

/** Weightings that published figures rest on. */
export const WEIGHTINGS = 1_000

/** A weight of the grid may be off by so much of itself: "near". */
const NEAR = 0.25

/**
 * Gamma deviate of shape ≥ 1 and scale 1 (Marsaglia & Tsang, ACM TOMS 26, 2000); a shape under 1 by their own boost.
 * @param shape above 0
 */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * random.uniform() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = random.normal()
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Shares that add up to 1, from a Dirichlet distribution of such parameters (all above 0). */
export function drawDirichlet(parameters: readonly number[], random: Random): number[] {
  const drawn = parameters.map((parameter) => gamma(parameter, random))
  const sum = drawn.reduce((total, one) => total + one, 0)
  return drawn.map((one) => one / sum)
}

/**
 * One weighting; it adds up to what the given weights add up to. A weight of 0 stays 0: what does not count is not made to count.
 * @param weights of the grid's families, all ≥ 0
 */
export function drawWeights(weights: readonly number[], draw: WeightDraw, random: Random): number[] {
  const total = weights.reduce((sum, one) => sum + one, 0)
  if (draw === 'free') {
    const counted = weights.flatMap((weight, at) => (weight > 0 ? [at] : []))
    const shares = drawDirichlet(
      counted.map(() => 1),
      random,
    )
    const drawn = weights.map(() => 0)
    for (const [place, at] of counted.entries()) drawn[at] = shares[place]! * total
    return drawn
  }
  const moved = weights.map((weight) => weight * (1 - NEAR + 2 * NEAR * random.uniform()))
  const sum = moved.reduce((all, one) => all + one, 0)
  return moved.map((one) => (sum === 0 ? 0 : (one * total) / sum))
}

/**
 * Ranks of every brand under many weightings, at the published precision of an index (competition ranks).
 * @param brands in the order of the league table
 * @param weights of the families, in points
 * @param random its stream is used up
 */
export function weightSensitivity(
  brands: readonly FamilyShares[],
  weights: readonly number[],
  draw: WeightDraw,
  random: Random,
  draws: number = WEIGHTINGS,
): readonly RankSpread[] {
  const count = brands.length
  if (count === 0) return []
  const total = Math.max(
    1,
    weights.reduce((sum, one) => sum + one, 0),
  )
  const highest = publishedSteps(total) + 1
  const families = weights.length
  const shares = Float64Array.from(brands.flatMap((brand) => brand.shares))
  const weightings = Array.from({ length: draws }, () => drawWeights(weights, draw, random))
  const steps = new Int32Array(count)
  const better = new Int32Array(highest + 2)
  const first = new Uint32Array(count)
  const beforeNext = new Uint32Array(count)
  const rankOfDraw = (weighting: readonly number[]) => {
    better.fill(0)
    for (let brand = 0; brand < count; brand++) {
      let index = 0
      for (let family = 0; family < families; family++) index += weighting[family]! * shares[brand * families + family]!
      const step = publishedSteps(index)
      steps[brand] = step
      better[step] = better[step]! + 1
    }
    // How many stand above each step: competition ranks in one pass, without sorting.
    let above = 0
    for (let step = highest + 1; step >= 0; step--) {
      const here = better[step]!
      better[step] = above
      above += here
    }
  }
  // Two bytes a rank: 20 MB for 10 000 brands and 1 000 weightings.
  const ranks = count < 65_536 ? new Uint16Array(count * draws) : new Uint32Array(count * draws)
  for (const [place, weighting] of weightings.entries()) {
    rankOfDraw(weighting)
    for (let brand = 0; brand < count; brand++) {
      const step = steps[brand]!
      const rank = better[step]! + 1
      ranks[brand * draws + place] = rank
      if (rank === 1) first[brand] = first[brand]! + 1
      if (brand + 1 < count && step > steps[brand + 1]!) beforeNext[brand] = beforeNext[brand]! + 1
    }
  }
  const spreadOf = (sorted: Uint16Array | Uint32Array) => {
    const at = (level: number) => sorted[Math.max(0, Math.ceil(level * draws) - 1)]!
    return { low: at(0.025), median: at(0.5), high: at(0.975) }
  }
  return brands.map(({ brand }, at) => ({
    brand,
    ...spreadOf(ranks.slice(at * draws, (at + 1) * draws).sort()),
    first: first[at]! / draws,
    beforeNext: at + 1 < count ? beforeNext[at]! / draws : null,
  }))
}
