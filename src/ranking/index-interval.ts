/**
 * Interval of a brand's index: the expected marks that the data do not contradict. A bootstrap-t whose pivot
 * t(μ) = (mean − μ)/√(V(μ)/n) is solved for μ (a score interval, as Wilson's is for shares), V being the moderated variance.
 * It stays inside 0–100, leans inward at the ends, and gives a silent brand an upper limit where a plain bootstrap gives 0–0.
 */
import type { Interval } from '../domain/standing.js'
import { curveVariance, moderatedDegrees, moderatedVariance, type Spread } from './moderated-variance.js'

/** Variance of one mark at an expected mark `mu`, at most what marks between 0 and 100 can have. */
function boundedVariance(spread: Spread, brand: number, mu: number): number {
  return Math.min(moderatedVariance(spread, brand, mu), mu * (100 - mu))
}

/**
 * At least the common curve's variance. Seven marks that happen to agree say nothing of an expected mark far from them, and among
 * hundreds of brands some do happen to agree: intervals that hold for all at once must not rest on it.
 */
function cautiousVariance(spread: Spread, brand: number, mu: number): number {
  const curve = spread.priorDegrees > 0 ? curveVariance(spread, mu) : 0
  return Math.min(Math.max(moderatedVariance(spread, brand, mu), curve), mu * (100 - mu))
}

/** Where the pivot crosses `target` between the mean (pivot 0) and `outside` (0 or 100). */
function crossing(
  spread: Spread,
  brand: number,
  target: number,
  outside: number,
  varianceAt: typeof boundedVariance,
): number {
  const mean = spread.mean[brand]!
  const n = spread.count[brand]!
  let near = mean
  let far = outside
  for (let step = 0; step < 40; step += 1) {
    const mu = (near + far) / 2
    const distance = Math.abs(mean - mu)
    // Multiplied out, so that a variance of zero at the very end needs no division.
    if (distance < target * Math.sqrt(varianceAt(spread, brand, mu) / n)) near = mu
    else far = mu
  }
  return (near + far) / 2
}

/**
 * Interval of the index of one brand.
 * @param quantiles bootstrapped t quantiles for this number of marks, `low` < 0 < `high`
 * @param forAll true for intervals that hold for all brands of a table at once, with quantiles so far out
 * @returns null where nothing tells the spread (a single mark in a single-brand edition)
 */
export function indexInterval(
  spread: Spread,
  brand: number,
  quantiles: { readonly low: number; readonly high: number },
  forAll = false,
): Interval | null {
  const varianceAt = forAll ? cautiousVariance : boundedVariance
  const mean = spread.mean[brand]!
  if (Number.isNaN(mean) || moderatedDegrees(spread, brand) === 0) return null
  return {
    low: mean <= 0 ? 0 : crossing(spread, brand, quantiles.high, 0, varianceAt),
    high: mean >= 100 ? 100 : crossing(spread, brand, -quantiles.low, 100, varianceAt),
    level: 0.95,
  }
}

/** Standard error of a brand's index around its own mean, drawn a little inward so that it is never zero at 0 or 100. */
export function indexStandardError(spread: Spread, brand: number): number {
  const n = spread.count[brand]!
  // Agresti & Coull's four pseudo-observations, in marks.
  const inward = (spread.mean[brand]! * n + 200) / (n + 4)
  const variance = boundedVariance(spread, brand, inward)
  return Number.isNaN(variance) ? Number.NaN : Math.sqrt(variance / n)
}
