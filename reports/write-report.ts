/** Writes the files of an edition: every format from the one report object, into one folder. */

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { ReplymarkError } from '../src/domain/error.js'
import type { StudyLanguage } from '../src/domain/language.js'
import { requireTold } from '../src/languages/index.js'
import { editionCharts } from './charts/index.js'
import { dataDictionary, toCsv, toFrenchExcelCsv } from './csv.js'
import { dataPackage } from './datapackage.js'
import { type EditionReport, editionReportJsonSchema } from './edition-schema.js'
import { FRENCH_EXCEL_ENDING, type ReportFormat } from './formats.js'
import { leagueTablePage } from './html/league-table-page.js'
import { methodologyPage } from './html/methodology-page.js'
import { pressKitPage } from './html/press-kit-page.js'
import { trendsPage } from './html/trends-page.js'
import { renderSvg } from './svg.js'
import { editionTables } from './tables/index.js'
import { toXlsx } from './xlsx.js'

/** One file of a report. */
export interface ReportFile {
  /** Path inside the folder, with `/`. */
  readonly path: string
  readonly contentType: string
  readonly content: string | Uint8Array
}

const text = (path: string, contentType: string, content: string): ReportFile => ({ path, contentType, content })

/** Makes the public files of an edition in the formats asked for; nothing is written. */
export async function reportFiles(
  report: EditionReport,
  formats: readonly ReportFormat[],
  language: StudyLanguage,
): Promise<readonly ReportFile[]> {
  requireTold(language)
  const files: ReportFile[] = []
  const tables = editionTables(report)
  if (formats.includes('html')) {
    const page = (path: string, content: string) => files.push(text(path, 'text/html; charset=utf-8', content))
    page('league-table.html', leagueTablePage(report, language))
    page('trends.html', trendsPage(report, language))
    page('methodology.html', methodologyPage(report, language))
    page('press-kit.html', pressKitPage(report, language))
  }
  if (formats.includes('csv')) {
    for (const table of [...tables, dataDictionary(tables)])
      files.push(text(`${table.name}.csv`, 'text/csv; charset=utf-8', toCsv(table)))
    files.push(
      text('datapackage.json', 'application/json', `${JSON.stringify(dataPackage(report, tables), null, 2)}\n`),
    )
  }
  if (formats.includes('csv-fr'))
    for (const table of [...tables, dataDictionary(tables)])
      files.push(text(`${table.name}${FRENCH_EXCEL_ENDING}`, 'text/csv; charset=utf-8', toFrenchExcelCsv(table)))
  if (formats.includes('xlsx'))
    files.push({
      path: 'edition.xlsx',
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: await toXlsx(tables, language),
    })
  if (formats.includes('json')) {
    files.push(text('edition-report.json', 'application/json', `${JSON.stringify(report, null, 2)}\n`))
    files.push(
      text(
        'edition-report.schema.json',
        'application/schema+json',
        `${JSON.stringify(editionReportJsonSchema(), null, 2)}\n`,
      ),
    )
  }
  if (formats.includes('svg'))
    for (const chart of editionCharts(report, language))
      files.push(text(`${chart.id}.svg`, 'image/svg+xml', renderSvg(chart)))
  return files
}

/**
 * Writes files into a folder, which is made where it is missing.
 * @throws ReplymarkError `usage` when the folder cannot be written
 */
export async function writeFiles(files: readonly ReportFile[], folder: string): Promise<void> {
  const inside = `${resolve(folder)}${sep}`
  const astray = files.find(({ path }) => path.includes('\0') || !resolve(folder, path).startsWith(inside))
  if (astray)
    throw new ReplymarkError('usage', `The name ${JSON.stringify(astray.path)} leads out of the folder`, {
      place: { file: folder },
      hint: 'Nothing was written.',
    })
  try {
    await mkdir(folder, { recursive: true })
    for (const file of files) {
      const path = resolve(folder, file.path)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, file.content)
    }
  } catch (error) {
    throw new ReplymarkError('usage', 'The files cannot be written', {
      place: { file: folder },
      hint: 'Choose a folder that you may write with --out.',
      cause: error,
    })
  }
}
