/** Corrections by people: rows of their own, never edits. */
import type { Instant } from './time.js'

/** What a review speaks of. */
export type ReviewSubject = 'match' | 'kind' | 'finding' | 'mistake' | 'uncertain-probe' | 'contestation'

/** One doubt in the queue. */
export interface ReviewItem {
  readonly id: string
  readonly subject: ReviewSubject
  /** Message hash (match, kind), `probe#criterion` (finding), `probe#start-end` (mistake), probe id (uncertain, contestation). */
  readonly target: string
  readonly edition: string | null
  readonly brand: string | null
  /** Why there is a doubt, for people. */
  readonly reason: string
  readonly openedAt: Instant
  readonly openedBy: string
}

/** A person's decision; the newest decision on an item holds. */
export interface ReviewDecision {
  readonly item: string
  readonly decision: 'accept' | 'overrule' | 'dismiss'
  /** What holds instead when overruled: probe ids, kind, score … as JSON; null otherwise. */
  readonly replacement: unknown
  readonly comment: string
  readonly decidedAt: Instant
  readonly decidedBy: string
}
