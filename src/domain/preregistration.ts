/** What is fixed before the first e-mail of an edition goes, so that nobody can choose plan, grid or analysis after seeing answers. */

import type { AmendmentChange } from './amendment.js'
import type { Instant } from './time.js'

/** The preregistration of an edition. Holds hashes of what must stay secret until publication, and nothing of it. */
export interface Preregistration {
  readonly format: 'replymark-preregistration-1'
  readonly study: string
  readonly edition: string
  /** SHA-256 of the secret from which the plan derives, in hex; null where it has none. */
  readonly secretHash: string | null
  /** SHA-256 over every planned e-mail (to whom, by whom, when, its token and text), in hex. */
  readonly planHash: string
  /** E-mails planned, and brands that receive them. */
  readonly probes: number
  readonly brands: number
  readonly grid: { readonly id: string; readonly version: number; readonly hash: string }
  /** SHA-256 of everything of the study that decides the edition's figures, in hex. */
  readonly configurationHash: string
  readonly sendFrom: string
  readonly sendUntil: string
  readonly answerWindowDays: number
  /** What the operator expects or asks, in the operator's words. */
  readonly hypotheses: readonly string[]
  /** Options of the analysis by name: levels, draws, smallest effect, what is compared. */
  readonly analysis: Readonly<Record<string, number | string>>
}

/** One way in which an edition was not done as it was fixed beforehand. */
export interface Deviation {
  readonly kind:
    | 'analysis'
    | 'grid'
    | 'cancelled'
    | 'not-sent'
    | 'undelivered'
    | 'uncertain'
    | 'late'
    | 'closed-again'
    | 'proofreaders'
    | AmendmentChange['kind']
    | 'contestations-upheld'
    | 'corrected'
  /** E-mails or times concerned; null where that says nothing. */
  readonly count: number | null
  /** Name of the option of the analysis; null for other kinds. */
  readonly option: string | null
  /** What was fixed and what was done, as text; null where that says nothing. */
  readonly before: string | null
  readonly now: string | null
  /** What a person changed while it ran; absent for what the program counted. */
  readonly amendment?: {
    readonly at: Instant
    /** In the operator's words. */
    readonly reason: string
    /** Name of the brand concerned; null where that says nothing. */
    readonly brand: string | null
    /** Identifier of the scenario of the e-mail concerned; null where that says nothing. */
    readonly scenario: string | null
  }
}
