/**
 * One round of processing: what came in is read and matched, states follow the evidence, and the exchanges that changed are assessed.
 * A round in which nothing came in, nothing moved and nobody decided anything leaves every assessment as it is.
 */
import { ReplymarkError } from '../../src/domain/error.js'
import { settleStates } from '../../src/editions/settle-states.js'
import { assessmentFailureSetting, keepFailure } from '../../src/ledger/settings.js'
import type { ServiceContext } from '../context.js'
import {
  applyMatchReviews,
  type InterpretationRound,
  interpretMessages,
} from '../interpret-messages/interpret-messages.js'
import type { Mailboxes } from '../poll-mailboxes/mailboxes.js'
import { type AssessmentRound, assessEdition } from './assess-edition.js'
import { settleUncertain } from './settle-uncertain.js'

/** What a round of processing did. */
export interface ProcessingRound extends InterpretationRound {
  /** Probes whose state changed. */
  readonly settled: number
  readonly assessments: readonly AssessmentRound[]
}

/** Uncertain probes of which the folder of sent mail has a copy went out. Returns how many were settled. */
async function settleByEvidence(context: ServiceContext, mailboxes: Pick<Mailboxes, 'sentAmong'>): Promise<number> {
  const { ledger, log } = context
  const uncertain = ledger.probes.inState('uncertain')
  const seen = new Set<string>()
  for (const [account, probes] of Map.groupBy(uncertain, (probe) => probe.account)) {
    try {
      const ids = probes.flatMap((probe) => probe.messageId ?? [])
      for (const id of await mailboxes.sentAmong(account, ids)) seen.add(id)
    } catch (error) {
      log.warn(
        { account, cause: error instanceof Error ? error.message : String(error) },
        'the folder of sent mail was not read',
      )
    }
  }
  return settleUncertain(context, seen)
}

/** Makes the round; it remembers what its last one has seen. */
export function createProcessing(
  context: ServiceContext,
  mailboxes: Pick<Mailboxes, 'sentAmong'>,
): () => Promise<ProcessingRound> {
  const { ledger, log, now } = context
  /** Newest decision that assessments have seen. */
  let seenDecision = -1
  /** False before the first whole round, and after one that was cut short: what it read and matched is not assessed yet. */
  let assessed = false
  return async () => {
    const newestDecision = ledger.reviews.newestDecision()
    const stood = assessed && newestDecision === seenDecision
    assessed = false
    const round = await interpretMessages(context)
    let settled = applyMatchReviews(context) + (await settleByEvidence(context, mailboxes))
    const open = ledger.editions.list().filter(({ state }) => state === 'running' || state === 'closed')
    // What fails in one edition holds up no other one; it is shown, and tried again in the next round.
    const failures = new Map<string, string>()
    const alone = async (id: string, work: () => unknown) => {
      if (failures.has(id)) return
      try {
        await work()
      } catch (error) {
        // A queue that does not answer or a service that stops fails every edition alike: the round ends and is made again.
        if (error instanceof ReplymarkError && error.code === 'unavailable') throw error
        failures.set(id, error instanceof Error ? error.message : String(error))
        log.error({ edition: id, cause: failures.get(id) }, 'the edition could not be assessed; the others go on')
      }
    }
    for (const { id } of open)
      await alone(id, () => {
        settled += settleStates(ledger, id, now())
      })
    const assessments: AssessmentRound[] = []
    // Nothing came in, nothing moved, nobody decided anything: every assessment stands.
    if (round.matched > 0 || settled > 0 || !stood)
      for (const { id } of open)
        await alone(id, async () => {
          assessments.push(await assessEdition(context, id))
        })
    for (const { id } of open)
      keepFailure(ledger.settings, assessmentFailureSetting(id), failures.get(id) ?? null, now())
    assessed = failures.size === 0 && assessments.every(({ failed }) => failed.length === 0)
    seenDecision = newestDecision
    return { ...round, settled, assessments }
  }
}
