/**
 * Variance components of measurements that several factors act on, for full and incomplete designs: Henderson's first method, the
 * analogous analysis of variance by sums of squares T (Brennan, Generalizability Theory, 2001, ch. 7). In a full crossed design
 * it is the usual analysis of variance.
 */
import { ReplymarkError } from '../domain/error.js'

/** One effect of the model: which group of it each observation belongs to. */
export interface VarianceEffect {
  readonly id: string
  /** Group of each observation; the finest effect, every observation a group of its own, is the residual. */
  readonly groupOf: readonly string[]
}

/** Solves a small linear system by elimination with pivots; null where it is singular. */
function solve(matrix: number[][], right: number[]): number[] | null {
  const n = right.length
  const rows = matrix.map((row, index) => [...row, right[index]!])
  for (let column = 0; column < n; column += 1) {
    let pivot = column
    for (let row = column + 1; row < n; row += 1)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    const held = rows[column]!
    rows[column] = rows[pivot]!
    rows[pivot] = held
    if (Math.abs(rows[column]![column]!) < 1e-9) return null
    for (let row = 0; row < n; row += 1) {
      if (row === column) continue
      const factor = rows[row]![column]! / rows[column]![column]!
      for (let place = column; place <= n; place += 1) rows[row]![place]! -= factor * rows[column]![place]!
    }
  }
  return rows.map((row, index) => row[n]! / row[index]!)
}

/**
 * Variance component of each effect, in the order given; an estimate below zero is left as it is, for the reader of it to judge.
 * @returns null where the design cannot tell the effects apart
 * @throws ReplymarkError `internal` when the groups do not fit the observations
 */
export function varianceComponents(
  observations: readonly number[],
  effects: readonly VarianceEffect[],
): ReadonlyMap<string, number> | null {
  const n = observations.length
  if (effects.some(({ groupOf }) => groupOf.length !== n))
    throw new ReplymarkError('internal', 'variance components: every effect needs a group for each observation', {
      hint: 'Give `groupOf` one entry an observation.',
    })
  if (n < 2) return null
  const overall: VarianceEffect = { id: '', groupOf: observations.map(() => '') }
  const all = [...effects, overall]
  const sums = all.map(({ groupOf }) => {
    const groups = new Map<string, { n: number; sum: number }>()
    groupOf.forEach((group, index) => {
      const one = groups.get(group) ?? { n: 0, sum: 0 }
      groups.set(group, { n: one.n + 1, sum: one.sum + observations[index]! })
    })
    return groups
  })
  const squares = sums.map((groups) => [...groups.values()].reduce((total, one) => total + one.sum ** 2 / one.n, 0))
  // E T(a) = n μ² + Σ over effects b of σ²(b) Σ over cells ab of n(ab)² / n(a).
  const coefficient = (by: number, of: number) => {
    const cells = new Map<string, { n: number; group: string }>()
    for (let index = 0; index < n; index += 1) {
      const group = all[by]!.groupOf[index]!
      const key = `${group}\n${all[of]!.groupOf[index]!}`
      cells.set(key, { n: (cells.get(key)?.n ?? 0) + 1, group })
    }
    return [...cells.values()].reduce((total, cell) => total + cell.n ** 2 / sums[by]!.get(cell.group)!.n, 0)
  }
  const matrix = all.map((_, by) => all.map((_other, of) => (of === all.length - 1 ? n : coefficient(by, of))))
  const solution = solve(matrix, squares)
  return solution && new Map(effects.map(({ id }, place) => [id, solution[place]!]))
}
