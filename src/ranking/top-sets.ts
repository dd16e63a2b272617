/** Who may be, and who surely is, among the first k: read from the rank intervals that are printed, so that nothing contradicts them. */
import type { Standing } from '../domain/standing.js'

/** The first k brands, as far as the data tell. */
export interface TopSet {
  readonly k: number
  /** Brands whose rank interval reaches place k or better, in the order of ranks. */
  readonly possible: readonly string[]
  /** Brands whose whole rank interval lies within the first k. */
  readonly certain: readonly string[]
}

/** Sizes that are published. */
export const TOP_SET_SIZES = [1, 3, 5, 10] as const

/** The first k of a table in the order of ranks. With k = 1 `possible` are those that cannot be told from the winner. */
export function topSet(standings: readonly Pick<Standing, 'brand' | 'rankInterval'>[], k: number): TopSet {
  const ranked = standings.filter((standing) => standing.rankInterval !== null)
  return {
    k,
    possible: ranked.filter(({ rankInterval }) => rankInterval!.low <= k).map(({ brand }) => brand),
    certain: ranked.filter(({ rankInterval }) => rankInterval!.high <= k).map(({ brand }) => brand),
  }
}
