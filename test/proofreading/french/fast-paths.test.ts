/** Short cuts of the French rules against the simple versions that they spare. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disambiguate } from '../../../src/proofreading/french/disambiguate.js'
import { loadFrenchLexicon } from '../../../src/proofreading/french/lexicon/load.js'
import { FRENCH_RULES } from '../../../src/proofreading/french/rules/index.js'
import { FrenchText } from '../../../src/proofreading/french/text.js'
import { tokenize } from '../../../src/proofreading/french/tokenize.js'

const lexicon = loadFrenchLexicon()
const tables = FRENCH_RULES.filter(({ checkOf }) => checkOf)
const sentences = tables.flatMap(({ wrong, right }) => [...wrong, ...right])
const words = sentences.flatMap((sentence) => sentence.split(' '))

function textOf(written: string): FrenchText {
  const tokens = tokenize(written, lexicon)
  disambiguate(tokens)
  return new FrenchText(tokens, lexicon)
}

/** What each table of patterns finds at each word that wakes it, by the short way and by the simple one. */
function findings(written: string) {
  const text = textOf(written)
  return text.tokens.flatMap((token, index) =>
    tables
      .filter((rule) => rule.words?.includes(token.word.text))
      .map((rule) => [rule.id, index, rule.checkOf!(token.word.text)(text, index), rule.check(text, index)] as const),
  )
}

describe('tables of patterns', () => {
  it('find by neighbours what they find one pattern after another', () => {
    for (const sentence of sentences) {
      for (const [id, index, short, simple] of findings(sentence)) {
        expect([sentence, id, index, short]).toEqual([sentence, id, index, simple])
      }
    }
  })

  it('find the same in any order of words', () => {
    const mixed = fc.array(
      fc.oneof(fc.constantFrom(...words), fc.constantFrom('', '-', 'a', 'à', "n'", ',', '12', 'Été', 'le')),
      { maxLength: 14 },
    )
    fc.assert(
      fc.property(mixed, fc.constantFrom(' ', '-', ' , '), (pieces, between) => {
        for (const [id, index, short, simple] of findings(pieces.join(between))) {
          expect([id, index, short]).toEqual([id, index, simple])
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('words as written', () => {
  it('are looked up the same the second time', () => {
    for (const sentence of sentences.slice(0, 200)) {
      const first = tokenize(sentence, lexicon)
      expect(tokenize(sentence, lexicon)).toEqual(first)
      for (const token of first) {
        if (token.type === 0) expect([token.lower, token.word]).toEqual([token.lower, lexicon.lookup(token.lower)])
      }
    }
  })
})
