import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { publicHolidays } from '../../src/calendar/holidays.js'
import type { Brand } from '../../src/domain/brand.js'
import type { Edition } from '../../src/domain/edition.js'
import { ReplymarkError } from '../../src/domain/error.js'
import type { Persona } from '../../src/domain/persona.js'
import type { PlannedProbe } from '../../src/domain/probe.js'
import type { Scenario } from '../../src/domain/scenario.js'
import type { Account, Limits } from '../../src/domain/study.js'
import { DAY_MS, HOUR_MS } from '../../src/domain/time.js'
import { type PlanInput, planEdition } from '../../src/planning/plan-edition.js'

const server = { host: 'localhost', port: 1, tls: 'none', user: 'u', passwordVariable: 'P' } as const
const account: Account = {
  id: 'post',
  domain: 'post.example',
  addressing: 'plus',
  smtp: server,
  imap: server,
  folders: ['INBOX'],
  sentFolder: null,
  perHour: 60,
  dkim: null,
}
const limits: Limits = {
  minGapDays: 3,
  perBrand: 7,
  perBrandPeriodDays: 60,
  perDomainPerHour: 2,
  workingHours: { from: '09:00', until: '18:00' },
  workingDays: [1, 2, 3, 4, 5],
  holidays: ['2026-03-19'],
  optOut: [],
}
const ZONES = [
  ['FR', 'Europe/Paris'],
  ['GB', 'Europe/London'],
  ['US', 'America/New_York'],
  ['CH', 'Europe/Zurich'],
] as const

const brandOf = (index: number): Brand => {
  const [country, timeZone] = ZONES[index % ZONES.length]!
  return {
    id: `brand-${index}`,
    name: `Brand ${index}`,
    aliases: [],
    sector: 'beauty',
    contacts: [
      { address: `care@brand-${index}.example`, department: 'customer-service' },
      { address: `shop@brand-${index}.example`, department: 'shop' },
    ],
    domains: [`brand-${index}.example`],
    country,
    timeZone,
    languages: ['fr', 'en'],
    glossary: [],
  }
}
const personaOf = (index: number, languages: Persona['languages'] = ['fr', 'en']): Persona => ({
  id: `persona-${index}`,
  firstName: 'Claire',
  lastName: 'Morel',
  gender: index % 2 ? 'male' : 'female',
  languages,
  age: 30,
  city: 'Nantes',
  account: 'post',
  localPart: `persona.${index}`,
  attributes: {},
})
const scenarioOf = (index: number, changes: Partial<Scenario> = {}): Scenario => ({
  id: `scenario-${index}`,
  title: { fr: 'S', en: 'S' },
  language: 'fr',
  type: 'question',
  variants: ['a', 'b', 'c', 'd'].map((id) => ({ id, subject: id, body: id })),
  points: [],
  glossary: [],
  followUp: null,
  ...changes,
})

const SECRET = '5e'.repeat(32)

interface Size {
  readonly brands: number
  readonly personas: number
  readonly scenarios: number
  readonly seed: number
}

const inputOf = ({ brands, personas, scenarios, seed }: Size, changes: Partial<Limits> = {}): PlanInput => {
  const list = Array.from({ length: scenarios }, (_, index) => scenarioOf(index))
  const study = {
    id: 'study',
    brands: Array.from({ length: brands }, (_, index) => brandOf(index)),
    personas: Array.from({ length: personas }, (_, index) => personaOf(index)),
    scenarios: list,
    accounts: [account],
    limits: { ...limits, ...changes },
  }
  const edition: Edition = {
    id: '2026',
    title: '2026',
    brands: study.brands.map((brand) => brand.id),
    scenarios: list.map((scenario) => scenario.id),
    personas: study.personas.map((persona) => persona.id),
    grid: 'g',
    sendFrom: '2026-03-02',
    sendUntil: '2026-04-17',
    answerWindowDays: 15,
    seed,
    embargoUntil: null,
    brandEmbargoUntil: null,
  }
  return { study, edition, secret: SECRET, existing: [] }
}

