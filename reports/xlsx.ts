/** One workbook: a sheet a table, typed cells, frozen header with titles, figures with their decimals. */

import writeExcelFile from 'write-excel-file/node'
import type { StudyLanguage } from '../src/domain/language.js'
import { textIn } from '../src/languages/index.js'
import { dataDictionary } from './csv.js'
import type { Column, Table } from './tables/table.js'

/** Longest name of a sheet that Excel takes. */
const SHEET_NAME_LENGTH = 31

function cellOf(column: Column, value: string | number | boolean | null) {
  if (value === null) return null
  if (typeof value === 'number') {
    const decimals = column.type === 'integer' ? 0 : (column.decimals ?? 2)
    return { value, type: Number, format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` }
  }
  if (typeof value === 'boolean') return { value, type: Boolean }
  // A typed text cell is never taken for a formula, whatever it begins with.
  return { value, type: String }
}

/** The workbook's bytes. */
export async function toXlsx(tables: readonly Table[], language: StudyLanguage): Promise<Buffer> {
  const sheets = [...tables, dataDictionary(tables)].map((table) => ({
    sheet: textIn(table.title, language).slice(0, SHEET_NAME_LENGTH),
    stickyRowsCount: 1,
    columns: table.columns.map((column) => ({ width: column.width ?? 14 })),
    data: [
      table.columns.map((column) => ({
        value: textIn(column.title, language),
        type: String,
        fontWeight: 'bold' as const,
        wrap: true,
        alignVertical: 'top' as const,
      })),
      ...table.rows.map((row) => row.map((value, position) => cellOf(table.columns[position]!, value))),
    ],
  }))
  return writeExcelFile(sheets).toBuffer()
}
