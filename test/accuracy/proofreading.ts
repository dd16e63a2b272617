/**
 * Proofreading: the reference French sentences (definitions of the corpora's own measuring program) for this engine, for
 * spelling alone and for Grammalecte where it is installed; and the project's own letters and mistakes in both languages.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StudyLanguage } from '../../src/domain/language.js'
import type { Mistake } from '../../src/domain/mistake.js'
import { createProofreader } from '../../src/proofreading/engines/create-proofreader.js'
import type { Proofreader } from '../../src/proofreading/proofreader.js'
import { corpusFolder, readRows } from './frame/corpora.js'
import { startGrammalecte } from './frame/grammalecte-server.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'

interface Span {
  readonly start: number
  readonly end: number
}

interface Sentence {
  readonly text: string
  readonly errors: readonly (Span & { readonly category?: string; readonly typography?: boolean })[]
  readonly category?: string
  readonly typography?: boolean
  readonly unknown_words?: readonly string[]
}

/** What one engine found, sentence by sentence. */
type Findings = readonly (readonly Mistake[])[]

const FIXTURES = join(import.meta.dirname, '../fixtures/proofreading')
const GRAMMAR = ['agreement', 'conjugation', 'homophone']
const NO_SERVER = { server: null, tradeWords: [] }

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

function counted(mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.filter(({ category }) => category !== 'typography')
}

async function readAll(engine: Proofreader, sentences: readonly { readonly text: string }[]): Promise<Findings> {
  const found: (readonly Mistake[])[] = []
  for (const { text } of sentences) found.push(await engine.proofread(text))
  return found
}

/** Share with its base; 0 over nothing. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

/** A figure of one engine over sentences: what is counted, out of what. */
type Figure = (sentences: readonly Sentence[], findings: Findings) => readonly [part: number, whole: number]

/** Sentences of a sort, and those of them with a counted mistake. */
function flaggedOf(sort: (sentence: Sentence) => boolean): Figure {
  return (sentences, findings) => {
    const rows = sentences.flatMap((sentence, index) => (sort(sentence) ? [findings[index] ?? []] : []))
    return [rows.filter((mistakes) => counted(mistakes).length > 0).length, rows.length]
  }
}

function isErroneous({ errors, typography }: Sentence): boolean {
  return errors.length > 0 && !typography
}

/** Marks reported on erroneous sentences, and those that overlap a marked error. */
const spanPrecision: Figure = (sentences, findings) => {
  let hit = 0
  let all = 0
  for (const [index, sentence] of sentences.entries()) {
    if (!isErroneous(sentence)) continue
    for (const mistake of counted(findings[index] ?? [])) {
      all++
      if (sentence.errors.some((error) => overlaps(error, mistake))) hit++
    }
  }
  return [hit, all]
}

/** Marked errors that no letter-preserving change mends, and those that a report overlaps. */
function spanRecall(category: string | null): Figure {
  return (sentences, findings) => {
    let hit = 0
    let all = 0
    for (const [index, sentence] of sentences.entries()) {
      for (const error of sentence.errors) {
        if (error.typography || (category !== null && error.category !== category)) continue
        all++
        if (counted(findings[index] ?? []).some((mistake) => overlaps(error, mistake))) hit++
      }
    }
    return [hit, all]
  }
}

interface Engine {
  readonly name: string
  readonly findings: Findings
}

function row(
  measure: string,
  figure: Figure,
  sentences: readonly Sentence[],
  [ours, ...peers]: readonly Engine[],
  bound: number | null = null,
  boundIs: 'least' | 'most' = 'least',
): AccuracyRow {
  const [part, whole] = figure(sentences, ours?.findings ?? [])
  return {
    measure,
    value: share(part, whole),
    bound,
    boundIs,
    unit: 'share',
    n: whole,
    peers: Object.fromEntries(peers.map(({ name, findings }) => [name, share(...figure(sentences, findings))])),
  }
}

/** The rows of the reference corpus. */
function corpusRows(sentences: readonly Sentence[], engines: readonly Engine[]): readonly AccuracyRow[] {
  const categories = [...new Set(sentences.filter(isErroneous).map(({ category }) => category ?? 'mixed'))].sort()
  const correct = ({ errors, unknown_words }: Sentence) => errors.length === 0 && !unknown_words
  const typographic = ({ errors, typography }: Sentence) => errors.length > 0 && typography === true
  const grammatical = (sentence: Sentence) => isErroneous(sentence) && GRAMMAR.includes(sentence.category ?? '')
  return [
    row('French, correct sentences flagged', flaggedOf(correct), sentences, engines, 0.015, 'most'),
    row('French, erroneous sentences caught', flaggedOf(isErroneous), sentences, engines, 0.45),
    row(
      'French, agreement, conjugation and homophone sentences caught',
      flaggedOf(grammatical),
      sentences,
      engines,
      0.55,
    ),
    row('French, span precision on erroneous sentences', spanPrecision, sentences, engines, 0.95),
    ...categories.map((category) =>
      row(
        `French, sentences caught: ${category}`,
        flaggedOf((sentence) => isErroneous(sentence) && (sentence.category ?? 'mixed') === category),
        sentences,
        engines,
      ),
    ),
    ...['agreement', 'conjugation', 'homophone', 'hyphenation', 'other'].map((category) =>
      row(`French, spans found: ${category}`, spanRecall(category), sentences, engines),
    ),
    row('French, spans found: all', spanRecall(null), sentences, engines),
    row('French, typography rows with a counted mistake', flaggedOf(typographic), sentences, engines),
    row(
      'French, correct sentences with unknown words flagged',
      flaggedOf(({ errors, unknown_words }) => errors.length === 0 && unknown_words !== undefined),
      sentences,
      engines,
    ),
  ]
}

