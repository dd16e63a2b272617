/** Files of one brand's private sheet. */
import { ReplymarkError } from '../src/domain/error.js'
import type { StudyLanguage } from '../src/domain/language.js'
import type { Ledger } from '../src/ledger/ledger.js'
import { brandSheet } from './brand-data.js'
import type { EditionReport } from './edition-schema.js'
import type { ReportFormat } from './formats.js'
import { brandSheetPage } from './html/brand-sheet-page.js'
import type { ReportFile } from './write-report.js'

/**
 * Makes the sheet of a brand as HTML, JSON or both.
 * @throws ReplymarkError `usage` for other formats, `not-found` for a brand that is not in the edition
 */
export function brandSheetFiles(
  ledger: Ledger,
  report: EditionReport,
  brand: string,
  formats: readonly ReportFormat[],
  language: StudyLanguage,
): readonly ReportFile[] {
  const sheet = brandSheet(ledger, report, brand)
  const files: ReportFile[] = []
  if (formats.includes('html'))
    files.push({
      path: `brand-${brand}.html`,
      contentType: 'text/html; charset=utf-8',
      content: brandSheetPage(report, sheet, language),
    })
  if (formats.includes('json'))
    files.push({
      path: `brand-${brand}.json`,
      contentType: 'application/json',
      content: `${JSON.stringify(sheet, null, 2)}\n`,
    })
  if (files.length === 0)
    throw new ReplymarkError('usage', 'A brand sheet is made as html or json', { hint: 'Add `--format html,json`.' })
  return files
}
