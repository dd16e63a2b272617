/** Every English rule by its own examples: what it must flag, and what it must leave alone. */
import { describe, expect, it } from 'vitest'
import { checkEnglish } from '../../../src/proofreading/english/check-english.js'
import { englishRules } from '../../../src/proofreading/english/rules.js'

describe('English rules', () => {
  it('have ids of their own and at least two examples of each sort', () => {
    const ids = englishRules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, examples } of englishRules) {
      expect([id, examples.flag.length >= 2, examples.pass.length >= 2]).toEqual([id, true, true])
    }
  })

  describe.each(englishRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    it.each(rule.examples.flag)('flags: %s', (sentence) => {
      expect(checkEnglish(sentence).map((mistake) => mistake.rule)).toContain(id)
    })
    it.each(rule.examples.pass)('leaves alone: %s', (sentence) => {
      expect(checkEnglish(sentence)).toEqual([])
    })
  })

  it('keeps the case of what is marked in its suggestions', () => {
    expect(checkEnglish('Its been a pleasure.')[0]).toMatchObject({ start: 0, end: 3, suggestions: ['It’s'] })
  })
})
