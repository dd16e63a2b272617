/**
 * Every output of an edition — JSON, CSV, French Excel's CSV, XLSX, API as JSON and CSV, chart, page, report file, press kit, data
 * dictionary — gives each indicator of each brand and sector one value: that of the report object, in its own digits.
 */
import { parse } from 'csv-parse/sync'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEditionReports, type EditionReports } from '../../reports/edition-reports.js'
import type { EditionReport } from '../../reports/edition-schema.js'
import { formatFor } from '../../reports/format.js'
import type { Estimate } from '../../src/domain/standing.js'
import { createApp } from '../../src/web/app.js'
import { published } from '../jobs/purge-evidence/person/published-study.js'
import { openSmallStudy, type SmallStudy } from './small-study.js'

/** Columns of tables by indicator: the report's name of it, and what stands before _low, _high and _n. */
const INDICATORS = {
  index: 'index',
  responseRate: 'response_rate',
  within24Hours: 'within_24h',
  medianDelayHours: 'median_delay_hours',
  mistakesPer100Words: 'mistakes_per_100_words',
  flawlessShare: 'flawless_share',
} as const
const OF_SECTORS = {
  ...INDICATORS,
  answeredByMachine: 'answered_by_machine_share',
  authenticated: 'authenticated_share',
} as const

type Row = Readonly<Record<string, unknown>>

let study: SmallStudy
let app: SmallStudy['app']
let reports: EditionReports
let report: EditionReport
beforeAll(async () => {
  study = await openSmallStudy()
  const ledger = published(':memory:', 12)
  reports = createEditionReports(ledger)
  app = createApp({ ...study.dependencies, ledger, reports, now: () => Date.UTC(2030, 0, 1) })
  report = JSON.parse(await body('/editions/2026/files/edition-report.json'))
})
afterAll(() => study.ledger.close())

async function body(path: string, accept = '*/*'): Promise<string> {
  const response = await app.request(path, { headers: { accept } })
  expect(response.status, path).toBe(200)
  return response.text()
}

/** What a table says of an indicator, rounded as files are: four decimals at most. */
function expectEstimate(row: Row, column: string, { value, interval, n }: Estimate): void {
  const numeric = (cell: unknown) => (cell === '' || cell == null ? null : Number(cell))
  const near = (cell: unknown, wanted: number | null | undefined, name: string) =>
    wanted == null || !Number.isFinite(wanted)
      ? expect(numeric(cell), name).toBeNull()
      : expect(Math.abs((numeric(cell) ?? Number.NaN) - wanted), `${name}: ${cell} for ${wanted}`).toBeLessThan(6e-5)
  near(row[column], value, column)
  near(row[`${column}_low`], interval?.low, `${column}_low`)
  if (!interval?.openEnded) near(row[`${column}_high`], interval?.high, `${column}_high`)
  expect(numeric(row[`${column}_n`]), `${column}_n`).toBe(n)
}

function expectTable(rows: readonly Row[], name: 'standings' | 'sectors'): void {
  const lines: readonly Row[] = name === 'standings' ? report.standings : report.sectors
  const key = name === 'standings' ? 'brand' : 'sector'
  expect(rows).toHaveLength(lines.length)
  for (const line of lines) {
    const row = rows.find((one) => one[key] === (line[key] ?? line.id))
    expect(row, String(line[key] ?? line.id)).toBeDefined()
    for (const [indicator, column] of Object.entries(name === 'standings' ? INDICATORS : OF_SECTORS))
      expectEstimate(row!, column, line[indicator] as Estimate)
  }
}

describe.each(['standings', 'sectors'] as const)('the %s', (name) => {
  it('are in the CSV what they are in the report', async () => {
    expectTable(parse(await body(`/editions/2026/files/${name}.csv`), { columns: true }), name)
  })

  it('are in the workbook what they are in the report', async () => {
    const response = await app.request('/editions/2026/files/edition.xlsx?lang=en')
    expect(response.status).toBe(200)
    const sheets = (await readExcelFile(Buffer.from(await response.arrayBuffer()))) as {
      sheet: string
      data: unknown[][]
    }[]
    const titles = { standings: 'League table', sectors: 'Sectors' }
    const found = sheets.find(({ sheet }) => sheet === titles[name])
    expect(found, sheets.map(({ sheet }) => sheet).join()).toBeDefined()
    // Heads are for people: cells stand in the order of the CSV's columns.
    const [columns] = parse(await body(`/editions/2026/files/${name}.csv`)) as string[][]
    const first = found!.data.findIndex((cells) =>
      cells.includes(report[name][0]![name === 'standings' ? ('brand' as never) : ('id' as never)]),
    )
    const rows = found!.data
      .slice(first, first + report[name].length)
      .map((cells) => Object.fromEntries(columns!.map((column, at) => [column, cells[at]])))
    expectTable(rows, name)
  })

  it('are in the API what they are in the report', async () => {
    const { items } = JSON.parse(await body(`/api/v1/editions/2026/${name}`)) as { items: Row[] }
    for (const [at, line] of report[name].entries())
      for (const indicator of Object.keys(name === 'standings' ? INDICATORS : OF_SECTORS)) {
        const key = name === 'standings' ? 'brand' : 'id'
        const same = items.find((item) => item[key] === (line as Row)[key])
        expect(same?.[indicator], `${at} ${indicator}`).toEqual((line as Row)[indicator])
      }
  })

  it('have each column explained once in the data dictionary', async () => {
    const [columns] = parse(await body(`/editions/2026/files/${name}.csv`)) as string[][]
    const dictionary = parse(await body('/editions/2026/files/data-dictionary.csv'), { columns: true }) as Row[]
    const explained = dictionary.filter(({ table }) => table === name).map(({ column }) => column)
    expect(explained).toEqual(columns)
  })
})

describe.each(['fr', 'en'] as const)('what is printed of brands in %s', (language) => {
  it.each([
    ['the chart', '/editions/2026/charts/league-table.svg'],
    ['the page of the edition', '/editions/2026'],
    ['the league table as a file', '/editions/2026/files/league-table.html'],
  ])('is in %s what the report says', async (_what, path) => {
    const text = (await body(`${path}?lang=${language}`)).replaceAll('&nbsp;', '\u00A0')
    const { number, percent } = formatFor(language)
    for (const { name, index, responseRate } of report.standings) {
      const at = text.indexOf(`>${name.replaceAll('&', '&amp;')}`)
      expect(at, `${name} in ${path}`).toBeGreaterThan(0)
      if (index.value !== null) expect(text, `index of ${name}`).toContain(number(index.value))
      expect(text, `answers of ${name}`).toContain(percent(responseRate.value))
    }
  })

  it('names no other winner or rate in the press kit’s sentences', async () => {
    const kit = (await body(`/editions/2026/files/press-kit.html?lang=${language}`)).replaceAll('&amp;', '&')
    const [first] = report.standings
    expect(kit).toContain(first!.name)
    expect(kit).toContain(formatFor(language).number(first!.index.value))
    for (const sentence of reports.sentences('2026', language)) expect(kit).toContain(sentence)
  })
})
