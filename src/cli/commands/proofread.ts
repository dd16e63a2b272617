/** `replymark proofread`: texts on stdin, their mistakes on stdout, in the same order. */

import { text as readAll } from 'node:stream/consumers'
import { ReplymarkError } from '../../domain/error.js'
import type { StudyLanguage } from '../../domain/language.js'
import { isCounted, type Mistake } from '../../domain/mistake.js'
import { isStudyLanguage, studyLanguages } from '../../languages/index.js'
import { createProofreader } from '../../proofreading/engines/create-proofreader.js'
import type { Proofreader } from '../../proofreading/proofreader.js'
import { countWords } from '../../text/count-words.js'
import { explainMistakes } from '../explain-mistakes.js'

/** One text of the input; `id` is given back as it came. */
interface Letter {
  readonly id?: unknown
  readonly text: string
}

/** Results are written in blocks of so many characters: one system call a line would cost more than the proofreading. */
const BLOCK = 65_536

/** Reads letters from stdin, proofreads each, and writes one line (or, with `--explain`, a page for people) for each. */
export async function run(
  _positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const language = languageOf(options['lang'])
  const letters = lettersOf(await readAll(process.stdin), options['text'] === true)
  const proofreader = await createProofreader(language, {
    engine: typeof options['engine'] === 'string' ? options['engine'] : 'replymark',
    server: typeof options['server'] === 'string' ? options['server'] : null,
    tradeWords: [],
  })
  try {
    if (options['explain'] === true) await explain(letters, proofreader)
    else await writeRows(letters, proofreader, options['suggest'] === true)
  } finally {
    await proofreader.close()
  }
  return 0
}

function languageOf(value: unknown): StudyLanguage {
  if (typeof value === 'string' && isStudyLanguage(value)) return value
  throw new ReplymarkError(
    'usage',
    value === undefined ? '--lang is missing.' : `--lang ${String(value)} is unknown.`,
    {
      hint: `Write one of: ${studyLanguages()
        .map((language) => `--lang ${language}`)
        .join(', ')}.`,
    },
  )
}

function lettersOf(input: string, plain: boolean): readonly Letter[] {
  const lines = input.split('\n')
  if (lines.at(-1) === '') lines.pop()
  if (plain) return lines.map((line) => ({ text: line.endsWith('\r') ? line.slice(0, -1) : line }))
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [letterOf(line, index + 1)]))
}

function letterOf(line: string, number: number): Letter {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw badLine(number, `is not JSON (${error instanceof Error ? error.message : String(error)})`)
  }
  if (typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string') {
    return 'id' in value ? { id: value.id, text: value.text } : { text: value.text }
  }
  throw badLine(number, 'has no "text"')
}

function badLine(line: number, what: string): ReplymarkError {
  return new ReplymarkError('usage', `Line ${line} of the input ${what}.`, {
    place: { file: 'stdin', line },
    hint: 'Each line is one object {"id": …, "text": "…"}; use --text for plain text, one letter a line.',
  })
}

/** A row says what was found and how likely it is; `--explain` says why. */
function withoutSigns({ signs: _signs, counted: _counted, ...mistake }: Mistake): Mistake {
  return mistake
}

async function writeRows(letters: readonly Letter[], proofreader: Proofreader, suggest: boolean): Promise<void> {
  let block = ''
  for (const { id, text } of letters) {
    const found = await proofreader.proofread(text, { suggest, possible: true })
    const errors = found.filter(isCounted).map(withoutSigns)
    const possible = found.filter((mistake) => !isCounted(mistake)).map(withoutSigns)
    const row = { ...(id === undefined ? {} : { id }), words: countWords(text), errors, possible }
    block += `${JSON.stringify(row)}\n`
    if (block.length >= BLOCK) {
      await write(block)
      block = ''
    }
  }
  await write(block)
}

/** Explains every letter; suggestions are computed, since a person waits. */
async function explain(letters: readonly Letter[], proofreader: Proofreader): Promise<void> {
  for (const [index, { text }] of letters.entries()) {
    const mistakes = await proofreader.proofread(text, { suggest: true, possible: true })
    const heading = letters.length > 1 ? `${index + 1} / ${letters.length}\n` : ''
    await write(heading + explainMistakes(text, mistakes, process.stdout.isTTY === true))
  }
}

async function write(text: string): Promise<void> {
  if (text === '' || process.stdout.write(text)) return
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve))
}
