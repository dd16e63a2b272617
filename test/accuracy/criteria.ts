/**
 * Accuracy of the criteria on labelled answers (test/fixtures/answers): varied French and English letters to invented shoppers,
 * marked as `replymark mark` marks them. A label says what a careful reader sees; a finding is right when it says the same.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { markAnswer } from '../../src/cli/commands/mark/mark-answer.js'
import { brandFrom, personaFrom } from '../../src/cli/commands/mark/read-inputs.js'
import { criterionById } from '../../src/criteria/index.js'
import type { Assessment } from '../../src/domain/assessment.js'
import type { Scenario } from '../../src/domain/scenario.js'
import { readPlainBody } from '../../src/reading/read-message.js'
import { resolveGrid } from '../../src/scoring/grid.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'

/** One labelled answer. */
export interface LabelledAnswer {
  readonly set: string
  readonly id: string
  readonly scenario: string
  readonly persona: { readonly firstName: string; readonly lastName: string }
  readonly fromName: string
  readonly text: string
  /** By criterion: true where it is met; `resolution` by name. */
  readonly labels: Readonly<Record<string, boolean | string>>
  /** Ids of expected points that the answer addresses. */
  readonly points: readonly string[]
}

const FOLDER = join(import.meta.dirname, '../fixtures/answers')

/** Least accuracy of each criterion; `coverage` is an F1 over points. */
const BOUNDS: Readonly<Record<string, number>> = {
  greeting: 0.95,
  thanks: 0.95,
  courtesy: 0.95,
  signature: 0.95,
  contact: 0.95,
  empathy: 0.93,
  language: 0.93,
  resolution: 0.85,
}
const COVERAGE_BOUND = 0.85

/** Every labelled answer with its set (the file's name), and the scenarios they answer. */
export function loadAnswers(): { answers: LabelledAnswer[]; scenarios: Map<string, Scenario> } {
  const answers = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => ({ ...(JSON.parse(line) as LabelledAnswer), set: file.replace('.jsonl', '') })),
    )
  const raw = parse(readFileSync(join(FOLDER, 'scenarios.yaml'), 'utf8')) as Record<string, Omit<Scenario, 'id'>>
  const scenarios = Object.entries(raw).map(([id, scenario]): [string, Scenario] => [
    id,
    {
      ...scenario,
      id,
      glossary: [],
      followUp: null,
      points: scenario.points.map((point) => ({
        ...point,
        weight: point.weight ?? 1,
        stems: point.stems ?? [],
        patterns: point.patterns ?? [],
      })),
    },
  ])
  return { answers, scenarios: new Map(scenarios) }
}

/** What a finding says, in the terms of the labels. */
function said(assessment: Assessment, criterion: string): boolean | string | null {
  const finding = assessment.findings.find((item) => item.criterion === criterion)
  if (!finding || finding.score === null) return null
  if (criterion === 'resolution')
    return finding.score > 0.75 ? 'resolved' : finding.score > 0.25 ? 'partial' : 'deflected'
  return finding.score >= 0.75
}

/** Measures every criterion that has labels. */
export async function measure(): Promise<AccuracyReport> {
  const { answers, scenarios } = loadAnswers()
  const grid = resolveGrid(parse(readFileSync('config/grids/replymark.yaml', 'utf8')), criterionById)
  const right: Record<string, number> = {}
  const total: Record<string, number> = {}
  const misses: string[] = []
  const points = { both: 0, found: 0, labelled: 0 }
  for (const answer of answers) {
    const scenario = scenarios.get(answer.scenario)
    if (!scenario) throw new Error(`${answer.id}: no scenario ${answer.scenario}`)
    const reading = readPlainBody(answer.text)
    const assessment = await markAnswer({
      name: answer.id,
      reading: { ...reading, from: { name: answer.fromName, address: 'contact@marque.example' } },
      automatic: false,
      receivedAt: null,
      sentAt: null,
      scenario,
      questionLanguage: scenario.language,
      persona: personaFrom(answer.persona),
      brand: brandFrom({}),
      grid,
      proofreader: null,
    })
    for (const [criterion, label] of Object.entries(answer.labels)) {
      total[criterion] = (total[criterion] ?? 0) + 1
      const judged = said(assessment, criterion)
      if (judged === label) right[criterion] = (right[criterion] ?? 0) + 1
      else misses.push(`${answer.id} ${criterion}: ${judged}, not ${label}`)
    }
    const covered =
      assessment.findings.find(({ criterion }) => criterion === 'coverage')?.evidence.map(({ label }) => label) ?? []
    points.found += covered.length
    points.labelled += answer.points.length
    points.both += answer.points.filter((point) => covered.includes(point)).length
    for (const { id } of scenario.points.filter(
      (point) => covered.includes(point.id) !== answer.points.includes(point.id),
    )) {
      misses.push(
        `${answer.id} coverage: ${id} ${covered.includes(id) ? 'found, not labelled' : 'labelled, not found'}`,
      )
    }
  }
  const rows: AccuracyRow[] = Object.entries(BOUNDS).map(([criterion, bound]) => ({
    measure: `accuracy: ${criterion}`,
    value: (right[criterion] ?? 0) / (total[criterion] ?? 1),
    bound,
    unit: 'share',
    n: total[criterion] ?? 0,
    peers: {},
  }))
  const value = (2 * points.both) / (points.found + points.labelled)
  rows.push({ measure: 'F1: coverage', value, bound: COVERAGE_BOUND, unit: 'share', n: points.labelled, peers: {} })
  return {
    name: 'criteria',
    about: `${answers.length} labelled answers of our own, French and English, invented brands (test/fixtures/answers)`,
    rows,
    misses,
  }
}
