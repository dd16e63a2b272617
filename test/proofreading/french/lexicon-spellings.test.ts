/** Every look-up knows a word by its other spellings: ligatures typed apart, the rectifications of 1990. */
import { describe, expect, it } from 'vitest'
import { checkFrench } from '../../../src/proofreading/french/check-french.js'
import { loadFrenchLexicon } from '../../../src/proofreading/french/lexicon/load.js'
import { classicalSpellings } from '../../../src/proofreading/french/lexicon/other-spellings.js'

const lexicon = loadFrenchLexicon()

describe('the lexicon', () => {
  it.each([
    'manoeuvre',
    'coeur',
    'voeux',
    'ile',
    'gout',
    'cout',
    'traitre',
    'flute',
    'buche',
    'croute',
  ])('knows the noun in %s', (word) => {
    expect(lexicon.lookup(word).noun).toBeGreaterThan(0)
  })

  it.each([
    'apparait',
    'disparaitre',
    'entrainer',
    'plait',
    'règlementer',
    'cèdera',
  ])('knows the verb in %s', (word) => {
    const { finite, kind } = lexicon.lookup(word)
    expect(finite + kind).toBeGreaterThan(0)
  })

  it('leaves words alone that keep their circumflex for their meaning', () => {
    expect(lexicon.lookup('jeune').lemma).toBe('')
    expect(classicalSpellings('mur')).toEqual([])
    expect(classicalSpellings('finimes')).toEqual([])
  })

  it('has inclus for the participle, never “inclu”', () => {
    expect(lexicon.lookup('inclu').known).toBe(false)
    expect(checkFrench('Le port n’est pas inclus dans ce tarif.', lexicon)).toEqual([])
  })
})

describe('text in another spelling', () => {
  it.each([
    'Cette manoeuvre est simple.',
    'Le reste est versé à des oeuvres locales.',
    'La boite à gants ferme mal.',
    'Ce produit parait conforme.',
    'Les frais de mise en oeuvre sont compris.',
  ])('is not flagged: %s', (sentence) => {
    expect(checkFrench(sentence, lexicon)).toEqual([])
  })
})
