/**
 * Realistic letters from customer services, written and proof-read by hand apart from the rules: marked mistakes found and
 * false alarms, mark by mark, for this engine and the programs beside it. No glossary and no names are given to any of them.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Dialect, LocalLinter } from 'harper.js'
import { binary } from 'harper.js/binary'
import type { StudyLanguage } from '../../src/domain/language.js'
import type { Mistake } from '../../src/domain/mistake.js'
import { createProofreader } from '../../src/proofreading/engines/create-proofreader.js'
import { startGrammalecte } from './frame/grammalecte-server.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'

interface Span {
  readonly start: number
  readonly end: number
}

interface Letter {
  readonly text: string
  readonly errors: readonly (Span & { readonly category: string; readonly suggestions: readonly string[] })[]
}

/** One program: finds spans in a text. */
interface Reader {
  readonly name: string
  read(text: string): Promise<readonly Span[]>
}

interface Read {
  readonly name: string
  readonly found: readonly (readonly Span[])[]
}

const FIXTURES = join(import.meta.dirname, '../fixtures/proofreading')
const NO_SERVER = { server: null, tradeWords: [] }
const SETS: readonly (readonly [file: string, title: string, languages: readonly StudyLanguage[]])[] = [
  ['examination', 'letters', ['fr', 'en']],
  ['examination-second', 'second letters', ['fr', 'en']],
  ['examination-third', 'third letters', ['en']],
  ['examination-fourth', 'fourth letters', ['en']],
  ['examination-fifth', 'fifth letters', ['en']],
]

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

function lettersOf(set: string, language: StudyLanguage): readonly Letter[] {
  return readFileSync(join(FIXTURES, `${set}-${language}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Letter)
}

function withoutTypography(mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.filter(({ category }) => category !== 'typography')
}

async function readAll(reader: Reader, letters: readonly Letter[]): Promise<Read> {
  const found: (readonly Span[])[] = []
  for (const { text } of letters) found.push(await reader.read(text))
  return { name: reader.name, found }
}

/** Reports that overlap a marked mistake, and all reports. */
function precision(letters: readonly Letter[], { found }: Read): readonly [number, number] {
  const hits = letters.flatMap(({ errors }, index) =>
    (found[index] ?? []).map((span) => errors.some((error) => overlaps(error, span))),
  )
  return [hits.filter(Boolean).length, hits.length]
}

/** Marked mistakes that a report overlaps, and all marked ones; of one category or of all. */
function recall(letters: readonly Letter[], { found }: Read, category: string | null): readonly [number, number] {
  const hits = letters.flatMap(({ errors }, index) =>
    errors
      .filter((error) => category === null || error.category === category)
      .map((error) => (found[index] ?? []).some((span) => overlaps(error, span))),
  )
  return [hits.filter(Boolean).length, hits.length]
}

function row(
  measure: string,
  figure: (read: Read) => readonly [number, number],
  [ours, ...peers]: readonly Read[],
  bound: number | null = null,
): AccuracyRow {
  const share = ([part, whole]: readonly [number, number]) => (whole === 0 ? 0 : part / whole)
  const own = ours ? figure(ours) : ([0, 0] as const)
  return {
    measure,
    value: share(own),
    bound,
    boundIs: 'least',
    unit: 'share',
    n: own[1],
    peers: Object.fromEntries(peers.map((peer) => [peer.name, share(figure(peer))])),
  }
}

function rowsOf(title: string, letters: readonly Letter[], reads: readonly Read[]): readonly AccuracyRow[] {
  const categories = [...new Set(letters.flatMap(({ errors }) => errors.map(({ category }) => category)))].sort()
  return [
    row(`${title}, precision of reports`, (read) => precision(letters, read), reads, 0.95),
    row(`${title}, mistakes found`, (read) => recall(letters, read, null), reads, 0.7),
    ...categories.map((category) =>
      row(`${title}, mistakes found: ${category}`, (read) => recall(letters, read, category), reads),
    ),
  ]
}

/** False alarms, then marked mistakes not found, for people. */
function missesOf(letters: readonly Letter[], { found }: Read): readonly string[] {
  const around = (text: string, { start, end }: Span) =>
    `${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`.replaceAll(
      '\n',
      ' ',
    )
  const alarms = letters.flatMap(({ text, errors }, index) =>
    (found[index] ?? [])
      .filter((span) => !errors.some((error) => overlaps(error, span)))
      .map((span) => `false alarm${'rule' in span ? ` ${String(span.rule)}` : ''}: ${around(text, span)}`),
  )
  const missed = letters.flatMap(({ text, errors }, index) =>
    errors
      .filter((error) => !(found[index] ?? []).some((span) => overlaps(error, span)))
      .map((error) => `not found, ${error.category}: ${around(text, error)}`),
  )
  return [...alarms, ...missed]
}

/** Runs the measure. */
export async function measure(): Promise<AccuracyReport> {
  const grammalecte = await startGrammalecte()
  const harper = new LocalLinter({ binary, dialect: Dialect.British })
  await harper.setup()
  try {
    const readers: Record<'fr' | 'en', Reader[]> = { fr: [], en: [] }
    for (const language of ['fr', 'en'] as const) {
      for (const [name, engine] of [
        ['replymark', 'replymark'],
        ['spelling alone', 'hunspell'],
      ] as const) {
        const proofreader = await createProofreader(language, { ...NO_SERVER, engine })
        readers[language].push({ name, read: async (text) => withoutTypography(await proofreader.proofread(text)) })
      }
    }
    if (grammalecte) {
      const read = async (text: string) => withoutTypography(await grammalecte.engine.proofread(text))
      readers.fr.push({ name: 'Grammalecte', read })
    }
    readers.en.push({ name: 'Harper', read: async (text) => (await harper.lint(text)).map((lint) => lint.span()) })
    const rows: AccuracyRow[] = []
    const misses: string[] = []
    for (const [set, title, languages] of SETS) {
      for (const language of languages) {
        const letters = lettersOf(set, language)
        const reads: Read[] = []
        for (const reader of readers[language as 'fr' | 'en']) reads.push(await readAll(reader, letters))
        rows.push(...rowsOf(`${language === 'fr' ? 'French' : 'English'} ${title}`, letters, reads))
        if (reads[0]) misses.push(...missesOf(letters, reads[0]))
      }
    }
    return {
      name: 'letters',
      about:
        'Letters from customer services in both languages, about half of them flawless, with neither glossary nor names; ' +
        'rules were mended after each set was first read. First reading of the third set (English): precision 0.946, found 0.646; of the fourth: 1.000, 0.613; of the fifth: 1.000, 0.667. ' +
        `typography apart.${grammalecte ? '' : ' Left out: Grammalecte is not installed.'}`,
      rows,
      misses,
    }
  } finally {
    grammalecte?.stop()
    await harper.dispose()
  }
}
