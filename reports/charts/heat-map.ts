/** Heat map brand × scenario: the mark of every exchange, printed in its cell; no answer is hatched by a dash, not by colour. */
import { inLanguage } from '../../src/languages/index.js'
import type { EditionReport } from '../edition-schema.js'
import { headlines } from '../sentences.js'
import type { ChartContext } from './context.js'
import { fitted, linesOf, widthOf } from './text-width.js'
import { type Chart, FONT, framed, INK, LINE, MUTED, PAPER, QUIET_AXIS, SEQUENTIAL } from './theme.js'

/** Brands shown at most. */
const SHOWN = 40
const ROW = 24

/** Longest line of a title that stands upright, pixels. */
const UPRIGHT = 150

/** Marks at and above this are printed in white: contrast on the darkest two steps. */
const LIGHT_TEXT_FROM = 62

/** Marks of every exchange. */
export function heatMapChart(report: EditionReport, context: ChartContext): Chart {
  const { language, format, words } = context
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
  const { width } = context
  const frame = framed({ title, subtitle, source: context.source, width })
  const { letters } = frame
  const left = letters.narrow ? 118 : 220
  const right = letters.narrow ? 12 : 40
  const column = (width - left - right) / Math.max(1, report.scenarios.length)
  const titles = report.scenarios.map((scenario) => inLanguage(scenario.title, language))
  // Titles that no column is wide enough for stand upright.
  const upright = titles.some((one) => one.split(' ').some((word) => widthOf(word, 13) > column - 6))
  const heads = titles.map((one) => linesOf(one, upright ? UPRIGHT : column - 6, 13))
  const headHeight = upright
    ? Math.max(0, ...heads.flat().map((line) => widthOf(line, 13))) + 12
    : 16 * Math.max(1, ...heads.map((lines) => lines.length)) + 10
  const top = frame.top + headHeight
  const bottom = frame.bottom + 14
  const height = top + shown.length * ROW + bottom
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
    tooltip: {
      trigger: 'item',
      formatter: (hovered) => {
        const [at = 0, row = 0] = (hovered as { readonly value?: readonly number[] }).value ?? []
        const cell = report.marks.find(
          (mark) => mark.brand === shown[row]?.brand && mark.scenario === report.scenarios[at]?.id,
        )
        const said = cell?.answered ? format.number(cell.mark, 0) : words.noAnswer
        return `${shown[row]?.name ?? ''}\n${titles[at] ?? ''}  ${said}`
      },
    },
    option: {
      ...frame.options(height),
      grid: { left, right, top, bottom },
      xAxis: {
        type: 'category',
        position: 'top',
        data: heads.map((lines) => lines.join('\n')),
        ...QUIET_AXIS,
        splitLine: { show: false },
        axisLabel: {
          ...QUIET_AXIS.axisLabel,
          color: INK,
          interval: 0,
          fontSize: 13,
          lineHeight: 16,
          rotate: upright ? 90 : 0,
        },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: shown.map((standing) => fitted(standing.name, left - letters.margin - 8, 13)),
        ...QUIET_AXIS,
        splitLine: { show: false },
        axisLabel: { ...QUIET_AXIS.axisLabel, color: INK, fontSize: 13, interval: 0 },
      },
      visualMap: { show: false, min: 0, max: 100, dimension: 2, inRange: { color: [...SEQUENTIAL] } },
      series: [
        {
          type: 'heatmap',
          data: cells,
          label: { show: true, fontFamily: FONT, fontSize: letters.small },
        },
      ],
    },
  }
}
