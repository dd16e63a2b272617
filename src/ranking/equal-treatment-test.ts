/**
 * Tests of several contrasts between personas at once: studentised effects whose largest one is compared with the largest over
 * shuffles of the personas' residuals (max-T of Westfall & Young, Resampling-Based Multiple Testing, 1993). The personas are
 * shuffled, not their exchanges, so that the quirk of a name is not taken for the treatment of its origin.
 */
import type { PersonaResiduals } from './persona-residuals.js'
import { createRandom } from './random.js'

/** A contrast: personas with 1 against those with 0, other columns held. */
export interface PersonaContrast {
  readonly id: string
  /** In the order of the personas. */
  readonly column: Float64Array
  /** Columns of other attributes, whose effects are taken out first. */
  readonly held: readonly Float64Array[]
}

/** One contrast, measured. */
export interface ContrastResult {
  readonly id: string
  readonly effect: number
  /** Standard error, personas being a sample of all who could have written. */
  readonly error: number
  /** |effect| / error. */
  readonly statistic: number
  /** |statistic| of each shuffle. */
  readonly shuffled: Float64Array
}

/** Fewest degrees of freedom from which a spread between personas is learned. */
const FEWEST_DEGREES = 3

/** A contrast of which less than this share is its own, other attributes held, is confounded and not tested. */
const LEAST_OWN_SHARE = 0.1

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!
  return sum
}

/** Adds a vector to an orthonormal basis under an inner product; what lies in its span already is left out. */
function extend(
  basis: Float64Array[],
  vector: Float64Array,
  inner: (a: Float64Array, b: Float64Array) => number,
): void {
  const rest = without(vector, basis, inner)
  const size = inner(rest, rest)
  if (size <= 1e-8 * Math.max(1e-12, inner(vector, vector))) return
  basis.push(rest.map((value) => value / Math.sqrt(size)))
}

function without(
  vector: Float64Array,
  basis: readonly Float64Array[],
  inner: (a: Float64Array, b: Float64Array) => number,
): Float64Array {
  const rest = vector.slice()
  for (const direction of basis) {
    const share = inner(rest, direction)
    for (let index = 0; index < rest.length; index += 1) rest[index]! -= share * direction[index]!
  }
  return rest
}

/**
 * Measures contrasts over one set of exchanges; those that the design cannot tell are left out.
 * @param labels name the stream of chance
 */
export function testContrasts(
  residuals: PersonaResiduals,
  contrasts: readonly PersonaContrast[],
  shuffles: number,
  seed: number,
  labels: readonly string[],
): ContrastResult[] {
  const { sum, gram } = residuals
  const size = sum.length
  const weight = Float64Array.from({ length: size }, (_, persona) =>
    Math.sqrt(Math.max(0, gram[persona * size + persona]!)),
  )
  const residual = sum.map((value, persona) => (weight[persona]! > 1e-6 ? value / weight[persona]! : 0))
  const present = weight.reduce((number, value) => number + (value > 1e-6 ? 1 : 0), 0)
  const inGram = (a: Float64Array, b: Float64Array) => {
    let total = 0
    for (let row = 0; row < size; row += 1) {
      if (a[row] === 0) continue
      let line = 0
      for (let other = 0; other < size; other += 1) line += gram[row * size + other]! * b[other]!
      total += a[row]! * line
    }
    return total
  }
  const weighted = (column: Float64Array) => column.map((value, persona) => value * weight[persona]!)
  // Whatever the contrasts and the columns held explain is no spread between personas.
  const explained: Float64Array[] = []
  extend(explained, weight, dot)
  const measured = contrasts.flatMap(({ id, column, held }) => {
    const nuisance: Float64Array[] = []
    for (const other of held) extend(nuisance, other, inGram)
    const own = without(column, nuisance, inGram)
    const square = inGram(own, own)
    if (!(square > LEAST_OWN_SHARE * inGram(column, column)) || square < 1e-6) return []
    for (const one of [column, ...held]) extend(explained, weighted(one), dot)
    const direction = without(weighted(own), [weight.map((value) => value / Math.sqrt(dot(weight, weight)))], dot)
    const length = Math.sqrt(dot(direction, direction))
    return length > 1e-9 ? [{ id, numerator: dot(own, sum), square, direction: direction.map((x) => x / length) }] : []
  })
  const degrees = present - explained.length
  if (measured.length === 0 || degrees < FEWEST_DEGREES) return []
  const total = dot(residual, residual)
  const spread = (values: Float64Array) => {
    let rest = total
    for (const direction of explained) rest -= dot(direction, values) ** 2
    return Math.sqrt(Math.max(1e-12 * (total + 1e-12), rest) / degrees)
  }
  const found = spread(residual)
  const shuffled = measured.map(() => new Float64Array(shuffles))
  const random = createRandom(seed, 'equal-treatment', ...labels)
  const places = [...weight.keys()].filter((persona) => weight[persona]! > 1e-6)
  const order = Int32Array.from(places)
  const values = new Float64Array(size)
  for (let shuffle = 0; shuffle < shuffles; shuffle += 1) {
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = random.below(last + 1)
      const kept = order[last]!
      order[last] = order[other]!
      order[other] = kept
    }
    for (let place = 0; place < order.length; place += 1) values[places[place]!] = residual[order[place]!]!
    const noise = spread(values)
    measured.forEach(({ direction }, contrast) => {
      shuffled[contrast]![shuffle] = Math.abs(dot(direction, values)) / noise
    })
  }
  return measured.map(({ id, numerator, square }, contrast) => {
    const error = found / Math.sqrt(square)
    const effect = numerator / square
    return { id, effect, error, statistic: Math.abs(effect) / error, shuffled: shuffled[contrast]! }
  })
}

/** Adjusted p values of a family and the statistic from which one is significant at the level. */
export interface FamilyTest {
  /** In the order of the results. */
  readonly adjusted: readonly number[]
  readonly critical: number
}

/** Tests a family by its largest statistic; results of different sets of exchanges may stand in it. */
export function testFamily(results: readonly ContrastResult[], level: number): FamilyTest {
  const shuffles = results[0]?.shuffled.length ?? 0
  const largest = new Float64Array(shuffles)
  for (const { shuffled } of results)
    for (let shuffle = 0; shuffle < shuffles; shuffle += 1)
      largest[shuffle] = Math.max(largest[shuffle]!, shuffled[shuffle]!)
  largest.sort()
  const adjusted = results.map(({ statistic }) => {
    let atLeast = 0
    while (atLeast < shuffles && largest[shuffles - 1 - atLeast]! >= statistic - 1e-12) atLeast += 1
    // The observed order counts among the shuffles (Phipson & Smyth 2010).
    return (atLeast + 1) / (shuffles + 1)
  })
  const allowed = Math.floor(level * (shuffles + 1)) - 1
  return { adjusted, critical: allowed < 0 ? Number.POSITIVE_INFINITY : (largest[shuffles - 1 - allowed] ?? 0) }
}
