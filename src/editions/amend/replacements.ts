/**
 * Composes e-mails in the place of others: of one that went wrong, of those to an address that was corrected, of a persona who is
 * retired. The old rows stay as they are; the new ones have an identifier, a token and a text of their own.
 */
import { composeProbes } from '../../composing/compose-probes.js'
import type { Brand } from '../../domain/brand.js'
import type { EditionConfiguration } from '../../domain/configuration.js'
import { ReplymarkError } from '../../domain/error.js'
import type { PlannedProbe, Probe } from '../../domain/probe.js'
import type { Account } from '../../domain/study.js'
import type { Instant } from '../../domain/time.js'
import type { Ledger } from '../../ledger/ledger.js'
import { createSecretRandom } from '../../planning/plan-secret.js'
import {
  drawMoment,
  drawVariant,
  drawWriter,
  momentOf,
  nextProbeId,
  type Replacement,
  replacementProbe,
} from '../../planning/replan.js'
import { createRandom, type Random } from '../../ranking/random.js'

/** States in which the brand never got the e-mail: the same shopper may write it again. */
const NEVER_ARRIVED: readonly Probe['state'][] = ['planned', 'cancelled', 'refused', 'undelivered', 'bounced']

/** What replacing works on: the edition with its e-mails, old and new, as they are within one transaction. */
export interface Replanning {
  readonly ledger: Ledger
  readonly configuration: EditionConfiguration
  readonly accounts: readonly Account[]
  /** E-mails of the edition, those that were added meanwhile among them. */
  readonly probes: Probe[]
  readonly tokens: Set<string>
  readonly now: Instant
  /** Random numbers of an e-mail, from the edition's secret where it has one. */
  readonly random: (probe: string) => Random
}

/** Opens it. */
export function openReplanning(
  ledger: Ledger,
  configuration: EditionConfiguration,
  accounts: readonly Account[],
  now: Instant,
): Replanning {
  const { id, seed } = configuration.edition
  const secret = ledger.editions.planSecret(id)
  const tokens = new Set(ledger.editions.list().flatMap((one) => ledger.probes.ofEdition(one.id).map((p) => p.token)))
  return {
    ledger,
    configuration,
    accounts,
    probes: [...ledger.probes.ofEdition(id)],
    tokens,
    now,
    random: (probe) =>
      secret === null ? createRandom(seed, 'replan', probe) : createSecretRandom(secret, 'replan', probe),
  }
}

/** E-mails of the edition that a brand gets or got: all but those that never went. */
function toBrand({ probes }: Replanning, brand: string): readonly Probe[] {
  return probes.filter((probe) => probe.brand === brand && probe.state !== 'cancelled')
}

/** @throws ReplymarkError `not-found` for a brand or scenario that is not in the edition */
export function brandOf({ configuration }: Replanning, id: string): Brand {
  const brand = configuration.brands.find((one) => one.id === id)
  if (brand && !configuration.withdrawn?.includes(id)) return brand
  throw new ReplymarkError('not-found', `Brand ${id} is not in edition ${configuration.edition.id}`, {
    hint: `It has: ${configuration.brands.map((one) => one.id).join(', ')}.`,
  })
}

function scenarioOf({ configuration }: Replanning, id: string) {
  const scenario = configuration.scenarios.find((one) => one.id === id)
  if (scenario) return scenario
  throw new ReplymarkError('not-found', `Scenario ${id} is not in edition ${configuration.edition.id}`)
}

/** Where a brand is written to now in the place of an address it had: the same, else the one of the same department, else the first. */
export function recipientNow(brand: Brand, before: string, formerly: readonly Brand['contacts'][number][]): string {
  if (brand.contacts.some(({ address }) => address === before)) return before
  const department = formerly.find(({ address }) => address === before)?.department
  const contact = brand.contacts.find((one) => one.department === department) ?? brand.contacts[0]
  return contact?.address ?? before
}

/** Composes one and counts it among the edition's e-mails. */
function compose(replanning: Replanning, old: Probe, to: Replacement): Probe {
  const { configuration, accounts, probes, tokens } = replanning
  const planned: PlannedProbe = replacementProbe(old, to, accounts, tokens, replanning.random(`${to.id} token`))
  const { brands, personas, scenarios } = configuration
  const [probe] = composeProbes([planned], { brands, personas, scenarios, accounts }, probes)
  if (!probe) throw new ReplymarkError('internal', `No e-mail was composed in the place of ${old.id}`)
  tokens.add(probe.token)
  probes.push(probe)
  return probe
}

