/** Reports as the web asks for them: files, charts and sentences of an edition, built once and kept while nothing changes. */

import type { StudyLanguage } from '../src/domain/language.js'
import { readReportRows } from '../src/editions/edition-rows.js'
import { inLanguage, textIn } from '../src/languages/index.js'
import { changeWatch } from '../src/ledger/changes.js'
import type { Ledger } from '../src/ledger/ledger.js'
import { bumpChart } from './charts/bump.js'
import { chartContext } from './charts/context.js'
import { inDark } from './charts/dark.js'
import { editionCharts } from './charts/index.js'
import { CHART_WIDTHS, type Chart, FILE_WIDTH } from './charts/theme.js'
import { buildEditionReport } from './edition-data.js'
import type { EditionReport } from './edition-schema.js'
import { type BrandSummary, brandSummary, type EditionSummary, editionSummary } from './edition-summary.js'
import { FORMATS, FRENCH_EXCEL_ENDING, type ReportFormat } from './formats.js'
import { type KeyFigure, keyFigures } from './key-figures.js'
import { whatChanged } from './sentences.js'
import { editionTables } from './tables/index.js'
import { WORDS } from './words.js'

/** A file of an edition. */
export interface EditionFile {
  /** Name with ending, safe in an address (`league-table.csv`). */
  readonly name: string
  /** For people: what it is. */
  readonly label: string
}

/** A chart of an edition, a brand or the trends. */
export interface EditionChart {
  readonly id: string
  /** The finding. */
  readonly title: string
  /** What is shown, unit, n, source. */
  readonly caption: string
  /** Sizes in CSS pixels that pages have it drawn in, narrowest first; the page keeps the room before the image has come. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[]
}

/** How a chart is drawn. */
export interface ChartDrawing {
  readonly language: StudyLanguage
  readonly theme: 'light' | 'dark'
  /** CSS pixels; that of files where none is given. */
  readonly width?: number
}

/** Files, charts and sentences of editions, as pages and the API show them. */
export interface EditionReports {
  /** The report object itself: public figures only. */
  data(edition: string): EditionReport
  files(edition: string, language: StudyLanguage): readonly EditionFile[]
  /** Null for a name that `files` does not list. */
  file(
    edition: string,
    name: string,
    language: StudyLanguage,
  ): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string } | null>
  charts(edition: string, language: StudyLanguage): readonly EditionChart[]
  /** A brand's ranks over the editions among the others; null where there is only one edition. */
  brandChart(edition: string, brand: string, language: StudyLanguage): EditionChart | null
  /** The chart as an SVG document; null for an unknown one. */
  chart(edition: string, id: string, drawing: ChartDrawing): Promise<string | null>
  /** The same as a PNG picture, twice as many pixels as the drawing; null for an unknown one. */
  chartPicture(edition: string, id: string, drawing: ChartDrawing): Promise<Uint8Array<ArrayBuffer> | null>
  /** The edition in a few sentences. */
  summary(edition: string, language: StudyLanguage): EditionSummary
  /** Key figures of an edition or of one of its sectors, as every page and file prints them. */
  keyFigures(edition: string, language: StudyLanguage, sector?: string): readonly KeyFigure[]
  /** How far the order rests on the weights; null where nobody is ranked. */
  sensitivity(edition: string): EditionReport['sensitivity'] | null
  /** A brand in that edition; null for one it does not know. */
  brandSummary(edition: string, brand: string, language: StudyLanguage): BrandSummary | null
  /** Picture for a shared link, 1200 × 630, of the edition or of one of its brands; null for a brand it does not know. */
  shareCard(edition: string, brand: string | null, language: StudyLanguage): Promise<Uint8Array<ArrayBuffer> | null>
  /** What changed against the edition before, in sentences with numbers; empty for the first. */
  sentences(edition: string, language: StudyLanguage): readonly string[]
}

/** Reports of editions, each built anew only when the ledger changed in what it rests on. */
export interface ReportSource {
  /** @throws ReplymarkError `not-found` */
  report(edition: string): EditionReport
}

/** What a report rests on, as a text that differs when it may. */
function stateOf(ledger: Ledger, edition: string, changes: () => string): string {
  const editions = ledger.editions.list().map(({ id, state, publishedAt }) => `${id} ${state} ${publishedAt}`)
  const history = ledger.sqlite.prepare('SELECT count(*) AS n, max(sequence) AS last FROM history_rows').get()
  // Erasing a person's words changes no figure of a sealed edition, and what is quoted of it.
  const base = JSON.stringify([editions, history, ledger.erasures.newest()])
  // Nothing of a published edition changes; anything else may with every write to the file, ours or another's.
  if (ledger.standings.seal(edition)) return base
  return JSON.stringify([base, changes()])
}

/** Keeps the last report of each edition. */
export function createReportSource(ledger: Ledger): ReportSource {
  const changes = changeWatch(ledger.sqlite)
  const kept = new Map<string, { state: string; report: EditionReport }>()
  return {
    report(edition) {
      const state = stateOf(ledger, edition, changes)
      const found = kept.get(edition)
      if (found?.state === state) return found.report
      const report = buildEditionReport(readReportRows(ledger, edition))
      kept.set(edition, { state, report })
      return report
    },
  }
}

const PAGES = [
  { name: 'league-table.html', label: WORDS.leagueTable },
  { name: 'trends.html', label: WORDS.trends },
  { name: 'methodology.html', label: WORDS.methodology },
  { name: 'press-kit.html', label: WORDS.pressKit },
] as const

