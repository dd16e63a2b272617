/** Bare letters of all kinds, French and English: kind and language from the words alone. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MessageKind } from '../../src/domain/message.js'
import { readHtmlBody, readPlainBody } from '../../src/reading/read-message.js'

interface Letter {
  readonly kind: MessageKind
  readonly language: string
  readonly text: string
}

const letters = readFileSync(join(import.meta.dirname, '../fixtures/letters.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Letter)

describe('letters without headers', () => {
  it.each(letters)('$kind: $text', ({ kind, language, text }) => {
    const reading = readPlainBody(text)
    expect({ kind: reading.kind, clue: reading.kindClue }).toMatchObject({ kind })
    expect(reading.language).toBe(language)
  })

  it.each(letters.filter(({ kind }) => kind === 'reply'))('as HTML: $text', ({ kind, text }) => {
    const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')
    expect(readHtmlBody(`<div>${html}</div>`).kind).toBe(kind)
  })
})
