/**
 * The end of a demo's edition, brought about as people would: doubts decided, marks made anew, then closed, published and
 * sealed by the same functions as `replymark close` and `replymark publish`.
 */

import type { Service } from '../app/service.js'
import { ReplymarkError } from '../domain/error.js'
import type { MessageKind } from '../domain/message.js'
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
  /** What a person who reads a message sees it to be; null where it is none of the market's. */
  readonly trueKind: (hash: string) => MessageKind | null
}

/** Decides as somebody who reads: a kind by what the message is, the rest as the instrument says. Returns how many doubts were decided. */
function decideReviews({ ledger, now, trueKind }: EditionEnd, edition: string): number {
  const open = ledger.reviews.open({ edition })
  const decided = { comment: 'decided by the demo', by: BY, at: now() }
  for (const { id, subject, target } of open) {
    const kind = subject === 'kind' ? trueKind(target) : null
    const wrong = kind !== null && kind !== ledger.readings.get(target)?.kind
    decideReview(
      ledger,
      wrong
        ? { item: id, decision: 'overrule', value: kind, ...decided }
        : { item: id, decision: 'accept', ...decided },
    )
  }
  return open.length
}

/**
 * Decides what is open, closes, publishes and seals an edition. Returns how many doubts were decided.
 * @throws ReplymarkError `conflict` with everything that stands in the way, `internal` where doubts do not end
 */
export async function endEdition(end: EditionEnd, edition: string): Promise<number> {
  const { ledger, service, now } = end
  let decided = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const inRound = decideReviews(end, edition)
    if (inRound === 0) {
      closeEdition(ledger, edition, now(), BY)
      publishEdition(ledger, edition, now(), BY)
      return decided
    }
    decided += inRound
    await service.process()
  }
  throw new ReplymarkError('internal', `the doubts of edition ${edition} do not come to an end`)
}

/** Ranks an edition that is left running, so that its provisional figures can be seen. Returns how many doubts wait for a person. */
export function leaveRunning({ ledger, now }: Pick<EditionEnd, 'ledger' | 'now'>, edition: string): number {
  rankEdition(ledger, edition, now())
  return ledger.reviews.open({ edition }).length
}
