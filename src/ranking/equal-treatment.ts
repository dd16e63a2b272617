/**
 * Equal treatment: do brands answer shoppers differently by who they seem to be (METHODOLOGY §7, correspondence testing)?
 * Marks are first freed of what brand and scenario explain; what is left is shuffled within scenario (permutation of
 * reduced-model residuals: Freedman & Lane 1983) and the difference between two groups of personas compared with the shuffles.
 */
import type { Interval } from '../domain/standing.js'
import { createRandom } from './random.js'
import { Z95 } from './special-functions.js'

/** One exchange as this test sees it. */
export interface TreatmentObservation {
  readonly brand: string
  readonly sector: string
  readonly scenario: string
  /** Attribute name → value of the persona who wrote. */
  readonly attributes: Readonly<Record<string, string>>
  /** 0–100; null where inconclusive. */
  readonly mark: number | null
  readonly answered: boolean
  /** Null where no answer came. */
  readonly delayHours: number | null
}

/** What is compared: the mark decides, share answered and delay explain where a difference comes from. */
export type TreatmentOutcome = 'mark' | 'answered' | 'delay'

/** One comparison. */
export interface TreatmentEffect {
  readonly attribute: string
  /** The personas with this value … */
  readonly value: string
  /** … against those with this one; null: against all others. */
  readonly reference: string | null
  readonly outcome: TreatmentOutcome
  /** Null: over the whole edition. */
  readonly sector: string | null
  /** Points (mark), share −1 to 1 (answered), ratio of hours (delay; 1 is no difference); negative or above 1 is worse treatment. */
  readonly effect: number
  readonly interval: Interval
  /** Two-sided permutation p of "no difference". */
  readonly p: number
  /** Exchanges of the compared personas, and of the others. */
  readonly n: number
  readonly nReference: number
  /** Below `EQUAL_TREATMENT_LEVEL`, on the outcome that decides. */
  readonly significant: boolean
}

/** Level at which unequal treatment is said to be found: stricter than the usual 0.05, since the sentence accuses. */
export const EQUAL_TREATMENT_LEVEL = 0.03

/** Shuffles of each test: as many as this many moved observations allow, within bounds. */
const SHUFFLED_OBSERVATIONS = 10_000_000
const MOST_SHUFFLES = 1_999
const FEWEST_SHUFFLES = 399

/** Smallest group that is compared. */
const SMALLEST_GROUP = 5

/** Takes brand and scenario means out of a column by alternating projections (exact for balanced designs). */
function withoutBrandAndScenario(values: Float64Array, brandOf: Int32Array, scenarioOf: Int32Array): Float64Array {
  const rest = values.slice()
  const groups = [brandOf, scenarioOf].map((of) => ({ of, size: largest(of) + 1 }))
  for (let round = 0; round < 60; round += 1) {
    let moved = 0
    for (const { of, size } of groups) {
      const sum = new Float64Array(size)
      const count = new Int32Array(size)
      for (let index = 0; index < rest.length; index += 1) {
        sum[of[index]!]! += rest[index]!
        count[of[index]!]! += 1
      }
      for (let index = 0; index < rest.length; index += 1) {
        const mean = sum[of[index]!]! / count[of[index]!]!
        rest[index]! -= mean
        moved = Math.max(moved, Math.abs(mean))
      }
    }
    if (moved < 1e-10) break
  }
  return rest
}

function numbered(keys: readonly string[]): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(keys, (key) => {
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  })
}

/** Largest number in a column, −1 for none. */
function largest(column: Int32Array): number {
  return column.reduce((most, value) => (value > most ? value : most), -1)
}

/** Effect, its standard error by shuffling, and p; null where the design cannot tell (no variation within brands). */
function permute(
  outcome: Float64Array,
  group: Float64Array,
  brandOf: Int32Array,
  scenarioOf: Int32Array,
  seed: number,
  labels: readonly string[],
): { effect: number; error: number; p: number } | null {
  const n = outcome.length
  const x = withoutBrandAndScenario(group, brandOf, scenarioOf)
  const square = x.reduce((sum, value) => sum + value * value, 0)
  if (square < 1e-6) return null
  const parameters = largest(brandOf) + largest(scenarioOf) + 1
  if (n - parameters < 3) return null
  const y = withoutBrandAndScenario(outcome, brandOf, scenarioOf)
  let effect = 0
  for (let index = 0; index < n; index += 1) effect += (x[index]! * y[index]!) / square
  // Taking means out shrinks residuals; without this the shuffles would be too narrow and the test too ready to accuse.
  const swell = Math.sqrt(n / (n - parameters))
  const tested = y.map((value) => value * swell)
  const cleaned = y.map((value, index) => (value - effect * x[index]!) * swell)
  const byScenario = Map.groupBy(
    Array.from({ length: n }, (_, index) => index),
    (index) => scenarioOf[index]!,
  )
  const random = createRandom(seed, 'equal-treatment', ...labels)
  const shuffles = Math.max(FEWEST_SHUFFLES, Math.min(MOST_SHUFFLES, Math.floor(SHUFFLED_OBSERVATIONS / n)))
  let asFar = 0
  let squares = 0
  for (let shuffle = 0; shuffle < shuffles; shuffle += 1) {
    let nullEffect = 0
    let noise = 0
    for (const members of byScenario.values()) {
      const order = random.shuffle(members)
      for (let position = 0; position < members.length; position += 1) {
        nullEffect += x[members[position]!]! * tested[order[position]!]!
        noise += x[members[position]!]! * cleaned[order[position]!]!
      }
    }
    if (Math.abs(nullEffect / square) >= Math.abs(effect) - 1e-12) asFar += 1
    squares += (noise / square) ** 2
  }
  return { effect, error: Math.sqrt(squares / shuffles), p: (asFar + 1) / (shuffles + 1) }
}

