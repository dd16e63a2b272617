/**
 * The special functions that exact intervals and tests rest on: log-gamma, incomplete gamma and beta, and the normal, t,
 * chi-square, Poisson and binomial distributions built on them. Accuracy: relative 1e-12 or better in the ranges used here.
 * Sources: Lanczos 1964 (g = 7, nine terms) for log-gamma; series and Lentz's continued fractions as in DLMF §8.11, §8.9, §8.17.
 */

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** Relative size below which a term of a series no longer counts. */
const EPSILON = 1e-16
const TINY = 1e-300

/** Natural logarithm of Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  let sum = LANCZOS[0]!
  for (let index = 1; index < LANCZOS.length; index += 1) sum += LANCZOS[index]! / (shifted + index)
  const base = shifted + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum)
}

/** Regularised lower incomplete gamma P(a, x), a > 0, x ≥ 0; and its complement Q where `upper`. */
export function incompleteGamma(a: number, x: number, upper = false): number {
  if (x <= 0) return upper ? 1 : 0
  const scale = Math.exp(-x + a * Math.log(x) - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < 10_000 && term > sum * EPSILON; n += 1) {
      term *= x / (a + n)
      sum += term
    }
    return upper ? 1 - sum * scale : sum * scale
  }
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < 10_000; n += 1) {
    const numerator = -n * (n - a)
    b += 2
    d = numerator * d + b
    if (Math.abs(d) < TINY) d = TINY
    c = b + numerator / c
    if (Math.abs(c) < TINY) c = TINY
    d = 1 / d
    const change = d * c
    fraction *= change
    if (Math.abs(change - 1) < 1e-15) break
  }
  return upper ? scale * fraction : 1 - scale * fraction
}

/** Regularised incomplete beta I_x(a, b), a, b > 0, 0 ≤ x ≤ 1. */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The continued fraction converges fast only below the mean; above it the symmetric form does.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x)
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  let c = 1
  let d = 1 - ((a + b) * x) / (a + 1)
  if (Math.abs(d) < TINY) d = TINY
  d = 1 / d
  let fraction = d
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 + even * d
    if (Math.abs(d) < TINY) d = TINY
    c = 1 + even / c
    if (Math.abs(c) < TINY) c = TINY
    d = 1 / d
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 + odd * d
    if (Math.abs(d) < TINY) d = TINY
    c = 1 + odd / c
    if (Math.abs(c) < TINY) c = TINY
    d = 1 / d
    const change = d * c
    fraction *= change
    if (Math.abs(change - 1) < 1e-15) break
  }
  return scale * fraction
}

/** Standard normal distribution function Φ(z). */
export function normalCdf(z: number): number {
  const half = 0.5 * incompleteGamma(0.5, (z * z) / 2, true)
  return z > 0 ? 1 - half : half
}

/**
 * Root of an increasing function in [low, high] by bisection; both ends are taken as bounds, not evaluated.
 * Slow and certain; only used for a handful of quantiles.
 */
export function invertIncreasing(evaluate: (x: number) => number, target: number, low: number, high: number): number {
  let below = low
  let above = high
  for (let step = 0; step < 200; step += 1) {
    const middle = (below + above) / 2
    if (middle <= below || middle >= above) break
    if (evaluate(middle) < target) below = middle
    else above = middle
  }
  return (below + above) / 2
}

/** Quantile of the standard normal distribution, 0 < p < 1. */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0
  // The lower tail keeps its relative precision, the upper one would lose it in 1 − p.
  if (p > 0.5) return -normalQuantile(1 - p)
  return invertIncreasing(normalCdf, p, -40, 0)
}

/** Two-sided 95 % point of the standard normal distribution, 1.959963984540054. */
export const Z95 = normalQuantile(0.975)

/** Student's t distribution function with `df` > 0 degrees of freedom. */
export function studentCdf(t: number, df: number): number {
  const tail = 0.5 * incompleteBeta(df / 2, 0.5, df / (df + t * t))
  return t > 0 ? 1 - tail : tail
}

/** Quantile of Student's t distribution, 0 < p < 1; degrees of freedom may be fractional. */
export function studentQuantile(p: number, df: number): number {
  if (p === 0.5) return 0
  if (p < 0.5) return -studentQuantile(1 - p, df)
  return invertIncreasing((t) => studentCdf(t, df), p, 0, 1e6)
}

/** Probability of `k` under Binomial(n, p). */
export function binomialProbability(k: number, n: number, p: number): number {
  if (p <= 0) return k === 0 ? 1 : 0
  if (p >= 1) return k === n ? 1 : 0
  return Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p))
}

/** Probability of at most `k` under Binomial(n, p). */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  return 1 - incompleteBeta(k + 1, n - k, p)
}

/**
 * Quantile of the gamma distribution with shape `a` and scale 1, 0 < p < 1, by Newton steps from the Wilson–Hilferty start.
 * Relative accuracy 1e-12.
 */
export function gammaQuantile(p: number, a: number): number {
  const z = normalQuantile(p)
  const cube = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))
  let x = a * cube ** 3
  // For small shapes the cube can go negative; the leading term of the series is exact there.
  if (!(x > a * 0.01)) x = Math.exp((Math.log(p) + logGamma(a + 1)) / a)
  for (let step = 0; step < 60; step += 1) {
    const error = incompleteGamma(a, x) - p
    const density = Math.exp(-x + (a - 1) * Math.log(x) - logGamma(a))
    const newton = error / density
    // Halley's correction; halving keeps x positive.
    const halley = newton / Math.max(0.5, 1 - 0.5 * Math.min(1, newton * ((a - 1) / x - 1)))
    const next = x - halley > 0 ? x - halley : x / 2
    if (Math.abs(next - x) <= 1e-14 * x) return next
    x = next
  }
  return x
}
