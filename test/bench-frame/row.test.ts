/** The arithmetic of the benchmark's frame: medians, growth, verdicts, rounds in turn. */
import { describe, expect, it } from 'vitest'
import {
  type BenchResult,
  compare,
  figureRow,
  growthExponent,
  median,
  missingRow,
  verdictOf,
} from '../bench/frame/row.js'

describe('the median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle)
  })
})

describe('the exponent of a growth', () => {
  it.each([0.5, 1, 2])('is found again for size to the power of %d', (power) => {
    const points = [100, 1000, 10_000].map((size) => ({ size, seconds: 0.003 * size ** power }))
    expect(growthExponent(points)).toBeCloseTo(power, 10)
  })

  it('does not depend on how fast the machine is', () => {
    const points = [
      { size: 10, seconds: 1 },
      { size: 100, seconds: 12 },
      { size: 1000, seconds: 90 },
    ]
    const slower = points.map(({ size, seconds }) => ({ size, seconds: 7 * seconds }))
    expect(growthExponent(slower)).toBeCloseTo(growthExponent(points), 10)
  })
})

describe('a verdict', () => {
  const row = { name: 'row', work: 'work', unit: 'x' }
  const withRatio = (ratio: number | null, bound: BenchResult['bound']): BenchResult => ({
    ...figureRow({ ...row, bound, value: 5 }),
    ratio,
  })
  it.each([
    [0.8, 'reached'],
    [0.799, 'short'],
    [2, 'reached'],
    [null, null],
  ] as const)('of a ratio of %s that must be at least 0.8 is %s', (ratio, verdict) => {
    expect(verdictOf(withRatio(ratio, { of: 'ratio', at: 'least', limit: 0.8 }))).toBe(verdict)
  })

  it.each([
    [5, 'reached'],
    [4.9, 'short'],
  ] as const)('of 5 that may be at most %d is %s', (limit, verdict) => {
    expect(verdictOf(withRatio(null, { of: 'value', at: 'most', limit }))).toBe(verdict)
  })

  it('is none without a bound, nor for a row that could not run', () => {
    expect(verdictOf(withRatio(1, null))).toBeNull()
    const bound = { of: 'value', at: 'most', limit: 1 } as const
    expect(verdictOf(missingRow('row', 'work', 'x', bound, 'nothing is installed'))).toBeNull()
  })
})

describe('a comparison', () => {
  it('runs project and peer in turn, leaves the first round of each out and takes the median of the ratios', async () => {
    const calls: string[] = []
    const ours = [999, 10, 20, 60]
    const theirs = [999, 10, 40, 20]
    const result = await compare({
      name: 'row',
      work: 'work',
      unit: 'a second',
      bound: null,
      project: async () => {
        calls.push('A')
        return ours.shift() ?? 0
      },
      peer: {
        name: 'peer',
        round: async () => {
          calls.push('B')
          return theirs.shift() ?? 0
        },
      },
      rounds: 3,
    })
    expect(calls.join('')).toBe('ABABABAB')
    expect(result).toMatchObject({ value: 20, minimum: 10, maximum: 60, peerValue: 20, ratio: 1, rounds: 3 })
  })

  it('turns the ratio round where less is better, and names a peer that is missing', async () => {
    const seconds = { name: 'row', work: 'work', unit: 's', bound: null, project: async () => 2, rounds: 1 }
    const faster = await compare({
      ...seconds,
      peer: { name: 'peer', round: async () => 6 },
      smallerIsBetter: true,
    })
    expect(faster.ratio).toBe(3)
    const alone = await compare({ ...seconds, peer: { name: 'peer', round: null } })
    expect(alone).toMatchObject({ ratio: null, peerValue: null, missing: 'peer is not installed' })
  })
})
