import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { competitionRanks } from '../../src/ranking/competition-rank.js'

describe('competition rank', () => {
  it('gives 1, 2, 2, 4 and calls values equal that print equal', () => {
    expect(competitionRanks([91.5, 87.76, 87.84, 80])).toEqual([1, 2, 2, 4])
    expect(competitionRanks([87.74, 87.76])).toEqual([2, 1])
  })

  it('leaves brands without an index unranked and uncounted', () => {
    expect(competitionRanks([null, 50, 60])).toEqual([null, 2, 1])
    expect(competitionRanks([])).toEqual([])
  })

  it('crowns nobody where the best prints as 0', () => {
    expect(competitionRanks([0, 0.04, null])).toEqual([null, null, null])
    expect(competitionRanks([0, 0.06])).toEqual([2, 1])
  })

  it('rounds as the table prints, also where binary fractions fall short', () => {
    expect(competitionRanks([72.05, 72.1])).toEqual([1, 1])
  })

  it('equals one plus the number of better printed values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 })), (tenths) => {
        const ranks = competitionRanks(tenths.map((tenth) => tenth / 10))
        tenths.forEach((tenth, index) => {
          const place = 1 + tenths.filter((other) => other > tenth).length
          expect(ranks[index]).toBe(Math.max(...tenths) === 0 ? null : place)
        })
      }),
    )
  })
})
