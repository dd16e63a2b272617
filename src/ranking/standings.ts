/**
 * The league table of an edition: every brand's index, rank and indicators with their uncertainty (docs/methodology.en.md §6).
 * Pure and seeded: the same input gives the same table on any machine. Scenario effects, spread and bootstrap are shared by
 * all brands of the edition; a brand's own figures come from its own probes alone.
 */
import type { Estimate, Interval, Standing } from '../domain/standing.js'
import { discoveries } from './benjamini-hochberg.js'
import { competitionRanks } from './competition-rank.js'
import { indexInterval, indexStandardError } from './index-interval.js'
import { familyMeans, indicators, type ProbeOutcome } from './indicators.js'
import { type MarkMatrix, measureSpread, moderatedDegrees, type Spread } from './moderated-variance.js'
import { poissonInterval } from './poisson.js'
import { pulledToMean } from './pulled-index.js'
import { holdingInterval, holdingRank, type RankInput, rankIntervals } from './rank-interval.js'
import { rankBounds } from './simultaneous-ranks.js'
import { normalCdf, Z95 } from './special-functions.js'
import { drawStudentised, quantile, standardisedStrata } from './stratified-bootstrap.js'

export type { ProbeOutcome } from './indicators.js'

/** A brand with its probes. */
export interface BrandOutcomes {
  readonly brand: string
  readonly sector: string
  readonly outcomes: readonly ProbeOutcome[]
}

/** All that a league table is computed from. */
export interface StandingsInput {
  readonly edition: string
  readonly seed: number
  readonly brands: readonly BrandOutcomes[]
  /** Standings of the previous edition made by the same method; null or absent where there is none. */
  readonly previous?: readonly Standing[] | null
  /** Bootstrap draws of the table, 1 000 by default. */
  readonly draws?: number
}

/** Default number of bootstrap draws. */
export const DEFAULT_DRAWS = 1_000

/** Studentised means drawn per number of marks; brands pick from them. */
const POOL_SIZE = 16_384

/** Share of false ones that the moves called significant may hold. */
export const MOVEMENT_LEVEL = 0.05

function markMatrix(brands: readonly BrandOutcomes[]): MarkMatrix {
  const scenarioIndex = new Map<string, number>()
  for (const { outcomes } of brands) {
    for (const { scenario } of outcomes)
      if (!scenarioIndex.has(scenario)) scenarioIndex.set(scenario, scenarioIndex.size)
  }
  const scenarios = scenarioIndex.size
  const marks = new Float64Array(brands.length * scenarios).fill(Number.NaN)
  brands.forEach(({ outcomes }, brand) => {
    for (const { scenario, mark } of outcomes) {
      if (mark !== null) marks[brand * scenarios + scenarioIndex.get(scenario)!] = mark
    }
  })
  return { brands: brands.length, scenarios, marks }
}

/** Level at which all rank intervals of a table hold together. */
export const JOINT_LEVEL = 0.95

/** Studentised draws for brands with one number of marks, and their quantiles for one brand and for all at once. */
interface Pool {
  readonly draws: Float64Array
  readonly alone: { readonly low: number; readonly high: number }
  readonly together: { readonly low: number; readonly high: number }
}

function poolsByCount(spread: Spread, scenarios: number, ranked: number, seed: number): ReadonlyMap<number, Pool> {
  const strata = standardisedStrata(spread, scenarios)
  const tail = (1 - JOINT_LEVEL ** (1 / Math.max(1, ranked))) / 2
  const pools = new Map<number, Pool>()
  for (const n of new Set(spread.count)) {
    if (n === 0) continue
    const draws = drawStudentised(strata, n, spread.priorDegrees, POOL_SIZE, seed)
    const sorted = draws.slice().sort()
    const between = (share: number) => ({ low: quantile(sorted, share), high: quantile(sorted, 1 - share) })
    pools.set(n, { draws, alone: between(0.025), together: between(tail) })
  }
  return pools
}

