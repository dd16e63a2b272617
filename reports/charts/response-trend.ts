/** Response rate over editions: measured ones with their interval, published ones as hollow dots, method changes dashed. */

import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts'
import { inLanguage } from '../../src/languages/index.js'
import { methodBreaks } from '../../src/ranking/trends.js'
import type { EditionReport } from '../edition-schema.js'
import type { ChartContext } from './context.js'
import { widthOf } from './text-width.js'
import { ACCENT, type Chart, FONT, framed, LINE, MUTED, PAPER, QUIET_AXIS } from './theme.js'

function trendTitle(report: EditionReport, { language, format }: ChartContext): string {
  const all = report.trends.editions.filter((edition) => edition.responseRate !== null)
  // A title compares what was measured alike: only the editions since the last change of method.
  const known = all.filter((edition) => edition.method === all.at(-1)?.method)
  const first = known[0]
  const last = known.at(-1)
  if (!first || !last) return inLanguage({ fr: 'Taux de réponse', en: 'Response rate' }, language)
  if (known.length === 1)
    return inLanguage(
      {
        fr: `Taux de réponse en ${last.edition} : ${format.percent(last.responseRate)}`,
        en: `Response rate in ${last.edition}: ${format.percent(last.responseRate)}`,
      },
      language,
    )
  const [lower, higher] = [first, last].sort((a, b) => a.responseRate! - b.responseRate!) as [typeof first, typeof last]
  // Editions published elsewhere have no interval: nothing is said of chance there.
  const chance =
    lower.responseRateHigh !== null &&
    higher.responseRateLow !== null &&
    lower.responseRateHigh >= higher.responseRateLow
      ? inLanguage({ fr: ' ; les intervalles se recoupent', en: '; the intervals overlap' }, language)
      : ''
  return inLanguage(
    {
      fr: `De ${format.percent(first.responseRate)} de réponses en ${first.edition} à ${format.percent(last.responseRate)} en ${last.edition}${chance}`,
      en: `From ${format.percent(first.responseRate)} answered in ${first.edition} to ${format.percent(last.responseRate)} in ${last.edition}${chance}`,
    },
    language,
  )
}

/** Response rate of every edition that has one. */
export function responseTrendChart(report: EditionReport, context: ChartContext): Chart {
  const { language, format, words } = context
  const editions = report.trends.editions.filter((edition) => edition.responseRate !== null)
  const title = format.text(trendTitle(report, context))
  const published = editions.some((edition) => edition.origin === 'published')
  const subtitle = format.text(
    inLanguage(
      {
        fr: `Part des e-mails ayant reçu une réponse, en %, par édition${published ? ' ; points creux : éditions publiées ailleurs' : ''}. Intervalle à 95 %.`,
        en: `Share of e-mails answered, in %, by edition${published ? '; hollow dots: editions published elsewhere' : ''}. 95% interval.`,
      },
      language,
    ),
  )
  const { width } = context
  const frame = framed({ title, subtitle, source: context.source, width })
  const { letters } = frame
  const top = frame.top + 28
  const bottom = frame.bottom + 34
  const height = top + (letters.narrow ? 220 : 260) + bottom
  // Labels of editions stand every so often where they would run into each other.
  const room = (width - 2 * letters.margin - 50) / Math.max(1, editions.length)
  const every = Math.max(1, Math.ceil((widthOf('2026', 13) + 8) / room))
  const breaks = methodBreaks(
    editions.map((edition) => ({ ...edition, rank: null, ranked: null, index: null, low: null, high: null })),
  )
  const pieces = [0, ...breaks].map((start, piece) => ({ start, end: breaks[piece] ?? editions.length }))
  const whisker = (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
    const at = Number(api.value(0))
    const low = api.coord([at, api.value(1)]) as [number, number]
    const high = api.coord([at, api.value(2)]) as [number, number]
    return {
      type: 'line' as const,
      shape: { x1: low[0]!, y1: low[1]!, x2: high[0]!, y2: high[1]! },
      style: { stroke: ACCENT, lineWidth: 2, opacity: 0.5 },
    }
  }
  return {
    id: 'response-trend',
    title,
    subtitle,
    width,
    height,
    tooltip: {
      trigger: 'axis',
      formatter: (hovered) => {
        const at = (hovered as readonly { readonly dataIndex: number }[])[0]?.dataIndex ?? 0
        const edition = editions[at]
        if (!edition) return ''
        const { responseRate, responseRateLow: low, responseRateHigh: high } = edition
        const between =
          low === null || high === null ? '' : ` (${format.range(format.percent(low), format.percent(high))})`
        return `${edition.edition}\n${format.percent(responseRate)}${between}`
      },
    },
    option: {
      ...frame.options(height),
      grid: { left: letters.narrow ? 52 : 60, right: letters.narrow ? 16 : 40, top, bottom },
      xAxis: {
        type: 'category',
        data: editions.map((edition) => (edition.origin === 'published' ? `${edition.edition}` : edition.edition)),
        ...QUIET_AXIS,
        axisLine: { show: true, lineStyle: { color: LINE } },
        axisLabel: { ...QUIET_AXIS.axisLabel, fontSize: 13, interval: every - 1 },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: 100,
        interval: 25,
        ...QUIET_AXIS,
        axisLabel: { ...QUIET_AXIS.axisLabel, formatter: (value: number) => format.percent(value / 100) },
      },
      series: [
        ...pieces.map(({ start, end }, piece) => ({
          type: 'line' as const,
          data: editions.map((edition, at) =>
            at < start || at >= end
              ? null
              : {
                  value: 100 * edition.responseRate!,
                  symbol: 'circle',
                  symbolSize: 9,
                  // Above the whisker, where neither it nor the line crosses the figure.
                  label: {
                    show: at % every === (editions.length - 1) % every,
                    distance:
                      6 + 2.4 * 100 * ((edition.responseRateHigh ?? edition.responseRate!) - edition.responseRate!),
                  },
                  itemStyle: {
                    color: edition.origin === 'published' ? PAPER : ACCENT,
                    borderColor: ACCENT,
                    borderWidth: 2,
                  },
                },
          ),
          lineStyle: { color: ACCENT, width: 2 },
          label: {
            show: true,
            position: 'top' as const,
            formatter: ({ value }: { value: number }) => format.percent(value / 100),
            fontFamily: FONT,
            fontSize: letters.small,
            distance: 8,
          },
          ...(piece > 0
            ? {
                markLine: {
                  silent: true,
                  symbol: 'none',
                  lineStyle: { color: MUTED, type: 'dashed' as const },
                  label: { formatter: words.methodBreak, color: MUTED, fontFamily: FONT, fontSize: letters.small },
                  data: [{ xAxis: start }],
                },
              }
            : {}),
        })),
        {
          type: 'custom' as const,
          renderItem: whisker,
          data: editions.flatMap((edition, at) =>
            edition.responseRateLow === null
              ? []
              : [[at, 100 * edition.responseRateLow, 100 * (edition.responseRateHigh ?? 0)]],
          ),
          z: 1,
        },
      ],
    },
  }
}
