/** Every chart of an edition, in the order in which reports show them. */
import type { StudyLanguage } from '../../src/domain/language.js'
import type { EditionReport } from '../edition-schema.js'
import { bumpChart } from './bump.js'
import { chartContext } from './context.js'
import { heatMapChart } from './heat-map.js'
import { leagueTableChart } from './league-table.js'
import { responseTrendChart } from './response-trend.js'
import { survivalChart } from './survival.js'
import type { Chart } from './theme.js'

/** Charts of an edition; those without data (no earlier edition, one sector) are left out. */
export function editionCharts(report: EditionReport, language: StudyLanguage, width?: number): readonly Chart[] {
  const context = chartContext(report, language, width)
  const points = report.trends.brands.some((brand) => brand.points.filter((point) => point.rank !== null).length > 1)
  return [
    leagueTableChart(report, context),
    ...(report.sectors.length > 1 ? report.sectors.map((sector) => leagueTableChart(report, context, sector.id)) : []),
    survivalChart(report, context),
    ...(points ? [bumpChart(report, context)] : []),
    ...(report.trends.editions.filter((edition) => edition.responseRate !== null).length > 1
      ? [responseTrendChart(report, context)]
      : []),
    heatMapChart(report, context),
  ]
}
