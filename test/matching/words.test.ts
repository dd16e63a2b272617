import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareSubject, isReplySubject, subjectSimilarity, wordsByUnicode, wordsOf } from '../../src/matching/words.js'

describe('words', () => {
  it('are the same by the fast way as by the tables of Unicode', () => {
    const latin = fc.string({ unit: fc.integer({ min: 1, max: 0x17f }).map((code) => String.fromCharCode(code)) })
    const mixed = fc.string({
      unit: fc.constantFrom('É', 'ß', 'œ', '’', '–', 'e\u0301', 'İ', 'ŀ', 'Σ', '中', ' ', '9', 'ﬁ', '\u00ad'),
    })
    fc.assert(
      fc.property(fc.oneof(latin, mixed, fc.string({ unit: 'grapheme' })), (text) => {
        expect(wordsOf(text)).toEqual(wordsByUnicode(text))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('subjects', () => {
  it.each([
    ['RE: Ma commande', 'Ma commande'],
    ['TR : Re[2]: Ma commande', 'Ma commande'],
    ['[Ticket#2024-118] AW: Ma commande', 'Ma commande'],
    ['Réponse automatique : Ma commande', 'Ma commande'],
    ['Ma commande', 'Ma commande'],
  ])('%s is about %s', (subject, bare) => expect(bareSubject(subject)).toBe(bare))

  it('knows a reply by its mark', () => {
    expect(isReplySubject('Re: question')).toBe(true)
    expect(isReplySubject('Résiliation')).toBe(false)
  })

  it.each([
    ['Ma commande est perdue', 'RE: Ma commande est perdue', 1, 1],
    ['Ma commande est perdue', '[#12] Ma commande est perdue - dossier 4410', 0.8, 1],
    ['Ma commande est perdue', 'Soldes d’été', 0, 0],
    ['Ma commande est perdue', 'Votre commande', 0.1, 0.35],
    ['', 'Re:', 0, 0],
  ])('"%s" and "%s" are alike between %d and %d', (ours, theirs, least, most) => {
    const similarity = subjectSimilarity(ours, theirs)
    expect(similarity).toBeGreaterThanOrEqual(least)
    expect(similarity).toBeLessThanOrEqual(most)
  })
})

describe('words of a text', () => {
  it('are folded', () => expect(wordsOf('Été, ÇA va ?')).toEqual(['ete', 'ca', 'va']))
})
