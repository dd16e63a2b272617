/** French letters from customer services: correct ones stay clean, mistaken ones are mostly found. */
import { describe, expect, it } from 'vitest'
import { checkFrench } from '../../../src/proofreading/french/check-french.js'
import { loadFrenchLexicon } from '../../../src/proofreading/french/lexicon/load.js'
import { CORRECT_LETTER_SENTENCES } from './correct-letters.js'
import { MISTAKEN_LETTER_SENTENCES } from './mistaken-letters.js'

const lexicon = loadFrenchLexicon()

describe('French letters from customer services', () => {
  it.each(CORRECT_LETTER_SENTENCES)('leaves « %s » alone', (sentence) => {
    expect(checkFrench(sentence, lexicon).map(({ rule, text }) => `${rule}: ${text}`)).toEqual([])
  })

  it('leaves whole letters alone, with typographic apostrophes and wrapped lines too', () => {
    const letter = CORRECT_LETTER_SENTENCES.join(' ').replaceAll("'", '’')
    expect(checkFrench(letter, lexicon).map(({ rule, text }) => `${rule}: ${text}`)).toEqual([])
    const wrapped = letter.replace(/(.{60,72}) (?=\p{Ll})/gu, '$1\n')
    expect(checkFrench(wrapped, lexicon).map(({ rule, text }) => `${rule}: ${text}`)).toEqual([])
  })

  it('finds at least nine of ten typical mistakes', () => {
    const missed = MISTAKEN_LETTER_SENTENCES.filter((sentence) => checkFrench(sentence, lexicon).length === 0)
    expect(missed.length / MISTAKEN_LETTER_SENTENCES.length, missed.join('\n')).toBeLessThanOrEqual(0.1)
  })

  it('gives offsets of the text itself, in order and without overlaps', () => {
    const text = MISTAKEN_LETTER_SENTENCES.join('\n\n')
    const mistakes = checkFrench(text, lexicon)
    let end = 0
    for (const mistake of mistakes) {
      expect(text.slice(mistake.start, mistake.end)).toBe(mistake.text)
      expect(mistake.start).toBeGreaterThanOrEqual(end)
      end = mistake.end
    }
  })
})
