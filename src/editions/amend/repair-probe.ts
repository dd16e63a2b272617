/**
 * What a person does about one e-mail of an edition under way: cancels it before it goes, takes it out after it went, takes that
 * back, has it sent again. Sending again is another e-mail; the first one counts for nobody any more, and both stay in the ledger.
 */
import type { StoredAmendment } from '../../domain/amendment.js'
import { ReplymarkError } from '../../domain/error.js'
import type { Probe } from '../../domain/probe.js'
import type { Account } from '../../domain/study.js'
import type { Ledger } from '../../ledger/ledger.js'
import { type AmendedBy, applyAmendment, requireUnderWay } from './apply-amendment.js'
import { openReplanning, replacePlanned, sendAgain } from './replacements.js'

function requireProbe(ledger: Ledger, id: string): Probe {
  const probe = ledger.probes.get(id)
  if (probe) return probe
  throw new ReplymarkError('not-found', `Probe ${id} is not in the ledger`, {
    place: { thing: `probe ${id}` },
    hint: 'Write it as EDITION/BRAND/SCENARIO; `replymark probe list --edition E` lists them.',
  })
}

function refuse(probe: Probe, wanted: string, hint: string): never {
  throw new ReplymarkError('conflict', `Probe ${probe.id} is ${probe.state} and cannot be ${wanted}`, {
    place: { thing: `probe ${probe.id}` },
    hint,
  })
}

/** Follow-ups of an e-mail that were not sent yet. */
function waitingFollowUps(ledger: Ledger, { id, edition }: Probe): readonly Probe[] {
  return ledger.probes.ofEdition(edition).filter((one) => one.followsProbe === id && one.state === 'planned')
}

/**
 * Cancels an e-mail that was not sent yet, and the follow-up to it.
 * @throws ReplymarkError `not-found`, `conflict`, `usage` without a reason
 */
export function cancelProbe(ledger: Ledger, id: string, how: AmendedBy): StoredAmendment {
  return ledger.transaction(() => {
    const probe = requireProbe(ledger, id)
    if (probe.state !== 'planned')
      refuse(probe, 'cancelled', 'It was handed over already: `replymark probe void` takes it out of every figure.')
    const cancelled = [id, ...waitingFollowUps(ledger, probe).map((one) => one.id)]
    return applyAmendment(ledger, probe.edition, { change: { kind: 'probe-cancelled', probe: id }, cancelled }, how)
  })
}

/**
 * Takes an e-mail that was handed over out of every denominator.
 * @throws ReplymarkError `not-found`, `conflict`, `usage` without a reason
 */
export function voidProbe(ledger: Ledger, id: string, how: AmendedBy): StoredAmendment {
  return ledger.transaction(() => {
    const { edition } = requireProbe(ledger, id)
    return applyAmendment(ledger, edition, { change: { kind: 'probe-voided', probe: id }, voided: [id] }, how)
  })
}

/**
 * Takes the taking out of an e-mail back, unless another was sent in its place.
 * @throws ReplymarkError `not-found`, `conflict`, `usage` without a reason
 */
export function restoreProbe(ledger: Ledger, id: string, how: AmendedBy): StoredAmendment {
  return ledger.transaction(() => {
    const probe = requireProbe(ledger, id)
    if (probe.state !== 'void') refuse(probe, 'restored', 'Only one that was taken out counts again.')
    const another = ledger.amendments
      .ofEdition(probe.edition)
      .find(({ change }) => change.kind === 'probe-resent' && change.probe === id)
    const place = another?.added[0]
    const counted = place === undefined ? null : ledger.probes.get(place)
    if (counted && counted.state !== 'void' && counted.state !== 'cancelled')
      refuse(probe, 'restored', `${place} was sent in its place: take that one out first, or cancel it.`)
    return applyAmendment(ledger, probe.edition, { change: { kind: 'probe-restored', probe: id }, restored: [id] }, how)
  })
}

/**
 * Plans another e-mail in the place of one that was handed over. It goes at a time of its own within the send window; the first one is
 * taken out, and a follow-up that was not sent yet follows the new one.
 * @param accounts today's accounts, which give the new reply address
 * @throws ReplymarkError `not-found`, `conflict` (not handed over, no time or no writer left), `usage` without a reason
 */
export function resendProbe(ledger: Ledger, id: string, accounts: readonly Account[], how: AmendedBy): StoredAmendment {
  return ledger.transaction(() => {
    const probe = requireProbe(ledger, id)
    const { configuration } = requireUnderWay(ledger, probe.edition)
    if (probe.state === 'planned' || probe.state === 'sending')
      refuse(probe, 'sent again', 'It was not sent yet: it goes by itself.')
    const replanning = openReplanning(ledger, configuration, accounts, how.at)
    const again = sendAgain(replanning, probe)
    const waiting = waitingFollowUps(ledger, probe)
    // The first mail may go later than its follow-up was due: sending waits for it all the same.
    const after = waiting.map((one) =>
      replacePlanned(replanning, one, {
        followsProbe: again.id,
        ...(again.persona === probe.persona
          ? {}
          : { persona: configuration.personas.find((persona) => persona.id === again.persona)! }),
      }),
    )
    return applyAmendment(
      ledger,
      probe.edition,
      {
        change: { kind: 'probe-resent', probe: id },
        added: [again, ...after],
        cancelled: waiting.map((one) => one.id),
        voided: probe.state === 'void' || probe.state === 'cancelled' ? [] : [id],
      },
      how,
    )
  })
}
