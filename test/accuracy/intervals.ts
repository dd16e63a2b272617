/**
 * Do nominal 95 % intervals hold the truth 95 times in 100? Simulated editions of brands whose expected marks, response
 * probabilities and delays are known; every figure of the league table is compared with what it estimates.
 */

import { competitionRanks } from '../../src/ranking/competition-rank.js'
import { createRandom } from '../../src/ranking/random.js'
import { type BrandOutcomes, computeStandings } from '../../src/ranking/standings.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'
import { type SimulatedBrand, simulateBrand, simulateProbe } from './frame/simulated-market.js'

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Median hours over the brand's probes, unanswered ones counted as later than any; found on the mixed distribution. */
function trueMedianHours(truth: SimulatedBrand): number {
  const share = mean(truth.answers)
  if (share <= 0.5) return Number.POSITIVE_INFINITY
  const target = 0.5 / share
  // Normal quantile by bisection over the logistic-free error function would need a table; 60 halvings are exact enough.
  let low = -8
  let high = 8
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (phi(middle) < target) low = middle
    else high = middle
  }
  return truth.medianHours * Math.exp(truth.sigma * low)
}

/** Φ by Simpson's rule: independent of the code under test. */
function phi(z: number): number {
  const steps = 200
  const width = z / steps
  let sum = 1 + Math.exp((-z * z) / 2)
  for (let index = 1; index < steps; index += 1) sum += (index % 2 ? 4 : 2) * Math.exp(-((index * width) ** 2) / 2)
  return 0.5 + ((width / 3) * sum) / Math.sqrt(2 * Math.PI)
}

/** Counts how often intervals held the truth. */
class Tally {
  held = 0
  seen = 0
  add(interval: { low: number; high: number } | null, truth: number, open = false): void {
    if (!interval) return
    this.seen += 1
    if (truth >= interval.low - 1e-9 && (open || truth <= interval.high + 1e-9)) this.held += 1
  }
  get coverage(): number {
    return this.held / this.seen
  }
}

/** One line of the result. */
interface CoverageRow {
  readonly figure: string
  readonly brands: number
  readonly probes: number
  readonly coverage: number
  readonly intervals: number
}

/** Coverage over simulated editions. */
function measureCoverage(editions: number, brands: number, probes: number, seed: number, draws = 400): CoverageRow[] {
  const tallies = new Map<string, Tally>()
  const tally = (name: string) => {
    const found = tallies.get(name) ?? new Tally()
    tallies.set(name, found)
    return found
  }
  for (let edition = 0; edition < editions; edition += 1) {
    const random = createRandom(seed, 'coverage', probes, edition)
    const difficulty = Array.from({ length: probes }, () => random.normal())
    const centre = mean(difficulty)
    const market = Array.from({ length: brands }, (_, index) =>
      simulateBrand(
        random,
        `b${String(index).padStart(3, '0')}`,
        probes,
        difficulty.map((value) => value - centre),
      ),
    )
    const outcomes: BrandOutcomes[] = market.map((truth) => ({
      brand: truth.brand,
      sector: 'all',
      outcomes: Array.from({ length: probes }, (_, scenario) => simulateProbe(random, truth, scenario)),
    }))
    const expected = market.map((truth) => mean(truth.answers.map((share, index) => share * truth.quality[index]!)))
    const trueRanks = competitionRanks(expected)
    const byBrand = new Map(market.map((truth, index) => [truth.brand, index]))
    const best = trueRanks.indexOf(1)
    const table = computeStandings({ edition: `${edition}`, seed: edition, brands: outcomes, draws })
    const yes = (name: string, held: boolean) => tally(name).add({ low: 0, high: 0 }, held ? 0 : 1)
    let together = true
    let strict = true
    let oneRule = true
    for (const standing of table) {
      const index = byBrand.get(standing.brand)!
      const truth = market[index]!
      const trueRank = trueRanks[index]!
      const { rankInterval, rankIntervalAlone, rankIntervalStrict } = standing
      const holds = (interval: typeof rankInterval | undefined) =>
        interval != null && trueRank >= interval.low && trueRank <= interval.high
      together &&= holds(rankInterval)
      strict &&= holds(rankIntervalStrict)
      if (standing.indistinguishableFromWinner) oneRule &&= rankInterval?.low === 1
      if (index === best) yes('possible winners hold the truly best brand', standing.indistinguishableFromWinner)
      const third = expected[index]! < 30 ? 'low' : expected[index]! < 60 ? 'middle' : 'high'
      tally('index').add(standing.index.interval, expected[index]!)
      tally(`index (expected mark ${third})`).add(standing.index.interval, expected[index]!)
      tally('response rate').add(standing.responseRate.interval, mean(truth.answers))
      const delay = standing.medianDelayHours.interval
      tally('median delay').add(delay, trueMedianHours(truth), delay?.openEnded ?? false)
      const place = trueRank <= brands / 10 ? 'top tenth' : trueRank > brands * 0.9 ? 'last tenth' : 'between'
      tally('rank, brand alone').add(rankIntervalAlone ?? null, trueRank)
      tally(`rank, brand alone (true place: ${place})`).add(rankIntervalAlone ?? null, trueRank)
    }
    yes('all ranks at once', together)
    yes('all ranks at once, whatever the market', strict)
    yes('possible winners are those whose rank interval reaches 1', oneRule)
  }
  return [...tallies].map(([figure, found]) => ({
    figure,
    brands,
    probes,
    coverage: found.coverage,
    intervals: found.seen,
  }))
}

/** Bounds of each figure: least and most share of intervals that hold the truth. */
const BOUNDS: Readonly<Record<string, readonly [least: number, most: number | null]>> = {
  index: [0.93, 0.97],
  'response rate': [0.93, 0.97],
  'median delay': [0.93, 0.97],
  'rank, brand alone': [0.93, 0.97],
  'rank, brand alone (true place: top tenth)': [0.94, null],
  'all ranks at once': [0.94, 0.98],
  'possible winners hold the truly best brand': [0.95, null],
  'possible winners are those whose rank interval reaches 1': [1, null],
}

/** Sizes of table and numbers of simulated editions. */
const SIZES = [
  { brands: 24, editions: 1_000 },
  { brands: 50, editions: 1_000 },
  { brands: 200, editions: 200 },
] as const

function rowsOf(figures: readonly CoverageRow[]): AccuracyRow[] {
  return figures.flatMap(({ figure, brands, probes, coverage, intervals }): AccuracyRow[] => {
    const row = { value: coverage, unit: 'share', n: intervals, peers: {} }
    const name = `${figure}, ${brands} brands × ${probes} probes`
    const [least, most] = BOUNDS[figure] ?? [null, null]
    return [
      { ...row, measure: name, bound: least },
      ...(most === null
        ? []
        : [{ ...row, measure: `${name}, no wider than needed`, bound: most, boundIs: 'most' as const }]),
    ]
  })
}

/** How often nominal 95 % intervals hold the truth. */
export async function measure(): Promise<AccuracyReport> {
  const figures = SIZES.flatMap(({ brands, editions }) =>
    [5, 7].flatMap((probes) => measureCoverage(editions, brands, probes, 20_260_101)),
  )
  const order = (row: CoverageRow) => `${String(row.brands).padStart(4)} ${row.probes} ${row.figure}`
  return {
    name: 'intervals',
    about: `how often nominal 95 % intervals hold the truth over simulated editions: ${SIZES.map(({ brands, editions }) => `${editions} of ${brands} brands`).join(', ')}`,
    rows: rowsOf(figures.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))),
    misses: [],
  }
}