/** Data files that are not tables. */
const OTHERS = [
  { name: 'data-dictionary.csv', label: { fr: 'Dictionnaire des données', en: 'Data dictionary' } },
  { name: 'datapackage.json', label: { fr: 'Paquet de données (Frictionless)', en: 'Data package (Frictionless)' } },
  { name: 'edition.xlsx', label: { fr: 'Classeur, toutes les tables', en: 'Workbook, all tables' } },
  { name: 'edition-report.json', label: { fr: 'Toutes les données, JSON', en: 'All data, JSON' } },
  { name: 'edition-report.schema.json', label: { fr: 'Schéma JSON', en: 'JSON Schema' } },
] as const

/** The same tables for readers whose Excel parts columns at semicolons. */
const FRENCH_EXCEL = { fr: 'CSV pour Excel (français)', en: 'CSV for Excel, French' } as const

/** The format that holds a file, by its ending. */
function formatOf(name: string): ReportFormat {
  if (name === 'datapackage.json') return 'csv'
  if (name.endsWith(FRENCH_EXCEL_ENDING)) return 'csv-fr'
  return FORMATS.find((format) => name.endsWith(`.${format}`)) ?? 'json'
}

/** Beginning of the identifier of a brand's chart; the brand's id follows. */
const BRAND_CHART = 'brand-'

/** A brand's ranks among the others; null where it has a place in one edition only. */
function brandBump(report: EditionReport, brand: string, language: StudyLanguage, width?: number): Chart | null {
  const path = report.trends.brands.find((one) => one.brand === brand)
  if (!path || path.points.filter((point) => point.rank !== null).length < 2) return null
  return { ...bumpChart(report, chartContext(report, language, width), [brand]), id: `${BRAND_CHART}${brand}` }
}

/** Makes them from a ledger. */
export function createEditionReports(
  ledger: Ledger,
  source: ReportSource = createReportSource(ledger),
): EditionReports {
  const drawn = new WeakMap<EditionReport, Map<string, readonly Chart[]>>()
  function chartsOf(edition: string, language: StudyLanguage, width: number = FILE_WIDTH): readonly Chart[] {
    const report = source.report(edition)
    const known = drawn.get(report) ?? new Map<string, readonly Chart[]>()
    drawn.set(report, known)
    const key = `${language} ${width}`
    const charts = known.get(key) ?? editionCharts(report, language, width)
    known.set(key, charts)
    return charts
  }
  /** A chart as pages list it, from its drawings for each width. */
  function listed([chart, ...others]: readonly [Chart, ...Chart[]]): EditionChart {
    const sizes = [chart, ...others].map(({ width, height }) => ({ width, height }))
    return { id: chart.id, title: chart.title, caption: chart.subtitle, sizes }
  }
  const files: EditionReports['files'] = (edition, language) => [
    ...PAGES.map(({ name, label }) => ({ name, label: inLanguage(label, language) })),
    ...editionTables(source.report(edition)).flatMap((table) => [
      { name: `${table.name}.csv`, label: `${textIn(table.title, language)}, CSV` },
      {
        name: `${table.name}${FRENCH_EXCEL_ENDING}`,
        label: `${textIn(table.title, language)}, ${inLanguage(FRENCH_EXCEL, language)}`,
      },
    ]),
    ...OTHERS.map(({ name, label }) => ({ name, label: inLanguage(label, language) })),
  ]
  async function drawChart(
    edition: string,
    id: string,
    { language, theme, width }: ChartDrawing,
  ): Promise<string | null> {
    const chart =
      chartsOf(edition, language, width).find((one) => one.id === id) ??
      (id.startsWith(BRAND_CHART)
        ? brandBump(source.report(edition), id.slice(BRAND_CHART.length), language, width)
        : null)
    if (!chart) return null
    // A service that nobody asks for a chart does without ECharts, 40 MB.
    const { renderSvg } = await import('./svg.js')
    return renderSvg(theme === 'dark' ? { ...chart, option: inDark(chart.option) } : chart)
  }
  return {
    data: (edition) => source.report(edition),
    files,
    async file(edition, name, language) {
      if (!files(edition, language).some((file) => file.name === name)) return null
      const { reportFiles } = await import('./write-report.js')
      const made = await reportFiles(source.report(edition), [formatOf(name)], language)
      const found = made.find((file) => file.path === name)
      return found ? { bytes: new Uint8Array(Buffer.from(found.content)), contentType: found.contentType } : null
    },
    charts(edition, language) {
      const [narrow, ...wider] = CHART_WIDTHS.map((width) => chartsOf(edition, language, width))
      return (narrow ?? []).map((chart, at) => listed([chart, ...wider.flatMap((charts) => charts[at] ?? [])]))
    },
    brandChart(edition, brand, language) {
      const report = source.report(edition)
      const [narrow, ...wider] = CHART_WIDTHS.flatMap((width) => brandBump(report, brand, language, width) ?? [])
      return narrow ? listed([narrow, ...wider]) : null
    },
    chart: drawChart,
    async chartPicture(edition, id, drawing) {
      const svg = await drawChart(edition, id, drawing)
      return svg === null ? null : (await import('./png.js')).renderPng(svg)
    },
    keyFigures: (edition, language, sector) => keyFigures(source.report(edition), language, sector ?? null),
    sensitivity: (edition) => source.report(edition).sensitivity ?? null,
    summary: (edition, language) => editionSummary(source.report(edition), language),
    brandSummary: (edition, brand, language) => brandSummary(source.report(edition), brand, language),
    async shareCard(edition, brand, language) {
      const report = source.report(edition)
      const { card } = (brand === null ? editionSummary(report, language) : brandSummary(report, brand, language)) ?? {
        card: null,
      }
      if (card === null) return null
      const { shareCardSvg } = await import('./share-card.js')
      return (await import('./png.js')).renderPng(shareCardSvg(card), 1)
    },
    sentences: (edition, language) => whatChanged(source.report(edition), language).map((sentence) => sentence.text),
  }
}
