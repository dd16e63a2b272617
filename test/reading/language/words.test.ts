import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsBySplitting, wordsOf } from '../../../src/reading/language/words.js'

describe('words for telling a language', () => {
  it.each([
    ['Bonjour, votre colis nº 4471 est parti.', ['Bonjour', 'votre', 'colis', 'nº', 'est', 'parti']],
    ['Voir https://shop.example/suivi?id=1 ou écrire à aide@shop.example', ['Voir', 'ou', 'écrire', 'à']],
    ['l’adresse d’envoi', ["l'adresse", "d'envoi"]],
    ["' 12 -- '", []],
    ['𝐁onjour à tous', ['𝐁onjour', 'à', 'tous']],
  ])('finds those of %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it('finds the same as by splitting, in any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        'www.',
        'http:',
        'https://a.example/b',
        '@',
        'a@b.example',
        ' ',
        '\n',
        "'",
        '’',
        'ʼ',
        'été',
        'e\u0301',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        expect(wordsOf(text)).toEqual(wordsBySplitting(text))
      }),
      { numRuns: 200 },
    )
  })

  it('finds the same in words longer than any link is read', () => {
    const text = `${'a'.repeat(250)}@${'b'.repeat(250)} http:${'c'.repeat(700)}d@e`
    expect(wordsOf(text)).toEqual(wordsBySplitting(text))
  })
})
