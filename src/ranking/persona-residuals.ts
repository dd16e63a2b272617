/**
 * What is left of each persona's exchanges once brand and scenario are taken out. Personas are the units that a comparison of
 * attributes rests on: ten letters by one name tell of that name, not of all who share its origin (Judd, Westfall & Kenny, JPSP 103, 2012).
 */

/** One exchange: who wrote, to whom, about what, and what came of it. */
export interface PersonaExchange {
  readonly persona: string
  readonly brand: string
  readonly scenario: string
  readonly outcome: number
}

/** Sums by persona after brand and scenario, and how much of each persona's exchanges they leave. */
export interface PersonaResiduals {
  /** In alphabetical order. */
  readonly personas: readonly string[]
  /** Exchanges of each. */
  readonly count: Int32Array
  /** Sum of each persona's residuals. */
  readonly sum: Float64Array
  /** Row-major personas × personas: inner products of their indicators after brand and scenario; the sums' covariance but for the noise. */
  readonly gram: Float64Array
}

function numbered(keys: readonly string[]): { of: Int32Array; size: number } {
  const numbers = new Map<string, number>()
  const of = Int32Array.from(keys, (key) => {
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  })
  return { of, size: numbers.size }
}

/** Takes group means out in place by alternating projections: exact after one round where every brand has every scenario. */
function takeOutMeans(values: Float64Array, groups: readonly { of: Int32Array; size: number }[]): void {
  for (let round = 0; round < 60; round += 1) {
    let moved = 0
    for (const { of, size } of groups) {
      const sum = new Float64Array(size)
      const count = new Int32Array(size)
      for (let index = 0; index < values.length; index += 1) {
        sum[of[index]!]! += values[index]!
        count[of[index]!]! += 1
      }
      for (let group = 0; group < size; group += 1) {
        sum[group]! /= count[group]!
        moved = Math.max(moved, Math.abs(sum[group]!))
      }
      for (let index = 0; index < values.length; index += 1) values[index]! -= sum[of[index]!]!
    }
    if (moved < 1e-9) break
  }
}

/** Sums and inner products by persona. */
export function personaResiduals(exchanges: readonly PersonaExchange[]): PersonaResiduals {
  const personas = [...new Set(exchanges.map((one) => one.persona))].sort()
  const place = new Map(personas.map((persona, index) => [persona, index]))
  const personaOf = Int32Array.from(exchanges, (one) => place.get(one.persona)!)
  const groups = [numbered(exchanges.map((one) => one.brand)), numbered(exchanges.map((one) => one.scenario))]
  const size = personas.length
  const count = new Int32Array(size)
  const sum = new Float64Array(size)
  const gram = new Float64Array(size * size)
  const outcome = Float64Array.from(exchanges, (one) => one.outcome)
  takeOutMeans(outcome, groups)
  for (let index = 0; index < exchanges.length; index += 1) {
    count[personaOf[index]!]! += 1
    sum[personaOf[index]!]! += outcome[index]!
  }
  for (let persona = 0; persona < size; persona += 1) {
    const indicator = Float64Array.from(personaOf, (one) => (one === persona ? 1 : 0))
    takeOutMeans(indicator, groups)
    for (let index = 0; index < exchanges.length; index += 1)
      gram[persona * size + personaOf[index]!]! += indicator[index]!
  }
  return { personas, count, sum, gram }
}
