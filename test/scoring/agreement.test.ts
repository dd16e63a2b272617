import { describe, expect, it } from 'vitest'
import { cohenKappa } from '../../src/scoring/agreement.js'

function pairs(counts: readonly (readonly [string, string, number])[]): [string, string][] {
  return counts.flatMap(([one, other, count]) => Array.from({ length: count }, (): [string, string] => [one, other]))
}

describe('cohenKappa', () => {
  it('gives the values of the textbook examples', () => {
    // Two readers of 50 grant proposals (Wikipedia, "Cohen's kappa", simple example): observed 0.7, expected 0.5, kappa 0.4.
    const grants = cohenKappa(
      pairs([
        ['yes', 'yes', 20],
        ['yes', 'no', 5],
        ['no', 'yes', 10],
        ['no', 'no', 15],
      ]),
    )
    expect(grants).toMatchObject({ n: 50, observed: 0.7, expected: 0.5 })
    expect(grants.kappa).toBeCloseTo(0.4, 10)
    // Same page, "same percentages but different numbers": kappa 0.1304 and 0.2593.
    const one = pairs([
      ['yes', 'yes', 45],
      ['yes', 'no', 15],
      ['no', 'yes', 25],
      ['no', 'no', 15],
    ])
    const other = pairs([
      ['yes', 'yes', 25],
      ['yes', 'no', 35],
      ['no', 'yes', 5],
      ['no', 'no', 35],
    ])
    expect(cohenKappa(one).kappa).toBeCloseTo(0.1304, 4)
    expect(cohenKappa(other).kappa).toBeCloseTo(0.2593, 4)
  })

  it('is 1 for full agreement and negative for contradiction', () => {
    expect(
      cohenKappa([
        ['a', 'a'],
        ['b', 'b'],
      ]).kappa,
    ).toBe(1)
    expect(
      cohenKappa([
        ['a', 'b'],
        ['b', 'a'],
      ]).kappa,
    ).toBe(-1)
  })

  it('says nothing without cases, or with one label only', () => {
    expect(cohenKappa([]).kappa).toBeNull()
    expect(
      cohenKappa([
        ['a', 'a'],
        ['a', 'a'],
      ]).kappa,
    ).toBeNull()
  })
})
