import { createHash } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { HtmlValidate } from 'html-validate'
import { Parser } from 'htmlparser2'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brandSheetFiles } from '../../reports/brand-sheet-files.js'
import { safeText, toCsv, toFrenchExcelCsv } from '../../reports/csv.js'
import { buildEditionReport } from '../../reports/edition-data.js'
import { FORMATS, parseFormats } from '../../reports/formats.js'
import { siteFiles } from '../../reports/site.js'
import { editionTables } from '../../reports/tables/index.js'
import { type ReportFile, reportFiles } from '../../reports/write-report.js'
import { closeEdition } from '../../src/editions/closing.js'
import { readReportRows } from '../../src/editions/edition-rows.js'
import { publishEdition } from '../../src/editions/publishing.js'
import { AFTER, PRIVATE_NAMES, syntheticLedger } from './synthetic-ledger.js'

const ledger = syntheticLedger({ discrimination: 25 })
closeEdition(ledger, '2026', AFTER, 'test')
publishEdition(ledger, '2026', AFTER, 'test')
const report = buildEditionReport(readReportRows(ledger, '2026'))
let files: readonly ReportFile[] = []
const contentOf = (path: string) => {
  const found = files.find((file) => file.path === path)
  if (!found) throw new Error(`no file ${path}`)
  return String(found.content)
}

beforeAll(async () => {
  files = [...(await reportFiles(report, FORMATS, 'fr')), ...(await siteFiles(ledger, '2026'))]
})
afterAll(() => ledger.close())

describe('public files', () => {
  it('hold no agent, no shopper and no address', () => {
    for (const file of files) {
      const text = Buffer.from(file.content).toString('latin1') + Buffer.from(file.content).toString('utf8')
      for (const name of PRIVATE_NAMES)
        for (const part of name.split(' ')) expect(text.includes(part), `${part} in ${file.path}`).toBe(false)
      if (!file.path.endsWith('.xlsx')) expect(text).not.toMatch(/[\w.+-]+@[\w-]+\.\w+/)
    }
  })

  it('come in the formats asked for, and unknown ones are refused', () => {
    expect(parseFormats('html, CSV')).toEqual(['html', 'csv'])
    expect(() => parseFormats('pdf')).toThrow(/no format pdf/)
    expect(() => parseFormats('')).toThrow(/No format/)
  })
})

