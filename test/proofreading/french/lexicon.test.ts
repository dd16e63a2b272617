/** The French lexicon: readings of everyday words, and refusal of bytes that are no lexicon. */
import { describe, expect, it } from 'vitest'
import { hashWord } from '../../../src/proofreading/french/lexicon/binary.js'
import { verbClass } from '../../../src/proofreading/french/lexicon/build.js'
import { openLexicon } from '../../../src/proofreading/french/lexicon/lexicon.js'
import { loadFrenchLexicon } from '../../../src/proofreading/french/lexicon/load.js'
import {
  FP,
  FS,
  IL,
  INFINITIVE,
  INTRANSITIVE,
  JE,
  MP,
  MS,
  NOUS,
  PRONOMINAL,
  TRANSITIVE,
  TU,
  WITH_ETRE,
} from '../../../src/proofreading/french/lexicon/word.js'

const lexicon = loadFrenchLexicon()

describe('French lexicon', () => {
  it.each([
    ['commande', 'noun', FS],
    ['commandes', 'noun', FP],
    ['colis', 'noun', MS | MP],
    ['kilomètres', 'noun', MP],
    ['rapide', 'adjective', MS | FS],
    ['nationaux', 'adjective', MP],
    ['expédiée', 'participle', FS],
    ['reçu', 'participle', MS],
    ['œuvres', 'noun', FP],
  ] as const)('reads %s as %s', (word, reading, mask) => {
    expect(lexicon.lookup(word)[reading] & mask).toBe(mask)
  })

  it('knows persons and tenses', () => {
    expect(lexicon.lookup('livre').present).toBe(JE | IL)
    expect(lexicon.lookup('peux').present).toBe(JE | TU)
    expect(lexicon.lookup('avions').imperfect).toBe(NOUS)
    expect(lexicon.lookup('serons').future).toBe(NOUS)
    expect(lexicon.lookup('serait').conditional).toBe(IL)
    expect(lexicon.lookup('contacter').kind & INFINITIVE).toBe(INFINITIVE)
    expect(lexicon.lookup('suis').lemma).toBe('être')
    expect(lexicon.lookup('suis').otherLemma).toBe('suivre')
  })

  it('has no reading for what is no French word', () => {
    expect(lexicon.lookup('xqzt').known).toBe(false)
    expect(lexicon.lookup('слово').known).toBe(false)
    expect(lexicon.lookup('x'.repeat(10_000)).known).toBe(false)
  })

  it('reads verb classes of the dictionary', () => {
    expect(verbClass('v1_it_q__a')).toBe(INTRANSITIVE | TRANSITIVE | PRONOMINAL)
    expect(verbClass('v1_i____e_')).toBe(INTRANSITIVE | WITH_ETRE)
  })

  it('refuses bytes that are no lexicon', () => {
    expect(openLexicon(new ArrayBuffer(0))).toBeUndefined()
    expect(openLexicon(new ArrayBuffer(64))).toBeUndefined()
    expect(hashWord('été')).not.toBe(hashWord('ete'))
  })
})
