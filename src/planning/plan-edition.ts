/**
 * The plan of an edition: which brand gets which scenario from whom, and when. Same study, seed and secret: same plan; without
 * the secret nothing of it can be foreseen.
 * docs/methodology.en.md §1: balanced personas, uniform working times in the brand's zone, minimum gap, caps, opt-out.
 */
import { DateTime } from 'luxon'
import type { Brand } from '../domain/brand.js'
import type { Edition } from '../domain/edition.js'
import { ReplymarkError } from '../domain/error.js'
import type { Persona } from '../domain/persona.js'
import type { PlannedProbe } from '../domain/probe.js'
import type { Scenario } from '../domain/scenario.js'
import type { Study } from '../domain/study.js'
import { DAY_MS, HOUR_MS, type Instant } from '../domain/time.js'
import type { Random } from '../ranking/random.js'
import { contactsOf } from './opt-out.js'
import { designPersonas } from './persona-design.js'
import { createSecretRandom } from './plan-secret.js'
import { type RateWatch, watchRate } from './rate-watch.js'
import { drawToken } from './reply-tokens.js'
import { prepareSlots, type SlotDrawer, workingMinutes } from './send-slots.js'

/** Draws per brand before a plan is called infeasible: rates and follow-ups are met by drawing again. */
const MOST_DRAWS = 2_000
const MINUTE_MS = 60_000

/** What a plan is made from. */
export interface PlanInput {
  readonly study: Pick<Study, 'id' | 'brands' | 'personas' | 'scenarios' | 'accounts' | 'limits'>
  readonly edition: Edition
  /** The edition's secret, 32 bytes in hex: with it the plan can be made again, without it nothing of it. */
  readonly secret: string
  /**
   * Probes of other editions: they count for gaps and caps, a brand is not sent the same wording again while there is another,
   * and no address of theirs is used again.
   */
  readonly existing: readonly Pick<PlannedProbe, 'brand' | 'dueAt' | 'scenario' | 'variant' | 'token'>[]
}

/** A planned moment of one scenario. */
interface Moment {
  readonly scenario: Scenario
  readonly persona: Persona
  readonly recipient: string
  readonly dueAt: Instant
}

function infeasible(message: string, hint: string): never {
  throw new ReplymarkError('configuration', `the plan is not possible: ${message}`, {
    place: { file: 'study.yaml' },
    hint,
  })
}

function byId<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  ids: readonly string[],
  what: string,
): Thing[] {
  return ids.map((id) => {
    const thing = things.find((one) => one.id === id)
    return thing ?? infeasible(`${what} \`${id}\` does not exist`, 'Run `replymark check`.')
  })
}

/**
 * Plans an edition; brands that opted out have no probe in it.
 * @returns probes in the order in which they are due
 * @throws ReplymarkError `configuration` naming the limit that makes the plan impossible
 */
