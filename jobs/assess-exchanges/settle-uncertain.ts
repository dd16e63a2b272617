/** Settles probes whose sending has an unknown outcome, by evidence or by a person, never by sending again (docs/design.md, promise 1). */
import type { ProbeState } from '../../src/domain/probe.js'
import type { ServiceContext } from '../context.js'

const BY = 'assess-exchanges'

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
