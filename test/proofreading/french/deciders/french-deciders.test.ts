/** Deciders ask what stands farther off only where the neighbours leave a doubt; what they say stays the same. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadFrenchDeciders } from '../../../../src/proofreading/engines/french-deciders-file.js'
import type { Decision } from '../../../../src/proofreading/french/deciders/french-deciders.js'
import { disambiguate } from '../../../../src/proofreading/french/disambiguate.js'
import { loadFrenchLexicon } from '../../../../src/proofreading/french/lexicon/load.js'
import { FrenchText } from '../../../../src/proofreading/french/text.js'
import { tokenize } from '../../../../src/proofreading/french/tokenize.js'

const FIXTURES = join(import.meta.dirname, '../../../fixtures/proofreading')
const lexicon = loadFrenchLexicon()
const { deciders } = loadFrenchDeciders()

function read(source: string): FrenchText {
  const tokens = tokenize(source, lexicon)
  disambiguate(tokens)
  return new FrenchText(tokens, lexicon)
}

function named({ from, best, choice, margin }: Decision): string {
  return `${from} ${choice.task} ${choice.alternatives[best]!.text} ${margin.toFixed(6)}`
}

const texts = [
  ...readFileSync(join(FIXTURES, 'french-correct.txt'), 'utf8').split('\n===\n'),
  ...readFileSync(join(FIXTURES, 'french-mistakes.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text),
].map(read)

describe('doubts of the deciders', () => {
  it('are the decisions against what is written, and hardly one is lost by looking at the neighbours first', () => {
    let all = 0
    let kept = 0
    for (const text of texts) {
      for (const index of text.tokens.keys()) {
        const decisions = new Set(
          deciders
            .decisionsAt(text, index)
            .filter(({ margin }) => margin >= 2)
            .map(named),
        )
        const doubts = deciders.doubtsAt(text, index, 2).map(named)
        for (const doubt of doubts) expect(decisions).toContain(doubt)
        all += decisions.size
        kept += doubts.length
      }
    }
    expect(all).toBeGreaterThan(50)
    expect(kept).toBeGreaterThanOrEqual(all - 1)
  })

  it('say which word was meant', () => {
    const text = read('Merci de nous envoyé la facture.')
    const [doubt] = deciders.doubtsAt(text, 3, 2)
    expect(doubt?.choice.alternatives[doubt.best]?.text).toBe('envoyer')
  })
})
