/**
 * Fits what a decider's margin is worth, task by task: a logistic curve from the margin to the odds of a mistake, over clean text that the
 * deciders were not taught with and over corrections that people made, weighed so that mistakes are as frequent as in letters.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { loadFrenchDeciders } from '../../../src/proofreading/engines/french-deciders-file.js'
import { checkFrench } from '../../../src/proofreading/french/check-french.js'
import { RULE_OFFSETS, RULE_WEIGHTS } from '../../../src/proofreading/french/deciders/alarm-weights.js'
import { isChoosable, taskOf } from '../../../src/proofreading/french/deciders/decider-alarms.js'
import { disambiguate } from '../../../src/proofreading/french/disambiguate.js'
import { loadFrenchLexicon } from '../../../src/proofreading/french/lexicon/load.js'
import { FrenchText } from '../../../src/proofreading/french/text.js'
import { tokenize } from '../../../src/proofreading/french/tokenize.js'
import { FRENCH_SOURCES, isHeldOut, languageFolder, linesOf } from '../proofreading/texts.js'

/** Mistakes a word that the curves are fitted for; the engine's own constant. */
const RATE = 0.004
/** Least margin that is looked at. */
const LEAST_MARGIN = 2
/** Fewest positive cases of a task that give it a curve. */
const LEAST_CASES = 8
const FILE = 'src/proofreading/french/deciders/alarm-weights.ts'

interface Case {
  readonly margin: number
  readonly weight: number
  readonly mistake: boolean
}

interface Correction {
  readonly bad: string
  readonly changes: readonly (readonly [string, string])[]
  readonly kinds: readonly string[]
}

function bounded(step: number): number {
  return Math.max(-0.5, Math.min(0.5, step))
}

/** Fits offset and slope by Newton's method, a little ridge on the slope. */
function fitCurve(cases: readonly Case[]): { offset: number; slope: number } {
  let offset = -3
  let slope = 0.5
  for (let step = 0; step < 200; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0.01 * slope, 1e-6, 0, 0.01]
    for (const { margin, weight, mistake } of cases) {
      const share = 1 / (1 + Math.exp(-(offset + slope * margin)))
      const error = weight * (share - (mistake ? 1 : 0))
      const bend = weight * share * (1 - share)
      g0 += error
      g1 += error * margin
      h00 += bend
      h01 += bend * margin
      h11 += bend * margin * margin
    }
    const determinant = h00 * h11 - h01 * h01
    // Steps are bounded: far from the optimum Newton's overshoot.
    offset -= bounded((h11 * g0 - h01 * g1) / determinant)
    slope -= bounded((h00 * g1 - h01 * g0) / determinant) / 4
  }
  return { offset: Number(offset.toFixed(3)), slope: Number(slope.toFixed(3)) }
}

/** Runs the fit; a minute. */
export function train(): void {
  const folder = languageFolder()
  if (folder === null) {
    process.stderr.write(
      'The texts are not there: put the folder language at ../shared/language, or name it in REPLYMARK_LANGUAGE.\n',
    )
    process.exitCode = 1
    return
  }
  const lexicon = loadFrenchLexicon()
  const { deciders } = loadFrenchDeciders()
  const cases = new Map<string, Case[]>()
  const look = (line: string, judge: (start: number, end: number) => boolean | null, weight: number): number => {
    const tokens = tokenize(line, lexicon)
    disambiguate(tokens)
    const text = new FrenchText(tokens, lexicon)
    for (const [index, token] of text.tokens.entries()) {
      if (!isChoosable(text, index, token)) continue
      for (const decision of deciders.decisionsAt(text, index)) {
        if (decision.margin < LEAST_MARGIN) continue
        const mistake = judge(text.at(decision.from).start, text.at(decision.to).end)
        if (mistake === null) continue
        const task = taskOf(decision, text)
        const list = cases.get(task) ?? []
        cases.set(task, list)
        list.push({ margin: decision.margin, weight, mistake })
      }
    }
    return text.tokens.length
  }
  const jsonl = (name: string): string[] => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')
  const clean = [
    ...gunzipSync(readFileSync(join(folder, 'fr/calibration-clean.txt.gz')))
      .toString('utf8')
      .split('\n'),
    ...FRENCH_SOURCES.slice(0, 3).flatMap((source) => linesOf(folder, source).filter(isHeldOut)),
    ...['fr/correct-mixed.jsonl', 'fr/correct-service-strings.jsonl', 'fr/correct-short.jsonl']
      .flatMap(jsonl)
      .map((line) => (JSON.parse(line) as { text: string }).text),
  ]
  // Where a rule sees a mistake too, clean text has one more often than not: such places say nothing.
  const words = clean.reduce((sum, line) => {
    const seen = checkFrench(line, lexicon)
    return sum + look(line, (start, end) => (seen.some((one) => one.start < end && start < one.end) ? null : false), 1)
  }, 0)
  const corrections = jsonl('fr/corrections-not-judged.jsonl')
    .map((line) => JSON.parse(line) as Correction)
    .filter(({ bad, kinds }) => !kinds.includes('spelling') && !bad.includes('\uFFFD'))
  const weight = (RATE * words) / corrections.length
  for (const { bad, changes } of corrections) {
    const spans = changes.map(([from]) => [bad.indexOf(from), bad.indexOf(from) + from.length] as const)
    // What the deciders say elsewhere in a corrected line is not known to be right or wrong.
    look(bad, (start, end) => (spans.some(([from, to]) => start < to && from < end) ? true : null), weight)
  }
  const curves: Record<string, { offset: number; slope: number }> = {}
  for (const [task, list] of [...cases].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const positive = list.filter(({ mistake }) => mistake).length
    process.stdout.write(`${task}: ${positive} mistakes, ${list.length - positive} on clean text\n`)
    if (positive >= LEAST_CASES) curves[task] = fitCurve(list)
  }
  const json = (value: unknown): string => JSON.stringify(value, null, 2)
  writeFileSync(
    FILE,
    `/** Weights of signs, as \`npm run train -- french-alarms\` fits them; generated but for the rules' own weights, which stand for verdicts by reading (test/accuracy/verdicts). */

/** For every rule: with a decider's support (base, slope of the support), and without. */
export const RULE_WEIGHTS = ${json(RULE_WEIGHTS)}

/** What a rule adds to that, where enough was judged to say. */
export const RULE_OFFSETS: Readonly<Record<string, number>> = ${json(RULE_OFFSETS)}

/** Deciders' own alarms: logarithm of odds over the margin, by task. */
export const DECIDER_CURVES: Readonly<Record<string, { readonly offset: number; readonly slope: number }>> = ${json(curves)}
`,
  )
  process.stdout.write(`${FILE} written\n`)
}