/** What changes in an e-mail that takes the place of a planned one; what is not named stays. */
export interface PlannedChange {
  readonly recipient?: string
  /** Another persona writes it. */
  readonly persona?: EditionConfiguration['personas'][number]
  readonly followsProbe?: string | null
}

/** An e-mail in the place of one that was not sent yet, at the same time. */
export function replacePlanned(replanning: Replanning, old: Probe, change: PlannedChange): Probe {
  const { configuration, probes } = replanning
  const persona = change.persona ?? configuration.personas.find(({ id }) => id === old.persona)
  if (!persona) throw new ReplymarkError('not-found', `Persona ${old.persona} is not in the edition`)
  return compose(replanning, old, {
    id: nextProbeId(old.id, (id) => probes.some((probe) => probe.id === id)),
    persona,
    variant: old.variant,
    recipient: change.recipient ?? old.recipient,
    dueAt: old.dueAt,
    followsProbe: change.followsProbe === undefined ? old.followsProbe : change.followsProbe,
  })
}

/** Another persona for an e-mail. @throws ReplymarkError `conflict` where nobody is left who has not written to the brand */
export function writerFor(replanning: Replanning, old: Probe): EditionConfiguration['personas'][number] {
  const { configuration, probes } = replanning
  const load = new Map<string, number>()
  for (const { persona, state } of probes) if (state !== 'cancelled') load.set(persona, (load.get(persona) ?? 0) + 1)
  const wrote = new Set(toBrand(replanning, old.brand).map(({ persona }) => persona))
  const scenario = scenarioOf(replanning, old.scenario)
  const writer = drawWriter({ configuration, scenario, wrote, load }, replanning.random(`${old.id} writer`))
  if (writer) return writer
  throw new ReplymarkError('conflict', `No persona is left who can write ${old.scenario} to ${old.brand}`, {
    place: { thing: `probe ${old.id}` },
    hint: 'A persona never writes twice to a brand. Cancel the e-mail (`replymark probe cancel`), or withdraw the brand.',
  })
}

/**
 * An e-mail in the place of one that was handed over, at a new time within the send window. Where the brand may have got the first
 * one, another shopper writes it in another wording.
 * @throws ReplymarkError `conflict` where no time or no writer is left
 */
export function sendAgain(replanning: Replanning, old: Probe): Probe {
  const { configuration, probes, now } = replanning
  const brand = brandOf(replanning, old.brand)
  const scenario = scenarioOf(replanning, old.scenario)
  const id = nextProbeId(old.id, (one) => probes.some((probe) => probe.id === one))
  const random = replanning.random(id)
  const others = toBrand(replanning, old.brand).filter((probe) => probe.id !== old.id)
  // The gap to the first one holds where it was handed over, whatever became of it.
  const moments = [...others.map(momentOf), ...(old.messageId === null ? [] : [momentOf(old)])]
  const dueAt = drawMoment(configuration, brand, now, moments, random)
  if (dueAt === null)
    throw new ReplymarkError('conflict', `The send window has no room for another e-mail to ${old.brand}`, {
      place: { thing: `probe ${old.id}` },
      hint: `It ends on ${configuration.edition.sendUntil}. Set a later \`sendUntil\` in study.yaml, then \`replymark edition amend send-window --edition ${configuration.edition.id} --reason "…"\`.`,
    })
  const before = stateBeforeVoid(replanning.ledger, old)
  const same = configuration.personas.find((persona) => persona.id === old.persona)
  const stays = NEVER_ARRIVED.includes(before) || old.followsProbe !== null
  const persona =
    stays && same && configuration.edition.personas.includes(old.persona) ? same : writerFor(replanning, old)
  const received = new Set(
    probes.flatMap((probe) => (probe.brand === old.brand && probe.scenario === old.scenario ? [probe.variant] : [])),
  )
  const formerly = replanning.ledger.editions.require(old.edition).fixedConfiguration.brands
  return compose(replanning, old, {
    id,
    persona,
    variant: NEVER_ARRIVED.includes(before) ? old.variant : drawVariant(scenario, received, random),
    recipient: recipientNow(brand, old.recipient, formerly.find((one) => one.id === old.brand)?.contacts ?? []),
    dueAt,
    followsProbe: old.followsProbe,
  })
}

/** What became of an e-mail before a person took it out. */
function stateBeforeVoid(ledger: Ledger, { id, state }: Probe): Probe['state'] {
  if (state !== 'void') return state
  return ledger.probes.historyOf(id).findLast(({ to }) => to === 'void')?.from ?? 'sent'
}
