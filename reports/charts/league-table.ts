/** League table with intervals: dot and whisker on one common scale, filled where a brand cannot be told from the winner. */

import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts'
import { inLanguage, textIn } from '../../src/languages/index.js'
import type { EditionReport, ReportStanding } from '../edition-schema.js'
import { headlines } from '../sentences.js'
import type { ChartContext } from './context.js'
import { ACCENT, type Chart, FONT, framed, INK, LINE, MUTED, PAPER, plotTop, QUIET_AXIS } from './theme.js'

/** Brands that one chart shows at most. */
const SHOWN = 40
const ROW = 24

/** One row: rank and name at the left, whisker and dot, index and response rate at the right. */
function drawRow(
  standings: readonly ReportStanding[],
  context: ChartContext,
  right: number,
  rankOf: (standing: ReportStanding) => number | null,
) {
  return (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
    const row = Number(api.value(0))
    const standing = standings[row]!
    const { index } = standing
    const [x, y] = api.coord([index.value ?? 0, row]) as [number, number]
    const low = (api.coord([index.interval?.low ?? index.value ?? 0, row]) as [number, number])[0]
    const high = (api.coord([index.interval?.high ?? index.value ?? 0, row]) as [number, number])[0]
    const line = (x1: number, y1: number, x2: number, y2: number, width: number) => ({
      type: 'line' as const,
      shape: { x1, y1, x2, y2 },
      style: { stroke: ACCENT, lineWidth: width, opacity: 0.75 },
    })
    const figure = (text: string, at: number, colour: string, align: 'left' | 'right' = 'right') => ({
      type: 'text' as const,
      style: {
        text,
        x: at,
        y,
        align,
        verticalAlign: 'middle' as const,
        fill: colour,
        font: `13px ${FONT}`,
      },
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
        figure(String(rankOf(standing) ?? ''), 50, MUTED),
        figure(standing.name, 64, INK, 'left'),
        figure(context.format.number(index.value), right - 84, INK),
        figure(context.format.percent(standing.responseRate.value), right - 24, MUTED),
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
  const width = 920
  const top = plotTop({ title, subtitle, width }) + 24
  const height = top + shown.length * ROW + 64
  const rankOf = (standing: ReportStanding) => (sector === null ? standing.rank : standing.sectorRank)
  return {
    id: sector === null ? 'league-table' : `league-table-${sector}`,
    title,
    subtitle,
    width,
    height,
    option: {
      ...framed({ title, subtitle, source: context.source, width, height }),
      grid: { left: 250, right: 170, top, bottom: 52 },
      xAxis: {
        type: 'value',
        min: 0,
        max: 100,
        interval: 25,
        position: 'top',
        ...QUIET_AXIS,
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
          style: { text: words.index, x: width - 84, y: top - 20, align: 'right', fill: MUTED, font: `12px ${FONT}` },
        },
        {
          type: 'text',
          style: {
            text: inLanguage({ fr: 'Rép.', en: 'Resp.' }, context.language),
            x: width - 24,
            y: top - 20,
            align: 'right',
            fill: MUTED,
            font: `12px ${FONT}`,
          },
        },
      ],
      series: [
        {
          type: 'custom',
          renderItem: drawRow(shown, context, width, rankOf),
          data: shown.map((_, row) => [row]),
          clip: false,
          encode: { y: 0 },
        },
      ],
    },
  }
}
