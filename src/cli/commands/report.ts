/** `replymark report`: writes the files of an edition. */

import { join } from 'node:path'
import { brandSheetFiles } from '../../../reports/brand-sheet-files.js'
import { buildEditionReport } from '../../../reports/edition-data.js'
import { parseFormats } from '../../../reports/formats.js'
import { reportFiles, writeFiles } from '../../../reports/write-report.js'
import { readReportRows } from '../../editions/edition-rows.js'
import { LEDGER_FILE, openLedger } from '../../ledger/ledger.js'
import { loadStudy } from '../../study/load-study.js'
import type { CommandContext } from '../command.js'
import { editionOption, languageOption } from '../edition-options.js'

/** Writes the files. */
export async function run(
  _: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  { now }: CommandContext,
): Promise<number> {
  const formats = parseFormats(String(options.format ?? 'html'))
  const id = editionOption(options)
  const study = await loadStudy(String(options.study ?? '.'), process.env)
  const language = languageOption(options, study.languages)
  const ledger = openLedger(join(study.dataFolder, LEDGER_FILE), { mode: 'read' })
  try {
    const folder = String(options.out ?? join(study.dataFolder, 'reports', id, language))
    const report = buildEditionReport(readReportRows(ledger, id))
    const brand = typeof options.brand === 'string' ? options.brand : null
    const files =
      brand === null
        ? await reportFiles(report, formats, language)
        : brandSheetFiles(ledger, report, brand, formats, language)
    await writeFiles(files, folder)
    const { sealRoot, embargoUntil } = report.edition
    if (options.json) {
      const paths = files.map((file) => file.path)
      process.stdout.write(
        `${JSON.stringify({ edition: id, folder, language, files: paths, sealRoot, embargoUntil })}\n`,
      )
      return 0
    }
    const lines = [
      `${files.length} files in ${folder}`,
      ...files.map((file) => `  ${file.path}`),
      ...(brand === null ? [] : ['For this brand only: what its people wrote is quoted, names are masked.']),
      ...(sealRoot === null ? ['Provisional: the edition is not published.'] : []),
      ...(embargoUntil !== null && embargoUntil > now()
        ? [`Under embargo until ${new Date(embargoUntil).toISOString()}.`]
        : []),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
    return 0
  } finally {
    ledger.close()
  }
}
