/**
 * Brings what the files of today say into force in an edition under way: a brand added, withdrawn or corrected, a persona retired,
 * windows extended, other hours. What was fixed before the first e-mail stays beside it, and each amendment is told.
 */
import { composeProbes } from '../../composing/compose-probes.js'
import type { StoredAmendment } from '../../domain/amendment.js'
import type { Brand } from '../../domain/brand.js'
import type { EditionConfiguration } from '../../domain/configuration.js'
import { ReplymarkError } from '../../domain/error.js'
import type { Probe } from '../../domain/probe.js'
import type { Account } from '../../domain/study.js'
import { DAY_MS } from '../../domain/time.js'
import type { Ledger } from '../../ledger/ledger.js'
import { planEdition } from '../../planning/plan-edition.js'
import { type AmendedBy, type AmendmentDraft, applyAmendment, requireUnderWay } from './apply-amendment.js'
import { type AmendableThing, addressesOf, hoursOf, planDifferences } from './plan-differences.js'
import { openReplanning, type Replanning, recipientNow, replacePlanned, writerFor } from './replacements.js'

/** What is to be amended, and from what. */
export interface AmendmentRequest {
  readonly edition: string
  readonly thing: AmendableThing
  /** Brand or persona; null for the others. */
  readonly id: string | null
  /** What the files of today make of the edition. */
  readonly files: EditionConfiguration
  /** Today's accounts. */
  readonly accounts: readonly Account[]
}

/** E-mails of every scenario to a brand that joins. */
function plannedFor(replanning: Replanning, brand: Brand): readonly Probe[] {
  const { ledger, configuration, accounts, now } = replanning
  const { edition, brands, personas, scenarios, limits, study } = configuration
  const secret = ledger.editions.planSecret(edition.id)
  if (secret === null)
    throw new ReplymarkError('conflict', `Edition ${edition.id} was planned without a secret; no brand can join it`, {
      hint: 'Put the brand into the next edition.',
    })
  const tomorrow = new Date(now + DAY_MS).toISOString().slice(0, 10)
  const sendFrom = tomorrow > edition.sendFrom ? tomorrow : edition.sendFrom
  const existing = ledger.editions.list().flatMap(({ id }) => ledger.probes.ofEdition(id))
  const sources = { id: study.id, brands: [...brands, brand], personas, scenarios, accounts, limits }
  const joined = { ...edition, brands: [brand.id], sendFrom }
  return composeProbes(planEdition({ study: sources, edition: joined, secret, existing }), sources)
}

function planned({ probes }: Replanning, which: (probe: Probe) => boolean): readonly Probe[] {
  // A first mail before its follow-up.
  return probes
    .filter((probe) => probe.state === 'planned' && which(probe))
    .toSorted((one, other) => Number(one.followsProbe !== null) - Number(other.followsProbe !== null))
}

function brandDraft(replanning: Replanning, id: string, files: EditionConfiguration): AmendmentDraft {
  const { configuration, probes } = replanning
  const before = configuration.withdrawn?.includes(id) ? undefined : configuration.brands.find((one) => one.id === id)
  const wanted = files.brands.find((one) => one.id === id)
  if (!before && wanted) {
    if (probes.some((probe) => probe.brand === id))
      throw new ReplymarkError('conflict', `Brand ${id} was withdrawn from edition ${configuration.edition.id}`, {
        hint: 'It cannot join again: what it was sent counts for nobody. Put it into the next edition.',
      })
    return { change: { kind: 'brand-added', brand: wanted }, added: plannedFor(replanning, wanted) }
  }
  if (before && !wanted) {
    const own = probes.filter((probe) => probe.brand === id)
    const underWay = own.find(({ state }) => state === 'sending')
    if (underWay)
      throw new ReplymarkError('conflict', `Probe ${underWay.id} is being sent`, { hint: 'Try again in a minute.' })
    return {
      change: { kind: 'brand-withdrawn', brand: id },
      cancelled: own.flatMap((probe) => (probe.state === 'planned' ? [probe.id] : [])),
      voided: own.flatMap(({ id: probe, state }) => (['planned', 'cancelled', 'void'].includes(state) ? [] : [probe])),
    }
  }
  if (!before || !wanted) throw notInEdition('Brand', id)
  const after = addressesOf(wanted)
  const corrected = { ...before, ...after }
  const moved = planned(replanning, ({ brand }) => brand === id).filter(
    ({ recipient }) => recipientNow(corrected, recipient, before.contacts) !== recipient,
  )
  const again = new Map<string, Probe>()
  for (const probe of moved) {
    const recipient = recipientNow(corrected, probe.recipient, before.contacts)
    const follows = probe.followsProbe === null ? null : (again.get(probe.followsProbe)?.id ?? probe.followsProbe)
    again.set(probe.id, replacePlanned(replanning, probe, { recipient, followsProbe: follows }))
  }
  return {
    change: { kind: 'addresses-corrected', brand: id, before: addressesOf(before), after },
    added: [...again.values()],
    cancelled: [...again.keys()],
  }
}

