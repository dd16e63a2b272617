/**
 * CSV files that no spreadsheet runs as formulas, and the data dictionary beside them: one form for programs (RFC 4180, UTF-8,
 * CRLF) and one that Excel opens by a double click where the comma is the decimal sign.
 */
import { stringify } from 'csv-stringify/sync'
import type { Cell, Table } from './tables/table.js'

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV Injection). Numbers keep their
 * minus: only texts are touched.
 */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** Decimals of a number in a file: finer than any printed figure, and what marks are rounded to; JSON keeps the rest. */
const DECIMALS = 4

function printed(number: number): number {
  return Number(number.toFixed(DECIMALS))
}

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return safeText(cell)
  return String(typeof cell === 'number' ? printed(cell) : cell)
}

/** A cell as French Excel reads it. */
function writtenInFrench(cell: Cell): string {
  if (typeof cell === 'number') return String(printed(cell)).replace('.', ',')
  if (typeof cell === 'boolean') return cell ? 'VRAI' : 'FAUX'
  return written(cell)
}

function rowsOf(table: Table, write: (cell: Cell) => string): readonly (readonly string[])[] {
  return [table.columns.map((column) => column.name), ...table.rows.map((row) => row.map(write))]
}

/** Rows as CSV (RFC 4180), whatever they are. */
export function rowsToCsv(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map(written)),
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  )
}

/** One table as CSV with a header row of stable names. */
export function toCsv(table: Table): string {
  return rowsToCsv([table.columns.map(({ name }) => name), ...table.rows])
}

/** The same table for French Excel: semicolons, decimal commas, and the mark without which it reads no UTF-8. */
export function toFrenchExcelCsv(table: Table): string {
  return stringify([...rowsOf(table, writtenInFrench)], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  })
}

/** The meaning of every column of every table. */
export function dataDictionary(tables: readonly Table[]): Table {
  const text = (name: string, fr: string, en: string) => ({
    name,
    type: 'string' as const,
    title: { fr, en },
    description: { fr, en },
  })
  return {
    name: 'data-dictionary',
    title: { fr: 'Dictionnaire des données', en: 'Data dictionary' },
    key: ['table', 'column'],
    columns: [
      text('table', 'Table', 'Table'),
      text('column', 'Colonne', 'Column'),
      text('type', 'Type', 'Type'),
      text('title_fr', 'Titre', 'Title (French)'),
      text('title_en', 'Titre (anglais)', 'Title'),
      text('description_fr', 'Description', 'Description (French)'),
      text('description_en', 'Description (anglais)', 'Description'),
    ],
    rows: tables.flatMap((table) =>
      table.columns.map((column) => [
        table.name,
        column.name,
        column.type,
        column.title.fr ?? '',
        column.title.en ?? '',
        column.description.fr ?? '',
        column.description.en ?? '',
      ]),
    ),
  }
}
