/**
 * French on running text that nobody of the project wrote: alarms per 1 000 words on text meant to be correct (with the verdicts of people who
 * read them, where they are kept), and what is found of corrections that people made later.
 */
import { join } from 'node:path'
import { isHeldOut, languageFolder } from '../../scripts/train/proofreading/texts.js'
import type { Mistake } from '../../src/domain/mistake.js'
import { createProofreader } from '../../src/proofreading/engines/create-proofreader.js'
import type { Proofreader } from '../../src/proofreading/proofreader.js'
import { countWords } from '../../src/text/count-words.js'
import { readRows } from './frame/corpora.js'
import { sentenceKey, textsOf } from './frame/language.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'

/** One read alarm: `verdict` says whether it is a mistake. */
interface Verdict {
  readonly sentence: string
  readonly start: number
  readonly end: number
  readonly verdict: 'real' | 'false'
}

interface Correction {
  readonly bad: string
  readonly changes: readonly (readonly [string, string])[]
  readonly kinds: readonly string[]
}

/** Texts meant to be correct; those that deciders learn from are measured on the lines kept out of training. */
const CLEAN: readonly (readonly [title: string, file: string, heldOut: boolean])[] = [
  ['calibration text', 'fr/calibration-clean.txt.gz', false],
  ['public-service sheets', 'fr/public-service-sheets.txt.gz', true],
  ['parliament', 'fr/parliament-debates.txt.gz', true],
  ['service strings', 'fr/software-and-service-strings.txt.gz', true],
  ['shop strings', 'fr/correct-service-strings.jsonl', false],
  ['news and reports', 'fr/correct-mixed.jsonl', false],
  ['short sentences', 'fr/correct-short.jsonl', false],
]

const VERDICTS = join(import.meta.dirname, 'verdicts', 'french-alarms.jsonl')

function isGrammar({ category }: Mistake): boolean {
  return category !== 'typography' && category !== 'spelling'
}

function overlaps(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && other.start < one.end
}

function perThousand(measure: string, part: number, words: number, bound: number | null = null): AccuracyRow {
  return { measure, value: (part / words) * 1000, bound, boundIs: 'most', unit: 'per 1 000 words', n: words, peers: {} }
}

function share(measure: string, part: number, whole: number, bound: number | null = null): AccuracyRow {
  return { measure, value: whole === 0 ? 0 : part / whole, bound, unit: 'share', n: whole, peers: {} }
}

/** Alarms on one clean text. */
async function onClean(
  engine: Proofreader,
  title: string,
  texts: readonly string[],
  verdicts: ReadonlyMap<string, readonly Verdict[]>,
): Promise<{ rows: readonly AccuracyRow[]; misses: readonly string[] }> {
  let [words, spelling, falseSpelling, unreadSpelling, counted, falseOnes, unread, possible] = [0, 0, 0, 0, 0, 0, 0, 0]
  const misses: string[] = []
  for (const text of texts) {
    words += countWords(text)
    const found = await engine.proofread(text, { possible: true })
    for (const mistake of found) {
      if (mistake.category === 'typography') continue
      const read = verdicts.get(sentenceKey(text))?.find((one) => overlaps(one, mistake))
      if (!isGrammar(mistake)) {
        spelling++
        if (read?.verdict === 'false') falseSpelling++
        else if (!read) unreadSpelling++
        continue
      }
      if (mistake.counted === false) {
        possible++
        continue
      }
      counted++
      if (read?.verdict === 'real') continue
      if (read) falseOnes++
      else unread++
      const near = `${text.slice(Math.max(0, mistake.start - 60), mistake.start)}⟦${mistake.text}⟧${text.slice(mistake.end, mistake.end + 40)}`
      misses.push(
        `${title}: ${read ? 'false' : 'not read'}: ${mistake.rule} (${mistake.suggestions[0] ?? ''}): ${near}`,
      )
    }
  }
  return {
    rows: [
      perThousand(`${title}: grammar alarms counted, judged false`, falseOnes, words, 0.12),
      perThousand(`${title}: grammar alarms counted, not read`, unread, words),
      perThousand(`${title}: grammar alarms counted, all`, counted, words),
      perThousand(`${title}: possible mistakes shown`, possible, words),
      perThousand(`${title}: spelling alarms judged false`, falseSpelling, words, 0.4),
      perThousand(`${title}: spelling alarms not read`, unreadSpelling, words),
      perThousand(`${title}: spelling alarms, real ones among them`, spelling, words),
    ],
    misses,
  }
}

/** What is found of people's corrections. */
async function onCorrections(engine: Proofreader, rows: readonly Correction[]): Promise<readonly AccuracyRow[]> {
  const kinds = new Map<string, { n: number; counted: number; shown: number }>()
  let [alarms, hits] = [0, 0]
  for (const { bad, changes, kinds: own } of rows) {
    const found = await engine.proofread(bad, { possible: true })
    const spans = changes.map(([from]) => ({ start: bad.indexOf(from), end: bad.indexOf(from) + from.length }))
    const near = found.filter(
      (mistake) => mistake.category !== 'typography' && spans.some((span) => overlaps(span, mistake)),
    )
    for (const mistake of found) {
      if (!isGrammar(mistake) || mistake.counted === false) continue
      alarms++
      if (spans.some((span) => overlaps(span, mistake))) hits++
    }
    for (const kind of own.includes('spelling') ? ['spelling'] : ['grammar', ...new Set(own)]) {
      const row = kinds.get(kind) ?? { n: 0, counted: 0, shown: 0 }
      kinds.set(kind, row)
      row.n++
      if (near.some(({ counted }) => counted !== false)) row.counted++
      if (near.length > 0) row.shown++
    }
  }
  return [
    ...[...kinds].flatMap(([kind, { n, counted, shown }]) => [
      share(`corrections, ${kind}: found and counted`, counted, n),
      share(`corrections, ${kind}: found, counted or possible`, shown, n),
    ]),
    share('corrections: counted grammar alarms on the corrected words (others may be mistakes too)', hits, alarms),
  ]
}

/** Runs the measure. */
export async function measure(): Promise<AccuracyReport> {
  const name = 'running-text'
  const about =
    'French text that nobody of the project wrote, meant to be correct, with verdicts by reading; corrections that people made (most are mistakes, not all).'
  const folder = languageFolder()
  if (folder === null) return { name, about, rows: [], misses: [], skipped: 'the texts are not beside the project' }
  const engine = await createProofreader('fr', { engine: 'replymark', server: null, tradeWords: [] })
  const verdicts = Map.groupBy(readRows<Verdict>(VERDICTS), ({ sentence }) => sentence)
  const rows: AccuracyRow[] = []
  const misses: string[] = []
  for (const [title, file, heldOut] of CLEAN) {
    const texts = textsOf(folder, file)
    const result = await onClean(engine, title, heldOut ? texts.filter(isHeldOut) : texts, verdicts)
    rows.push(...result.rows)
    misses.push(...result.misses)
  }
  const corrections = readRows<Correction>(join(folder, 'fr/corrections-not-judged.jsonl'))
  rows.push(
    ...(await onCorrections(
      engine,
      corrections.filter(({ bad }) => !bad.includes('\uFFFD')),
    )),
  )
  await engine.close()
  return { name, about, rows, misses }
}
