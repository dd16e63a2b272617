/** Derives the state of each probe from its evidence: answered, bounced, unanswered; and settles uncertain ones (DESIGN.md, promise 1). */
import type { Exchange } from '../../src/domain/exchange.js'
import type { ProbeState } from '../../src/domain/probe.js'
import { DAY_MS, type Instant } from '../../src/domain/time.js'
import { firstReply } from '../../src/scoring/build-evidence.js'
import type { ServiceContext } from '../context.js'

const BY = 'assess-exchanges'

/** States that follow from the evidence once a mail was accepted. */
const SETTLED: readonly ProbeState[] = ['sent', 'answered', 'unanswered', 'bounced']

/**
 * The state that the evidence supports.
 * @param exchange a probe that was accepted, with its messages
 */
export function stateByEvidence(exchange: Exchange, answerWindowDays: number, now: Instant): ProbeState {
  if (firstReply(exchange, answerWindowDays)) return 'answered'
  if (exchange.messages.some(({ reading }) => reading.kind === 'bounce' && reading.bounce?.hard !== false))
    return 'bounced'
  const end = (exchange.probe.sentAt ?? now) + answerWindowDays * DAY_MS
  return now > end ? 'unanswered' : 'sent'
}

function reasonOf(state: ProbeState, exchange: Exchange): string {
  if (state === 'bounced') {
    const report = exchange.messages.find(({ reading }) => reading.bounce)?.reading.bounce
    return report ? `${report.reason} ${report.status ?? ''}`.trim() : 'bounced'
  }
  if (state === 'answered') return 'a reply came'
  if (state === 'unanswered') return 'the answer window is over'
  return 'accepted by the server'
}

/** Brings the states of an edition's probes in line with the evidence. Returns how many changed. */
export function settleStates(context: ServiceContext, edition: string): number {
  const { ledger } = context
  const stored = ledger.editions.require(edition)
  if (stored.state === 'published') return 0
  const { answerWindowDays } = stored.configuration.edition
  const now = context.now()
  let changed = 0
  ledger.transaction(() => {
    for (const exchange of ledger.matches.exchanges(edition)) {
      const { probe } = exchange
      if (!SETTLED.includes(probe.state)) continue
      const state = stateByEvidence(exchange, answerWindowDays, now)
      if (state === probe.state) continue
      if (ledger.probes.move(probe.id, probe.state, state, { at: now, by: BY, reason: reasonOf(state, exchange) }))
        changed++
    }
  })
  return changed
}

/**
 * Settles uncertain probes: a message that answers one proves that it went out, as does its copy in the folder of sent mail.
 * What no evidence settles goes to a person.
 * @param sentMessageIds Message-IDs seen in folders of sent mail
 */
export function settleUncertain(context: ServiceContext, sentMessageIds: ReadonlySet<string>): number {
  const { ledger } = context
  const now = context.now()
  let settled = 0
  for (const probe of ledger.probes.inState('uncertain')) {
    if (ledger.editions.brief(probe.edition)?.state === 'published') continue
    const came = ledger.matches.exchange(probe.id)?.messages ?? []
    const review = ledger.reviews.decisionOn('uncertain-probe', probe.id)
    const move = (to: ProbeState, reason: string, by = BY) => {
      // The moment of acceptance is not known; the dialogue began at `handedAt`, seconds before it.
      const sentAt = to === 'sent' ? { sentAt: probe.handedAt ?? now } : {}
      if (ledger.probes.move(probe.id, 'uncertain', to, { at: now, by, reason, ...sentAt })) settled++
      ledger.reviews.withdraw('uncertain-probe', probe.id, now)
    }
    if (came.length > 0) move('sent', `it went out: ${came[0]?.reading.kind} came`)
    else if (probe.messageId !== null && sentMessageIds.has(probe.messageId))
      move('sent', 'it went out: its copy is in the folder of sent mail')
    else if (review?.decision === 'accept')
      move('sent', `it went out: ${review.comment || 'decided by a person'}`, review.decidedBy)
    else if (review)
      move('cancelled', `it did not go out: ${review.comment || 'decided by a person'}`, review.decidedBy)
    else
      ledger.reviews.openItem(
        {
          subject: 'uncertain-probe',
          target: probe.id,
          edition: probe.edition,
          brand: probe.brand,
          reason: `${probe.stateReason ?? 'outcome unknown'}; accept: it went out; overrule: it did not`,
          openedBy: BY,
        },
        now,
      )
  }
  return settled
}
