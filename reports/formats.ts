/** The formats of a report, by name. */
import { ReplymarkError } from '../src/domain/error.js'

/** Formats that can be asked for; `csv-fr` is CSV as French Excel opens it. */
export const FORMATS = ['html', 'csv', 'csv-fr', 'xlsx', 'json', 'svg'] as const

/** Ending of the files of `csv-fr`, which lie beside those of `csv`. */
export const FRENCH_EXCEL_ENDING = '.excel-fr.csv'

/** One format. */
export type ReportFormat = (typeof FORMATS)[number]

/**
 * Reads a list of formats such as `html,csv`.
 * @throws ReplymarkError `usage` for an unknown one
 */
export function parseFormats(list: string): readonly ReportFormat[] {
  const wanted = list
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
  const unknown = wanted.filter((name) => !(FORMATS as readonly string[]).includes(name))
  if (unknown.length > 0 || wanted.length === 0)
    throw new ReplymarkError(
      'usage',
      unknown.length > 0 ? `There is no format ${unknown.join(', ')}` : 'No format is given',
      {
        hint: `Formats: ${FORMATS.join(', ')}.`,
      },
    )
  return wanted as readonly ReportFormat[]
}