/**
 * Bounds that hold together whatever the true indices, without learning from the market (`rankBounds`); null for brands without
 * an index. A brand whose spread nobody can tell may be anywhere, and every other brand may stand below it.
 */
function strictIntervals(
  ranks: readonly (number | null)[],
  { mean, standardError, drawsOf, seed, draws }: Omit<RankInput, 'alone' | 'together'>,
): (Interval | null)[] {
  const ranked = ranks.filter((rank) => rank !== null).length
  const known = [...ranks.keys()].filter((brand) => !Number.isNaN(mean[brand]!))
  const bounds = rankBounds(
    {
      estimate: Float64Array.from(known, (brand) => mean[brand]!),
      standardError: Float64Array.from(known, (brand) => standardError[brand]!),
      drawsOf: (item) => drawsOf(known[item]!),
      seed,
      draws,
    },
    { level: JOINT_LEVEL, ends: 'both', item: null },
  )
  const intervals = ranks.map((): Interval | null => null)
  known.forEach((brand, item) => {
    intervals[brand] = { low: bounds.low[item]!, high: bounds.high[item]! + ranked - known.length, level: JOINT_LEVEL }
  })
  return intervals
}

/** Index intervals, rank intervals and shrunken indices, from one bootstrap. */
function uncertainty(
  matrix: MarkMatrix,
  spread: Spread,
  ranks: readonly (number | null)[],
  seed: number,
  draws: number,
) {
  const ranked = ranks.filter((rank) => rank !== null).length
  const pools = poolsByCount(spread, matrix.scenarios, ranked, seed)
  const standardError = new Float64Array(matrix.brands).fill(Number.NaN)
  const mean = spread.mean.slice()
  const index: (Interval | null)[] = []
  const indexTogether: (Interval | null)[] = []
  for (let brand = 0; brand < matrix.brands; brand += 1) {
    const pool = pools.get(spread.count[brand]!)
    index.push(pool ? indexInterval(spread, brand, pool.alone) : null)
    indexTogether.push(pool ? indexInterval(spread, brand, pool.together, true) : null)
    if (pool && moderatedDegrees(spread, brand) > 0) standardError[brand] = indexStandardError(spread, brand)
    if (Number.isNaN(standardError[brand]!)) mean[brand] = Number.NaN
  }
  const drawsOf = (brand: number) => pools.get(spread.count[brand]!)!.draws
  const shared = { mean, standardError, drawsOf, seed, draws }
  const { alone, together } = rankIntervals({ ...shared, alone: index, together: indexTogether })
  const strict = strictIntervals(ranks, shared)
  const pulled = pulledToMean({ mean, standardError })
  /** The three rank intervals of a brand, each holding its published rank and the narrower ones; brands of unknown spread may be anywhere. */
  const rankIntervalsOf = (brand: number) => {
    const rank = ranks[brand] ?? null
    if (rank === null) return { rankInterval: null, rankIntervalAlone: null, rankIntervalStrict: null }
    const anywhere: Interval = { low: 1, high: ranked, level: JOINT_LEVEL }
    const unknown = ranked - mean.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0)
    const shifted = (interval: Interval | null | undefined) =>
      interval ? { ...interval, high: Math.min(ranked, interval.high + unknown) } : anywhere
    const own = holdingRank(shifted(alone[brand]), rank)
    const all = holdingInterval(holdingRank(shifted(together[brand]), rank), own)
    return {
      rankInterval: all,
      rankIntervalAlone: own,
      rankIntervalStrict: holdingInterval(strict[brand] ?? anywhere, all),
    }
  }
  return { index, rankIntervalsOf, pulled }
}