const sizes = fc.record({
  brands: fc.integer({ min: 1, max: 40 }),
  personas: fc.integer({ min: 5, max: 9 }),
  scenarios: fc.integer({ min: 1, max: 5 }),
  seed: fc.nat(),
})

const everyPlan = (check: (plan: readonly PlannedProbe[], input: PlanInput) => void, changes: Partial<Limits> = {}) =>
  fc.assert(
    fc.property(sizes, (size) => {
      const input = inputOf(size, changes)
      check(planEdition(input), input)
    }),
    { numRuns: 40 },
  )

const failureOf = (input: PlanInput): ReplymarkError => {
  try {
    planEdition(input)
  } catch (error) {
    if (error instanceof ReplymarkError) return error
    throw error
  }
  return expect.fail('the plan was possible')
}

describe('the plan of an edition', () => {
  it('sends every scenario once to every brand', () =>
    everyPlan((plan, { study, edition }) => {
      expect(new Set(plan.map((probe) => probe.id)).size).toBe(study.brands.length * edition.scenarios.length)
      expect(plan).toHaveLength(study.brands.length * edition.scenarios.length)
    }))

  it('lets each persona write each scenario equally often, within one', () =>
    everyPlan((plan, { study }) => {
      for (const scenario of study.scenarios) {
        const counts = study.personas.map(
          (persona) => plan.filter((probe) => probe.scenario === scenario.id && probe.persona === persona.id).length,
        )
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }
    }))

  it('never lets a persona write twice to a brand', () =>
    everyPlan((plan) => {
      expect(new Set(plan.map((probe) => `${probe.brand} ${probe.persona}`)).size).toBe(plan.length)
    }))

  it('keeps the gap between two e-mails to a brand', () =>
    everyPlan((plan, { study }) => {
      for (const brand of study.brands) {
        const times = plan.filter((probe) => probe.brand === brand.id).map((probe) => probe.dueAt)
        for (const [index, time] of times.entries())
          if (index > 0) expect(time - times[index - 1]!).toBeGreaterThanOrEqual(3 * DAY_MS)
      }
    }))

  it("writes in the brand's working hours and days, in its zone, and on no holiday", () =>
    everyPlan((plan, { study, edition }) => {
      for (const probe of plan) {
        const brand = study.brands.find((one) => one.id === probe.brand)!
        const local = DateTime.fromMillis(probe.dueAt, { zone: brand.timeZone })
        expect(local.hour).toBeGreaterThanOrEqual(9)
        expect(local.hour).toBeLessThan(18)
        expect(local.weekday).toBeLessThanOrEqual(5)
        const day = local.toISODate()!
        expect(day >= edition.sendFrom && day <= edition.sendUntil).toBe(true)
        expect([...publicHolidays(brand.country, 2026), '2026-03-19']).not.toContain(day)
      }
    }))

  it('keeps the rates of recipient domains and accounts in any hour', () =>
    everyPlan((plan) => {
      for (const keyOf of [
        (probe: PlannedProbe) => probe.recipient.split('@')[1]!,
        (probe: PlannedProbe) => probe.account,
      ]) {
        for (const group of Map.groupBy(plan, keyOf).values())
          for (const probe of group) {
            const inHour = group.filter((other) => other.dueAt >= probe.dueAt && other.dueAt < probe.dueAt + HOUR_MS)
            expect(inHour.length).toBeLessThanOrEqual(60)
            if (keyOf(probe) !== 'post') expect(inHour.length).toBeLessThanOrEqual(2)
          }
      }
    }))

  it('is the same for the same seed and secret, another for another', () =>
    fc.assert(
      fc.property(sizes, (size) => {
        expect(planEdition(inputOf(size))).toEqual(planEdition(inputOf(size)))
        const other = planEdition(inputOf({ ...size, seed: size.seed + 1 }))
        expect(other.map((probe) => probe.dueAt)).not.toEqual(planEdition(inputOf(size)).map((probe) => probe.dueAt))
        const elsewhere = planEdition({ ...inputOf(size), secret: '5f'.repeat(32) })
        expect(elsewhere.map(({ dueAt }) => dueAt)).not.toEqual(planEdition(inputOf(size)).map(({ dueAt }) => dueAt))
        expect(elsewhere.map(({ token }) => token)).not.toEqual(planEdition(inputOf(size)).map(({ token }) => token))
      }),
      { numRuns: 15 },
    ))

  it('gives every probe a token of its own', () =>
    everyPlan((plan) => {
      expect(new Set(plan.map((probe) => probe.token)).size).toBe(plan.length)
      for (const probe of plan) expect(probe.token).toMatch(/^[a-z]{3,8}\d{4}$/)
    }))

  it('uses no address of another edition again', () => {
    const before = planEdition(inputOf({ brands: 40, personas: 5, scenarios: 5, seed: 1 }))
    // The same draws once more: every first choice is taken.
    const again = planEdition({
      ...inputOf({ brands: 40, personas: 5, scenarios: 5, seed: 1 }),
      existing: before.map((one) => ({ ...one, dueAt: 0 })),
    })
    const taken = new Set(before.map(({ token }) => token))
    expect(again.filter(({ token }) => taken.has(token))).toEqual([])
  })

  it('spreads e-mails evenly over the working days', () => {
    const plan = planEdition(inputOf({ brands: 400, personas: 8, scenarios: 1, seed: 3 }, { perDomainPerHour: 10 }))
    const days = Map.groupBy(plan, (probe) => new Date(probe.dueAt).getUTCDate())
    const early = plan.filter((probe) => probe.dueAt < Date.parse('2026-03-26T00:00:00Z')).length
    expect(days.size).toBeGreaterThan(20)
    expect(early / plan.length).toBeGreaterThan(0.43)
    expect(early / plan.length).toBeLessThan(0.63)
  })

  it('balances personas that write one language only', () => {
    const input = inputOf({ brands: 24, personas: 8, scenarios: 5, seed: 1 })
    const study = {
      ...input.study,
      personas: input.study.personas.map((persona, index) =>
        index < 2 ? { ...persona, languages: ['fr' as const] } : persona,
      ),
      scenarios: input.study.scenarios.map((scenario, index) =>
        index === 2 ? { ...scenario, language: 'en' as const } : scenario,
      ),
    }
    const plan = planEdition({ ...input, study })
    const english = plan.filter((probe) => probe.scenario === 'scenario-2')
    expect(english.filter((probe) => ['persona-0', 'persona-1'].includes(probe.persona))).toEqual([])
    const counts = [...Map.groupBy(english, (probe) => probe.persona).values()].map((group) => group.length)
    expect(counts).toEqual([4, 4, 4, 4, 4, 4])
    expect(new Set(plan.map((probe) => `${probe.brand} ${probe.persona}`)).size).toBe(plan.length)
  })

  it('is a Latin square where brands, personas and scenarios are as many', () => {
    const plan = planEdition(inputOf({ brands: 5, personas: 5, scenarios: 5, seed: 4 }))
    expect(new Set(plan.map((probe) => `${probe.scenario} ${probe.persona}`)).size).toBe(25)
    expect(new Set(plan.map((probe) => `${probe.brand} ${probe.persona}`)).size).toBe(25)
  })
})

