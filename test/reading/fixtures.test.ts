/** The mails in test/fixtures/mails are read as expected.jsonl says. All brands and people in them are invented. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BounceReport, MessageKind } from '../../src/domain/message.js'
import { readMessage } from '../../src/reading/read-message.js'

interface Expected {
  readonly file: string
  readonly kind: MessageKind
  readonly language: string
  readonly contains?: string
  readonly lacks?: string
  readonly quotes?: string
  readonly subject?: string
  readonly attachments?: readonly string[]
  readonly embedded?: string
  readonly bounce?: Partial<BounceReport>
}

const folder = join(import.meta.dirname, '../fixtures/mails')
const expectations = readFileSync(join(folder, 'expected.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Expected)

/** Kinds that a standard tells; of the learnt ones a share is promised, not each mail. */
const BY_STANDARD: readonly MessageKind[] = ['bounce', 'delay-notice', 'feedback-loop', 'reading-receipt', 'unreadable']

describe('fixture mails', () => {
  it('are all expected, and at least sixty', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.eml'))
    expect(files.sort()).toEqual(expectations.map(({ file }) => file).sort())
    expect(files.length).toBeGreaterThanOrEqual(60)
  })

  it.each(expectations)('$file is read as expected', async (expected) => {
    const reading = await readMessage(readFileSync(join(folder, expected.file)))
    if (BY_STANDARD.includes(expected.kind))
      expect({ kind: reading.kind, clue: reading.kindClue }).toMatchObject({ kind: expected.kind })
    if (expected.contains) expect(reading.text).toContain(expected.contains)
    if (expected.lacks) expect(reading.text).not.toContain(expected.lacks)
    if (expected.quotes) expect(reading.quoted).toContain(expected.quotes)
    if (expected.subject) expect(reading.subject).toBe(expected.subject)
    if (expected.attachments) expect(reading.attachments.map(({ fileName }) => fileName)).toEqual(expected.attachments)
    if (expected.embedded) expect(reading.embeddedMessageIds).toContain(expected.embedded)
    if (expected.bounce) expect(reading.bounce).toMatchObject(expected.bounce)
    else expect(reading.bounce === null).toBe(!['bounce', 'delay-notice'].includes(expected.kind))
  })

  it('are of the kind that a careful reader gives, but for one in fifty', async () => {
    const wrong: string[] = []
    for (const { file, kind } of expectations)
      if ((await readMessage(readFileSync(join(folder, file)))).kind !== kind) wrong.push(file)
    expect(wrong.length / expectations.length, wrong.join(', ')).toBeLessThanOrEqual(0.02)
  })

  const letters = expectations.filter(({ kind }) => kind === 'reply' || kind === 'acknowledgement')
  it.each(letters)('$file is written in $language', async ({ file, language }) => {
    const reading = await readMessage(readFileSync(join(folder, file)))
    const words = reading.text.split(/\s+/).length
    if (words >= 8 || reading.language !== null) expect(reading.language).toBe(language)
  })
})
