/**
 * Which answers say that a machine wrote them: letters of our own in both languages (test/fixtures/answered-by), and every letter of
 * people in the other sets, of which none may be suspected.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { saysMachineWrote } from '../../src/reading/kind/machine-disclosure.js'
import { loadAnswers } from './criteria.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'

interface Letter {
  readonly language: string
  readonly machine: boolean
  readonly text: string
}

/** The labelled letters by set. */
export function loadLetters(): Record<string, Letter[]> {
  return parse(readFileSync(join(import.meta.dirname, '../fixtures/answered-by/letters.yaml'), 'utf8'))
}

/** Measures both sets and the letters of people. */
export async function measure(): Promise<AccuracyReport> {
  const misses: string[] = []
  const rows: AccuracyRow[] = []
  const row = (measure: string, value: number, n: number, bound: number, boundIs: 'least' | 'most' = 'least') =>
    rows.push({ measure, value, bound, boundIs, unit: 'share', n, peers: {} })
  for (const [set, letters] of Object.entries(loadLetters())) {
    const told = letters.filter(({ text }) => saysMachineWrote(text, ''))
    const there = letters.filter(({ machine }) => machine)
    const both = told.filter(({ machine }) => machine).length
    misses.push(...letters.filter((one) => one.machine !== told.includes(one)).map(({ text }) => `${set}: ${text}`))
    row(`${set} set: F1`, (2 * both) / (told.length + there.length), letters.length, 0.98)
  }
  const { answers } = loadAnswers()
  const suspected = answers.filter(({ text }) => saysMachineWrote(text, ''))
  row('people’s letters taken for a machine’s', suspected.length / answers.length, answers.length, 0.005, 'most')
  return {
    name: 'answered-by',
    about:
      'Letters of which a machine says that it wrote them. At first sight, with the rules of before: F1 0.359 on the first set (68); with the new ones 1.000 on the second (48), written before them by the same hand.',
    rows,
    misses,
  }
}