/** E-mails of a persona who is retired go to others; a follow-up to one that was sent already is nobody else's to write. */
function personaDraft(replanning: Replanning, id: string): AmendmentDraft {
  const own = planned(replanning, ({ persona }) => persona === id)
  const again = new Map<string, Probe>()
  const left: string[] = []
  const without: Replanning = {
    ...replanning,
    configuration: {
      ...replanning.configuration,
      edition: {
        ...replanning.configuration.edition,
        personas: replanning.configuration.edition.personas.filter((one) => one !== id),
      },
    },
  }
  for (const probe of own) {
    const first = probe.followsProbe === null ? null : again.get(probe.followsProbe)
    if (first === undefined) {
      left.push(probe.id)
      continue
    }
    const persona = first
      ? replanning.configuration.personas.find((one) => one.id === first.persona)!
      : writerFor(without, probe)
    again.set(probe.id, replacePlanned(without, probe, { persona, followsProbe: first?.id ?? null }))
  }
  return {
    change: { kind: 'persona-retired', persona: id },
    added: [...again.values()],
    cancelled: [...again.keys(), ...left],
  }
}

function notInEdition(what: string, id: string): ReplymarkError {
  return new ReplymarkError('not-found', `${what} ${id} is neither in the edition nor in the files`, {
    hint: '`replymark check` lists the differences between the two.',
  })
}

function draftOf(replanning: Replanning, { thing, id, files }: AmendmentRequest): AmendmentDraft {
  const { configuration } = replanning
  switch (thing) {
    case 'brand':
      return brandDraft(replanning, id ?? '', files)
    case 'persona':
      return personaDraft(replanning, id ?? '')
    case 'send-window':
      return {
        change: {
          kind: 'send-window-extended',
          before: configuration.edition.sendUntil,
          after: files.edition.sendUntil,
        },
      }
    case 'answer-window':
      return {
        change: {
          kind: 'answer-window-extended',
          before: configuration.edition.answerWindowDays,
          after: files.edition.answerWindowDays,
        },
      }
    case 'hours':
      return { change: { kind: 'hours-changed', before: hoursOf(configuration), after: hoursOf(files) } }
  }
}

/**
 * Amends an edition under way from the files of today.
 * @throws ReplymarkError `conflict` where nothing differs, where the difference may not be brought into force, or where the plan has no
 * room for it; `not-found`, `usage` without a reason
 */
export function amendEdition(ledger: Ledger, request: AmendmentRequest, how: AmendedBy): StoredAmendment {
  const { edition: id, thing, files, accounts } = request
  return ledger.transaction(() => {
    const { configuration } = requireUnderWay(ledger, id)
    const found = planDifferences(configuration, files)
    const named = (one: string | null) => one === null || one === request.id
    if (!found.some(({ amend }) => amend?.thing === thing && named(amend.id))) {
      const told = found.filter(({ what }) => request.id !== null && what.includes(request.id))
      throw new ReplymarkError('conflict', `Nothing to amend: ${thing} ${request.id ?? ''}`.trim(), {
        place: { thing: `edition ${id}` },
        hint:
          told.length > 0
            ? `${told.map(({ what }) => what).join('; ')}: this cannot change in an edition under way.`
            : 'The files and the edition say the same. Edit the files first; `replymark check` lists the differences. Windows can only grow.',
      })
    }
    const replanning = openReplanning(ledger, configuration, accounts, how.at)
    return applyAmendment(ledger, id, draftOf(replanning, request), how)
  })
}
