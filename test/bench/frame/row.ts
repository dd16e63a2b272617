/** What a row of the benchmark is, and how project and peer are measured in turn in one session. */

/** A measured row, as `npm run bench --json` prints it. */
export interface BenchResult {
  readonly name: string
  /** What is done, in a sentence. */
  readonly work: string
  readonly unit: string
  /** Median over the rounds; null where the row could not run here, see `missing`. */
  readonly value: number | null
  readonly minimum: number | null
  readonly maximum: number | null
  /** Who does the same work; null where nothing comparable exists. */
  readonly peer: string | null
  readonly peerValue: number | null
  /** Median of the rounds' ratios, project to peer, so that more than 1 is better for the project; null without a peer's figure. */
  readonly ratio: number | null
  /** What `ratio` (or, for `bound.of: value`, the value) has to reach. */
  readonly bound: Bound | null
  readonly rounds: number
  /** Why peer or row is missing; null where nothing is. */
  readonly missing: string | null
  /** What limits the figure, or what else was seen. */
  readonly note: string | null
}

/** A bound: at least for ratios of rates, at most for sizes, memory and growth. */
export interface Bound {
  readonly of: 'ratio' | 'value'
  readonly at: 'least' | 'most'
  readonly limit: number
}

/** A module of `rows/`. */
export interface BenchRows {
  /** Names of the rows it measures. */
  readonly names: readonly string[]
  /** Measures the rows asked for. */
  bench(asked: (name: string) => boolean): Promise<readonly BenchResult[]>
}

/** Middle of a list; the mean of the two middle ones where it is even. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Seconds that some work takes. */
export async function secondsOf(work: () => unknown): Promise<number> {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e9
}

/** What to compare. */
export interface Comparison {
  readonly name: string
  readonly work: string
  readonly unit: string
  readonly bound: Bound | null
  /** One round of the project: its figure in `unit`. */
  readonly project: () => Promise<number>
  /** One round of the peer on the same work; null where it cannot run here. */
  readonly peer: {
    readonly name: string
    readonly round: (() => Promise<number>) | null
    readonly missing?: string
  } | null
  readonly rounds?: number
  /** True where a smaller figure is better (seconds, bytes). */
  readonly smallerIsBetter?: boolean
  readonly note?: string
}

/** Runs project and peer in turn (A B A B …) and sums the rounds up; the first round of each warms up and does not count. */
export async function compare(comparison: Comparison): Promise<BenchResult> {
  const { name, work, unit, bound, peer, rounds = 5, smallerIsBetter = false } = comparison
  await comparison.project()
  if (peer?.round) await peer.round()
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await comparison.project())
    if (peer?.round) theirs.push(await peer.round())
  }
  const ratios = theirs.map((value, round) =>
    smallerIsBetter ? value / (ours[round] ?? Number.NaN) : (ours[round] ?? Number.NaN) / value,
  )
  return {
    name,
    work,
    unit,
    value: median(ours),
    minimum: Math.min(...ours),
    maximum: Math.max(...ours),
    peer: peer?.name ?? null,
    peerValue: theirs.length > 0 ? median(theirs) : null,
    ratio: ratios.length > 0 ? median(ratios) : null,
    bound,
    rounds,
    missing: peer && !peer.round ? (peer.missing ?? `${peer.name} is not installed`) : null,
    note: comparison.note ?? null,
  }
}

/** A row that could not run here. */
export function missingRow(
  name: string,
  work: string,
  unit: string,
  bound: Bound | null,
  missing: string,
): BenchResult {
  const nothing = {
    value: null,
    minimum: null,
    maximum: null,
    peer: null,
    peerValue: null,
    ratio: null,
    rounds: 0,
    note: null,
  }
  return { name, work, unit, bound, missing, ...nothing }
}

/** A row with one figure and no peer. */
export function figureRow(
  row: Pick<BenchResult, 'name' | 'work' | 'unit' | 'bound'> & { value: number; note?: string },
): BenchResult {
  const { value, note = null, ...rest } = row
  return {
    ...rest,
    value,
    minimum: value,
    maximum: value,
    peer: null,
    peerValue: null,
    ratio: null,
    rounds: 1,
    missing: null,
    note,
  }
}

/** `reached`, `short`, or null where there is no bound or no figure. */
export function verdictOf({ bound, ratio, value }: BenchResult): 'reached' | 'short' | null {
  const figure = bound?.of === 'ratio' ? ratio : value
  if (!bound || figure === null) return null
  return (bound.at === 'least' ? figure >= bound.limit : figure <= bound.limit) ? 'reached' : 'short'
}

/**
 * The exponent of a growth: the slope of the least-squares line through the logarithms of size and seconds.
 * 1 is linear; 1.1 leaves room for caches that grow colder.
 */
export function growthExponent(points: readonly { readonly size: number; readonly seconds: number }[]): number {
  const logs = points.map(({ size, seconds }) => [Math.log(size), Math.log(seconds)] as const)
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
}
