/**
 * Indices pulled to the mean of all by their reliability (empirical Bayes: Efron & Morris 1975): what a brand would most likely
 * show if it were asked again. Observed indices of few marks spread more than the true ones.
 */

/** What is known of each brand's index. */
interface MeasuredIndices {
  /** NaN for brands without an index. */
  readonly mean: Float64Array
  readonly standardError: Float64Array
}

/** Indices pulled to the edition's mean. */
export interface PulledIndices {
  /** The shrunken index; NaN where there is none. */
  readonly centre: Float64Array
  /** Its standard error. */
  readonly width: Float64Array
  /** Share of what is seen that is the brand's own, 0–1; NaN where there is no index. */
  readonly reliability: Float64Array
}

/** Variance of the true indices over the brands: what is seen less what chance adds, never quite zero. */
export function betweenBrandVariance(mean: Float64Array, standardError: Float64Array): number {
  let n = 0
  let sum = 0
  let noise = 0
  for (let brand = 0; brand < mean.length; brand += 1) {
    if (Number.isNaN(mean[brand]!)) continue
    n += 1
    sum += mean[brand]!
    noise += standardError[brand]! ** 2
  }
  if (n < 2) return 0
  const centre = sum / n
  let squares = 0
  for (const value of mean) if (!Number.isNaN(value)) squares += (value - centre) ** 2
  const chance = noise / n
  // The estimate's own standard error when nothing differs: below it, "no difference" is not known either.
  return Math.max(squares / (n - 1) - chance, chance * Math.sqrt(2 / (n - 1)))
}

/** Pulls each index to the mean of all, the more the less reliable it is. */
export function pulledToMean({ mean, standardError }: MeasuredIndices): PulledIndices {
  const between = betweenBrandVariance(mean, standardError)
  let weight = 0
  let weighted = 0
  for (let brand = 0; brand < mean.length; brand += 1) {
    if (Number.isNaN(mean[brand]!)) continue
    const w = 1 / (between + standardError[brand]! ** 2 + 1e-12)
    weight += w
    weighted += w * mean[brand]!
  }
  const grand = weight > 0 ? weighted / weight : 0
  const centre = new Float64Array(mean.length)
  const width = new Float64Array(mean.length)
  const reliabilities = new Float64Array(mean.length)
  for (let brand = 0; brand < mean.length; brand += 1) {
    const error = standardError[brand]!
    const reliability = between + error * error > 0 ? between / (between + error * error) : 1
    centre[brand] = grand + reliability * (mean[brand]! - grand)
    width[brand] = Math.sqrt(reliability) * error
    reliabilities[brand] = Number.isNaN(mean[brand]!) ? Number.NaN : reliability
  }
  return { centre, width, reliability: reliabilities }
}
