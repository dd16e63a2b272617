/** What one criterion says of one exchange. */

/** The criteria families of docs/methodology.en.md §4. */
import type { Texts } from './language.js'
export type CriterionFamily = 'responsiveness' | 'answer-quality' | 'welcome'

/** Places in the text that a finding speaks of: offsets in UTF-16 units into the reply's new text, end exclusive. */
export interface EvidenceSpan {
  readonly start: number
  readonly end: number
  /** Which text: the reply's new text unless said otherwise. */
  readonly in?: 'text' | 'signature' | 'acknowledgement'
  /** What it shows (`greeting`, expected point id, rule id). */
  readonly label?: string
}

/** Common to every finding. */
interface FindingBase {
  /** Criterion id. */
  readonly criterion: string
  /** Version of the criterion that made it. */
  readonly criterionVersion: number
  readonly family: CriterionFamily
  /** One sentence for people, in every language in which people are told things. */
  readonly message: Texts
  readonly evidence: readonly EvidenceSpan[]
}

/** A finding with a score. */
export interface ScoredFinding extends FindingBase {
  readonly outcome: 'scored'
  /** 0 (worst) to 1 (best). */
  readonly score: number
  /** What was measured, in `unit`; null where only the score says it. */
  readonly value: number | null
  /** `h`, `per100Words`, `share`, `points`, `machine` (1: the letter says that a machine wrote it, 0: it does not); null with a null value. */
  readonly unit: string | null
  /** True where the words that decide allow another judgement: goes to the review queue. */
  readonly doubtful?: boolean
}

/** A finding without a score. Only the runner makes `error`. */
export interface UnscoredFinding extends FindingBase {
  readonly outcome: 'not-applicable' | 'not-available' | 'error'
  readonly score: null
  readonly value: null
  readonly unit: null
  /** True where the answer’s words were not read: a person gives the score. */
  readonly unread?: boolean
}

export type Finding = ScoredFinding | UnscoredFinding
