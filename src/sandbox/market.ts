/** A simulated market: every brand with its hidden character over several editions, and the truth of all that happens in it. */
import type { Brand } from '../domain/brand.js'
import type { Persona } from '../domain/persona.js'
import type { PlannedProbe } from '../domain/probe.js'
import type { Scenario } from '../domain/scenario.js'
import { createRandom } from '../ranking/random.js'
import { type Delivery, react } from './behave.js'
import { type Bias, drawCharacter, type Profile, profileOf } from './profile.js'
import type { ReceivedProbe } from './received-probe.js'
import type { MarketTruth, TrueExchange, TrueMessage } from './truth.js'

/** What a market is made of. */
export interface MarketSettings {
  readonly seed: number
  readonly brands: readonly Brand[]
  readonly personas: readonly Persona[]
  readonly scenarios: readonly Scenario[]
  /** Edition ids in the order in which they take place. */
  readonly editions: readonly string[]
  /** Every brand treats these shoppers worse; null where all are treated alike. */
  readonly bias: Bias | null
}

/** A probe as the sandbox is told of it, so that it knows which mail is which. */
export type AnnouncedProbe = PlannedProbe & { readonly replyAddress: string }

/** A living market. */
export interface Market {
  /** Tells the market which probes exist; brands never look at this. */
  announce(probes: readonly AnnouncedProbe[]): void
  /** True where the recipient's server does not know the address. */
  refuses(recipient: string): boolean
  /** Lets the brand react to an e-mail. */
  receive(probe: ReceivedProbe): Promise<readonly Delivery[]>
  truth(): MarketTruth
}

function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]))
}

/** Opens a market. The same settings give the same market. */
export function createMarket({ seed, brands, personas, scenarios, editions, bias }: MarketSettings): Market {
  const random = createRandom(seed, 'market')
  const order = random.fork('places').shuffle(brands)
  const profiles = new Map<string, Profile>()
  for (const [place, brand] of order.entries()) {
    const character = drawCharacter(brand, place, brands.length, random, bias)
    for (const [edition, id] of editions.entries()) profiles.set(`${id}/${brand.id}`, profileOf(character, edition))
  }
  const brandsById = byId(brands)
  const personasById = byId(personas)
  const scenariosById = byId(scenarios)
  const brandOfAddress = new Map(
    brands.flatMap((brand) => brand.contacts.map((contact) => [contact.address.toLowerCase(), brand.id])),
  )
  const announced = new Map<string, AnnouncedProbe>()
  const exchanges = new Map<string, TrueExchange>()
  const messages: TrueMessage[] = []
  let current = editions[0] ?? ''
  return {
    announce(probes) {
      for (const probe of probes) {
        announced.set(probe.replyAddress.toLowerCase(), probe)
        current = probe.edition
      }
    },
    refuses(recipient) {
      const brand = brandOfAddress.get(recipient.toLowerCase())
      return brand === undefined || profiles.get(`${current}/${brand}`)?.failure === 'refused'
    },
    async receive(received) {
      const probe = announced.get(received.replyTo.toLowerCase())
      const brand = brandsById.get(probe?.brand ?? '')
      const scenario = scenariosById.get(probe?.scenario ?? '')
      const persona = personasById.get(probe?.persona ?? '')
      const profile = profiles.get(`${probe?.edition}/${probe?.brand}`)
      if (!probe || !brand || !scenario || !persona || !profile)
        throw new Error(`an e-mail to ${received.recipient} came that nobody planned`)
      const occasion = { probeId: probe.id, edition: probe.edition, brand, scenario, persona, profile }
      const { deliveries, exchange } = await react(received, occasion, random.fork('probe', probe.id))
      exchanges.set(probe.id, exchange)
      messages.push(...deliveries.map((delivery) => delivery.truth))
      return deliveries
    },
    truth() {
      const all = [...exchanges.values()]
      return { messages, exchanges: all.toSorted((left, right) => (left.probe < right.probe ? -1 : 1)) }
    },
  }
}
