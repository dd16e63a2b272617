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

/** A learnt decision promises a share, not each letter; `npm run accuracy -- kinds` names the wrong ones. */
const LEAST_SHARE = 0.96

describe('letters without headers', () => {
  it('are of the kind that a careful reader gives, but for a few', () => {
    const right = letters.filter(({ kind, text }) => readPlainBody(text).kind === kind)
    expect(right.length / letters.length).toBeGreaterThanOrEqual(LEAST_SHARE)
  })

  it.each(letters)('are in $language: $text', ({ language, text }) => {
    expect(readPlainBody(text).language).toBe(language)
  })

  it('are of the same kind as HTML', () => {
    const replies = letters.filter(({ kind }) => kind === 'reply')
    const right = replies.filter(({ kind, text }) => {
      const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')
      return readHtmlBody(`<div>${html}</div>`).kind === kind
    })
    expect(right.length / replies.length).toBeGreaterThanOrEqual(LEAST_SHARE)
  })
})
