import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom, randomFromState } from '../../src/ranking/random.js'

describe('random', () => {
  it('gives the reference outputs of xoshiro128** for state 1, 2, 3, 4 (Blackman & Vigna)', () => {
    const random = randomFromState(Uint32Array.of(1, 2, 3, 4), { seed: 0, labels: [] })
    expect(Array.from({ length: 10 }, () => random.next32())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ])
  })

  it('repeats itself for a seed and differs between labels', () => {
    const take = (...labels: string[]) =>
      Array.from(
        { length: 5 },
        (
          (r) => () =>
            r.next32()
        )(createRandom(7, ...labels)),
      )
    expect(take('plan')).toEqual(take('plan'))
    expect(take('plan')).not.toEqual(take('variants'))
  })

  it('forks a stream that does not depend on how much the parent was used', () => {
    const used = createRandom(1, 'a')
    used.next32()
    expect(used.fork('b').next32()).toBe(createRandom(1, 'a', 'b').next32())
  })

  it('stays below the bound and inside [0, 1) for any seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), (seed, bound) => {
        const random = createRandom(seed)
        const value = random.below(bound)
        const share = random.uniform()
        return value >= 0 && value < bound && share >= 0 && share < 1
      }),
    )
  })

  it('shuffles into a permutation', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer()), (seed, items) => {
        const shuffled = createRandom(seed).shuffle(items)
        expect([...shuffled].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b))
      }),
    )
  })

  it('makes normal deviates of mean 0 and variance 1', () => {
    const random = createRandom(3)
    const values = Array.from({ length: 40_000 }, () => random.normal())
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    expect(Math.abs(mean)).toBeLessThan(0.02)
    expect(Math.abs(variance - 1)).toBeLessThan(0.03)
  })

  it('refuses to pick from nothing', () => {
    expect(() => createRandom(1).pick([])).toThrow(RangeError)
  })
})
