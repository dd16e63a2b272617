/**
 * Coverage where a person wrote the expected points as phrases, no pattern: the labelled answers (thresholds and thesaurus were
 * mended on them) and the letters of the examination's third to sixth set, whose phrases were written from titles alone.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { coverPoints } from '../../src/criteria/coverage/cover-points.js'
import type { StudyLanguage } from '../../src/domain/language.js'
import type { ExpectedPoint } from '../../src/domain/scenario.js'
import { readPlainBody } from '../../src/reading/read-message.js'
import { loadAnswers } from './criteria.js'
import { claims } from './examination.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'

const FIXTURES = join(import.meta.dirname, '../fixtures')

interface Letter {
  readonly id: string
  readonly text: string
  readonly language: StudyLanguage
  readonly points: readonly ExpectedPoint[]
  /** Ids of the points that it addresses. */
  readonly labelled: readonly string[]
}

const withPhrases = (point: ExpectedPoint, phrases: readonly string[]): ExpectedPoint => ({
  ...point,
  weight: point.weight ?? 1,
  patterns: [],
  stems: [],
  phrases,
})

function answersWithPhrases(): Letter[] {
  const phrases = parse(readFileSync(join(FIXTURES, 'answers/plain-phrases.yaml'), 'utf8'))
  const { answers, scenarios } = loadAnswers()
  const points = new Map(
    [...scenarios].map(([id, scenario]) => [
      id,
      scenario.points.map((point) => withPhrases(point, phrases[id][point.id])),
    ]),
  )
  return answers.map(({ id, text, scenario, points: labelled }) => ({
    id,
    text: readPlainBody(text).text,
    language: scenarios.get(scenario)!.language,
    points: points.get(scenario)!,
    labelled,
  }))
}

function examinationLetters(): Letter[] {
  const folder = join(FIXTURES, 'examination')
  const phrases: Record<string, string[][]> = parse(readFileSync(join(folder, 'plain-phrases.yaml'), 'utf8'))
  const scenarios = new Map(
    Object.entries(phrases).map(([id, ofPoints]) => {
      const scenario = parse(readFileSync(join(folder, `scenarios/${id}.yaml`), 'utf8'))
      const points = scenario.points.map((point: ExpectedPoint, at: number) => withPhrases(point, ofPoints[at]!))
      return [id, { language: scenario.language as StudyLanguage, points: points as ExpectedPoint[] }] as const
    }),
  )
  return readdirSync(folder)
    .filter((file) => file.endsWith('-set.yaml'))
    .sort()
    .flatMap((file) => parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>[])
    .flatMap(({ id, text, scenario, marks }) => {
      const known = scenarios.get(scenario ?? '')
      return known && marks !== undefined
        ? [{ id: id!, text: text!, ...known, labelled: claims(marks, false).points }]
        : []
    })
}

function rowsOf(name: string, letters: readonly Letter[], bound: number | null, misses: string[]): AccuracyRow[] {
  const count = { found: 0, labelled: 0, both: 0, doubtful: 0, doubtfulRight: 0, points: 0 }
  for (const { id, text, language, points, labelled } of letters)
    for (const { point, place, doubtful } of coverPoints(points, text, language)) {
      const right = labelled.includes(point.id)
      count.points++
      if (place) count.found++
      if (right) count.labelled++
      if (place && right) count.both++
      if (!place && doubtful) count.doubtful++
      if (!place && doubtful && right) count.doubtfulRight++
      if (right !== (place !== null))
        misses.push(`${name}, ${id}: ${point.id} ${right ? 'labelled, not found' : 'found, not labelled'}`)
    }
  const row = (measure: string, value: number, n: number, least: number | null = null): AccuracyRow => ({
    measure: `${name}: ${measure}`,
    value,
    bound: least,
    unit: 'share',
    n,
    peers: {},
  })
  const decided = count.both + count.doubtfulRight
  return [
    row('coverage F1', (2 * count.both) / (count.found + count.labelled), count.labelled, bound),
    row('precision', count.both / count.found, count.found),
    row('points left to a person', count.doubtful / count.points, count.points),
    row(
      'coverage F1 once those are decided',
      (2 * decided) / (count.found + count.doubtfulRight + count.labelled),
      count.labelled,
    ),
  ]
}

/** Measures both sets. */
export async function measure(): Promise<AccuracyReport> {
  const misses: string[] = []
  return {
    name: 'plain-phrases',
    about:
      'Expected points written as plain phrases. The examination letters were measured once before any mistake on them was read: F1 0.680 (158 points), 0.854 with patterns; thesaurus and roots were mended afterwards for what the third set showed.',
    rows: [
      ...rowsOf('labelled answers', answersWithPhrases(), 0.85, misses),
      ...rowsOf('examination letters', examinationLetters(), null, misses),
    ],
    misses,
  }
}
