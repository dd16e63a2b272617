/** Every rule of every language finds its own examples, and no rule of its label finds anything in what it must pass. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { studyLanguages, toldLanguages } from '../../src/languages/index.js'
import { RULE_SETS } from '../../src/languages/language-pack.js'
import { languagePack } from '../../src/languages/registry.js'
import { loadRuleFile } from '../../src/rules/load.js'
import { compileRules } from '../../src/rules/rule-set.js'
import { fold } from '../../src/text/fold.js'
import { unwrap } from '../../src/text/sentences.js'

const files = studyLanguages().flatMap((language) => {
  const folder = languagePack(language).rules
  return folder
    ? readdirSync(folder)
        .sort()
        .map((name) => ({ language, name, file: loadRuleFile(new URL(name, folder)) }))
    : []
})

describe('rule files', () => {
  it('are named after the sets that are asked for, and say their own language', () => {
    for (const { language, name, file } of files) {
      expect(RULE_SETS.map((set) => `${set}.yaml`)).toContain(name)
      expect(file.language, join(language, name)).toBe(language)
    }
  })

  it('tell their message in every language in which people are told things', () => {
    for (const { language, name, file } of files)
      for (const rule of file.rules)
        expect(Object.keys(rule.message).sort(), `${language}/${name}: ${rule.id}`).toEqual([...toldLanguages()].sort())
  })

  for (const { language, name, file } of files) {
    const set = compileRules([{ file, lexicon: null }])
    const found = (text: string) => set.find(fold(unwrap(text)))

    describe(`${language}/${name}`, () => {
      for (const rule of file.rules) {
        it.each(rule.flag)(`${rule.id} finds “%s”`, (text) => {
          expect(found(text).map((match) => match.rule.id)).toContain(rule.id)
        })
        it.each(rule.pass)(`${rule.id} passes “%s”`, (text) => {
          expect(found(text).filter((match) => match.rule.label === rule.label)).toEqual([])
        })
      }
    })
  }
})
