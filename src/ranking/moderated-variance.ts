/**
 * How far a brand's marks scatter, learned from few marks. Five or seven marks say little about their own spread (a brand
 * that happened to answer all five would get no spread at all), so each brand's variance is pulled towards what brands of
 * the same level show: moderated variance (Smyth 2004, empirical Bayes) around a quasi-binomial curve
 * V(μ) = φ(μ)·μ·(100 − μ) (Wedderburn 1974), φ linear in μ. Scenario effects are taken out first: scenarios are fixed strata.
 */

/** Weight of the common curve in degrees of freedom, set by simulation (`npm run accuracy -- intervals`). */
export const PRIOR_DEGREES_OF_FREEDOM = 6

/** Marks of an edition: row-major brands × scenarios, NaN where a probe has no mark. */
export interface MarkMatrix {
  readonly brands: number
  readonly scenarios: number
  /** 0–100. */
  readonly marks: Float64Array
}

/** What is known of each brand's mean and spread. */
export interface Spread {
  /** Mean mark of each brand over the scenarios it has; NaN where it has none. */
  readonly mean: Float64Array
  /** Marks behind each mean. */
  readonly count: Int32Array
  /** Own variance of each brand's marks after scenario effects, unbiased; NaN below two marks. */
  readonly variance: Float64Array
  /** Marks less brand mean and scenario effect, in the order of the matrix; NaN where there is no mark. */
  readonly residuals: Float64Array
  /** φ at μ = 0 and its slope to μ = 100; both NaN where no brand has two marks. */
  readonly dispersion: { readonly atZero: number; readonly atHundred: number }
  /** Degrees of freedom that the curve adds to a brand's own; 0 where there is no other brand to learn from. */
  readonly priorDegrees: number
}

/** Share of the largest possible variance, at least this much: nobody's marks are certain. */
const SMALLEST_DISPERSION = 0.02

/** Variance of a mark around an expected mark `mu` by the common curve. */
export function curveVariance(spread: Pick<Spread, 'dispersion'>, mu: number): number {
  const { atZero, atHundred } = spread.dispersion
  const share = Math.min(1, Math.max(SMALLEST_DISPERSION, atZero + ((atHundred - atZero) * mu) / 100))
  return share * mu * (100 - mu)
}

/** Variance of one mark of a brand when its expected mark is `mu`: own scatter and curve, weighed by degrees of freedom. */
export function moderatedVariance(spread: Spread, brand: number, mu: number): number {
  const own = spread.variance[brand]!
  const ownDegrees = Number.isNaN(own) ? 0 : spread.count[brand]! - 1
  const degrees = spread.priorDegrees + ownDegrees
  if (degrees === 0) return Number.NaN
  const curve = spread.priorDegrees > 0 ? curveVariance(spread, mu) : 0
  return (spread.priorDegrees * curve + (ownDegrees > 0 ? ownDegrees * own : 0)) / degrees
}

/** Degrees of freedom behind a brand's moderated variance. */
export function moderatedDegrees(spread: Spread, brand: number): number {
  return spread.priorDegrees + Math.max(0, spread.count[brand]! - 1)
}

/** Brand means and, by backfitting, scenario effects that add to zero over what each scenario saw. */
function meansAndEffects({ brands, scenarios, marks }: MarkMatrix) {
  const mean = new Float64Array(brands)
  const count = new Int32Array(brands)
  for (let brand = 0; brand < brands; brand += 1) {
    let sum = 0
    for (let scenario = 0; scenario < scenarios; scenario += 1) {
      const mark = marks[brand * scenarios + scenario]!
      if (Number.isNaN(mark)) continue
      sum += mark
      count[brand]! += 1
    }
    mean[brand] = count[brand] ? sum / count[brand]! : Number.NaN
  }
  const effects = new Float64Array(scenarios)
  for (let scenario = 0; scenario < scenarios; scenario += 1) {
    let sum = 0
    let seen = 0
    for (let brand = 0; brand < brands; brand += 1) {
      const mark = marks[brand * scenarios + scenario]!
      if (Number.isNaN(mark)) continue
      sum += mark - mean[brand]!
      seen += 1
    }
    // With a single brand an effect cannot be told from that brand's own scatter.
    effects[scenario] = seen > 1 ? sum / seen : 0
  }
  return { mean, count, effects }
}