/** The pairs of values to compare: both where there are two, each against the others where there are more. */
function contrasts(values: readonly string[]): { value: string; reference: string | null }[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const ordered = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value)
  if (ordered.length < 2) return []
  if (ordered.length === 2) return [{ value: ordered[1]!, reference: ordered[0]! }]
  return ordered.map((value) => ({ value, reference: null }))
}

function outcomeOf(observation: TreatmentObservation, outcome: TreatmentOutcome): number | null {
  if (outcome === 'mark') return observation.mark
  if (outcome === 'answered') return observation.answered ? 1 : 0
  // The second keeps an answer within the same second from having no logarithm.
  return observation.delayHours === null ? null : Math.log(Math.max(1 / 3600, observation.delayHours))
}

function compare(
  observations: readonly TreatmentObservation[],
  attribute: string,
  contrast: { value: string; reference: string | null },
  outcome: TreatmentOutcome,
  sector: string | null,
  seed: number,
): TreatmentEffect | null {
  const usable = observations.filter(
    (one) =>
      outcomeOf(one, outcome) !== null &&
      one.attributes[attribute] !== undefined &&
      (contrast.reference === null ||
        one.attributes[attribute] === contrast.value ||
        one.attributes[attribute] === contrast.reference),
  )
  const group = Float64Array.from(usable, (one) => (one.attributes[attribute] === contrast.value ? 1 : 0))
  const n = group.reduce((sum, member) => sum + member, 0)
  if (n < SMALLEST_GROUP || usable.length - n < SMALLEST_GROUP) return null
  const result = permute(
    Float64Array.from(usable, (one) => outcomeOf(one, outcome)!),
    group,
    numbered(usable.map((one) => one.brand)),
    numbered(usable.map((one) => one.scenario)),
    seed,
    [attribute, contrast.value, outcome, sector ?? ''],
  )
  if (!result) return null
  const shown = (value: number) => (outcome === 'delay' ? Math.exp(value) : value)
  return {
    attribute,
    ...contrast,
    outcome,
    sector,
    effect: shown(result.effect),
    interval: {
      low: shown(result.effect - Z95 * result.error),
      high: shown(result.effect + Z95 * result.error),
      level: 0.95,
    },
    p: result.p,
    n,
    nReference: usable.length - n,
    significant: outcome === 'mark' && result.p < EQUAL_TREATMENT_LEVEL,
  }
}

/**
 * Compares the treatment of personas by every attribute, over the edition and in every sector.
 * Comparisons with fewer than five exchanges on a side, or without variation within brands, are left out.
 * @param seed the edition's seed: same exchanges, same result, in whatever order they are given
 */
export function measureEqualTreatment(observations: readonly TreatmentObservation[], seed: number): TreatmentEffect[] {
  const key = ({ brand, scenario }: TreatmentObservation) => `${brand}\n${scenario}`
  const ordered = observations.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  const attributes = [...new Set(ordered.flatMap((one) => Object.keys(one.attributes)))].sort()
  const sectors = [...new Set(ordered.map((one) => one.sector))].sort()
  const effects: TreatmentEffect[] = []
  for (const attribute of attributes) {
    const pairs = contrasts(ordered.flatMap((one) => one.attributes[attribute] ?? []))
    for (const sector of [null, ...(sectors.length > 1 ? sectors : [])]) {
      const members = sector === null ? ordered : ordered.filter((one) => one.sector === sector)
      for (const contrast of pairs) {
        for (const outcome of ['mark', 'answered', 'delay'] as const) {
          const effect = compare(members, attribute, contrast, outcome, sector, seed)
          if (effect) effects.push(effect)
        }
      }
    }
  }
  return effects
}
