/**
 * What the ranking would be without one criterion (OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 7: exclusion
 * of each indicator in turn): every exchange is marked again from its stored findings. Pure.
 */
import type { Assessment } from '../domain/assessment.js'
import type { Grid } from '../domain/grid.js'
import { competitionRanks } from '../ranking/competition-rank.js'
import { counts, type ProbeResult } from '../ranking/outcomes.js'
import { markFindings } from '../scoring/assess-exchange.js'

/** A move of so many places is one that readers notice. */
export const NOTED_PLACES = 3

/** The ranking without one criterion. */
export interface CriterionExclusion {
  readonly criterion: string
  /** True where whoever is first with it is first without it. */
  readonly winnerKept: boolean
  /** Brands whose rank differs by three places or more. */
  readonly moved: number
  /** Largest difference of a rank, in places. */
  readonly most: number
}

type CountedResult = ProbeResult & { readonly assessment: Assessment }

function without(grid: Grid, criterion: string): Grid {
  const families = grid.families.map((family) => ({
    ...family,
    criteria: family.criteria.filter(({ id }) => id !== criterion),
  }))
  return { ...grid, families }
}

function ranksUnder(grid: Grid, byBrand: ReadonlyMap<string, readonly CountedResult[]>): readonly (number | null)[] {
  const indices = [...byBrand.values()].map((results) => {
    const marks = results
      .map(({ assessment, repliedAt }) => markFindings(assessment.findings, grid, repliedAt !== null).mark)
      .filter((mark) => mark !== null)
    return marks.length === 0 ? null : marks.reduce((sum, mark) => sum + mark, 0) / marks.length
  })
  return competitionRanks(indices)
}

/**
 * One entry for each criterion that counts, in the order of the grid. A family of one criterion cannot do without it: it would
 * leave every mark inconclusive, and is not named.
 */
export function criterionExclusions(grid: Grid, results: readonly ProbeResult[]): readonly CriterionExclusion[] {
  const byBrand = Map.groupBy(results.filter(counts), ({ brand }) => brand)
  const ranks = ranksUnder(grid, byBrand)
  return grid.families.flatMap((family) => {
    const counted = family.criteria.filter(({ weight }) => weight > 0)
    if (family.weight === 0 || counted.length < 2) return []
    return counted.map(({ id }): CriterionExclusion => {
      const other = ranksUnder(without(grid, id), byBrand)
      const moves = ranks.map((rank, at) => {
        const now = other[at] ?? null
        return rank === null || now === null ? 0 : Math.abs(rank - now)
      })
      return {
        criterion: id,
        winnerKept: ranks.every((rank, at) => rank !== 1 || other[at] === 1),
        moved: moves.filter((places) => places >= NOTED_PLACES).length,
        most: Math.max(0, ...moves),
      }
    })
  })
}
