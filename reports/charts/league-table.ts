/** League table with intervals: dot and whisker on one common scale, filled where a brand cannot be told from the winner. */

import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts'
import { inLanguage, textIn } from '../../src/languages/index.js'
import type { EditionReport, ReportStanding } from '../edition-schema.js'
import { headlines } from '../sentences.js'
import type { ChartContext } from './context.js'
import { fitted } from './text-width.js'
import { ACCENT, type Chart, FONT, framed, INK, LINE, lettersAt, MUTED, PAPER, QUIET_AXIS } from './theme.js'

/** Brands that one chart shows at most. */
const SHOWN = 40
const ROW = 24

/** Where the names end and the scale begins, pixels, where both stand side by side. */
const NAMES_RIGHT = 250

/** Room for one brand; on a phone its name stands above its whisker. */
const rowHeight = (narrow: boolean) => (narrow ? 44 : ROW)

/** One row: rank and name at the left, whisker and dot, index and response rate at the right. */
function drawRow(
  standings: readonly ReportStanding[],
  context: ChartContext,
  rankOf: (standing: ReportStanding) => number | null,
) {
  const { width } = context
  const { narrow, margin } = lettersAt(width)
  const names = narrow ? width - 2 * margin - 140 : NAMES_RIGHT - 64 - 8
  return (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
    const row = Number(api.value(0))
    const standing = standings[row]!
    const { index } = standing
    const [x, middle] = api.coord([index.value ?? 0, row]) as [number, number]
    const y = narrow ? middle + 10 : middle
    const textY = narrow ? middle - 9 : middle
    const low = (api.coord([index.interval?.low ?? index.value ?? 0, row]) as [number, number])[0]
    const high = (api.coord([index.interval?.high ?? index.value ?? 0, row]) as [number, number])[0]
    const line = (x1: number, y1: number, x2: number, y2: number, thickness: number) => ({
      type: 'line' as const,
      shape: { x1, y1, x2, y2 },
      style: { stroke: ACCENT, lineWidth: thickness, opacity: 0.75 },
    })
    const figure = (text: string, at: number, colour: string, align: 'left' | 'right' = 'right') => ({
      type: 'text' as const,
      style: { text, x: at, y: textY, align, verticalAlign: 'middle' as const, fill: colour, font: `13px ${FONT}` },
    })
    return {
      type: 'group' as const,
      children: [
        line(low, y, high, y, 1.5),
        line(low, y - 3, low, y + 3, 1.5),
        line(high, y - 3, high, y + 3, 1.5),
        {
          type: 'circle' as const,
          shape: { cx: x, cy: y, r: 5 },
          style: { fill: standing.indistinguishableFromWinner ? ACCENT : PAPER, stroke: ACCENT, lineWidth: 2 },
        },
        figure(String(rankOf(standing) ?? ''), narrow ? margin + 20 : 50, MUTED),
        figure(fitted(standing.name, names, 13), narrow ? margin + 30 : 64, INK, 'left'),
        figure(context.format.number(index.value), width - margin - 60, INK),
        figure(context.format.percent(standing.responseRate.value), width - margin, MUTED),
      ],
    }
  }
}

/** The league table of an edition, or of one sector. */
export function leagueTableChart(report: EditionReport, context: ChartContext, sector: string | null = null): Chart {
  const { format, words } = context
  const all = report.standings.filter(
    (standing) => standing.rank !== null && (sector === null || standing.sector === sector),
  )
  const shown = all.slice(0, SHOWN)
  const chosen = report.sectors.find((one) => one.id === sector)
  const sectorTitle = chosen && textIn(chosen.title, context.language)
  const best = shown[0]
  const title =
    sectorTitle && best
      ? format
          .text(`${sectorTitle} : ${best.name}, ${format.number(best.index.value)} ${words.outOf100}`)
          .replace(/ ?\u00a0?:/, inLanguage({ fr: '\u00a0:', en: ':' }, context.language))
      : headlines(report, context.language).leagueTable
  const cut =
    all.length > shown.length
      ? inLanguage(
          { fr: ` Les ${shown.length} premières sur ${all.length}.`, en: ` First ${shown.length} of ${all.length}.` },
          context.language,
        )
      : ''
  const subtitle = format.text(
    inLanguage(
      {
        fr: `Indice sur 100 et son intervalle à 95 %, n = ${best?.index.n ?? 0} e-mails par marque. ${words.nearWinner}${cut}`,
        en: `Index out of 100 with its 95% interval, n = ${best?.index.n ?? 0} e-mails a brand. ${words.nearWinner}${cut}`,
      },
      context.language,
    ),
  )
  const { width } = context
  const frame = framed({ title, subtitle, source: context.source, width })
  const { narrow, margin, small } = frame.letters
  const top = frame.top + 40
  const bottom = frame.bottom + 18
  const height = top + shown.length * rowHeight(narrow) + bottom
  const rankOf = (standing: ReportStanding) => (sector === null ? standing.rank : standing.sectorRank)
  return {
    id: sector === null ? 'league-table' : `league-table-${sector}`,
    title,
    subtitle,
    width,
    height,
    tooltip: {
      trigger: 'item',
      formatter: (hovered) => {
        const standing = shown[Number((hovered as { readonly value?: readonly unknown[] }).value?.[0] ?? 0)]
        if (!standing) return ''
        const { interval, value } = standing.index
        const between = interval ? ` (${format.range(format.number(interval.low), format.number(interval.high))})` : ''
        const places = standing.rankInterval
        return [
          standing.name,
          `${words.index}  ${format.number(value)}${between}`,
          ...(places ? [`${words.rankInterval}  ${places.low}–${places.high}`] : []),
        ].join('\n')
      },
    },
    option: {
      ...frame.options(height),
      grid: narrow
        ? { left: margin + 30, right: margin + 12, top, bottom }
        : { left: NAMES_RIGHT, right: 170, top, bottom },
      xAxis: {
        type: 'value',
        min: 0,
        max: 100,
        interval: 25,
        position: 'top',
        ...QUIET_AXIS,
        axisLabel: { ...QUIET_AXIS.axisLabel, fontSize: small },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: shown.map((_, row) => row),
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { show: true, lineStyle: { color: LINE, opacity: 0.5 } },
        axisLabel: { show: false },
      },
      graphic: [
        {
          type: 'text',
          style: {
            text: words.index,
            x: width - margin - 60,
            y: top - 38,
            align: 'right',
            fill: MUTED,
            font: `${small}px ${FONT}`,
          },
        },
        {
          type: 'text',
          style: {
            text: inLanguage({ fr: 'Rép.', en: 'Resp.' }, context.language),
            x: width - margin,
            y: top - 38,
            align: 'right',
            fill: MUTED,
            font: `${small}px ${FONT}`,
          },
        },
      ],
      series: [
        {
          type: 'custom',
          renderItem: drawRow(shown, context, rankOf),
          data: shown.map((_, row) => [row]),
          clip: false,
          encode: { y: 0 },
        },
      ],
    },
  }
}
