/**
 * A brand over editions: its path, how consistent it is, and which segment it belongs to (docs/methodology.en.md §6). Places are
 * compared as percentiles of the table (0 first, 1 last), so that editions with more brands can stand beside smaller ones.
 */
import { kendall } from './correlation.js'

/** One edition of a brand's path. */
export interface TrendPoint {
  /** Edition id, or year of a published edition. */
  readonly edition: string
  /** `measured` by this program, or `published` elsewhere and imported. */
  readonly origin: 'measured' | 'published'
  /** Grid hash and proofreader, or the series of a published edition: figures of different methods are not joined. */
  readonly method: string
  readonly rank: number | null
  /** Brands in that table; null where it was not published. */
  readonly ranked: number | null
  /** Index out of 100; null where none was published. */
  readonly index: number | null
  readonly low: number | null
  readonly high: number | null
  /** Share of probes answered; null where it was not published for the brand. */
  readonly responseRate: number | null
}

/** What a brand's path looks like. */
export type Segment = 'constant-leader' | 'rising' | 'falling' | 'irregular' | 'silent' | 'steady'

/** How steady a brand's place is. */
export interface Consistency {
  /** Editions with a place in a table of known size. */
  readonly editions: number
  /** Best and worst percentile, 0–1. */
  readonly best: number
  readonly worst: number
  /** Worst less best. */
  readonly spread: number
}

/** Editions that a segment needs. */
const FEWEST_EDITIONS = 3

/** A leader stands in the best tenth. */
const LEADER_PERCENTILE = 0.1

/** A path moves when it gains or loses at least this share of the table … */
const CLEAR_MOVE = 0.2

/** … and when its order agrees with time at least this far (Kendall's τ). */
const CLEAR_DIRECTION = 0.6

/** A path is irregular when best and worst place lie this far apart without a direction. */
const WIDE_SPREAD = 0.4

/** Place in the table from 0 (first) to 1 (last); null where rank or size is unknown. */
export function rankPercentile(rank: number | null, ranked: number | null): number | null {
  if (rank === null || ranked === null) return null
  return ranked <= 1 ? 0 : Math.min(1, (rank - 1) / (ranked - 1))
}

/** Consistency over a path; null where fewer than two editions have a place. */
export function consistency(path: readonly TrendPoint[]): Consistency | null {
  const percentiles = path.map((point) => rankPercentile(point.rank, point.ranked)).filter((value) => value !== null)
  if (percentiles.length < 2) return null
  const best = Math.min(...percentiles)
  const worst = Math.max(...percentiles)
  return { editions: percentiles.length, best, worst, spread: worst - best }
}

/**
 * Segment of a path given in order of time; null where too little is known.
 * Silent: no answer in the latest edition and none, or none known, before it.
 */
export function segmentOf(path: readonly TrendPoint[]): Segment | null {
  const rates = path.map((point) => point.responseRate).filter((rate) => rate !== null)
  if (rates.length > 0 && rates.every((rate) => rate === 0)) return 'silent'
  const percentiles = path.map((point) => rankPercentile(point.rank, point.ranked)).filter((value) => value !== null)
  if (percentiles.length < FEWEST_EDITIONS) return null
  if (percentiles.every((value) => value <= LEADER_PERCENTILE)) return 'constant-leader'
  const direction =
    kendall(
      percentiles.map((_, index) => index),
      percentiles,
    ) ?? 0
  const move = percentiles.at(-1)! - percentiles[0]!
  if (move <= -CLEAR_MOVE && direction <= -CLEAR_DIRECTION) return 'rising'
  if (move >= CLEAR_MOVE && direction >= CLEAR_DIRECTION) return 'falling'
  return Math.max(...percentiles) - Math.min(...percentiles) >= WIDE_SPREAD ? 'irregular' : 'steady'
}

/** Where the method changes along a path: index of each point that cannot be joined with the one before. */
export function methodBreaks(path: readonly TrendPoint[]): readonly number[] {
  return path.flatMap((point, index) => (index > 0 && point.method !== path[index - 1]!.method ? [index] : []))
}
