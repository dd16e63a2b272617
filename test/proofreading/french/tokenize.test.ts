/** Tokens of French text: places, elision, hanging pronouns, opaque addresses; linear on hostile text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFrench } from '../../../src/proofreading/french/check-french.js'
import { loadFrenchLexicon } from '../../../src/proofreading/french/lexicon/load.js'
import { NUMBER, OPAQUE, WORD } from '../../../src/proofreading/french/token.js'
import { tokenize } from '../../../src/proofreading/french/tokenize.js'

const lexicon = loadFrenchLexicon()
const texts = (text: string): string[] => tokenize(text, lexicon).map((token) => token.text)

describe('tokenize', () => {
  it.each([
    ['L’ami d’hier', ['L’', 'ami', 'd’', 'hier']],
    ["qu'il aujourd'hui", ["qu'", 'il', "aujourd'hui"]],
    ['Peut-on ? Dites-le-moi.', ['Peut', 'on', '?', 'Dites', 'le', 'moi', '.']],
    ['va-t-il', ['va', 't', 'il']],
    ['après-vente', ['après-vente']],
    ['l’après-midi', ['l’', 'après-midi']],
  ])('cuts « %s »', (text, expected) => {
    expect(texts(text)).toEqual(expected)
  })

  it.each([
    ['client@exemple.fr', OPAQUE],
    ['https://exemple.fr/a?b=1', OPAQUE],
    ['exemple.com', OPAQUE],
    ['AB-1234', OPAQUE],
    ['12,50', NUMBER],
    ['12/03/2024', NUMBER],
    ['commande', WORD],
  ])('takes « %s » as one token', (text, type) => {
    const tokens = tokenize(text, lexicon)
    expect(tokens.map((token) => [token.text, token.type])).toEqual([[text, type]])
  })

  it('keeps the place of every token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let end = 0
        for (const token of tokenize(text, lexicon)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(token.start, token.end)).toBe(token.text)
          end = token.end
        }
      }),
    )
  })

  it('checks any text without failing, with mistakes in order and apart', () => {
    const words = fc.constantFrom(
      "l'",
      'nous',
      'a',
      'à',
      'été',
      'les',
      'que',
      'vous',
      'colis',
      '-t-',
      'se',
      ',',
      '.',
      '(',
      'livrer',
      'est',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = parts.join(' ')
        let end = 0
        for (const mistake of checkFrench(text, lexicon)) {
          expect(mistake.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(mistake.start, mistake.end)).toBe(mistake.text)
          end = mistake.end
        }
      }),
    )
  })

  it.each([
    "l'",
    'a-',
    '(',
    'qu’il ',
    'a',
    "m'en-",
    'et ',
    '\n',
    '.',
    'a.',
  ])('stays linear on « %s » repeated', (unit) => {
    expect(() => checkFrench(unit.repeat(100_000), lexicon)).not.toThrow()
  })
})
