import { describe, expect, it } from 'vitest'
import { adjustBenjaminiHochberg, discoveries } from '../../src/ranking/benjamini-hochberg.js'

/** The example of the paper (JRSS B 57, 1995, §3.2). */
const PAPER = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
]

describe('Benjamini–Hochberg', () => {
  it('rejects the first four hypotheses of the paper’s example', () => {
    expect(discoveries(PAPER)).toEqual(PAPER.map((_, index) => index < 4))
  })

  it('adjusts as R’s p.adjust does', () => {
    const adjusted = adjustBenjaminiHochberg(PAPER)
    expect(adjusted[0]).toBeCloseTo(0.0015, 10)
    expect(adjusted[3]).toBeCloseTo(0.035625, 10)
    expect(adjusted[4]).toBeCloseTo(0.0603, 10)
    expect(adjusted[5]).toBeCloseTo((0.0298 * 15) / 7, 10)
  })

  it('keeps the order given and copes with nothing', () => {
    expect(discoveries([0.9, 0.001])).toEqual([false, true])
    expect(adjustBenjaminiHochberg([])).toEqual([])
  })
})
