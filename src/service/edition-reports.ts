/** Files and charts for the web, made from the ledger by reports/ and kept until the ledger changes. */
import { bumpChart } from '../../reports/charts/bump.js'
import { chartContext } from '../../reports/charts/context.js'
import { editionCharts } from '../../reports/charts/index.js'
import type { Chart } from '../../reports/charts/theme.js'
import { buildEditionReport } from '../../reports/edition-data.js'
import { readReportRows } from '../../reports/edition-rows.js'
import type { EditionReport } from '../../reports/edition-schema.js'
import { whatChanged } from '../../reports/sentences.js'
import { renderSvg } from '../../reports/svg.js'
import { FORMATS, type ReportFile, reportFiles } from '../../reports/write-report.js'
import type { Bilingual, StudyLanguage } from '../domain/language.js'
import type { Ledger } from '../ledger/ledger.js'
import type { EditionChart, EditionFile, EditionReports } from '../web/dependencies.js'

/** What each file is, for people, by its name. */
const LABELS: Readonly<Record<string, Bilingual>> = {
  'standings.csv': { fr: 'Classement (CSV)', en: 'League table (CSV)' },
  'edition.xlsx': { fr: 'Tous les tableaux (XLSX)', en: 'All tables (XLSX)' },
  'edition-report.json': { fr: 'Tout (JSON)', en: 'Everything (JSON)' },
  'edition-report.schema.json': { fr: 'Schéma JSON', en: 'JSON Schema' },
  'datapackage.json': { fr: 'Paquet de données (Frictionless)', en: 'Data package (Frictionless)' },
  'league-table.html': { fr: 'Classement à imprimer (HTML)', en: 'League table for print (HTML)' },
  'press-kit.html': { fr: 'Dossier de presse (HTML)', en: 'Press kit (HTML)' },
  'trends.html': { fr: 'Tendances (HTML)', en: 'Trends (HTML)' },
  'methodology.html': { fr: 'Fiche de méthode (HTML)', en: 'Methodology sheet (HTML)' },
}

/** Keeps what a function made, until the ledger changes. */
function keptUntilChange<Value>(ledger: Ledger, make: (edition: string) => Value): (edition: string) => Value {
  const otherChanges = ledger.sqlite.prepare('pragma data_version').pluck()
  const ownChanges = ledger.sqlite.prepare('select total_changes()').pluck()
  const kept = new Map<string, Value>()
  let version = ''
  return (edition) => {
    const seen = `${otherChanges.get()}/${ownChanges.get()}`
    if (seen !== version) kept.clear()
    version = seen
    const value = kept.get(edition) ?? make(edition)
    kept.set(edition, value)
    return value
  }
}

function listed({ id, title, subtitle, width, height }: Chart): EditionChart {
  return { id, title, caption: subtitle, width, height }
}

function brandBump(report: EditionReport, brand: string, language: StudyLanguage): Chart | null {
  const measured = report.trends.brands.find((one) => one.brand === brand)
  if (!measured || measured.points.filter(({ rank }) => rank !== null).length < 2) return null
  return { ...bumpChart(report, chartContext(report, language), [brand]), id: `brand-${brand}` }
}

/** Opens the reports of a ledger. */
export function openEditionReports(ledger: Ledger): EditionReports {
  const reportOf = keptUntilChange(ledger, (edition) => buildEditionReport(readReportRows(ledger, edition)))
  const french = keptUntilChange(ledger, (edition) => reportFiles(reportOf(edition), FORMATS, 'fr'))
  const english = keptUntilChange(ledger, (edition) => reportFiles(reportOf(edition), FORMATS, 'en'))
  const filesOf = (edition: string, language: StudyLanguage) => (language === 'fr' ? french : english)(edition)

  return {
    files(edition, language): readonly EditionFile[] {
      // The names do not depend on the contents, so that a list costs no rendering.
      void edition
      return Object.entries(LABELS).map(([name, label]) => ({ name, label: label[language] }))
    },
    async file(edition, name, language) {
      const found: ReportFile | undefined = (await filesOf(edition, language)).find(({ path }) => path === name)
      if (!found) return null
      const bytes =
        typeof found.content === 'string' ? new TextEncoder().encode(found.content) : new Uint8Array(found.content)
      return { bytes, contentType: found.contentType }
    },
    charts: (edition, language) => editionCharts(reportOf(edition), language).map(listed),
    brandChart(edition, brand, language) {
      const chart = brandBump(reportOf(edition), brand, language)
      return chart ? listed(chart) : null
    },
    chart(edition, id, language) {
      const report = reportOf(edition)
      const brand = /^brand-(?!scenario-heat-map$)(.+)$/.exec(id)?.[1]
      const chart = brand
        ? brandBump(report, brand, language)
        : editionCharts(report, language).find((one) => one.id === id)
      return chart ? renderSvg(chart) : null
    },
    sentences: (edition, language) => whatChanged(reportOf(edition), language).map(({ text }) => text),
  }
}
