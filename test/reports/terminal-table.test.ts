/** The league table in a terminal: names of others command nothing. */
import { afterAll, expect, it } from 'vitest'
import { buildEditionReport } from '../../reports/edition-data.js'
import { terminalTable } from '../../reports/terminal-table.js'
import { readReportRows } from '../../src/editions/edition-rows.js'
import { syntheticLedger } from './synthetic-ledger.js'

const ledger = syntheticLedger({ brands: 8 })
afterAll(() => ledger.close())

it('shows no control character and no direction mark of a name or title', () => {
  const report = buildEditionReport(readReportRows(ledger, '2026'))
  const evil = '\u001b]0;x\u0007\u202egnp.exe\u2066\u200b\u009b'
  const named = {
    ...report,
    study: { ...report.study, title: evil },
    edition: { ...report.edition, title: evil },
    sectors: report.sectors.map((sector) => ({ ...sector, title: { fr: evil, en: evil } })),
    standings: report.standings.map((standing) => ({ ...standing, name: `${evil} ${standing.name}` })),
  }
  for (const sector of [null, report.sectors[0]?.id ?? null]) {
    const text = terminalTable(named, { language: 'en', colour: false, sector }).join('\n')
    expect(text).toContain('gnp.exe')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be shown
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/)
  }
})
