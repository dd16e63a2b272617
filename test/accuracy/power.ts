/**
 * Are intervals as wide as `replymark power` says before the first mail? Pairs of simulated editions of one market: the first gives
 * the spread, from which the mean half-widths of the second are foretold and compared with those it brings.
 */
import { powerOf, spreadOf } from '../../src/ranking/power.js'
import { createRandom } from '../../src/ranking/random.js'
import { type BrandOutcomes, computeStandings } from '../../src/ranking/standings.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'
import { simulateBrand, simulateProbe } from './frame/simulated-market.js'

const EDITIONS = 200
const BRANDS = 24

/** Scenarios of the first edition, and of the foretold one. */
const SIZES = [
  { before: 5, after: 5 },
  { before: 6, after: 6 },
  { before: 5, after: 7 },
] as const

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Foretold over realised mean half-width of index and share answered. */
function ratios(before: number, after: number): { index: number; responseRate: number } {
  const foretold = { index: [] as number[], responseRate: [] as number[] }
  const realised = { index: [] as number[], responseRate: [] as number[] }
  for (let edition = 0; edition < EDITIONS; edition += 1) {
    const random = createRandom(20_260_315, 'power', before, after, edition)
    const difficulty = Array.from({ length: Math.max(before, after) }, () => random.normal())
    const centre = mean(difficulty)
    const market = Array.from({ length: BRANDS }, (_, brand) =>
      simulateBrand(
        random,
        `b${brand}`,
        difficulty.length,
        difficulty.map((value) => value - centre),
      ),
    )
    const wave = (probes: number): BrandOutcomes[] =>
      market.map((truth) => ({
        brand: truth.brand,
        sector: 'all',
        outcomes: Array.from({ length: probes }, (_, scenario) => simulateProbe(random, truth, scenario)),
      }))
    const exchanges = wave(before).flatMap(({ brand, outcomes }, row) =>
      outcomes.map((outcome, column) => ({ ...outcome, brand, persona: `p${(row + column) % 16}` })),
    )
    const spread = spreadOf('before', exchanges)
    if (!spread) throw new Error('a simulated edition without spread')
    const { halfWidth } = powerOf(spread, BRANDS, after)
    const table = computeStandings({ edition: 'after', seed: edition, brands: wave(after), draws: 200 })
    for (const figure of ['index', 'responseRate'] as const) {
      foretold[figure].push(halfWidth[figure])
      realised[figure].push(mean(table.map((one) => (one[figure].interval!.high - one[figure].interval!.low) / 2)))
    }
  }
  return {
    index: mean(foretold.index) / mean(realised.index),
    responseRate: mean(foretold.responseRate) / mean(realised.responseRate),
  }
}

/** Foretold widths over realised ones. */
export async function measure(): Promise<AccuracyReport> {
  const rows = SIZES.flatMap(({ before, after }): AccuracyRow[] => {
    const found = ratios(before, after)
    return (['index', 'responseRate'] as const).map((figure) => ({
      measure: `${figure === 'index' ? 'index' : 'share answered'}, ${after} probes foretold from ${before}: foretold less realised half-width`,
      value: Math.abs(found[figure] - 1),
      unit: 'share',
      n: EDITIONS,
      peers: {},
      bound: 0.1,
      boundIs: 'most',
    }))
  })
  return {
    name: 'power',
    about: `half-widths of 95 % intervals as \`replymark power\` foretells them, over ${EDITIONS} simulated editions of ${BRANDS} brands`,
    rows,
    misses: [],
  }
}
