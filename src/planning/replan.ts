/**
 * Plans e-mails of an edition under way: a moment within what is left of the send window, a writer who has not written to the brand,
 * a token nobody has. Drawn from the edition's secret, as the plan was. Pure.
 */
import { DateTime } from 'luxon'
import type { Brand } from '../domain/brand.js'
import type { EditionConfiguration } from '../domain/configuration.js'
import type { Persona } from '../domain/persona.js'
import type { PlannedProbe, Probe } from '../domain/probe.js'
import type { Scenario } from '../domain/scenario.js'
import type { Account } from '../domain/study.js'
import { DAY_MS, type Instant } from '../domain/time.js'
import type { Random } from '../ranking/random.js'
import { drawToken } from './reply-tokens.js'
import { workingMinutes } from './send-slots.js'

/** A minute's margin for the seconds drawn inside it. */
const MINUTE_MS = 60_000

/** When a brand is, or was, written to. */
export function momentOf({ sentAt, dueAt }: Pick<Probe, 'sentAt' | 'dueAt'>): Instant {
  return sentAt ?? dueAt
}

/**
 * A moment for an e-mail to a brand, uniform over the working minutes that are left.
 * @param from earliest moment
 * @param others moments at which the brand is written to otherwise
 * @param known working minutes left, by calendar, for brands that share one; the same `from` for all of them
 * @returns null where the send window has no room for it
 */
export function drawMoment(
  { edition, limits }: Pick<EditionConfiguration, 'edition' | 'limits'>,
  brand: Brand,
  from: Instant,
  others: readonly Instant[],
  random: Random,
  known: Map<string, readonly Instant[]> = new Map(),
): Instant | null {
  const gap = limits.minGapDays * DAY_MS
  const key = `${brand.country} ${brand.timeZone}`
  const minutes = known.get(key) ?? minutesLeft(edition, limits, brand, from)
  known.set(key, minutes)
  const free = minutes.filter((minute) => others.every((other) => Math.abs(other - minute) >= gap + MINUTE_MS))
  return free.length === 0 ? null : random.pick(free) + random.below(60) * 1_000
}

/** Working minutes of a brand that are left of the send window. */
function minutesLeft(
  edition: EditionConfiguration['edition'],
  limits: EditionConfiguration['limits'],
  brand: Brand,
  from: Instant,
): readonly Instant[] {
  const first = DateTime.fromMillis(from, { zone: brand.timeZone }).toISODate() ?? edition.sendFrom
  const calendar = { timeZone: brand.timeZone, country: brand.country, limits }
  return workingMinutes(first, edition.sendUntil, calendar).filter((minute) => minute >= from)
}

/** Identifier of the next e-mail of the same brand and scenario: `2026/brand/scenario~2`. */
export function nextProbeId(id: string, taken: (id: string) => boolean): string {
  const base = id.replace(/~\d+$/, '')
  for (let number = 2; ; number += 1) if (!taken(`${base}~${number}`)) return `${base}~${number}`
}

/** What a writer is chosen by. */
interface WriterChoice {
  readonly configuration: EditionConfiguration
  readonly scenario: Scenario
  /** Personas that have written to the brand, or will. */
  readonly wrote: ReadonlySet<string>
  /** E-mails of each persona in the edition. */
  readonly load: ReadonlyMap<string, number>
}

/** A persona that can write and has not written to the brand: one of those with the fewest e-mails. Null where there is none. */
export function drawWriter({ configuration, scenario, wrote, load }: WriterChoice, random: Random): Persona | null {
  const { personas, edition } = configuration
  const able = personas.filter(
    ({ id, languages }) => edition.personas.includes(id) && languages.includes(scenario.language) && !wrote.has(id),
  )
  const least = Math.min(...able.map(({ id }) => load.get(id) ?? 0))
  const free = able.filter(({ id }) => (load.get(id) ?? 0) === least)
  return free.length === 0 ? null : random.pick(free)
}

/** A wording of the scenario that the brand has not received; any where it has received each. */
export function drawVariant(scenario: Scenario, received: ReadonlySet<string>, random: Random): string {
  const fresh = scenario.variants.filter(({ id }) => !received.has(id))
  return random.pick(fresh.length > 0 ? fresh : scenario.variants).id
}

/** What another e-mail in the place of one is like. */
export interface Replacement {
  readonly id: string
  readonly persona: Persona
  readonly variant: string
  readonly recipient: string
  readonly dueAt: Instant
  readonly followsProbe: string | null
}

/** The plan of an e-mail in the place of another. */
export function replacementProbe(
  old: PlannedProbe,
  to: Replacement,
  accounts: readonly Account[],
  tokens: ReadonlySet<string>,
  random: Random,
): PlannedProbe {
  const { persona, ...rest } = to
  const addressing = accounts.find(({ id }) => id === persona.account)?.addressing ?? 'plus'
  return {
    edition: old.edition,
    brand: old.brand,
    scenario: old.scenario,
    ...rest,
    persona: persona.id,
    account: persona.account,
    token: drawToken(persona, addressing, random, tokens),
  }
}
