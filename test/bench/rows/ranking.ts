/** Ranking: standings with index and rank intervals of ten editions, against the same bootstrap in NumPy. */
import { spawnSync } from 'node:child_process'
import { createRandom } from '../../../src/ranking/random.js'
import { WEIGHTINGS, weightSensitivity } from '../../../src/ranking/sensitivity.js'
import { type BrandOutcomes, computeStandings } from '../../../src/ranking/standings.js'
import { type BenchResult, compare, figureRow, growthExponent, missingRow, secondsOf } from '../frame/row.js'

/** Rows of this file. */
export const names = ['rank', 'rank-growth', 'rank-memory', 'sensitivity'] as const

const BRANDS = 10_000
const PROBES = 7
const EDITIONS = 10
const DRAWS = 1000

/** Made-up outcomes: a true level a brand, marks around it, some silence. */
function outcomes(brands: number, seed: number): readonly BrandOutcomes[] {
  const random = createRandom(seed)
  return Array.from({ length: brands }, (_, number) => {
    const level = 20 + 70 * random.uniform()
    return {
      brand: `brand-${number}`,
      sector: `sector-${number % 12}`,
      outcomes: Array.from({ length: PROBES }, (__, probe) => {
        const answered = random.uniform() < 0.7
        const mark = answered ? Math.min(100, Math.max(1, level + 15 * random.normal())) : 0
        return {
          scenario: `scenario-${probe}`,
          mark,
          answered,
          delayHours: answered ? 1 + 60 * random.uniform() : null,
          windowHours: 336,
          mistakes: answered ? random.below(4) : null,
          words: answered ? 120 : 0,
          families: { responsiveness: mark * 0.4, 'answer-quality': mark * 0.4, welcome: mark * 0.2 },
        }
      }),
    }
  })
}

const numpyScript = `
import sys, time, numpy
brands, probes, editions, draws = (int(word) for word in sys.argv[1:5])
generator = numpy.random.default_rng(1)
seconds = 0.0
for edition in range(editions):
    marks = numpy.where(generator.random((brands, probes)) < 0.7, generator.normal(60, 20, (brands, probes)).clip(1, 100), 0.0)
    start = time.perf_counter()
    means = numpy.empty((draws, brands), dtype=numpy.float32)
    ranks = numpy.empty((draws, brands), dtype=numpy.int32)
    for draw in range(draws):
        chosen = generator.integers(0, probes, (brands, probes))
        means[draw] = numpy.take_along_axis(marks, chosen, axis=1).mean(axis=1)
        order = numpy.argsort(-means[draw], kind="stable")
        ranks[draw, order] = numpy.arange(1, brands + 1)
    numpy.quantile(means, [0.025, 0.975], axis=0)
    numpy.quantile(ranks, [0.025, 0.975], axis=0)
    seconds += time.perf_counter() - start
print(seconds)
`

/** Seconds NumPy needs for some editions; null where it is not installed. */
function numpySeconds(editions: number, brands = BRANDS): number | null {
  const words = ['-c', numpyScript, String(brands), String(PROBES), String(editions), String(DRAWS)]
  const run = spawnSync('/usr/bin/python3', words, { encoding: 'utf8' })
  const seconds = Number(run.stdout)
  return run.status === 0 && seconds > 0 ? seconds : null
}

async function secondsFor(brands: number, editions: number): Promise<number> {
  const inputs = Array.from({ length: editions }, (_, edition) => outcomes(brands, edition + 1))
  return secondsOf(() => {
    for (const [number, input] of inputs.entries())
      computeStandings({ edition: `${number}`, seed: 1, brands: input, draws: DRAWS })
  })
}

/** Measures them. */
export async function bench(asked: (name: string) => boolean): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = []
  if (asked('rank')) {
    const installed = numpySeconds(1, 10) !== null
    results.push(
      await compare({
        name: 'rank',
        work: `standings with index and rank intervals: ${BRANDS} brands × ${PROBES} probes × ${EDITIONS} editions, ${DRAWS} draws (NumPy: the percentile bootstrap of means and ranks alone, on two of the editions)`,
        unit: 's/edition',
        bound: { of: 'ratio', at: 'least', limit: 1 },
        project: async () => (await secondsFor(BRANDS, EDITIONS)) / EDITIONS,
        peer: {
          name: 'NumPy',
          round: installed ? async () => (numpySeconds(2) ?? Number.NaN) / 2 : null,
          missing: 'NumPy is not installed (Debian: python3-numpy)',
        },
        rounds: 3,
        smallerIsBetter: true,
      }),
    )
  }
  if (asked('rank-growth')) {
    const points = []
    for (const size of [300, 3000, 30_000]) {
      await secondsFor(size, 1)
      points.push({ size, seconds: Math.min(await secondsFor(size, 1), await secondsFor(size, 1)) })
    }
    const note = points.map(({ size, seconds }) => `${size} brands ${seconds.toFixed(2)} s`).join(', ')
    results.push(
      figureRow({
        name: 'rank-growth',
        work: 'the same for 300, 3 000 and 30 000 brands',
        unit: 'exponent',
        bound: { of: 'value', at: 'most', limit: 1.1 },
        value: growthExponent(points),
        note,
      }),
    )
  }
  if (asked('rank-memory')) {
    const work = `peak memory while ranking ${BRANDS} brands × ${PROBES} probes × ${EDITIONS} editions`
    // A process of its own, so that other rows' memory does not count.
    const script = `import('./test/bench/rows/ranking.ts').then(async ({ rankOnce }) => { await rankOnce(); console.log(process.resourceUsage().maxRSS) })`
    const run = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], { encoding: 'utf8' })
    const megabytes = Number(run.stdout) / 1024
    const bound = { of: 'value', at: 'most', limit: 1024 } as const
    results.push(
      run.status === 0
        ? figureRow({ name: 'rank-memory', work, unit: 'MB', bound, value: megabytes })
        : missingRow('rank-memory', work, 'MB', bound, run.stderr.slice(-200)),
    )
  }
  if (asked('sensitivity')) {
    const random = createRandom(1)
    const brands = Array.from({ length: BRANDS }, (_, number) => ({
      brand: `brand-${number}`,
      shares: [random.uniform(), random.uniform(), random.uniform()],
    }))
    const rounds: number[] = []
    for (let round = 0; round < 3; round++)
      rounds.push(await secondsOf(() => void weightSensitivity(brands, [35, 45, 20], 'near', createRandom(round))))
    results.push(
      figureRow({
        name: 'sensitivity',
        work: `ranks under ${WEIGHTINGS} weightings: ${BRANDS} brands, three families`,
        unit: 's',
        bound: { of: 'value', at: 'most', limit: 2 },
        value: rounds.toSorted((a, b) => a - b)[1]!,
        note: rounds.map((seconds) => `${seconds.toFixed(2)} s`).join(', '),
      }),
    )
  }
  return results
}

/** One pass over all editions, for the memory row's own process. */
export async function rankOnce(): Promise<void> {
  await secondsFor(BRANDS, EDITIONS)
}
