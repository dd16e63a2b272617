/**
 * Limited-memory BFGS: Nocedal & Wright 2006, "Numerical Optimization", algorithms 7.4 and 7.5, with a backtracking line search
 * (Armijo). Deterministic: no randomness, sums in array order.
 */

/** Value of a function; writes its gradient into `gradient`. */
export type Differentiable = (at: Float64Array, gradient: Float64Array) => number

const MEMORY = 8
const SUFFICIENT_DECREASE = 1e-4
const MOST_HALVINGS = 20
/** Stops where the value falls by less than this share in one iteration. */
const TOLERANCE = 1e-7

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}

interface Step {
  readonly moved: Float64Array
  readonly turned: Float64Array
  readonly inverse: number
}

/** Direction of descent: minus the approximate inverse Hessian times the gradient. */
function direction(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const result = gradient.map((value) => -value)
  const shares: number[] = []
  for (const { moved, turned, inverse } of steps.toReversed()) {
    const share = inverse * dot(moved, result)
    shares.push(share)
    for (let at = 0; at < result.length; at++) result[at] = result[at]! - share * turned[at]!
  }
  const last = steps.at(-1)
  if (last) {
    const scale = 1 / (last.inverse * dot(last.turned, last.turned))
    for (let at = 0; at < result.length; at++) result[at] = result[at]! * scale
  }
  for (const { moved, turned, inverse } of steps) {
    const share = shares.pop()! - inverse * dot(turned, result)
    for (let at = 0; at < result.length; at++) result[at] = result[at]! + share * moved[at]!
  }
  return result
}

/** Minimises a smooth function from a start; returns the best point found. */
export function minimise(start: Float64Array, loss: Differentiable, iterations: number): Float64Array {
  let point = start
  let gradient: Float64Array = new Float64Array(start.length)
  let value = loss(point, gradient)
  const steps: Step[] = []
  for (let round = 0; round < iterations; round++) {
    const way = direction(gradient, steps)
    const slope = dot(way, gradient)
    if (slope >= 0) return point
    let length = steps.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1
    let next = point
    const nextGradient: Float64Array = new Float64Array(start.length)
    let nextValue = value
    for (let halving = 0; halving < MOST_HALVINGS; halving++) {
      next = point.map((coordinate, at) => coordinate + length * way[at]!)
      nextValue = loss(next, nextGradient)
      if (nextValue <= value + SUFFICIENT_DECREASE * length * slope) break
      length /= 2
    }
    if (nextValue >= value) return point
    const moved = next.map((coordinate, at) => coordinate - point[at]!)
    const turned = nextGradient.map((coordinate, at) => coordinate - gradient[at]!)
    const curvature = dot(moved, turned)
    if (curvature > 1e-12) steps.push({ moved, turned, inverse: 1 / curvature })
    if (steps.length > MEMORY) steps.shift()
    const gained = value - nextValue
    point = next
    gradient = nextGradient
    value = nextValue
    if (gained < TOLERANCE * Math.abs(value)) return point
  }
  return point
}
