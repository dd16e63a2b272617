/** Every English rule by its own examples: what it must flag, and what it must leave alone. */
import { describe, expect, it } from 'vitest'
import { dictionary } from '../../../src/proofreading/engines/dictionaries.js'
import { checkEnglish } from '../../../src/proofreading/english/check-english.js'
import { englishWords } from '../../../src/proofreading/english/english-text.js'
import { Neighbourhood } from '../../../src/proofreading/english/grammar/grammar-rule.js'
import { englishGrammar } from '../../../src/proofreading/english/grammar-rules.js'
import { englishRules } from '../../../src/proofreading/english/rules.js'
import { createWordClasses } from '../../../src/proofreading/english/word-classes.js'
import { eitherSpeller } from '../../../src/proofreading/spelling/speller.js'

const speller = eitherSpeller(await dictionary('en'), await dictionary('en-gb'))
const classes = createWordClasses((word) => speller.isCorrect(word))
const check = (text: string) => checkEnglish(text, classes)
const rules = [...englishRules, ...englishGrammar]

describe('English rules', () => {
  it('have ids of their own and at least two examples of each sort', () => {
    const ids = rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, examples } of rules) {
      expect([id, examples.flag.length >= 2, examples.pass.length >= 2]).toEqual([id, true, true])
    }
  })

  describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    it.each(rule.examples.flag)('flags: %s', (sentence) => {
      const words = englishWords(sentence)
      const alone =
        'find' in rule
          ? words.some((_, at) => rule.find(new Neighbourhood(words, at, classes)) !== null)
          : check(sentence).some((mistake) => mistake.rule === id)
      expect(alone).toBe(true)
      expect(check(sentence)).not.toEqual([])
    })
    it.each(rule.examples.pass)('leaves alone: %s', (sentence) => {
      expect(check(sentence)).toEqual([])
    })
  })

  it('keeps the case of what is marked in its suggestions', () => {
    expect(check('Its been a pleasure.')[0]).toMatchObject({ start: 0, end: 3, suggestions: ['It’s'] })
  })
})
