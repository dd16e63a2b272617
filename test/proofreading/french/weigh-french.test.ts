/** Rules and deciders together: what is likely enough counts, what is less likely is shown as possible, the rest is left out. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadFrenchDeciders } from '../../../src/proofreading/engines/french-deciders-file.js'
import { weighFrench } from '../../../src/proofreading/french/check-french.js'
import { COUNTED_FROM, POSSIBLE_FROM } from '../../../src/proofreading/french/deciders/weigh-alarms.js'
import { loadFrenchLexicon } from '../../../src/proofreading/french/lexicon/load.js'

const lexicon = loadFrenchLexicon()
const { deciders } = loadFrenchDeciders()
const FIXTURES = join(import.meta.dirname, '../../fixtures/proofreading')
const letters = readFileSync(join(FIXTURES, 'french-correct.txt'), 'utf8').split('\n===\n')
const mistaken = readFileSync(join(FIXTURES, 'french-mistakes.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text)

describe('weighed mistakes', () => {
  it('count from one probability on and are possible from a lower one on', () => {
    const found = [...letters, ...mistaken].flatMap((text) => weighFrench(text, lexicon, deciders))
    for (const { probability = 0, counted } of found) {
      expect(probability).toBeGreaterThanOrEqual(POSSIBLE_FROM)
      expect(counted).toBe(probability >= COUNTED_FROM)
    }
    expect(found.some(({ counted }) => counted)).toBe(true)
    expect(found.some(({ counted }) => !counted)).toBe(true)
  })

  it('never count in correct letters, whatever is shown as possible there', () => {
    for (const text of letters)
      expect(weighFrench(text, lexicon, deciders).filter(({ counted }) => counted)).toEqual([])
  })

  it('show what a decider doubts beside what a rule knows', () => {
    const found = weighFrench('Quel est le nombre de commande que vous avez passées ?', lexicon, deciders)
    expect(found.map(({ text, counted }) => [text, counted])).toEqual([
      ['commande', false],
      ['passées', true],
    ])
  })
})