/** A figure, null where it is not a number. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

/** Two-sided p of "the index did not change", from both intervals; null where one has none. */
function changeP(now: Estimate, then: Estimate): number | null {
  if (now.value === null || then.value === null || !now.interval || !then.interval) return null
  const errorOf = ({ low, high }: Interval) => (high - low) / (2 * Z95)
  const error = Math.hypot(errorOf(now.interval), errorOf(then.interval))
  if (error === 0) return now.value === then.value ? 1 : 0
  return 2 * normalCdf(-Math.abs(now.value - then.value) / error)
}

/** Ranks within each sector, in the order of the brands. */
function sectorRanks(brands: readonly BrandOutcomes[], values: readonly (number | null)[]): (number | null)[] {
  const ranks: (number | null)[] = new Array(brands.length).fill(null)
  const members = new Map<string, number[]>()
  brands.forEach(({ sector }, brand) => {
    const list = members.get(sector)
    if (list) list.push(brand)
    else members.set(sector, [brand])
  })
  for (const list of members.values()) {
    competitionRanks(list.map((brand) => values[brand]!)).forEach((rank, position) => {
      ranks[list[position]!] = rank
    })
  }
  return ranks
}

/**
 * Computes the league table, in the order of ranks; brands without an index come last, equal ranks by brand id.
 * @throws RangeError when a mark lies outside 0–100
 */
export function computeStandings(input: StandingsInput): readonly Standing[] {
  // The order of the input must not matter, neither for draws nor for ties.
  const brands = [...input.brands].sort((a, b) => (a.brand < b.brand ? -1 : a.brand > b.brand ? 1 : 0))
  for (const { brand, outcomes } of brands) {
    for (const { mark } of outcomes) {
      if (mark !== null && !(mark >= 0 && mark <= 100))
        throw new RangeError(`mark ${mark} of ${brand} is not within 0–100`)
    }
  }
  const matrix = markMatrix(brands)
  const spread = measureSpread(matrix)
  const values = [...spread.mean].map((mean) => (Number.isNaN(mean) ? null : mean))
  const ranks = competitionRanks(values)
  const bySector = sectorRanks(brands, values)
  const { index, rankIntervalsOf, pulled } = uncertainty(
    matrix,
    spread,
    ranks,
    input.seed,
    input.draws ?? DEFAULT_DRAWS,
  )

  const earlier = new Map((input.previous ?? []).map((standing) => [standing.brand, standing]))
  const pValues: { brand: number; p: number }[] = []
  const poissonByCount = new Map<number, Interval>()
  const intervalOf = (count: number) => {
    const known = poissonByCount.get(count) ?? poissonInterval(count)
    poissonByCount.set(count, known)
    return known
  }
  const standings = brands.map(({ brand, sector, outcomes }, position): Standing => {
    const value = values[position]!
    const estimate: Estimate = { value, interval: index[position] ?? null, n: spread.count[position]! }
    const before = earlier.get(brand)
    const p = before ? changeP(estimate, before.index) : null
    if (p !== null) pValues.push({ brand: position, p })
    const rank = ranks[position]!
    const places = rankIntervalsOf(position)
    return {
      edition: input.edition,
      brand,
      sector,
      index: estimate,
      rank,
      ...places,
      sectorRank: bySector[position]!,
      // The one rule: whoever's printed rank interval reaches the first place.
      indistinguishableFromWinner: places.rankInterval?.low === 1,
      shrunkenIndex: finite(pulled.centre[position]!),
      reliability: finite(pulled.reliability[position]!),
      ...indicators(outcomes, intervalOf),
      movement: before && before.rank !== null && rank !== null ? before.rank - rank : null,
      indexChange: before && before.index.value !== null && value !== null ? value - before.index.value : null,
      significantMove: false,
      families: familyMeans(outcomes),
    }
  })
  const real = discoveries(
    pValues.map(({ p }) => p),
    MOVEMENT_LEVEL,
  )
  pValues.forEach(({ brand }, position) => {
    if (real[position]) standings[brand] = { ...standings[brand]!, significantMove: true }
  })
  return standings.sort(
    (a, b) =>
      (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || (a.brand < b.brand ? -1 : 1),
  )
}
