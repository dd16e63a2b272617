import { describe, expect, it } from 'vitest'
import { topSet } from '../../src/ranking/top-sets.js'

const between = (brand: string, low: number, high: number) => ({ brand, rankInterval: { low, high, level: 0.95 } })
const table = [between('a', 1, 2), between('b', 1, 3), between('c', 2, 5), { brand: 'd', rankInterval: null }]

describe('the first k', () => {
  it('are possible where an interval reaches place k, and certain where it lies within', () => {
    expect(topSet(table, 1)).toEqual({ k: 1, possible: ['a', 'b'], certain: [] })
    expect(topSet(table, 2)).toEqual({ k: 2, possible: ['a', 'b', 'c'], certain: ['a'] })
    expect(topSet(table, 3).certain).toEqual(['a', 'b'])
  })

  it('leave out brands without a place', () => {
    expect(topSet(table, 10).possible).not.toContain('d')
  })
})
