/** Common words: frequencies by class, and the nearest word within a few letters. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CommonWords, letterDistance } from '../../../src/proofreading/spelling/common-words.js'

const words = new CommonWords(`# a comment
512: livraison commande
16: livraisons remboursement
4: livrable
`)

describe('frequencies', () => {
  it.each([
    ['commande', 512],
    ['livrable', 4],
    ['colis', 0],
    ['#', 0],
  ])('%s stands %i times', (word, frequency) => expect(words.frequency(word)).toBe(frequency))
})

describe('the nearest common word', () => {
  it.each([
    ['livriason', 1, 'livraison'],
    ['remboursemant', 1, 'remboursement'],
    ['rembourssemant', 2, 'remboursement'],
    ['livraisont', 1, 'livraison'],
  ])('to %s within %i is %s', (word, distance, nearest) => {
    expect(words.nearest(word, distance)?.word).toBe(nearest)
  })

  it('is none farther off', () => {
    expect(words.nearest('rembourssemant', 1)).toBeNull()
    expect(words.nearest('', 1)).toBeNull()
  })
})

describe('the distance of letters', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcé'), maxLength: 8 })

  it('is the same both ways, 0 for the same word alone, and never more than the longer word', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = letterDistance(one, other, 20)
        expect(distance).toBe(letterDistance(other, one, 20))
        expect(distance === 0).toBe(one === other)
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length))
      }),
    )
  })

  it('beyond the limit is more than the limit', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, most) => {
        const exact = letterDistance(one, other, 20)
        const bounded = letterDistance(one, other, most)
        if (exact <= most) expect(bounded).toBe(exact)
        else expect(bounded).toBeGreaterThan(most)
      }),
    )
  })
})
