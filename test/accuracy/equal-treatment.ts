/**
 * Is unequal treatment found where it is, and nobody accused where it is not? Simulated editions of 24 brands in four sectors and
 * six scenarios, written by the example personas in the planner's own design; brands treat all alike, or one origin worse. Each
 * name may have a quirk of its own (a standard deviation in points) that has nothing to do with any attribute.
 */
import { join } from 'node:path'
import { designPersonas } from '../../src/planning/persona-design.js'
import { measureEqualTreatment, type TreatmentObservation } from '../../src/ranking/equal-treatment.js'
import { ageGroup } from '../../src/ranking/outcomes.js'
import { createRandom } from '../../src/ranking/random.js'
import { loadStudy } from '../../src/study/load-study.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'

const BRANDS = 24
const SECTORS = 4
const SCENARIOS = 6
const NULL_EDITIONS = 2_000
const EDITIONS = 400

/** Standard deviations of a name's own quirk, points. */
const QUIRKS = [0, 5, 10] as const

/** The effect that must be found, points. */
const EFFECT = 20

/** A shopper of the example study. */
interface Shopper {
  readonly id: string
  readonly attributes: Readonly<Record<string, string>>
}

async function exampleShoppers(): Promise<readonly Shopper[]> {
  const study = await loadStudy(join(import.meta.dirname, '../../config'), {})
  return study.personas.map(({ id, gender, age, attributes }) => ({
    id,
    attributes: { gender, 'age-group': ageGroup(age), ...attributes },
  }))
}

/** Marks of one edition: no answer is 0, so losing answers is half of how a group is treated worse. */
function edition(shoppers: readonly Shopper[], effect: number, quirk: number, seed: number): TreatmentObservation[] {
  const random = createRandom(seed, 'unequal-treatment', effect, quirk)
  const quirks = shoppers.map(() => quirk * random.normal())
  const everybody = shoppers.map((_, index) => index)
  const design = designPersonas(
    Array.from({ length: SCENARIOS }, () => everybody),
    shoppers.length,
    BRANDS,
    random.fork('design'),
  )
  if ('scenario' in design) throw new Error('the example personas are too few for this design')
  const difficulty = Array.from({ length: SCENARIOS }, () => 3 * random.normal())
  return design.flatMap((writers, brand) => {
    const answers = 0.55 + 0.4 * random.uniform()
    const quality = 65 + 20 * random.uniform()
    return writers.map((writer, scenario): TreatmentObservation => {
      const { id, attributes } = shoppers[writer]!
      const lost = (attributes['origin'] === 'maghrebi' ? effect : 0) - quirks[writer]!
      const share = Math.min(1, Math.max(0.02, answers - lost / 2 / quality))
      const answered = random.uniform() < share
      const mark = quality + difficulty[scenario]! - lost / 2 / Math.max(0.2, share) + 20 * (random.uniform() - 0.5)
      return {
        brand: `brand-${String(brand).padStart(2, '0')}`,
        sector: `sector-${brand % SECTORS}`,
        scenario: `scenario-${scenario}`,
        persona: id,
        attributes,
        mark: answered ? Math.min(100, Math.max(0, mark)) : 0,
        answered,
        delayHours: answered ? 10 * Math.exp(random.normal()) : null,
      }
    })
  })
}

/** What editions with one effect and quirk bring. */
interface Found {
  /** Share that print any accusation at all. */
  readonly accused: number
  /** Share that accuse of the origin over the edition. */
  readonly origin: number
  /** Share whose simultaneous interval holds the effect. */
  readonly held: number
}

function found(shoppers: readonly Shopper[], effect: number, quirk: number, editions: number): Found {
  let accused = 0
  let origin = 0
  let held = 0
  for (let seed = 0; seed < editions; seed += 1) {
    const effects = measureEqualTreatment(edition(shoppers, effect, quirk, seed), seed)
    if (effects.some((one) => one.significant)) accused += 1
    const own = effects.find((one) => one.attribute === 'origin' && one.outcome === 'mark' && one.sector === null)
    if (own?.significant) origin += 1
    const loss = own?.value === 'maghrebi' ? -effect : effect
    if (own && own.interval.low <= loss && own.interval.high >= loss) held += 1
  }
  return { accused: accused / editions, origin: origin / editions, held: held / editions }
}

/** Smallest whole effect found with a chance of 0.8, by bisection between 5 and 40 points. */
function smallestFound(shoppers: readonly Shopper[], quirk: number, editions: number): number {
  let low = 5
  let high = 40
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (found(shoppers, middle, quirk, editions).origin >= 0.8) high = middle
    else low = middle
  }
  return high
}

/** False accusations, power at 20 points, and the smallest effect found. */
export async function measure(): Promise<AccuracyReport> {
  const shoppers = await exampleShoppers()
  const rows = QUIRKS.flatMap((quirk): AccuracyRow[] => {
    const none = found(shoppers, 0, quirk, NULL_EDITIONS)
    const there = found(shoppers, EFFECT, quirk, EDITIONS)
    const row = { unit: 'share', peers: {} }
    const names = `names differ by SD ${quirk}`
    return [
      {
        ...row,
        measure: `any accusation where nobody discriminates, ${names}`,
        value: none.accused,
        n: NULL_EDITIONS,
        bound: 0.05,
        boundIs: 'most',
      },
      {
        ...row,
        measure: `simultaneous interval holds 0 where nobody discriminates, ${names}`,
        value: none.held,
        n: NULL_EDITIONS,
        bound: 0.95,
      },
      {
        ...row,
        measure: `effect of ${EFFECT} points found, ${names}`,
        value: there.origin,
        n: EDITIONS,
        bound: quirk === 0 ? 0.8 : null,
      },
      {
        ...row,
        measure: `simultaneous interval holds the effect, ${names}`,
        value: there.held,
        n: EDITIONS,
        bound: null,
      },
      {
        ...row,
        unit: 'points',
        measure: `smallest effect found with a chance of 0.8, ${names}`,
        value: smallestFound(shoppers, quirk, EDITIONS / 2),
        n: EDITIONS / 2,
        bound: null,
      },
    ]
  })
  return {
    name: 'equal-treatment',
    about: `simulated editions of ${BRANDS} brands in ${SECTORS} sectors × ${SCENARIOS} probes, the ${shoppers.length} example personas, all attributes and sectors tested at once`,
    rows,
    misses: [],
  }
}
