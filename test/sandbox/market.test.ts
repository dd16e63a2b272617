import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PlannedProbe } from '../../src/domain/probe.js'
import { DAY_MS, HOUR_MS } from '../../src/domain/time.js'
import { createMarket, type Market } from '../../src/sandbox/market.js'
import type { ReceivedProbe } from '../../src/sandbox/received-probe.js'
import { loadStudy } from '../../src/study/load-study.js'

const study = await loadStudy('config', {})
const SENT = Date.parse('2026-03-03T09:30:00Z')

const marketOf = (seed: number): Market =>
  createMarket({
    seed,
    brands: study.brands,
    personas: study.personas,
    scenarios: study.scenarios,
    editions: ['2026'],
    bias: null,
  })

const probes = study.brands.flatMap((brand, place) =>
  study.scenarios.map((scenario, index) => {
    const persona = study.personas[(place + index) % study.personas.length]!
    const planned: PlannedProbe = {
      id: `2026/${brand.id}/${scenario.id}`,
      edition: '2026',
      brand: brand.id,
      scenario: scenario.id,
      persona: persona.id,
      variant: scenario.variants[0]!.id,
      account: persona.account,
      recipient: brand.contacts[0]!.address,
      token: `t${place}x${index}`,
      dueAt: SENT,
      followsProbe: null,
    }
    return { ...planned, replyAddress: `${persona.localPart}+t${place}x${index}@post.example` }
  }),
)

const receivedOf = (probe: (typeof probes)[number]): ReceivedProbe => ({
  acceptedAt: SENT,
  envelopeFrom: probe.replyAddress,
  recipient: probe.recipient,
  messageId: `<${probe.token}@post.example>`,
  fromName: 'Claire Morel',
  fromAddress: 'claire.morel@post.example',
  replyTo: probe.replyAddress,
  subject: 'Une question',
  text: 'Bonjour,\n\nUne question.\n\nClaire Morel',
  headers: `Message-ID: <${probe.token}@post.example>`,
})

const liveThrough = async (seed: number) => {
  const market = marketOf(seed)
  market.announce(probes)
  const deliveries = []
  for (const probe of probes) {
    if (!market.refuses(probe.recipient)) deliveries.push(...(await market.receive(receivedOf(probe))))
  }
  return { market, deliveries, truth: market.truth() }
}

const lived = await liveThrough(1)

describe('a simulated market', () => {
  it('gives the same bytes for the same seed, others for another', async () => {
    const hashes = (deliveries: typeof lived.deliveries) => deliveries.map((delivery) => delivery.truth.hash)
    expect(hashes((await liveThrough(1)).deliveries)).toEqual(hashes(lived.deliveries))
    expect(hashes((await liveThrough(2)).deliveries)).not.toEqual(hashes(lived.deliveries))
  })

  it('knows of every message which probe it belongs to, and gives each its own bytes', () => {
    const ids = new Set(probes.map((probe) => probe.id))
    for (const { truth } of lived.deliveries) expect(ids.has(truth.probe)).toBe(true)
    expect(new Set(lived.deliveries.map((delivery) => delivery.truth.hash)).size).toBe(lived.deliveries.length)
  })

  it('sends every sort of mail that a study meets', async () => {
    const kinds = new Set<string>()
    for (const seed of [1, 2, 3, 4]) for (const { truth } of (await liveThrough(seed)).deliveries) kinds.add(truth.kind)
    for (const kind of [
      'reply',
      'acknowledgement',
      'out-of-office',
      'bounce',
      'delay-notice',
      'survey',
      'marketing',
      'challenge',
    ])
      expect(kinds).toContain(kind)
  })

  it('answers after the e-mail came, to the second', () => {
    for (const exchange of lived.truth.exchanges) {
      if (!exchange.answer) continue
      expect(exchange.answer.at).toBeGreaterThan(exchange.sentAt)
      expect(exchange.answer.at % 1_000).toBe(0)
      expect(exchange.answer.at - exchange.sentAt).toBeLessThan(60 * DAY_MS)
    }
  })

  it('answers people in working hours', () => {
    const zones = new Map(study.brands.map((brand) => [brand.id, brand.timeZone]))
    for (const exchange of lived.truth.exchanges) {
      if (!exchange.answer) continue
      const hour = Number(
        new Intl.DateTimeFormat('en-GB', {
          hour: 'numeric',
          hourCycle: 'h23',
          timeZone: zones.get(exchange.brand),
        }).format(exchange.answer.at),
      )
      expect(hour).toBeGreaterThanOrEqual(9)
      expect(hour).toBeLessThan(18)
    }
  })

  it('spreads brands from nearly silent to nearly perfect', () => {
    const byBrand = [...Map.groupBy(lived.truth.exchanges, (exchange) => exchange.brand).values()]
    const rates = byBrand.map((group) => group.filter((exchange) => exchange.answer).length / group.length)
    expect(Math.min(...rates)).toBeLessThan(0.5)
    expect(Math.max(...rates)).toBe(1)
  })

  it('treats one group worse when told to', async () => {
    const bias = { attribute: 'origin', value: 'maghrebi', points: 60 }
    const market = createMarket({
      seed: 1,
      brands: study.brands,
      personas: study.personas,
      scenarios: study.scenarios,
      editions: ['2026'],
      bias,
    })
    market.announce(probes)
    for (const probe of probes) if (!market.refuses(probe.recipient)) await market.receive(receivedOf(probe))
    const worse = new Set(
      study.personas.filter((persona) => persona.attributes.origin === 'maghrebi').map((persona) => persona.id),
    )
    const { exchanges } = market.truth()
    const rate = (group: boolean) => {
      const some = exchanges.filter((exchange) => worse.has(exchange.persona) === group)
      return some.filter((exchange) => exchange.answer).length / some.length
    }
    expect(rate(false) - rate(true)).toBeGreaterThan(0.3)
  })

  it('dates some mails wrongly, as senders do', () => {
    const wrong = lived.deliveries.filter(({ raw, truth }) => {
      const date = /^Date: (.*)$/m.exec(raw.toString('latin1'))?.[1]
      return date !== undefined && Math.abs(Date.parse(date) - truth.at) > HOUR_MS / 2
    })
    expect(wrong.length).toBeGreaterThan(0)
  })
})

describe('the sandbox', () => {
  it('shares no code with what it tests', () => {
    const generators = readdirSync('src/sandbox', { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts'))
    for (const name of generators) {
      const text = readFileSync(`src/sandbox/${name}`, 'utf8')
      expect(text, name).not.toMatch(/from '(?:\.\.\/)+(?:reading|criteria|proofreading|matching)\//)
    }
  })
})