describe('follow-ups', () => {
  const withFollowUp = (seed: number): PlanInput => {
    const input = inputOf({ brands: 12, personas: 6, scenarios: 4, seed })
    const followUp = scenarioOf(9, {
      type: 'follow-up',
      followUp: { of: 'scenario-1', afterDays: 8, thread: 'new', to: 'other' },
    })
    return {
      ...input,
      study: { ...input.study, scenarios: [...input.study.scenarios, followUp] },
      edition: { ...input.edition, scenarios: [...input.edition.scenarios, followUp.id] },
    }
  }

  it('are written by the same persona, later, to the other department, within every gap', () =>
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const plan = planEdition(withFollowUp(seed))
        for (const probe of plan.filter((one) => one.scenario === 'scenario-9')) {
          const before = plan.find((one) => one.id === probe.followsProbe)!
          expect(before.scenario).toBe('scenario-1')
          expect(before.brand).toBe(probe.brand)
          expect(probe.persona).toBe(before.persona)
          expect(probe.recipient).toBe(`shop@${probe.brand}.example`)
          expect(probe.dueAt - before.dueAt).toBeGreaterThanOrEqual(8 * DAY_MS)
          const others = plan.filter((one) => one.brand === probe.brand && one.id !== probe.id)
          for (const other of others) expect(Math.abs(other.dueAt - probe.dueAt)).toBeGreaterThanOrEqual(3 * DAY_MS)
        }
      }),
      { numRuns: 10 },
    ))
})

