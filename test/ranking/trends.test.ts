import { describe, expect, it } from 'vitest'
import { consistency, methodBreaks, rankPercentile, segmentOf, type TrendPoint } from '../../src/ranking/trends.js'

const path = (ranks: (number | null)[], ranked = 101, responseRate: number | null = 0.8): TrendPoint[] =>
  ranks.map((rank, year) => ({
    edition: String(2000 + year),
    origin: 'measured',
    method: 'm',
    rank,
    ranked,
    index: null,
    low: null,
    high: null,
    responseRate,
  }))

describe('segments', () => {
  it.each([
    ['constant-leader', [1, 3, 2]],
    ['rising', [80, 50, 20]],
    ['falling', [10, 40, 90]],
    ['irregular', [1, 90, 2, 85]],
    ['irregular', [1, 30, 5, 70, 20]],
    ['steady', [50, 55, 45]],
    ['steady', [40, 50, 41, 49]],
  ] as const)('calls a brand %s with ranks %j of 101', (segment, ranks) => {
    expect(segmentOf(path([...ranks]))).toBe(segment)
  })

  it('calls a brand silent that never answered, whatever its rank', () => {
    expect(segmentOf(path([100, 101], 101, 0))).toBe('silent')
  })

  it('says nothing of two editions, or of places in tables of unknown size', () => {
    expect(segmentOf(path([1, 2]))).toBeNull()
    expect(segmentOf(path([1, 2, 3]).map((point) => ({ ...point, ranked: null })))).toBeNull()
  })
})

describe('consistency', () => {
  it('is the spread of rank percentiles: a winner that falls to 30th is the story', () => {
    expect(consistency(path([1, 31]))).toEqual({ editions: 2, best: 0, worst: 0.3, spread: 0.3 })
    expect(consistency(path([1]))).toBeNull()
  })

  it('compares tables of different sizes by percentile', () => {
    expect(rankPercentile(1, 1)).toBe(0)
    expect(rankPercentile(26, 51)).toBe(0.5)
    expect(rankPercentile(3, null)).toBeNull()
  })
})

describe('method breaks', () => {
  it('stand where the method is another one than before', () => {
    const points = path([1, 2, 3, 4]).map((point, index) => ({ ...point, method: index < 2 ? 'old' : 'new' }))
    expect(methodBreaks(points)).toEqual([2])
  })
})
