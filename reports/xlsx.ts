/** One workbook: a sheet a table, typed cells, frozen header with titles, figures with their decimals. */

import writeExcelFile from 'write-excel-file/node'
import { ReplymarkError } from '../src/domain/error.js'
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

/** Midnight of 1 January 1980 as ZIP writes moments, two bytes of time and two of day (APPNOTE.TXT §4.4.6): its earliest. */
const EARLIEST = Buffer.from([0, 0, 0x21, 0])

/** Signatures of a ZIP file's parts, and where their fields stand (APPNOTE.TXT §4.3.12, §4.3.16). */
const ZIP = { end: 0x06054b50, endBytes: 22, entry: 0x02014b50, entryBytes: 46 } as const

/**
 * Takes the moment of writing out of a ZIP file, in place: the same figures give the same bytes at any time, so that their
 * published hash says something.
 * @throws ReplymarkError `internal` where it is no ZIP file
 */
function withoutMoments(zip: Buffer): Buffer {
  const end = zip.length - ZIP.endBytes
  if (end < 0 || zip.readUInt32LE(end) !== ZIP.end) throw new ReplymarkError('internal', 'the workbook is no ZIP file')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== ZIP.entry) throw new ReplymarkError('internal', 'the workbook is no sound ZIP file')
    EARLIEST.copy(zip, at + 12)
    EARLIEST.copy(zip, zip.readUInt32LE(at + 42) + 10)
    at += ZIP.entryBytes + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
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
  return withoutMoments(await writeExcelFile(sheets).toBuffer())
}
