/** All findings of an exchange and its mark under a grid. */
import type { CriterionFamily, Finding } from './finding.js'
import type { Mistake } from './mistake.js'

/** Points a family earned. */
export interface FamilyMark {
  readonly family: CriterionFamily
  /** 0 to `outOf`; null where inconclusive. */
  readonly points: number | null
  readonly outOf: number
}

/** The assessment of one exchange under one grid. */
export interface Assessment {
  /** Probe id of the exchange. */
  readonly probe: string
  readonly grid: string
  readonly gridHash: string
  /** Engine name and version that proofread it; null where nothing was proofread. */
  readonly proofreader: string | null
  readonly findings: readonly Finding[]
  readonly families: readonly FamilyMark[]
  /** 0–100; null where a finding makes it inconclusive or is an error. No answer: 0. */
  readonly mark: number | null
  /** Mistakes found in the reply, typography included; empty where there is no reply. */
  readonly mistakes: readonly Mistake[]
  /** Words of the reply's new text; 0 where there is none. */
  readonly words: number
}
