import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.js'
import { splitClauses, splitSentences, unwrap } from '../../src/text/sentences.js'

const WRAPPED = `Votre commande a bien quitté notre entrepôt de Lyon et vous sera livrée
jeudi prochain par notre transporteur. Merci de votre patience.

Cordialement,
Julie`

function sentences(text: string): string[] {
  return splitSentences(text, fold(text)).map(({ start, end }) => text.slice(start, end))
}

describe('splitSentences', () => {
  it('joins wrapped lines and parts short ones', () => {
    expect(sentences(WRAPPED)).toEqual([
      'Votre commande a bien quitté notre entrepôt de Lyon et vous sera livrée\njeudi prochain par notre transporteur.',
      'Merci de votre patience.',
      'Cordialement,',
      'Julie',
    ])
  })

  it('knows abbreviations and list items', () => {
    expect(sentences('Bonjour M. Dupont, voici :\n- le n. 12\n- la réf. 4. Merci !')).toEqual([
      'Bonjour M. Dupont, voici :',
      '- le n. 12',
      '- la réf. 4.',
      'Merci !',
    ])
  })

  it('tells questions', () => {
    const text = 'Quand ? Demain.'
    expect(splitSentences(text, fold(text)).map(({ question }) => question)).toEqual([true, false])
  })
})

describe('splitClauses', () => {
  it('parts at commas and conjunctions, and keeps asides in one clause', () => {
    const folded = fold("La date, malheureusement, n'est pas connue, mais le colis est parti")
    const clauses = splitClauses(folded, { start: 0, end: folded.length }).map(({ start, end }) =>
      folded.slice(start, end),
    )
    expect(clauses).toEqual(["la date, malheureusement, n'est pas connue", ', ', 'mais le colis est parti'])
  })
})

describe('unwrap and fold', () => {
  it('joins what was wrapped, and nothing else', () => {
    expect(unwrap(WRAPPED)).toBe(WRAPPED.replace('livrée\njeudi', 'livrée jeudi'))
  })

  it('keep every place of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(unwrap(text)).toHaveLength(text.length)
        expect(fold(text)).toHaveLength(text.length)
      }),
    )
  })

  it('folds capitals, accents, apostrophes and spaces', () => {
    expect(fold('L’ÉTÉ\u00A0À Noël')).toBe("l'ete a noel")
  })
})
