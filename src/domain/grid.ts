/** Which criteria count, their weights and options. */
import type { CriterionFamily } from './finding.js'
import type { Texts } from './language.js'

/** What a missing score does: leave the criterion out of its family's mean, count as 0, or make the mark inconclusive. */
export type MissingPolicy = 'skip' | 'zero' | 'inconclusive'

/** One criterion in a grid, resolved: every option filled in. */
export interface GridCriterion {
  readonly id: string
  /** Criterion version this grid was resolved with. */
  readonly version: number
  /** ≥ 0; 0 is shown but not counted. Relative to the other criteria of the family. */
  readonly weight: number
  /** Why it weighs this much. */
  readonly because: string
  readonly options: Readonly<Record<string, unknown>>
  readonly notApplicable: MissingPolicy
  readonly notAvailable: MissingPolicy
}

/** One family of a grid. */
export interface GridFamily {
  readonly id: CriterionFamily
  /** Points out of 100. All families add up to 100. */
  readonly weight: number
  readonly because: string
  readonly criteria: readonly GridCriterion[]
}

/** A grid, resolved and frozen. */
export interface Grid {
  readonly id: string
  readonly version: number
  readonly title: Texts
  readonly families: readonly GridFamily[]
  /** SHA-256 in hex of the canonical JSON of all the above. */
  readonly hash: string
}
