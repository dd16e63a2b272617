/**
 * Stratified bootstrap over scenarios (Efron 1979; studentised: Efron & Tibshirani 1993 ch. 12), seeded. Each draw takes,
 * for every scenario of a brand, one standardised residual from that scenario's stratum (all brands' residuals in it), and
 * divides their mean by the spread re-estimated from the draw itself. The draws so made imitate
 * t = (mean − expected) / standard error, whose distribution is what small samples get wrong.
 */
import { moderatedVariance, type Spread } from './moderated-variance.js'
import { randomState } from './random.js'

/** Standardised residuals of every scenario, one array a stratum: unit variance, mean zero. */
export function standardisedStrata(spread: Spread, scenarios: number): Float64Array[] {
  const brands = spread.mean.length
  const strata: Float64Array[] = []
  for (let scenario = 0; scenario < scenarios; scenario += 1) {
    const values: number[] = []
    for (let brand = 0; brand < brands; brand += 1) {
      const residual = spread.residuals[brand * scenarios + scenario]!
      if (Number.isNaN(residual) || spread.count[brand]! < 2) continue
      // A mean at the very end (silent brand) has no variance to scale by; the smallest step inside keeps it finite.
      const mu = Math.min(99, Math.max(1, spread.mean[brand]!))
      const variance = moderatedVariance(spread, brand, mu)
      if (variance > 0) values.push(residual / Math.sqrt(variance))
    }
    strata.push(Float64Array.from(values))
  }
  centreAndScale(strata)
  return strata
}

/** Brings each stratum to mean zero and all of them to variance one, in place. */
function centreAndScale(strata: readonly Float64Array[]): void {
  let squares = 0
  let count = 0
  for (const stratum of strata) {
    let sum = 0
    for (const value of stratum) sum += value
    const mean = stratum.length > 0 ? sum / stratum.length : 0
    for (let index = 0; index < stratum.length; index += 1) {
      stratum[index]! -= mean
      squares += stratum[index]! ** 2
      count += 1
    }
  }
  const scale = squares > 0 ? Math.sqrt(count / squares) : 1
  for (const stratum of strata) for (let index = 0; index < stratum.length; index += 1) stratum[index]! *= scale
}

/**
 * Draws studentised means for a brand with `n` marks.
 * @param strata standardised residuals by scenario; a brand with fewer marks than scenarios draws from the first `n` in turn
 * @param size number of draws
 */
export function drawStudentised(
  strata: readonly Float64Array[],
  n: number,
  priorDegrees: number,
  size: number,
  seed: number,
): Float64Array {
  const draws = new Float64Array(size)
  const usable = strata.filter((stratum) => stratum.length > 0)
  if (usable.length === 0 || n < 1) return draws
  let [s0, s1, s2, s3] = randomState(seed, ['stratified-bootstrap', n]) as unknown as [number, number, number, number]
  const degrees = priorDegrees + n - 1
  for (let draw = 0; draw < size; draw += 1) {
    let sum = 0
    let squares = 0
    for (let item = 0; item < n; item += 1) {
      const stratum = usable[(draw + item) % usable.length]!
      // xoshiro128**, written out: a call per number would double the time of the loop.
      const scrambled = Math.imul(s1, 5)
      const bits = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0
      const shifted = s1 << 9
      s2 ^= s0
      s3 ^= s1
      s1 ^= s2
      s0 ^= s3
      s2 ^= shifted
      s3 = (s3 << 11) | (s3 >>> 21)
      const value = stratum[Math.floor((bits * stratum.length) / 4_294_967_296)]!
      sum += value
      squares += value * value
    }
    const mean = sum / n
    const own = Math.max(0, squares - n * mean * mean)
    const variance = degrees > 0 ? (priorDegrees + own) / degrees : 1
    draws[draw] = variance > 1e-12 ? mean / Math.sqrt(variance / n) : 0
  }
  return draws
}

/** Quantile of unsorted values, linear between order statistics (R type 7). */
export function quantile(sorted: Float64Array, p: number): number {
  const position = (sorted.length - 1) * p
  const below = Math.floor(position)
  const above = Math.min(sorted.length - 1, below + 1)
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (position - below)
}
