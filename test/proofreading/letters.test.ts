/** The project's own letters: none of the correct ones is flagged, and enough of the mistakes are caught. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StudyLanguage } from '../../src/domain/language.js'
import { createProofreader } from '../../src/proofreading/engines/create-proofreader.js'

const FIXTURES = join(import.meta.dirname, '../fixtures/proofreading')

interface Row {
  readonly text: string
  readonly errors: readonly { readonly start: number; readonly end: number }[]
}

/** The share of mistakes that must be caught: issue 4 asks 0.9 of English; French is this project's own floor. */
describe.each([
  ['fr', 'french', 200, 0.6],
  ['en', 'english', 300, 0.9],
] as const)('%s', (language: StudyLanguage, name, sentences, share) => {
  const open = () => createProofreader(language, { engine: 'replymark', server: null, tradeWords: [] })

  it('flags none of the correct letters', async () => {
    const text = readFileSync(join(FIXTURES, `${name}-correct.txt`), 'utf8')
    expect(text.split(/(?<=[.!?…:,])\s+/).length).toBeGreaterThanOrEqual(sentences)
    const proofreader = await open()
    for (const letter of text.split('\n===\n')) {
      const counted = (await proofreader.proofread(letter)).filter(({ category }) => category !== 'typography')
      expect(counted.map(({ rule, text: marked }) => `${rule}: ${marked}`)).toEqual([])
    }
  })

  it('catches the common mistakes', async () => {
    const rows = readFileSync(join(FIXTURES, `${name}-mistakes.jsonl`), 'utf8')
      .trimEnd()
      .split('\n')
    const proofreader = await open()
    let caught = 0
    for (const row of rows.map((line) => JSON.parse(line) as Row)) {
      const mistakes = await proofreader.proofread(row.text)
      // A missing word is marked between its neighbours: touching counts.
      if (mistakes.some((found) => row.errors.some(({ start, end }) => found.start <= end && start <= found.end)))
        caught++
    }
    expect(rows.length).toBeGreaterThanOrEqual(150)
    expect(caught / rows.length).toBeGreaterThanOrEqual(share)
  })
})
