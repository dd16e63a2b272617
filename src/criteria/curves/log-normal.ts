/**
 * The scoring curve Lighthouse uses: the complement of a log-normal distribution function through two control points.
 * Score 0.9 at `good`, 0.5 at `typical`; smaller values are better.
 */

/** Two control points of the curve; 0 < `good` < `typical`, in the unit of the value. */
export interface ControlPoints {
  /** Value that scores 0.9. */
  readonly good: number
  /** Value that scores 0.5 (the median of the distribution). */
  readonly typical: number
}

/** z with Φ(z) = 0.9, so that the score at `good` is 0.9. */
const Z_AT_GOOD = 1.2815515655446004

/**
 * Complementary error function, Chebyshev fit with a relative error below 1.2e-7 everywhere
 * (Numerical Recipes, 2nd ed., §6.2, `erfcc`).
 */
function complementaryErrorFunction(x: number): number {
  const z = Math.abs(x)
  const t = 1 / (1 + z / 2)
  const polynomial =
    -1.26551223 +
    t *
      (1.00002368 +
        t *
          (0.37409196 +
            t *
              (0.09678418 +
                t *
                  (-0.18628806 +
                    t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277))))))))
  const tail = t * Math.exp(-z * z + polynomial)
  return x >= 0 ? tail : 2 - tail
}

/**
 * Score of a value: 1 − Φ((ln value − ln typical) / σ), σ from the two control points.
 * Rounded to 6 decimals, below the fit's error, so that every machine gives the same figure.
 * @param value ≥ 0; 0 scores 1
 * @returns 0 (worst) to 1 (best)
 */
export function logNormalScore({ good, typical }: ControlPoints, value: number): number {
  if (value <= 0) return 1
  const sigma = (Math.log(typical) - Math.log(good)) / Z_AT_GOOD
  const z = (Math.log(value) - Math.log(typical)) / sigma
  return Math.round((complementaryErrorFunction(z / Math.SQRT2) / 2) * 1e6) / 1e6
}

/**
 * Checks control points for `checkOptions`.
 * @returns what is wrong in a sentence; null where nothing is
 */
export function checkControlPoints({ good, typical }: ControlPoints): string | null {
  if (!(good > 0)) return `good must be above 0, not ${good}`
  if (!(good < typical)) return `good (${good}) must be below typical (${typical})`
  return null
}
