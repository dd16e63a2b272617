/** `replymark proofread` by its contract: order, ids, offsets, plain text, and errors that name the line. */
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

function proofread(input: string, ...options: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', 'proofread', ...options],
    { input, encoding: 'utf8' },
  )
  return { code: status, out: stdout, err: stderr }
}

interface Row {
  readonly id?: unknown
  readonly words: number
  readonly errors: readonly Record<string, unknown>[]
}

function rows(out: string): Row[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
}

describe('replymark proofread', () => {
  it('answers each line in order, with its id, word count and errors', () => {
    const letters = [{ id: 'a', text: 'Tout va bien.' }, { text: '😀 Une addresse.' }, { id: 0, text: '' }]
    const { code, out } = proofread(
      letters.map((letter) => JSON.stringify(letter)).join('\n'),
      '--lang',
      'fr',
      '--jsonl',
    )
    expect(code).toBe(0)
    const [first, second, third] = rows(out)
    expect(first).toEqual({ id: 'a', words: 3, errors: [], possible: [] })
    expect(second).toEqual({
      words: 2,
      errors: [
        {
          start: 7,
          end: 15,
          text: 'addresse',
          category: 'spelling',
          rule: 'spelling',
          message: '« addresse » n’est pas au dictionnaire.',
          suggestions: [],
        },
      ],
      possible: [],
    })
    expect(third).toEqual({ id: 0, words: 0, errors: [], possible: [] })
  })

  it('reads plain lines with --text, and computes suggestions with --suggest', () => {
    const { out } = proofread(
      'We recieve it.\n\nFine.\r\n',
      '--lang',
      'en',
      '--text',
      '--suggest',
      '--engine',
      'hunspell',
    )
    expect(rows(out).map(({ words, errors }) => [words, errors.length])).toEqual([
      [3, 1],
      [0, 0],
      [1, 0],
    ])
    expect(rows(out)[0]?.errors[0]?.['suggestions']).toContain('receive')
  })

  it('explains for people', () => {
    const { code, out } = proofread('We recieve it.', '--lang', 'en', '--text', '--explain', '--engine', 'hunspell')
    expect(code).toBe(0)
    expect(out).toContain('We recieve it.\n   ~~~~~~~\n  recieve → receive')
    expect(out).toContain('3 words, 1 mistake')
  })

  it.each([
    ['{"text": "Bien."}\nnot json\n', ['--lang', 'fr', '--engine', 'hunspell'], 'Line 2 of the input is not JSON'],
    ['{"text": 3}\n', ['--lang', 'fr', '--engine', 'hunspell'], 'Line 1 of the input has no "text"'],
    ['', ['--lang', 'de'], '--lang de is unknown'],
    ['', [], '--lang is missing'],
    ['', ['--lang', 'fr', '--engine', 'word'], 'There is no proofreading engine “word”'],
    ['', ['--lang', 'fr', '--engine', 'languagetool'], 'needs the address of its server'],
  ])('refuses %j %j with exit code 2 and a clear message', (input, options, message) => {
    const { code, out, err } = proofread(input, ...options)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(err).not.toContain('    at ')
  })

  it('ends with 1 and names the server when it is down', () => {
    const { code, err } = proofread(
      '{"text":"a"}',
      '--lang',
      'fr',
      '--engine',
      'grammalecte',
      '--server',
      'http://127.0.0.1:9',
    )
    expect(code).toBe(1)
    expect(err).toContain('http://127.0.0.1:9')
  })
})
