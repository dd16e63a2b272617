/** Every French rule flags its own wrong examples, and nothing flags its right ones. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkFrench } from '../../../src/proofreading/french/check-french.js'
import { loadFrenchLexicon } from '../../../src/proofreading/french/lexicon/load.js'
import { FRENCH_RULES } from '../../../src/proofreading/french/rules/index.js'

const lexicon = loadFrenchLexicon()

/** Lists of examples or patterns that a call follows: `wrong: […].slice(0, 2)`. */
function cutLists(source: string): string[] {
  return [...source.matchAll(/^ {2,4}(?:wrong|right|flag|pass|patterns): \[/gm)]
    .map(({ index, 0: opening }) => {
      let depth = 1
      let at = index + opening.length
      for (let quote = ''; depth > 0 && at < source.length; at++) {
        const unit = source.charAt(at)
        if (quote !== '') quote = unit === quote ? '' : quote
        else if (/['"`]/.test(unit)) quote = unit
        else depth += unit === '[' ? 1 : unit === ']' ? -1 : 0
      }
      return source.slice(at, at + 20)
    })
    .filter((after) => /^\s*\./.test(after))
}

describe('French rules', () => {
  it('run all their examples: no list of examples is cut or filtered where it is written', () => {
    for (const folder of ['french/rules', 'english/rules', 'english/grammar'].map((name) => `src/proofreading/${name}`))
      for (const file of readdirSync(folder))
        expect(cutLists(readFileSync(join(folder, file), 'utf8')), file).toEqual([])
  })

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
