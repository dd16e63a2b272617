/**
 * When a person should look at a kind: where it is doubtful whether a person answers the request. What a threshold costs in reviews and
 * what error it leaves was counted on mails whose manner of writing and system had both been left out of the training.
 */
import type { Reading } from '../../../domain/message.js'
import { KIND_WEIGHTS } from './weights/kinds.js'

/** A threshold with what it costs and leaves, in messages of 100. */
export interface ReviewPlan {
  /** Doubt from which a person is asked, 0–0.5. */
  readonly threshold: number
  /** Messages of 100 that a person is asked about. */
  readonly reviews: number
  /** Machines' mails, of 100 of them, that still count as a person's reply. */
  readonly machinesTakenForReply: number
  /** People's replies, of 100 of them, that are still taken for something else. */
  readonly repliesLost: number
}

/** A minute of a person's time against a wrong first reply: the whole exchange is marked by it, and a brand named for it. */
const WRONG_REPLY_IN_MINUTES = 40

/** Doubt below which asking costs more than the error it would mend: 1 minute ÷ cost of the error. */
const WORTH_ASKING = 1 / WRONG_REPLY_IN_MINUTES

/** Confidence of a reading without a probability (made before version 7) below which a person is asked. */
const OLD_DOUBT = 0.6

/** How doubtful it is whether a person answers: 0 (sure either way) to 0.5; readings before version 7 know only their confidence. */
export function doubtOf({ kind, kindConfidence, replyProbability }: Reading): number {
  // Decided by a person, or an answer whose words lie elsewhere: nobody but a person can tell whether it answers.
  if (kindConfidence === 1) return 0
  if (kind === 'answered-elsewhere') return 0.5
  if (replyProbability === undefined) return kindConfidence < OLD_DOUBT ? 0.5 : 0
  return Math.min(replyProbability, 1 - replyProbability)
}

/** Every threshold that was counted, from many reviews to few. */
export const REVIEW_PLANS: readonly ReviewPlan[] = KIND_WEIGHTS.doubts

/**
 * The plan that a study can bear.
 * @param per100 reviews that it bears for 100 messages
 */
export function reviewPlanFor(per100: number): ReviewPlan {
  const affordable = REVIEW_PLANS.find(({ reviews, threshold }) => reviews <= per100 && threshold >= WORTH_ASKING)
  return affordable ?? REVIEW_PLANS.at(-1)!
}
