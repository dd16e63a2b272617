/** Heat map brand × scenario: the mark of every exchange, printed in its cell; no answer is hatched by a dash, not by colour. */
import { inLanguage } from '../../src/languages/index.js'
import type { EditionReport } from '../edition-schema.js'
import { headlines } from '../sentences.js'
import type { ChartContext } from './context.js'
import { type Chart, FONT, framed, INK, LINE, MUTED, PAPER, plotTop, QUIET_AXIS, SEQUENTIAL } from './theme.js'

/** Brands shown at most. */
const SHOWN = 40
const ROW = 24

/** Marks at and above this are printed in white: contrast on the darkest two steps. */
const LIGHT_TEXT_FROM = 62

/** Marks of every exchange. */
export function heatMapChart(report: EditionReport, context: ChartContext): Chart {
  const { language, format } = context
  const title = headlines(report, language).heatMap
  const ranked = report.standings.filter((standing) => standing.rank !== null)
  const shown = ranked.slice(0, SHOWN)
  const cut =
    ranked.length > shown.length
      ? inLanguage(
          {
            fr: ` Les ${shown.length} premières marques sur ${ranked.length}.`,
            en: ` First ${shown.length} brands of ${ranked.length}.`,
          },
          language,
        )
      : ''
  const subtitle = format.text(
    inLanguage(
      {
        fr: `Note de chaque échange, sur 100 ; × : sans réponse. n = ${report.counts.probes} e-mails.${cut}`,
        en: `Mark of each exchange, out of 100; ×: no answer. n = ${report.counts.probes} e-mails.${cut}`,
      },
      language,
    ),
  )
  const width = 920
  const top = plotTop({ title, subtitle, width }) + 34
  const height = top + shown.length * ROW + 56
  const rowOf = new Map(shown.map((standing, row) => [standing.brand, row]))
  const columnOf = new Map(report.scenarios.map((scenario, column) => [scenario.id, column]))
  const cells = report.marks.flatMap(({ brand, scenario, mark, answered }) => {
    const row = rowOf.get(brand)
    const column = columnOf.get(scenario)
    if (row === undefined || column === undefined) return []
    return [
      {
        value: [column, row, mark ?? 0],
        itemStyle: answered
          ? { borderColor: PAPER, borderWidth: 2 }
          : { color: PAPER, borderColor: LINE, borderWidth: 1 },
        label: {
          formatter: answered ? format.number(mark, 0) : '×',
          color: !answered ? MUTED : (mark ?? 0) >= LIGHT_TEXT_FROM ? '#ffffff' : INK,
        },
      },
    ]
  })
  return {
    id: 'brand-scenario-heat-map',
    title,
    subtitle,
    width,
    height,
    option: {
      ...framed({ title, subtitle, source: context.source, width, height }),
      grid: { left: 220, right: 40, top, bottom: 48 },
      xAxis: {
        type: 'category',
        position: 'top',
        data: report.scenarios.map((scenario) => inLanguage(scenario.title, language)),
        ...QUIET_AXIS,
        splitLine: { show: false },
        axisLabel: { ...QUIET_AXIS.axisLabel, color: INK, interval: 0, fontSize: 13, width: 120, overflow: 'break' },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: shown.map((standing) => standing.name),
        ...QUIET_AXIS,
        splitLine: { show: false },
        axisLabel: { ...QUIET_AXIS.axisLabel, color: INK, fontSize: 13, interval: 0 },
      },
      visualMap: { show: false, min: 0, max: 100, dimension: 2, inRange: { color: [...SEQUENTIAL] } },
      series: [
        {
          type: 'heatmap',
          data: cells,
          label: { show: true, fontFamily: FONT, fontSize: 12 },
        },
      ],
    },
  }
}
