/**
 * Puts an amendment into the ledger, all of it or nothing: its row, its entry of the audit log, the e-mails it adds, cancels and takes
 * out. An edition that was closed is open again afterwards and has to be closed anew.
 */
import type { AmendmentChange, StoredAmendment } from '../../domain/amendment.js'
import { ReplymarkError } from '../../domain/error.js'
import type { Probe } from '../../domain/probe.js'
import type { Instant } from '../../domain/time.js'
import type { StoredEdition } from '../../ledger/editions.js'
import type { Ledger } from '../../ledger/ledger.js'
import { VOIDABLE } from '../../ledger/probe-moves.js'
import { AMEND_ACTION } from '../row-consistency.js'

/** Longest reason in characters: it is printed on the methodology sheet. */
const LONGEST_REASON = 1_000

/** Who amends, when and why. */
export interface AmendedBy {
  /** `user:…`, or a job's name. */
  readonly by: string
  readonly at: Instant
  readonly reason: string
}

/** What an amendment is to do. */
export interface AmendmentDraft {
  readonly change: AmendmentChange
  /** E-mails to be planned. */
  readonly added?: readonly Probe[]
  /** Probes in state `planned` that are not to be sent. */
  readonly cancelled?: readonly string[]
  /** Probes that were handed over and are to count for nobody. */
  readonly voided?: readonly string[]
  /** Probes in state `void` that are to count again. */
  readonly restored?: readonly string[]
  /** Planned probes with the moment at which they go instead. */
  readonly moved?: ReadonlyMap<string, Instant>
}

/**
 * The edition, if it can be amended.
 * @throws ReplymarkError `not-found`, or `conflict` where it is planned (plan it again) or published (sealed)
 */
export function requireUnderWay(ledger: Ledger, id: string): StoredEdition {
  const edition = ledger.editions.require(id)
  if (edition.state === 'running' || edition.state === 'closed') return edition
  const published = edition.state === 'published'
  throw new ReplymarkError('conflict', `Edition ${id} is ${edition.state}; only one under way is amended`, {
    place: { thing: `edition ${id}` },
    hint: published
      ? 'What was published is sealed. Correct it in the next edition, and say so beside the publication.'
      : `Nothing of it was sent yet: edit the files and run \`replymark plan --edition ${id}\` again.`,
  })
}

/** @throws ReplymarkError `usage` for a reason that is missing or too long */
function checkedReason(reason: string): string {
  const trimmed = reason.trim()
  if (trimmed === '')
    throw new ReplymarkError('usage', 'Why? A change of an edition under way is written down with its reason', {
      hint: 'Add --reason "…"; it is printed on the methodology sheet, so name nobody in it.',
    })
  if (trimmed.length > LONGEST_REASON)
    throw new ReplymarkError('usage', `The reason is longer than ${LONGEST_REASON} characters`, {
      hint: 'It is printed on the methodology sheet: say it in a sentence.',
    })
  return trimmed
}

/** Doubts about an exchange that counts for nobody need no decision. */
function withdrawDoubts(ledger: Ledger, probe: string, at: Instant): void {
  const alone = new Set(
    (ledger.matches.exchange(probe)?.messages ?? [])
      .map(({ message }) => message.hash)
      .filter((hash) => ledger.matches.attributions(hash).every((one) => one.probe === probe)),
  )
  for (const { subject, target } of ledger.reviews.open()) {
    const own = target === probe || target.startsWith(`${probe}#`) || (subject === 'kind' && alone.has(target))
    if (own && subject !== 'contestation') ledger.reviews.withdraw(subject, target, at)
  }
}

/** The state that a voided probe had before. */
function stateBefore(ledger: Ledger, probe: string) {
  const last = ledger.probes.historyOf(probe).findLast(({ to }) => to === 'void')
  return last?.from ?? 'sent'
}

/**
 * Applies an amendment. Call it inside the transaction in which it was decided.
 * @throws ReplymarkError `usage` for the reason, `conflict` where the edition or a probe is no longer in the state it was decided for
 */
export function applyAmendment(ledger: Ledger, id: string, draft: AmendmentDraft, how: AmendedBy): StoredAmendment {
  const reason = checkedReason(how.reason)
  const { at, by } = how
  const { change, added = [], cancelled = [], voided = [], restored = [], moved = new Map() } = draft
  return ledger.transaction(() => {
    const edition = requireUnderWay(ledger, id)
    if (edition.state === 'closed') {
      ledger.editions.move(id, 'running', at)
      ledger.audit.add({ at, actor: by, action: 'open-edition', target: `edition ${id}`, details: null })
    }
    const amendment = {
      change,
      added: added.map((probe) => probe.id),
      cancelled,
      voided,
      restored,
      moved: [...moved.keys()],
    }
    const number = ledger.amendments.add(id, amendment, reason, at)
    const details = { number, ...amendment, reason }
    ledger.audit.add({ at, actor: by, action: AMEND_ACTION, target: `edition ${id}`, details })
    const changed = (probe: string, from: Probe['state'], to: Probe['state']) => {
      if (ledger.probes.move(probe, from, to, { at, by, reason })) return
      throw new ReplymarkError('conflict', `Probe ${probe} is no longer ${from}; nothing was changed`, {
        place: { thing: `probe ${probe}` },
        hint: 'Something happened to it meanwhile: look at it again, then repeat the command.',
      })
    }
    for (const probe of cancelled) changed(probe, 'planned', 'cancelled')
    for (const probe of voided) {
      const state = ledger.probes.get(probe)?.state ?? 'planned'
      if (!VOIDABLE.includes(state))
        throw new ReplymarkError('conflict', `Probe ${probe} is ${state} and cannot be taken out`, {
          place: { thing: `probe ${probe}` },
          hint: state === 'planned' ? 'It was not sent yet: `replymark probe cancel` it.' : 'Nothing of it counts.',
        })
      changed(probe, state, 'void')
      withdrawDoubts(ledger, probe, at)
    }
    for (const probe of restored) changed(probe, 'void', stateBefore(ledger, probe))
    for (const [probe, moment] of moved) ledger.probes.postpone(probe, moment)
    ledger.probes.add(added, at, by)
    return { number, edition: id, at, reason, ...amendment }
  })
}
