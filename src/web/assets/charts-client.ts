/**
 * Draws a chart of an edition in the page with the very options of the server-side SVG, so that it answers to the pointer.
 * Bundled for the browser by `bundleCharts`; this file itself never runs on the server.
 */
import { TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { bumpChart } from '../../../reports/charts/bump.js'
import { chartContext } from '../../../reports/charts/context.js'
import { inDark } from '../../../reports/charts/dark.js'
import { editionCharts } from '../../../reports/charts/index.js'
import { CHART_PARTS } from '../../../reports/charts/parts.js'
import { FONT, INK, LINE, PAPER } from '../../../reports/charts/theme.js'
import type { EditionReport } from '../../../reports/edition-schema.js'
import type { StudyLanguage } from '../../domain/language.js'

use([...CHART_PARTS, TooltipComponent])

/** Draws chart `id` of a report into an element of the page, `width` pixels wide; false where the report has no such chart. */
export function drawChart(
  element: object,
  report: EditionReport,
  id: string,
  language: StudyLanguage,
  theme: 'light' | 'dark',
  width: number,
): boolean {
  const brand = /^brand-(.+)$/.exec(id)?.[1]
  const chart = brand
    ? bumpChart(report, chartContext(report, language, width), [brand])
    : editionCharts(report, language, width).find((one) => one.id === id)
  if (!chart) return false
  const drawn = init(element as Parameters<typeof init>[0], null, {
    renderer: 'svg',
    width: chart.width,
    height: chart.height,
  })
  // Drawn as text, never read as markup: names are other people's words.
  const tooltip = {
    ...chart.tooltip,
    renderMode: 'richText',
    confine: true,
    backgroundColor: PAPER,
    borderColor: LINE,
    borderWidth: 1,
    textStyle: { color: INK, fontFamily: FONT, fontSize: 13, lineHeight: 18 },
  }
  const option = { ...chart.option, tooltip }
  drawn.setOption(theme === 'dark' ? inDark(option) : option)
  return true
}
