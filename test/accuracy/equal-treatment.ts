/**
 * Is unequal treatment found where it is, and nobody accused where it is not? Simulated editions of 24 brands and five probes,
 * personas of two groups, an effect of 20 points or none.
 */
import { measureEqualTreatment, type TreatmentObservation } from '../../src/ranking/equal-treatment.js'
import { createRandom } from '../../src/ranking/random.js'
import type { AccuracyReport } from './frame/report.js'

const BRANDS = 24
const SCENARIOS = 5
const SEEDS = 200

/** Points that the second group loses on average. */
const EFFECT = 20

/** Marks of one edition: no answer is 0, so losing answers is part of how a group is treated worse. */
function edition(effect: number, seed: number): TreatmentObservation[] {
  const random = createRandom(seed, 'unequal-treatment', effect)
  return Array.from({ length: BRANDS }, (_, brand) => {
    const answers = 0.55 + 0.4 * random.uniform()
    const quality = 65 + 20 * random.uniform()
    return Array.from({ length: SCENARIOS }, (_unused, scenario): TreatmentObservation => {
      const group = (brand + scenario) % 2 === 0 ? 'a' : 'b'
      // Half of the effect is fewer answers, half is worse ones.
      const lessOften = group === 'b' ? effect / 2 / quality : 0
      const answered = random.uniform() < answers - lessOften
      const worse = group === 'b' ? effect / 2 / Math.max(0.2, answers - lessOften) : 0
      const mark = answered ? quality - worse + 20 * (random.uniform() - 0.5) : 0
      return {
        brand: `brand-${brand}`,
        sector: 'all',
        scenario: `scenario-${scenario}`,
        attributes: { origin: group },
        mark: Math.min(100, Math.max(0, mark)),
        answered,
        delayHours: answered ? 10 : null,
      }
    })
  }).flat()
}

function found(effect: number): { significant: number; held: number } {
  let significant = 0
  let held = 0
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const mark = measureEqualTreatment(edition(effect, seed), seed).find((one) => one.outcome === 'mark')
    if (mark?.significant) significant += 1
    if (mark && mark.interval.low <= -effect && mark.interval.high >= -effect) held += 1
  }
  return { significant: significant / SEEDS, held: held / SEEDS }
}

/** Power at 20 points, and false accusations without any. */
export async function measure(): Promise<AccuracyReport> {
  const there = found(EFFECT)
  const none = found(0)
  const row = { unit: 'share', n: SEEDS, peers: {} }
  return {
    name: 'equal-treatment',
    about: `${SEEDS} simulated editions of ${BRANDS} brands × ${SCENARIOS} probes each, effect ${EFFECT} points or none`,
    rows: [
      { ...row, measure: `effect of ${EFFECT} points found`, value: there.significant, bound: 0.9 },
      { ...row, measure: 'accused where nothing differs', value: none.significant, bound: 0.05, boundIs: 'most' },
      { ...row, measure: 'interval holds the effect', value: there.held, bound: null },
      { ...row, measure: 'interval holds 0 where nothing differs', value: none.held, bound: null },
    ],
    misses: [],
  }
}
