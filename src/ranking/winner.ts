/**
 * Who cannot be told from the winner: multiple comparisons with the best (Hsu, Ann. Statist. 9, 1981). The winner is the
 * luckiest of many, so a plain paired test against it would call equal brands worse; the critical value is that of the
 * largest of all differences, simulated from the edition's own studentised draws. Differences are paired over the scenarios
 * both brands have, with moderated variances, since five pairs alone have only 32 sign patterns.
 */
import type { MarkMatrix } from './moderated-variance.js'
import { createRandom } from './random.js'

/** What the comparison needs. */
export interface WinnerInput {
  readonly matrix: MarkMatrix
  /** Competition ranks; null for brands without an index. */
  readonly ranks: readonly (number | null)[]
  /** Standard error of each index. */
  readonly standardError: Float64Array
  /** Marks behind each index. */
  readonly count: Int32Array
  /** Studentised draws for brands of each number of marks. */
  readonly drawsOf: (brand: number) => Float64Array
  readonly seed: number
}

const SIMULATIONS = 2_000

/** Brands beyond which the largest difference is simulated over as many only: it grows with the square root of the logarithm. */
const MOST_SIMULATED = 500

/** 95 % point of the largest standardised difference between any other brand and a given one. */
function criticalValue(draws: Float64Array, brands: number, seed: number): number {
  const random = createRandom(seed, 'winner', brands)
  const others = Math.min(MOST_SIMULATED, brands - 1)
  const largest = new Float64Array(SIMULATIONS)
  for (let simulation = 0; simulation < SIMULATIONS; simulation += 1) {
    const own = draws[random.below(draws.length)]!
    let best = Number.NEGATIVE_INFINITY
    for (let other = 0; other < others; other += 1) {
      const drawn = draws[random.below(draws.length)]!
      if (drawn > best) best = drawn
    }
    largest[simulation] = (best - own) / Math.SQRT2
  }
  largest.sort()
  return largest[Math.ceil(0.95 * SIMULATIONS) - 1]!
}

/** Mean difference between winner and brand over the scenarios both have, and their number. */
function pairedDifference(
  { scenarios, marks }: MarkMatrix,
  winner: number,
  brand: number,
): { mean: number; n: number } {
  let sum = 0
  let n = 0
  for (let scenario = 0; scenario < scenarios; scenario += 1) {
    const difference = marks[winner * scenarios + scenario]! - marks[brand * scenarios + scenario]!
    if (Number.isNaN(difference)) continue
    sum += difference
    n += 1
  }
  return { mean: n > 0 ? sum / n : 0, n }
}

/**
 * True for every brand that the data do not show to be worse than the winner, in the order of the brands.
 * The set so marked holds the truly best brand in at least 95 of 100 editions.
 */
export function indistinguishableFromWinner(input: WinnerInput): boolean[] {
  const { ranks, matrix, standardError, count } = input
  const winner = ranks.indexOf(1)
  if (winner < 0) return ranks.map(() => false)
  const ranked = ranks.filter((rank) => rank !== null).length
  const known = !Number.isNaN(standardError[winner]!)
  const critical = ranked > 1 && known ? criticalValue(input.drawsOf(winner), ranked, input.seed) : 0
  return ranks.map((rank, brand) => {
    if (rank === null) return false
    if (rank === 1 || !known || Number.isNaN(standardError[brand]!)) return true
    const { mean, n } = pairedDifference(matrix, winner, brand)
    if (n === 0) return true
    // Standard errors speak of all marks of a brand; over fewer shared scenarios each grows accordingly.
    const own = standardError[brand]! ** 2 * (count[brand]! / n)
    const best = standardError[winner]! ** 2 * (count[winner]! / n)
    return mean <= critical * Math.sqrt(own + best)
  })
}
