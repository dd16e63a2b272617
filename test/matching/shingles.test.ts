import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ShingleSet, shingleSetOf, shinglesByWords, shinglesOf } from '../../src/matching/shingles.js'

const words = fc
  .array(
    fc.constantFrom(
      'Été',
      'colis',
      'reçu',
      'l’avoir',
      'É',
      '9',
      'œuvre',
      '>',
      '\n',
      'a',
      'ß',
      'straße',
      'Ωmega',
      '中文',
    ),
    {
      maxLength: 60,
    },
  )
  .map((list) => list.join(' '))

/** Share of a text's shingles in another, as it is said. */
function plainShare(part: Uint32Array, whole: Uint32Array): number {
  const there = new Set(whole)
  return part.length === 0 ? 0 : part.filter((hash) => there.has(hash)).length / part.length
}

describe('shingles', () => {
  it('are the same in one pass as word by word', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 80 })), (text) => {
        expect(shinglesOf(text)).toEqual(shinglesByWords(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('end at the same word of a very long text', () => {
    const long = Array.from({ length: 9_000 }, (_, at) => `mot${at}`).join(' ')
    expect(shinglesOf(long)).toEqual(shinglesByWords(long))
    const wide = 'abcdefghijklmnopqrstuvwxyz '.repeat(5_000)
    expect(shinglesOf(wide)).toEqual(shinglesByWords(wide))
  })

  it('are found again whatever the text’s marks, case and accents', () => {
    const text = 'Bonjour, où en est ma commande numéro quarante-deux passée chez vous lundi ?'
    expect(shingleSetOf(`> ${text.toUpperCase()}`).share(shinglesOf(text))).toBe(1)
    expect(shingleSetOf('Bonjour, votre commande est partie.').share(shinglesOf(text))).toBe(0)
  })

  it('are none in texts that are too short', () => {
    expect(shinglesOf('oui')).toHaveLength(0)
    expect(shingleSetOf('oui').share(shinglesOf('oui'))).toBe(0)
  })

  it('are shared by as many as are in both, or by fewer than asked for', () => {
    const list = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 }).map((all) => Uint32Array.from(all))
    fc.assert(
      fc.property(list, list, fc.double({ min: 0, max: 1, noNaN: true }), (part, whole, least) => {
        const share = plainShare(part, whole)
        const found = new ShingleSet().fill(whole).share(part, least)
        if (found === null) expect(share).toBeLessThan(least)
        else expect(found).toBe(share)
      }),
      { numRuns: 1000 },
    )
  })
})
