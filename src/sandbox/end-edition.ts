/**
 * The end of a demo's edition, brought about as people would: doubts decided, marks made anew, then closed, published and
 * sealed by the same functions as `replymark close` and `replymark publish`.
 */

import type { Service } from '../app/service.js'
import { ReplymarkError } from '../domain/error.js'
import type { Instant } from '../domain/time.js'
import { closeEdition } from '../editions/closing.js'
import { rankEdition } from '../editions/edition-ranking.js'
import { publishEdition } from '../editions/publishing.js'
import { decideReview } from '../ledger/decide-review.js'
import type { Ledger } from '../ledger/ledger.js'

/** Who decides and publishes in a demo, as the audit log names people. */
const BY = 'user:demo'
/** A decision can open a doubt that it hid (a message that now belongs to an exchange); more rounds than this are a defect. */
const MOST_ROUNDS = 5

/** What ending an edition needs. */
export interface EditionEnd {
  readonly ledger: Ledger
  readonly service: Service
  /** Virtual time. */
  readonly now: () => Instant
}

/** Accepts what the instrument says wherever it asks for a person. Returns how many doubts were decided. */
function acceptReviews(ledger: Ledger, edition: string, at: Instant): number {
  const open = ledger.reviews.open({ edition })
  for (const { id } of open)
    decideReview(ledger, { item: id, decision: 'accept', comment: 'accepted by the demo', by: BY, at })
  return open.length
}

/**
 * Decides what is open, closes, publishes and seals an edition. Returns how many doubts were decided.
 * @throws ReplymarkError `conflict` with everything that stands in the way, `internal` where doubts do not end
 */
export async function endEdition({ ledger, service, now }: EditionEnd, edition: string): Promise<number> {
  let decided = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const accepted = acceptReviews(ledger, edition, now())
    if (accepted === 0) {
      closeEdition(ledger, edition, now(), BY)
      publishEdition(ledger, edition, now(), BY)
      return decided
    }
    decided += accepted
    await service.process()
  }
  throw new ReplymarkError('internal', `the doubts of edition ${edition} do not come to an end`)
}

/** Ranks an edition that is left running, so that its provisional figures can be seen. Returns how many doubts wait for a person. */
export function leaveRunning({ ledger, now }: EditionEnd, edition: string): number {
  rankEdition(ledger, edition, now())
  return ledger.reviews.open({ edition }).length
}