export function planEdition({ study, edition, secret, existing }: PlanInput): readonly PlannedProbe[] {
  const { limits } = study
  const random = createSecretRandom(secret, 'plan', study.id, edition.id, edition.seed)
  const scenarios = byId(study.scenarios, edition.scenarios, 'scenario')
  const personas = byId(study.personas, edition.personas, 'persona')
  const brands = byId(study.brands, edition.brands, 'brand').filter(
    (brand) => contactsOf(brand, limits.optOut).length > 0,
  )
  const first = scenarios.filter((scenario) => !scenario.followUp)
  if (scenarios.length > limits.perBrand)
    infeasible(
      `${scenarios.length} scenarios are over \`limits.perBrand\` (${limits.perBrand})`,
      'Raise the limit, or take scenarios out of the edition.',
    )
  const design = designPersonas(eligibleOf(first, personas), personas.length, brands.length, random.fork('personas'))
  if ('scenario' in design)
    return infeasible(
      `too few personas write \`${first[design.scenario]?.language}\` for scenario \`${first[design.scenario]?.id}\`; one never writes twice to a brand`,
      'Add personas, or take scenarios out of the edition.',
    )
  const watches = {
    domain: watchRate(limits.perDomainPerHour, HOUR_MS),
    account: new Map(study.accounts.map((account) => [account.id, watchRate(account.perHour, HOUR_MS)])),
    brand: watchRate(limits.perBrand, limits.perBrandPeriodDays * DAY_MS),
  }
  const earlierOf = Map.groupBy(existing, (probe) => probe.brand)
  for (const probe of existing) watches.brand.add(probe.brand, probe.dueAt)
  const drawers = new Map<string, SlotDrawer>()
  const tokens = new Set(existing.map(({ token }) => token))
  const accounts = new Map(study.accounts.map((account) => [account.id, account]))
  const plan: PlannedProbe[] = []
  for (const [place, brand] of brands.entries()) {
    const writers = new Map(first.map((scenario, index) => [scenario.id, personas[design[place]![index]!]!]))
    const moments = momentsOf({
      brand,
      edition,
      scenarios,
      writers,
      limits,
      random: random.fork('times', brand.id),
      watches,
      drawers,
      earlier: earlierOf.get(brand.id) ?? [],
    })
    const choice = random.fork('variants', brand.id)
    for (const { scenario, persona, recipient, dueAt } of moments) {
      const id = `${edition.id}/${brand.id}/${scenario.id}`
      const addressing = accounts.get(persona.account)?.addressing ?? 'plus'
      const token = drawToken(persona, addressing, random.fork('token', id), tokens)
      tokens.add(token)
      plan.push({
        id,
        edition: edition.id,
        brand: brand.id,
        scenario: scenario.id,
        persona: persona.id,
        variant: choice.pick(freshVariants(scenario, earlierOf.get(brand.id) ?? [])).id,
        account: persona.account,
        recipient,
        token,
        dueAt,
        followsProbe: scenario.followUp ? `${edition.id}/${brand.id}/${scenario.followUp.of}` : null,
      })
    }
  }
  return plan.toSorted((left, right) => left.dueAt - right.dueAt || (left.id < right.id ? -1 : 1))
}

/** Wordings of a scenario that a brand has not received; all of them where it has received each. */
function freshVariants(scenario: Scenario, earlier: PlanInput['existing']): Scenario['variants'] {
  const used = new Set(earlier.flatMap((probe) => (probe.scenario === scenario.id ? [probe.variant] : [])))
  const fresh = scenario.variants.filter((variant) => !used.has(variant.id))
  return fresh.length > 0 ? fresh : scenario.variants
}

function eligibleOf(scenarios: readonly Scenario[], personas: readonly Persona[]): readonly (readonly number[])[] {
  return scenarios.map((scenario) =>
    personas.flatMap((persona, index) => (persona.languages.includes(scenario.language) ? [index] : [])),
  )
}

/** What drawing one brand's moments needs. */
interface BrandDraw {
  readonly brand: Brand
  readonly edition: Edition
  readonly scenarios: readonly Scenario[]
  readonly writers: ReadonlyMap<string, Persona>
  readonly limits: PlanInput['study']['limits']
  readonly random: Random
  readonly watches: {
    readonly domain: RateWatch
    readonly account: ReadonlyMap<string, RateWatch>
    readonly brand: RateWatch
  }
  /** Prepared draws, shared by brands with the same calendar. */
  readonly drawers: Map<string, SlotDrawer>
  readonly earlier: PlanInput['existing']
}

/** A draw that keeps every limit, or the limit in words that it breaks. */
type Drawn = { readonly moments: readonly Moment[] } | { readonly refusal: string }

/** Draws until every limit holds, and books what was drawn. */
function momentsOf(draw: BrandDraw): readonly Moment[] {
  const { brand, edition, limits } = draw
  const drawer = drawerOf(draw)
  const first = draw.scenarios.filter((scenario) => !scenario.followUp)
  if (!drawer.possible)
    infeasible(
      `${brand.id} cannot receive ${first.length} e-mails with \`limits.minGapDays\` ${limits.minGapDays} between ${edition.sendFrom} and ${edition.sendUntil} in its working hours`,
      'Send over more days, lower the gap, or take scenarios out of the edition.',
    )
  const refusals = new Map<string, number>()
  for (let attempt = 0; attempt < MOST_DRAWS; attempt += 1) {
    const drawn = drawOnce(draw, drawer, first)
    const refusal = 'refusal' in drawn ? drawn.refusal : book(drawn.moments, draw)
    if (refusal === null && 'moments' in drawn) return drawn.moments
    const reason = refusal ?? ''
    refusals.set(reason, (refusals.get(reason) ?? 0) + 1)
  }
  const [most = ''] = [...refusals].toSorted((left, right) => right[1] - left[1])[0] ?? []
  return infeasible(`${brand.id} finds no times within ${most}`, 'Raise that limit, or send over more days.')
}

