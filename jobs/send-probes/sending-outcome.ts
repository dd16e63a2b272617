/**
 * What a dialogue with the sending server came to, written down in the ledger: at once, or as soon as the ledger takes it again.
 */
import type { ProbeState } from '../../src/domain/probe.js'
import { HOUR_MS } from '../../src/domain/time.js'
import type { StoredProbe } from '../../src/ledger/probes.js'
import { keepFailure, sendingFailureSetting } from '../../src/ledger/settings.js'
import type { SendOutcome } from '../../src/mail/sender.js'
import { ownReasonIn } from '../../src/reading/bounce/own-making.js'
import type { ServiceContext } from '../context.js'

/** Name under which moves are written. */
export const SENT_BY = 'send-probes'

/** After so many temporary refusals a probe is given up as refused. */
const LONGEST_DEFERRALS = 12

/** Pause after a temporary refusal: 5 minutes, doubling to 4 hours (RFC 5321 §4.5.4.1 asks for at least 30 minutes from a relay; a submission may be sooner). */
function deferralPauseMs(deferrals: number): number {
  return Math.min(4 * HOUR_MS, 300_000 * 2 ** deferrals)
}

/** A refusal of the brand’s address is the brand’s; one of our account, host or letter is ours. */
function refusedAs(response: string): ProbeState {
  return ownReasonIn(response) === null ? 'refused' : 'undelivered'
}

/** What a dialogue came to. */
export interface EndedDialogue {
  readonly probe: StoredProbe
  readonly outcome: SendOutcome
  /** False where this machine could not begin it (a full disk): no server has refused anything. */
  readonly begun?: false
}

/** Writes down what a dialogue came to. Call it inside a transaction. */
export function recordOutcome(context: ServiceContext, { probe, outcome, begun }: EndedDialogue): void {
  const { ledger } = context
  const at = context.now()
  const by = SENT_BY
  // A server that spoke about the mail itself took us in.
  if (begun !== false && outcome.outcome !== 'uncertain')
    keepFailure(
      ledger.settings,
      sendingFailureSetting(probe.account),
      outcome.outcome === 'account-failure' ? outcome.failure.message : null,
      at,
    )
  switch (outcome.outcome) {
    case 'accepted':
      ledger.probes.move(probe.id, 'sending', 'sent', { at, by, reason: outcome.response, sentAt: outcome.at })
      return
    case 'refused':
      ledger.probes.move(probe.id, 'sending', refusedAs(outcome.response), { at, by, reason: outcome.response })
      return
    case 'uncertain':
      ledger.probes.move(probe.id, 'sending', 'uncertain', { at, by, reason: outcome.response })
      return
    case 'deferred':
    case 'account-failure': {
      const reason = outcome.outcome === 'deferred' ? outcome.response : outcome.failure.message
      if (begun !== false && outcome.outcome === 'deferred' && probe.deferrals + 1 >= LONGEST_DEFERRALS) {
        const given = `given up after ${LONGEST_DEFERRALS} temporary refusals: ${reason}`
        ledger.probes.move(probe.id, 'sending', refusedAs(reason), { at, by, reason: given })
        return
      }
      const retryAt = at + deferralPauseMs(probe.deferrals)
      ledger.probes.move(probe.id, 'sending', 'planned', { at, by, reason, retryAt })
    }
  }
}

/** Outcomes that a ledger did not take (full disk, held by another process): known as long as this process lives. */
const unrecorded = new WeakMap<object, readonly EndedDialogue[]>()

/** Keeps outcomes that could not be written down, and tries it again at once. */
export function keepUnrecorded(context: ServiceContext, ended: readonly EndedDialogue[]): void {
  unrecorded.set(context.ledger, [...(unrecorded.get(context.ledger) ?? []), ...ended])
  recordLate(context)
}

/** Writes down what is kept. @throws ReplymarkError where the ledger still refuses; they stay known */
export function recordLate(context: ServiceContext): void {
  const { ledger } = context
  const late = unrecorded.get(ledger) ?? []
  if (late.length === 0) return
  ledger.transaction(() => {
    for (const dialogue of late) recordOutcome(context, dialogue)
  })
  unrecorded.delete(ledger)
}
