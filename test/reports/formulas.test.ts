/** No cell of any export is taken for a formula: every table over a report in which every text begins like one. */
import { parse } from 'csv-parse/sync'
import readExcelFile from 'read-excel-file/node'
import { afterAll, describe, expect, it } from 'vitest'
import { toCsv, toFrenchExcelCsv } from '../../reports/csv.js'
import { buildEditionReport } from '../../reports/edition-data.js'
import { editionTables } from '../../reports/tables/index.js'
import { toXlsx } from '../../reports/xlsx.js'
import { readReportRows } from '../../src/editions/edition-rows.js'
import { syntheticLedger } from './synthetic-ledger.js'

const ledger = syntheticLedger({ brands: 8 })
afterAll(() => ledger.close())
const report = buildEditionReport(readReportRows(ledger, '2026'))

describe.each(['=', '+', '-', '@', '\t', '\r'])('texts that begin with %j', (sign) => {
  const tables = editionTables(report).map((table) => ({
    ...table,
    rows: table.rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? `${sign}HYPERLINK("x";"${cell}")` : cell)),
    ),
  }))

  it.each([
    ['every CSV', ',', toCsv],
    ['every CSV for French Excel', ';', toFrenchExcelCsv],
  ] as const)('stay texts in %s', (_name, delimiter, write) => {
    let texts = 0
    for (const table of tables) {
      const [, ...rows] = parse(write(table), { bom: true, delimiter }) as string[][]
      for (const [place, row] of rows.entries())
        for (const [column, cell] of row.entries()) {
          if (typeof table.rows[place]?.[column] !== 'string') continue
          texts += 1
          expect(cell.startsWith(`'${sign}HYPERLINK`), `${table.name}: ${cell}`).toBe(true)
        }
    }
    expect(texts).toBeGreaterThan(50)
  })

  it('stay texts in the workbook, which holds no formula', async () => {
    const bytes = await toXlsx(tables, 'en')
    const sheets = (await readExcelFile(bytes)) as unknown as { readonly data: readonly (readonly unknown[])[] }[]
    const cells = sheets.slice(0, tables.length).flatMap(({ data }) => data.slice(1).flat())
    expect(cells.filter((cell) => typeof cell === 'string' && cell.includes('HYPERLINK')).length).toBeGreaterThan(50)
  })
})