function drawerOf({ brand, edition, scenarios, limits, drawers, earlier }: BrandDraw): SlotDrawer {
  const gap = limits.minGapDays * DAY_MS
  const key = `${brand.country} ${brand.timeZone}`
  const number = scenarios.filter((scenario) => !scenario.followUp).length
  const known = earlier.length === 0 ? drawers.get(key) : undefined
  if (known) return known
  const minutes = workingMinutes(edition.sendFrom, edition.sendUntil, calendarOf(brand, limits)).filter((minute) =>
    // A minute's margin for the seconds drawn inside it.
    earlier.every((probe) => Math.abs(probe.dueAt - minute) >= gap + MINUTE_MS),
  )
  const drawer = prepareSlots(minutes, number, gap)
  if (earlier.length === 0) drawers.set(key, drawer)
  return drawer
}

const calendarOf = (brand: Brand, limits: BrandDraw['limits']) => ({
  timeZone: brand.timeZone,
  country: brand.country,
  limits,
})

function drawOnce(draw: BrandDraw, drawer: SlotDrawer, first: readonly Scenario[]): Drawn {
  const { brand, scenarios, writers, limits, random } = draw
  const recipient = contactsOf(brand, limits.optOut)[0]!.address
  const times = random.shuffle(drawer.draw(random))
  const moments: Moment[] = first.map((scenario, index) => ({
    scenario,
    persona: writers.get(scenario.id)!,
    recipient,
    dueAt: times[index]!,
  }))
  if (scenarios.length === first.length) return { moments }
  for (const scenario of scenarios.filter((one) => one.followUp)) {
    const before = moments.find((moment) => moment.scenario.id === scenario.followUp?.of)
    const moment = before ? followUpMoment(draw, scenario, before) : null
    if (!moment) return { refusal: `the send window (follow-up \`${scenario.id}\` included)` }
    moments.push(moment)
  }
  const sorted = moments.map((moment) => moment.dueAt).toSorted((left, right) => left - right)
  const tooClose = sorted.some((time, index) => index > 0 && time - sorted[index - 1]! < limits.minGapDays * DAY_MS)
  return tooClose ? { refusal: `\`limits.minGapDays\` ${limits.minGapDays} (follow-ups included)` } : { moments }
}

/** The same persona again, on the first working day once the wait is over; null where the send window ends before. */
function followUpMoment(
  { brand, edition, limits, random }: BrandDraw,
  scenario: Scenario,
  before: Moment,
): Moment | null {
  const { afterDays = 0, to = 'same' } = scenario.followUp ?? {}
  const earliest = before.dueAt + afterDays * DAY_MS
  const from = DateTime.fromMillis(earliest, { zone: brand.timeZone }).toISODate() ?? edition.sendUntil
  const minutes = workingMinutes(from, edition.sendUntil, calendarOf(brand, limits)).filter(
    (minute) => minute >= earliest,
  )
  const sameDay = minutes.filter((minute) => minute < minutes[0]! + DAY_MS / 2)
  if (sameDay.length === 0) return null
  const other = contactsOf(brand, limits.optOut).find((contact) => contact.address !== before.recipient)
  return {
    scenario,
    persona: before.persona,
    recipient: to === 'other' && other ? other.address : before.recipient,
    dueAt: random.pick(sameDay) + random.below(60) * 1_000,
  }
}

/** Books all moments of a draw, or none: then says which limit refuses. */
function book(moments: readonly Moment[], { brand, limits, watches }: BrandDraw): string | null {
  const booked: [RateWatch, string, Instant][] = []
  for (const { recipient, persona, dueAt } of moments) {
    const account = watches.account.get(persona.account)
    const checks: [RateWatch | undefined, string, string][] = [
      [watches.domain, domainOf(recipient), `\`limits.perDomainPerHour\` ${limits.perDomainPerHour}`],
      [account, persona.account, `\`perHour\` of account \`${persona.account}\``],
      [
        watches.brand,
        brand.id,
        `\`limits.perBrand\` ${limits.perBrand} in ${limits.perBrandPeriodDays} days, other editions included`,
      ],
    ]
    for (const [watch, key, limit] of checks) {
      if (!watch) continue
      if (!watch.allows(key, dueAt)) {
        for (const [used, usedKey, moment] of booked) used.remove(usedKey, moment)
        return limit
      }
      watch.add(key, dueAt)
      booked.push([watch, key, dueAt])
    }
  }
  return null
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}
