/** Phrase search and folding: the quick ways give what the simple ones give. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stemOf } from '../../src/criteria/coverage/stems.js'
import { findAll, findAny, findFirst, matchesOf } from '../../src/text/find.js'
import { fold, foldUnit, MAXIMUM_TEXT } from '../../src/text/fold.js'
import { remember } from '../../src/text/remember.js'

const PATTERNS = [
  /\bmerci\b/g,
  /(?:ne|n')[^.!?\n]{0,40}?\b(?:pas|plus)\b/g,
  /a*/g,
  /(?<=e)/g,
  /^bon/g,
  /.{0,2}$/g,
  /\p{L}+|/gu,
  /jour|bonjour/gi,
]
const words = fc.constantFrom('bonjour', ' ', 'merci', 'ne', 'pas', 'aa', '\n', '.', '😀', 'é', 'Jour', "n'")
const text = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(''))
const patterns = fc.subarray(PATTERNS, { minLength: 1 })

describe('phrase search', () => {
  it('finds what matchAll finds', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...PATTERNS), (given, pattern) => {
        const simple = [...given.matchAll(pattern)]
        expect([...matchesOf(pattern, given)].map((match) => [match.index, match[0]])).toEqual(
          simple.map((match) => [match.index, match[0]]),
        )
        expect(findAll(pattern, given, 7)).toEqual(
          simple
            .filter((match) => match[0] !== '')
            .map((match) => ({ start: 7 + match.index, end: 7 + match.index + match[0].length })),
        )
      }),
    )
  })

  it('finds the first of all in any list of patterns', () => {
    fc.assert(
      fc.property(text, patterns, (given, list) => {
        expect(findFirst(list, given, 3)).toEqual(findAny(list, given, 3)[0] ?? null)
      }),
    )
  })

  it('keeps its place though the pattern is used in between, and refuses one without the flag g', () => {
    const pattern = /\d/g
    const seen: string[] = []
    for (const [digit] of matchesOf(pattern, 'a1b2c3')) {
      seen.push(digit)
      pattern.exec('9')
    }
    expect(seen).toEqual(['1', '2', '3'])
    expect(() => [...matchesOf(/\d/, '1')]).toThrow('needs the flag g')
  })
})

describe('folding', () => {
  it('folds a text unit for unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
        expect(fold(given)).toBe([...Array(given.length).keys()].map((at) => foldUnit(given.charAt(at))).join(''))
      }),
    )
    expect(fold('L’ÉTÉ\u00A0— “ça”\tva')).toBe("l'ete - “ca” va")
  })

  it('folds long texts up to the limit', () => {
    const long = 'Écrivez-nous. '.repeat(6_000)
    expect(fold(long)).toBe('ecrivez-nous. '.repeat(6_000).slice(0, MAXIMUM_TEXT))
  })
})

describe('remembering', () => {
  it('computes once as long as a text is among the last ones', () => {
    let computed = 0
    const length = remember((given) => {
      computed++
      return given.length
    }, 2)
    expect(['a', 'bb', 'a', 'bb'].map(length)).toEqual([1, 2, 1, 2])
    expect(computed).toBe(2)
    expect([length('ccc'), length('a')]).toEqual([3, 1])
    expect(computed).toBe(4)
  })

  it('keeps no endless text', () => {
    let computed = 0
    const length = remember((given) => {
      computed++
      return given.length
    }, 2)
    expect([length('x'.repeat(30_000)), length('x'.repeat(30_000))]).toEqual([30_000, 30_000])
    expect(computed).toBe(2)
  })

  it('gives the same stems again', () => {
    for (const round of [1, 2])
      expect([round, stemOf('Remboursements', 'fr'), stemOf('refunded', 'en'), stemOf('X'.repeat(50), 'fr')]).toEqual([
        round,
        'rembours',
        'refund',
        'x'.repeat(50),
      ])
  })
})