function ownLetters(language: 'french' | 'english'): readonly Sentence[] {
  const text = readFileSync(join(FIXTURES, `${language}-correct.txt`), 'utf8')
  return text.split('\n===\n').map((letter) => ({ text: letter, errors: [] }))
}

function ownMistakes(language: 'french' | 'english'): readonly Sentence[] {
  return readFileSync(join(FIXTURES, `${language}-mistakes.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Sentence)
}

/** The rows over the project's own letters and sentences. */
async function ownRows(language: StudyLanguage, engines: readonly (readonly [string, Proofreader])[]) {
  const name = language === 'fr' ? 'french' : 'english'
  const title = language === 'fr' ? 'French' : 'English'
  const letters = ownLetters(name)
  const mistakes = ownMistakes(name)
  const onLetters: Engine[] = []
  const onMistakes: Engine[] = []
  for (const [engineName, engine] of engines) {
    onLetters.push({ name: engineName, findings: await readAll(engine, letters) })
    onMistakes.push({ name: engineName, findings: await readAll(engine, mistakes) })
  }
  return [
    row(
      `${title}, own correct letters flagged`,
      flaggedOf(() => true),
      letters,
      onLetters,
      0,
      'most',
    ),
    row(
      `${title}, own mistakes caught`,
      flaggedOf(() => true),
      mistakes,
      onMistakes,
      language === 'en' ? 0.9 : null,
    ),
    row(`${title}, own mistakes: span precision`, spanPrecision, mistakes, onMistakes, 0.95),
  ]
}

/** Correct sentences that this engine flags, and reports that miss their sentence's errors, for people. */
function missesOf(sentences: readonly Sentence[], findings: Findings): readonly string[] {
  const wrong = sentences.flatMap(({ text, errors, unknown_words, typography }, index) =>
    unknown_words || typography
      ? []
      : counted(findings[index] ?? [])
          .filter((mistake) => !errors.some((error) => overlaps(error, mistake)))
          .map((mistake) => `${mistake.rule} “${mistake.text}” in: ${text}`),
  )
  return wrong.slice(0, 60)
}

/** Runs the measure. */
export async function measure(): Promise<AccuracyReport> {
  const french = await createProofreader('fr', { ...NO_SERVER, engine: 'replymark' })
  const frenchSpelling = await createProofreader('fr', { ...NO_SERVER, engine: 'hunspell' })
  const english = await createProofreader('en', { ...NO_SERVER, engine: 'replymark' })
  const englishSpelling = await createProofreader('en', { ...NO_SERVER, engine: 'hunspell' })
  const grammalecte = await startGrammalecte()
  try {
    const frenchEngines: readonly (readonly [string, Proofreader])[] = [
      ['replymark', french],
      ['spelling alone', frenchSpelling],
      ...(grammalecte ? [['Grammalecte', grammalecte.engine] as const] : []),
    ]
    const rows: AccuracyRow[] = []
    const misses: string[] = []
    const folder = corpusFolder('french')
    if (folder !== null) {
      const sentences = readRows<Sentence>(join(folder, 'sentences-dev.jsonl'))
      const engines: Engine[] = []
      for (const [name, engine] of frenchEngines) engines.push({ name, findings: await readAll(engine, sentences) })
      rows.push(...corpusRows(sentences, engines))
      misses.push(...missesOf(sentences, engines[0]?.findings ?? []))
    }
    rows.push(...(await ownRows('fr', frenchEngines)))
    rows.push(
      ...(await ownRows('en', [
        ['replymark', english],
        ['spelling alone', englishSpelling],
      ])),
    )
    const missing = [
      ...(folder === null ? ['the reference sentences are not beside the project'] : []),
      ...(grammalecte ? [] : ['Grammalecte is not installed']),
    ]
    return {
      name: 'proofreading',
      about:
        'Mistakes other than typography; French on reference sentences that are traps more than letters, then on the project’s ' +
        `own letters in both languages.${missing.length > 0 ? ` Left out: ${missing.join('; ')}.` : ''}`,
      rows,
      misses,
    }
  } finally {
    grammalecte?.stop()
  }
}