describe('what a plan refuses or leaves out', () => {
  const input = inputOf({ brands: 6, personas: 6, scenarios: 5, seed: 1 })

  it.each([
    ['a brand id', 'brand-2'],
    ['an address', 'care@brand-2.example'],
    ['a domain', 'brand-2.example'],
  ])('leaves out a brand that opted out by %s', (what, entry) => {
    const plan = planEdition({ ...input, study: { ...input.study, limits: { ...limits, optOut: [entry] } } })
    const recipients = plan.filter((probe) => probe.brand === 'brand-2').map((probe) => probe.recipient)
    expect(recipients).not.toContain('care@brand-2.example')
    if (what !== 'an address') expect(recipients).toEqual([])
  })

  it('sends a brand no wording that it had in another edition, while there is another', () => {
    const before = planEdition(input)
    const next = { ...input.edition, id: '2027', sendFrom: '2027-03-01', sendUntil: '2027-04-16' }
    for (const probe of planEdition({ ...input, edition: next, existing: before })) {
      const same = before.find((one) => one.brand === probe.brand && one.scenario === probe.scenario)
      expect(probe.variant).not.toBe(same?.variant)
    }
  })

  it('keeps caps and gaps over other editions', () => {
    const earlier = { brand: 'brand-0', scenario: 'other', variant: 'a', token: 'earlier' }
    const existing = [{ ...earlier, dueAt: Date.parse('2026-03-12T10:00:00Z') }]
    for (const probe of planEdition({ ...input, existing }).filter((one) => one.brand === 'brand-0'))
      expect(Math.abs(probe.dueAt - existing[0]!.dueAt)).toBeGreaterThanOrEqual(3 * DAY_MS)
    const many = Array.from({ length: 3 }, (_, index) => ({
      ...earlier,
      dueAt: Date.parse('2026-02-20T10:00:00Z') + index,
    }))
    expect(failureOf({ ...input, existing: many }).message).toContain('limits.perBrand')
  })

  it.each([
    ['the gap', { minGapDays: 12 }, 'limits.minGapDays'],
    ['the cap', { perBrand: 4 }, 'limits.perBrand'],
    ['the working days', { workingDays: [7] as readonly number[], minGapDays: 10 }, 'working hours'],
  ])('names %s when it makes the plan impossible', (_what, changes, named) => {
    const failure = failureOf({ ...input, study: { ...input.study, limits: { ...limits, ...changes } } })
    expect(failure.code).toBe('configuration')
    expect(failure.message).toContain(named)
    expect(failure.details.hint).not.toBe('')
  })

  it('names the account whose rate is too low', () => {
    const study = {
      ...inputOf({ brands: 40, personas: 6, scenarios: 5, seed: 1 }).study,
      accounts: [{ ...account, perHour: 1 }],
    }
    const edition = { ...inputOf({ brands: 40, personas: 6, scenarios: 5, seed: 1 }).edition, sendUntil: '2026-03-24' }
    expect(failureOf({ study, edition, secret: SECRET, existing: [] }).message).toContain('`post`')
  })

  it('names the scenario that too few personas can write', () => {
    const study = { ...input.study, personas: input.study.personas.slice(0, 4) }
    const edition = { ...input.edition, personas: study.personas.map((persona) => persona.id) }
    expect(failureOf({ ...input, study, edition }).message).toContain('too few personas')
  })
})
