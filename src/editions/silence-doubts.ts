/**
 * Before a brand is called silent, a person looks at what may have been its answer: once a window is over without a reply, the
 * message of the exchange that most probably is one goes to review, however little that is. Within the window only the study's
 * reviews are asked (src/reading/kind/signs/review-plan.ts); here a wrong word would stand in print.
 */
import type { Exchange, ReceivedMessage } from '../domain/exchange.js'
import { DAY_MS, type Instant } from '../domain/time.js'
import type { Ledger } from '../ledger/ledger.js'
import { firstReply } from '../scoring/build-evidence.js'

/**
 * Probability of a reply from which a message is looked at. At 1 in 40 one look of a minute in forty finds a lost answer, which costs as much as
 * the 40 minutes that a wrong first reply does; below it lie receipts that nothing speaks for.
 */
const LEAST_PROBABILITY = 1 / 40

/** Kinds that no person writes, by their standards (RFC 3464, RFC 5965, RFC 8098). */
const REPORTS: readonly string[] = ['bounce', 'delay-notice', 'feedback-loop', 'reading-receipt']

const probabilityOf = ({ reading }: ReceivedMessage) => reading.replyProbability ?? 0

/** The message that is likeliest to be a reply after all, where nobody decided on it; null where none may be. */
function likeliestReply(exchange: Exchange, end: Instant, decided: (hash: string) => boolean): ReceivedMessage | null {
  let best: ReceivedMessage | null = null
  for (const candidate of exchange.messages) {
    const { message, reading } = candidate
    if (message.receivedAt > end || REPORTS.includes(reading.kind) || decided(message.hash)) continue
    if (probabilityOf(candidate) < LEAST_PROBABILITY) continue
    if (best === null || probabilityOf(candidate) > probabilityOf(best)) best = candidate
  }
  return best
}

/**
 * Opens a review for each exchange that would end in silence beside a message that may be an answer; one a silence. Returns how many
 * stand open.
 * @param by who asks, as the review names it
 */
export function openSilenceDoubts(ledger: Ledger, edition: string, now: Instant, by: string): number {
  const stored = ledger.editions.require(edition)
  if (stored.state === 'published') return 0
  const { answerWindowDays } = stored.configuration.edition
  const decided = new Set(
    ledger.reviews.list({ subject: 'kind', edition }).flatMap(({ target, decision }) => (decision ? [target] : [])),
  )
  let open = 0
  ledger.transaction(() => {
    for (const exchange of ledger.matches.exchanges(edition)) {
      const { probe } = exchange
      const end = (probe.sentAt ?? now) + answerWindowDays * DAY_MS
      if (probe.state === 'void' || probe.sentAt === null || now <= end || firstReply(exchange, answerWindowDays))
        continue
      const likeliest = likeliestReply(exchange, end, (hash) => decided.has(hash))
      if (!likeliest) continue
      const { message, reading } = likeliest
      const share = Math.round(100 * probabilityOf(likeliest))
      const reason = `${probe.id} ends without an answer, and this message, read as ${reading.kind}, is one with ${share} %: a person looks before the brand is called silent.`
      ledger.reviews.openItem(
        { subject: 'kind', target: message.hash, edition, brand: probe.brand, reason, openedBy: by },
        now,
      )
      open++
    }
  })
  return open
}
