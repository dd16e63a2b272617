/** Every French rule flags its own wrong examples, and nothing flags its right ones. */
import { describe, expect, it } from 'vitest'
import { checkFrench } from '../../../src/proofreading/french/check-french.js'
import { loadFrenchLexicon } from '../../../src/proofreading/french/lexicon/load.js'
import { FRENCH_RULES } from '../../../src/proofreading/french/rules/index.js'

const lexicon = loadFrenchLexicon()

describe('French rules', () => {
  it('have unique identifiers and at least two examples of each sort', () => {
    const ids = FRENCH_RULES.map((rule) => rule.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const rule of FRENCH_RULES) {
      expect(rule.wrong.length, rule.id).toBeGreaterThanOrEqual(2)
      expect(rule.right.length, rule.id).toBeGreaterThanOrEqual(2)
    }
  })

  for (const rule of FRENCH_RULES) {
    describe(rule.id, () => {
      it.each(rule.wrong)('flags « %s »', (sentence) => {
        const mistakes = checkFrench(sentence, lexicon)
        expect(mistakes.map((mistake) => mistake.rule)).toContain(rule.id)
        for (const mistake of mistakes) expect(sentence.slice(mistake.start, mistake.end)).toBe(mistake.text)
      })

      it.each(rule.right)('leaves « %s » alone', (sentence) => {
        expect(checkFrench(sentence, lexicon).map((mistake) => `${mistake.rule}: ${mistake.text}`)).toEqual([])
      })
    })
  }
})
