/** Derives the state of each probe from its evidence: answered, bounced, unanswered. */
import type { Exchange, ReceivedMessage } from '../domain/exchange.js'
import type { BounceReport, MessageKind } from '../domain/message.js'
import type { ProbeState } from '../domain/probe.js'
import { DAY_MS, type Instant } from '../domain/time.js'
import type { Ledger } from '../ledger/ledger.js'
import { isOfOwnMaking } from '../reading/bounce/own-making.js'
import { firstReply } from '../scoring/build-evidence.js'
import { openSilenceDoubts } from './silence-doubts.js'

/** States that follow from the evidence once a mail was accepted. */
const SETTLED: readonly ProbeState[] = ['sent', 'answered', 'unanswered', 'bounced', 'undelivered']

/** True where nobody has decided yet whether a message answers that came before any sure reply: neither delay nor silence is known. */
function waitsForPerson(exchange: Exchange, reply: ReceivedMessage | null, doubtful: ReadonlySet<string>): boolean {
  if (doubtful.size === 0) return false
  const until = reply?.message.receivedAt ?? Number.POSITIVE_INFINITY
  return exchange.messages.some(({ message }) => doubtful.has(message.hash) && message.receivedAt <= until)
}

/** Kinds that only a mail which arrived brings about: a report that it never did is wrong beside them. */
const PROVE_ARRIVAL: readonly MessageKind[] = [
  'reply',
  'acknowledgement',
  'out-of-office',
  'challenge',
  'forwarding-notice',
  'reading-receipt',
  'answered-elsewhere',
]

/** What a report says of a mail that never reached the brand because of us; null where none does, or where another message shows that it did. */
function ownBounce({ messages }: Exchange): BounceReport | null {
  if (messages.some(({ reading }) => PROVE_ARRIVAL.includes(reading.kind))) return null
  const report = messages.find(
    ({ reading }) => reading.kind === 'bounce' && reading.bounce && isOfOwnMaking(reading.bounce.reason),
  )
  return report?.reading.bounce ?? null
}

/**
 * The state that the evidence supports.
 * @param exchange a probe that was accepted, with its messages
 * @param doubtful hashes of messages of which a person must say whether they answer; none once an edition can be closed
 */
function stateByEvidence(
  exchange: Exchange,
  answerWindowDays: number,
  now: Instant,
  doubtful: ReadonlySet<string>,
): ProbeState {
  const reply = firstReply(exchange, answerWindowDays)
  if (waitsForPerson(exchange, reply, doubtful)) return 'sent'
  if (reply) return 'answered'
  if (exchange.messages.some(({ reading }) => reading.kind === 'bounce' && reading.bounce?.hard !== false))
    return 'bounced'
  if (ownBounce(exchange)) return 'undelivered'
  const end = (exchange.probe.sentAt ?? now) + answerWindowDays * DAY_MS
  return now > end ? 'unanswered' : 'sent'
}

function reasonOf(state: ProbeState, exchange: Exchange): string {
  if (state === 'bounced') {
    const report = exchange.messages.find(({ reading }) => reading.bounce)?.reading.bounce
    return report ? `${report.reason} ${report.status ?? ''}`.trim() : 'bounced'
  }
  if (state === 'undelivered') {
    const report = ownBounce(exchange)
    return `of our own making: ${report?.reason ?? ''} ${report?.status ?? ''}`.trim()
  }
  if (state === 'answered') return 'a reply came'
  if (state === 'unanswered') return 'the answer window is over'
  return 'accepted by the server'
}

/**
 * Brings the states of an edition's probes in line with the evidence; what may be an answer beside a silence goes to a person first.
 * Returns how many changed.
 * @param by who does it, as the history of a probe's states names it
 */
export function settleStates(ledger: Ledger, edition: string, now: Instant, by = 'assess-exchanges'): number {
  const stored = ledger.editions.require(edition)
  if (stored.state === 'published') return 0
  const { answerWindowDays } = stored.configuration.edition
  let changed = 0
  openSilenceDoubts(ledger, edition, now, by)
  const doubtful = new Set(ledger.reviews.open({ subject: 'kind', edition }).map(({ target }) => target))
  ledger.transaction(() => {
    for (const exchange of ledger.matches.exchanges(edition)) {
      const { probe } = exchange
      // One refused in the dialogue itself has no evidence but the server's words.
      if (!SETTLED.includes(probe.state) || probe.sentAt === null) continue
      const state = stateByEvidence(exchange, answerWindowDays, now, doubtful)
      if (state === probe.state) continue
      if (ledger.probes.move(probe.id, probe.state, state, { at: now, by, reason: reasonOf(state, exchange) }))
        changed++
    }
  })
  return changed
}