/** Two weighted least-squares coefficients of y ≈ a·x1 + b·x2. */
function fitTwo(y: number[], x1: number[], x2: number[], weight: number[]): [number, number] | null {
  let s11 = 0
  let s12 = 0
  let s22 = 0
  let t1 = 0
  let t2 = 0
  for (let index = 0; index < y.length; index += 1) {
    const w = weight[index]!
    s11 += w * x1[index]! * x1[index]!
    s12 += w * x1[index]! * x2[index]!
    s22 += w * x2[index]! * x2[index]!
    t1 += w * x1[index]! * y[index]!
    t2 += w * x2[index]! * y[index]!
  }
  const determinant = s11 * s22 - s12 * s12
  if (!(determinant > 1e-9 * s11 * s22)) return null
  return [(t1 * s22 - t2 * s12) / determinant, (t2 * s11 - t1 * s12) / determinant]
}

/** φ at both ends, from each brand's variance against μ(100 − μ), with φ common where the brands do not tell a slope. */
function fitDispersion(mean: Float64Array, count: Int32Array, variance: Float64Array) {
  const y: number[] = []
  const low: number[] = []
  const high: number[] = []
  const weight: number[] = []
  let sumVariance = 0
  let sumLargest = 0
  for (let brand = 0; brand < mean.length; brand += 1) {
    const own = variance[brand]!
    if (Number.isNaN(own)) continue
    const mu = mean[brand]!
    // E[m(100 − m)] falls short of μ(100 − μ) by the variance of the mean.
    const largest = mu * (100 - mu) + own / count[brand]!
    const degrees = count[brand]! - 1
    y.push(own)
    low.push(largest * (1 - mu / 100))
    high.push((largest * mu) / 100)
    // A variance estimate scatters in proportion to its size squared; the bound keeps silent brands from dominating.
    weight.push(degrees / (largest + 100) ** 2)
    sumVariance += degrees * own
    sumLargest += degrees * largest
  }
  if (y.length === 0) return { atZero: Number.NaN, atHundred: Number.NaN }
  const common = sumLargest > 0 ? sumVariance / sumLargest : 1
  const fitted = y.length >= 8 ? fitTwo(y, low, high, weight) : null
  const clamp = (value: number) => Math.min(1, Math.max(SMALLEST_DISPERSION, value))
  if (!fitted) return { atZero: clamp(common), atHundred: clamp(common) }
  return { atZero: clamp(fitted[0]), atHundred: clamp(fitted[1]) }
}

/** Means, residuals and the common variance curve of an edition. */
export function measureSpread(matrix: MarkMatrix): Spread {
  const { brands, scenarios, marks } = matrix
  const { mean, count, effects } = meansAndEffects(matrix)
  const residuals = new Float64Array(brands * scenarios).fill(Number.NaN)
  const variance = new Float64Array(brands).fill(Number.NaN)
  let learned = 0
  // Degrees of freedom that the scenario effects took, spread over the brands.
  const correction = brands > 1 ? brands / (brands - 1) : 1
  for (let brand = 0; brand < brands; brand += 1) {
    const n = count[brand]!
    let shift = 0
    for (let scenario = 0; scenario < scenarios; scenario += 1) {
      if (!Number.isNaN(marks[brand * scenarios + scenario]!)) shift += effects[scenario]! / n
    }
    let squares = 0
    for (let scenario = 0; scenario < scenarios; scenario += 1) {
      const mark = marks[brand * scenarios + scenario]!
      if (Number.isNaN(mark)) continue
      const residual = mark - mean[brand]! - effects[scenario]! + shift
      residuals[brand * scenarios + scenario] = residual
      squares += residual * residual
    }
    if (n > 1) {
      variance[brand] = (squares / (n - 1)) * correction
      learned += n - 1
    }
  }
  const own = count.reduce((largest, n) => Math.max(largest, n - 1), 0)
  return {
    mean,
    count,
    variance,
    residuals,
    dispersion: fitDispersion(mean, count, variance),
    // What others teach is never more than what they themselves measured.
    priorDegrees: Math.max(0, Math.min(PRIOR_DEGREES_OF_FREEDOM, learned - own)),
  }
}
