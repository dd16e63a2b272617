/** `replymark rank`: the league table of an edition in the terminal. */
import { join } from 'node:path'
import { buildEditionReport } from '../../../reports/edition-data.js'
import { terminalTable } from '../../../reports/terminal-table.js'
import { ReplymarkError } from '../../domain/error.js'
import { readReportRows } from '../../editions/edition-rows.js'
import { LEDGER_FILE, openLedger } from '../../ledger/ledger.js'
import { loadStudy } from '../../study/load-study.js'
import { editionOption, languageOption } from '../edition-options.js'

/** Prints the table. */
export async function run(_: readonly unknown[], options: Readonly<Record<string, unknown>>): Promise<number> {
  const study = await loadStudy(String(options.study ?? '.'), process.env)
  const ledger = openLedger(join(study.dataFolder, LEDGER_FILE), { mode: 'read' })
  try {
    const report = buildEditionReport(readReportRows(ledger, editionOption(options)))
    const sector = typeof options.sector === 'string' ? options.sector : null
    if (sector !== null && !report.sectors.some((one) => one.id === sector))
      throw new ReplymarkError('usage', `Edition ${report.edition.id} has no sector ${sector}`, {
        hint: `Its sectors: ${report.sectors.map((one) => one.id).join(', ')}.`,
      })
    if (options.json) {
      const standings = report.standings.filter((standing) => sector === null || standing.sector === sector)
      const { edition, counts, method } = report
      process.stdout.write(`${JSON.stringify({ edition, method: method.id, counts, sector, standings })}\n`)
      return 0
    }
    const colour = process.stdout.isTTY === true && !process.env['NO_COLOR']
    const language = languageOption(options, study.languages)
    process.stdout.write(`${terminalTable(report, { language, colour, sector }).join('\n')}\n`)
    return 0
  } finally {
    ledger.close()
  }
}