describe('CSV', () => {
  it('gives every cell back to any reader, with stable names', () => {
    for (const table of editionTables(report)) {
      const rows = parse(contentOf(`${table.name}.csv`), { relax_column_count: false }) as string[][]
      expect(rows[0]).toEqual(table.columns.map((column) => column.name))
      expect(rows).toHaveLength(table.rows.length + 1)
      table.rows.forEach((row, position) => {
        expect(rows[position + 1]).toEqual(
          row.map((cell) => (cell === null ? '' : String(typeof cell === 'number' ? Number(cell.toFixed(4)) : cell))),
        )
      })
    }
  })

  it('gives the same figures to French Excel, behind a byte order mark, between semicolons and with decimal commas', () => {
    for (const table of editionTables(report)) {
      const text = contentOf(`${table.name}.excel-fr.csv`)
      expect(text.startsWith('\ufeff')).toBe(true)
      const rows = parse(text, { bom: true, delimiter: ';' }) as string[][]
      const numbers = table.rows.flatMap((row, place) =>
        row.flatMap((cell, column) => (typeof cell === 'number' ? [[cell, rows[place + 1]![column]!] as const] : [])),
      )
      for (const [number, written] of numbers) {
        expect(written).not.toContain('.')
        expect(Number(written.replace(',', '.'))).toBe(Number(number.toFixed(4)))
      }
    }
  })

  it('says true and false to French Excel in its words', () => {
    const flag = { name: 'a', type: 'boolean' as const, title: { fr: '', en: '' }, description: { fr: '', en: '' } }
    const csv = toFrenchExcelCsv({
      name: 't',
      title: { fr: '', en: '' },
      key: [],
      columns: [flag],
      rows: [[true], [false]],
    })
    expect(csv).toBe('\ufeffa\r\nVRAI\r\nFAUX\r\n')
  })

  it('ends lines as RFC 4180 says and quotes what must be', () => {
    const csv = toCsv({
      name: 't',
      title: { fr: '', en: '' },
      key: [],
      columns: [{ name: 'a', type: 'string', title: { fr: '', en: '' }, description: { fr: '', en: '' } }],
      rows: [['one, "two"\nthree']],
    })
    expect(csv).toBe('a\r\n"one, ""two""\nthree"\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('keeps %j from being a formula', (text) => {
    expect(safeText(text)).toBe(`'${text}`)
  })

  it('leaves negative numbers alone', () => {
    expect(contentOf('standings.csv')).toMatch(/,-\d/)
    expect(safeText('L’Oréal = 3')).toBe('L’Oréal = 3')
  })

  it('has a dictionary with every column of every table', () => {
    const rows = parse(contentOf('data-dictionary.csv'), { columns: true }) as Record<string, string>[]
    const columns = editionTables(report).flatMap((table) =>
      table.columns.map((column) => `${table.name}.${column.name}`),
    )
    expect(rows.map((row) => `${row.table}.${row.column}`)).toEqual(columns)
    for (const row of rows) expect(row.description_fr && row.description_en).toBeTruthy()
  })

  it('is described by a data package with licence, sources and the same fields', () => {
    const described = JSON.parse(contentOf('datapackage.json'))
    expect(described.licenses[0].name).toBe('CC-BY-4.0')
    expect(described.sources.length).toBeGreaterThan(0)
    for (const resource of described.resources) {
      const [header] = parse(contentOf(resource.path)) as string[][]
      expect(resource.schema.fields.map((field: { name: string }) => field.name)).toEqual(header)
      expect(resource.schema.primaryKey.every((name: string) => header!.includes(name))).toBe(true)
    }
  })

  it('gives size and hash of each file, and references that every row keeps', () => {
    const described = JSON.parse(contentOf('datapackage.json'))
    const rowsOf = (name: string) => parse(contentOf(`${name}.csv`), { columns: true }) as Record<string, string>[]
    const references: string[] = []
    for (const { name, path, bytes, hash, schema } of described.resources) {
      const content = Buffer.from(contentOf(path))
      expect(bytes).toBe(content.length)
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`)
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const known = new Set(rowsOf(reference.resource).map((row) => row[reference.fields]))
        expect(rowsOf(name).filter((row) => !known.has(row[fields]))).toEqual([])
        references.push(`${name}.${fields} > ${reference.resource}.${reference.fields}`)
      }
    }
    expect(references).toEqual([
      'standings.sector > sectors.sector',
      'marks.brand > standings.brand',
      'marks.scenario > scenarios.scenario',
    ])
  })

  it('prints no more than four decimals', () => {
    for (const table of editionTables(report)) expect(contentOf(`${table.name}.csv`)).not.toMatch(/[,\n]-?\d+\.\d{5}/)
  })

  it('names the brand beside each mark', () => {
    const names = new Map(report.standings.map(({ brand, name }) => [brand, name]))
    for (const row of parse(contentOf('marks.csv'), { columns: true }) as Record<string, string>[])
      expect(row.brand_name).toBe(names.get(row.brand!))
  })
})

describe('XLSX', () => {
  it('opens in another library with typed cells, a sheet a table', async () => {
    const bytes = files.find((file) => file.path === 'edition.xlsx')!.content as Buffer
    const sheets = (await readExcelFile(bytes)) as unknown as { sheet: string; data: unknown[][] }[]
    expect(sheets.map((one) => one.sheet)).toEqual([
      'Classement',
      'Secteurs',
      'Situations',
      'Notes',
      'Tendances',
      'Sensibilité aux poids',
      'Dictionnaire des données',
    ])
    const [header, first] = sheets[0]!.data
    const at = (title: string) => first![header!.indexOf(title)]
    expect(at('Rang')).toBe(1)
    expect(at('Indice')).toBeCloseTo(report.standings[0]!.index.value!, 9)
    expect(at('Marque')).toBe(report.standings[0]!.name)
    expect(at('Muette')).toBe(false)
  })
})

describe('JSON', () => {
  it('validates against the schema beside it', () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(contentOf('edition-report.schema.json')))
    expect(validate(JSON.parse(contentOf('edition-report.json'))), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ version: 1 })).toBe(false)
  })
})

describe('SVG', () => {
  it('is well formed, titled with the finding, and loads nothing', () => {
    const charts = files.filter((file) => file.path.endsWith('.svg'))
    expect(charts.length).toBeGreaterThan(6)
    for (const { path, content } of charts) {
      const svg = String(content)
      const open: string[] = []
      const parser = new Parser(
        {
          onopentag: (name, attributes) => {
            open.push(name)
            for (const [key, value] of Object.entries(attributes))
              if (/href|src/.test(key)) expect(value, path).toMatch(/^#/)
          },
          onclosetag: (name, implied) => {
            expect(implied, `${path}: <${name}> is not closed`).toBe(false)
            expect(open.pop()).toBe(name)
          },
        },
        { xmlMode: true },
      )
      parser.end(svg)
      expect(open).toEqual([])
      expect(svg).toMatch(/^<svg[^>]*role="img"/)
      expect(svg).toMatch(/<title[^>]*>[^<]{10,}<\/title>/)
      expect(svg).not.toMatch(/="[^"<>]*"[A-Za-z]/)
    }
  })
})

describe('HTML', () => {
  it('is valid, in one file, and asks no other host for anything', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        'long-title': 'off',
        'no-inline-style': 'off',
        'prefer-native-element': 'off',
        'require-sri': 'off',
        'svg-focusable': 'off',
      },
    })
    for (const file of files.filter((one) => one.path.endsWith('.html'))) {
      const html = String(file.content)
      expect(html).not.toMatch(/(src|href)="(https?:)?\/\//)
      expect(html).not.toMatch(/url\((?!#)|@import|<script[^>]|<link/)
      // The verifier is the only script, and it asks nobody.
      expect(html.match(/<script>/g) ?? []).toHaveLength(file.path.endsWith('verify.html') ? 1 : 0)
      expect(html).not.toMatch(/\bfetch\(|XMLHttpRequest|https?:\/\/(?!www\.w3\.org|creativecommons\.org)/)
      const found = await validator.validateString(html)
      expect(
        found.results.flatMap((result) =>
          result.messages.map((one) => `${file.path}:${one.line} ${one.ruleId} ${one.message}`),
        ),
      ).toEqual([])
    }
  })

  it('escapes names that brands bring', () => {
    const evil = '<script>alert(1)</script>'
    const standings = report.standings.map((standing, place) => (place === 0 ? { ...standing, name: evil } : standing))
    return reportFiles({ ...report, standings }, ['html', 'svg'], 'en').then((made) => {
      for (const file of made) expect(String(file.content)).not.toContain('<script')
    })
  })

  it('uses French typography in French and English in English', async () => {
    expect(contentOf('league-table.html')).toContain('lang="fr"')
    expect(contentOf('league-table.html')).toMatch(/\d,\d sur 100/)
    expect(contentOf('methodology.html')).not.toMatch(/\p{L} [;!?]/u)
    const [english] = await reportFiles(report, ['html'], 'en')
    expect(String(english!.content)).toMatch(/\d\.\d out of 100/)
  })
})

describe('brand sheet', () => {
  const brand = report.standings[0]!.brand
  const [html, json] = brandSheetFiles(ledger, report, brand, ['html', 'json'], 'fr')

  it('lists every exchange and every lost point, which add up', () => {
    const sheet = JSON.parse(String(json!.content))
    expect(sheet.exchanges).toHaveLength(5)
    for (const exchange of sheet.exchanges) {
      const lost = exchange.lost.reduce((sum: number, one: { points: number }) => sum + one.points, 0)
      expect(100 - lost).toBeCloseTo(exchange.mark, 0)
    }
    expect(sheet.peers).toHaveLength(7)
  })

  it('names no agent and no other brand', () => {
    const text = String(html!.content) + String(json!.content)
    for (const name of PRIVATE_NAMES.slice(0, 2)) for (const part of name.split(' ')) expect(text).not.toContain(part)
    for (const standing of report.standings) if (standing.brand !== brand) expect(text).not.toContain(standing.name)
  })

  it('is refused for a brand that is not there, and in formats that it has not', () => {
    expect(() => brandSheetFiles(ledger, report, 'nobody', ['html'], 'fr')).toThrow(/no brand nobody/)
    expect(() => brandSheetFiles(ledger, report, brand, ['csv'], 'fr')).toThrow(/html or json/)
  })
})
