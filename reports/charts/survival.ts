/** How the answers come in: share answered over time by sector, on a logarithmic clock, with 1 h, 24 h and 72 h marked. */
import { inLanguage } from '../../src/languages/index.js'
import type { EditionReport } from '../edition-schema.js'
import { headlines } from '../sentences.js'
import type { ChartContext } from './context.js'
import { fitted } from './text-width.js'
import { CATEGORIES, type Chart, FONT, framed, GHOST, INK, LINE, MUTED, QUIET_AXIS } from './theme.js'

/** Hours that are marked. */
const MARKS = [1, 24, 72] as const
/** The one mark that a phone has room for. */
const MARKS_NARROW = [24] as const

/** Hours named on the axis. */
const TICKS = [0.5, 1, 4, 24, 72, 168, 336, 720] as const
const TICKS_NARROW = [1, 24, 168] as const

/** Sectors that get a colour of their own; with more of them, only the best and worst do. */
const COLOURED = 6

/** Earliest hour drawn. */
const START = 0.25

interface Step {
  readonly hours: number
  readonly answered: number
}

/** Share answered by an hour. */
function answeredBy(steps: readonly Step[], hours: number): number {
  return steps.findLast((step) => step.hours <= hours)?.answered ?? 0
}

/** Points of the step curve inside the drawn range. */
function curve(steps: readonly Step[], end: number): [number, number][] {
  const inside = steps.filter((step) => step.hours > START && step.hours < end)
  return [
    [START, 100 * answeredBy(steps, START)],
    ...inside.map((step): [number, number] => [step.hours, 100 * step.answered]),
    [end, 100 * answeredBy(steps, end)],
  ]
}

/** Delay curves of an edition. */
export function survivalChart(report: EditionReport, context: ChartContext): Chart {
  const { format, words, language } = context
  const end = report.edition.answerWindowDays * 24
  const title = headlines(report, language).survival
  const subtitle = format.text(
    inLanguage(
      {
        fr: `Part des e-mails ayant reçu une réponse, en %, selon le temps écoulé (échelle logarithmique), par secteur. n = ${report.counts.probes} e-mails ; sans réponse après ${report.edition.answerWindowDays} jours : compté comme non répondu.`,
        en: `Share of e-mails answered, in %, by time elapsed (logarithmic scale), by sector. n = ${report.counts.probes} e-mails; unanswered after ${report.edition.answerWindowDays} days counts as no answer.`,
      },
      language,
    ),
  )
  const { width } = context
  const frame = framed({ title, subtitle, source: context.source, width })
  const { letters } = frame
  const top = frame.top + 28
  const bottom = frame.bottom + 32
  const height = top + (letters.narrow ? 280 : 340) + bottom
  const left = letters.narrow ? 50 : 60
  const right = letters.narrow ? 118 : 210
  const ordered = report.sectors.toSorted((a, b) => (b.responseRate.value ?? 0) - (a.responseRate.value ?? 0))
  const highlighted = new Set(
    (ordered.length <= COLOURED ? ordered : [...ordered.slice(0, 2), ...ordered.slice(-2)]).map((sector) => sector.id),
  )
  const colours = new Map([...highlighted].map((id, index) => [id, CATEGORIES[index % CATEGORIES.length]!]))
  const line = (name: string, steps: readonly Step[], colour: string, lineWidth: number, labelled: boolean) => ({
    type: 'line' as const,
    name,
    step: 'end' as const,
    symbol: 'none',
    data: curve(steps, end),
    lineStyle: { color: colour, width: lineWidth },
    itemStyle: { color: colour },
    endLabel: {
      show: labelled,
      formatter: letters.narrow
        ? `${fitted(name, right - 16, 13, true)}\n${format.percent(answeredBy(steps, end))}`
        : `${fitted(name, right - 64, 13, true)}  ${format.percent(answeredBy(steps, end))}`,
      color: colour,
      fontFamily: FONT,
      fontSize: 13,
      lineHeight: 15,
      fontWeight: lineWidth > 2 ? (600 as const) : (400 as const),
      distance: 8,
    },
    labelLayout: { moveOverlap: 'shiftY' as const },
  })
  const single = report.sectors.length <= 1
  return {
    id: 'delay-survival',
    title,
    subtitle,
    width,
    height,
    tooltip: {
      trigger: 'axis',
      formatter: (hovered) => {
        const hours = (hovered as readonly { readonly axisValue: number }[])[0]?.axisValue ?? START
        const share = (name: string, steps: readonly Step[]) => `${name}  ${format.percent(answeredBy(steps, hours))}`
        return [
          format.duration(hours),
          share(words.overall, report.survival),
          ...(single ? [] : ordered.map((sector) => share(inLanguage(sector.title, language), sector.survival))),
        ].join('\n')
      },
    },
    option: {
      ...frame.options(height),
      grid: { left, right, top, bottom },
      xAxis: {
        type: 'log',
        min: START,
        max: end,
        ...QUIET_AXIS,
        splitLine: { show: false },
        axisLine: { show: true, lineStyle: { color: LINE } },
        axisLabel: { show: false },
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
        ...(single
          ? []
          : ordered.map((sector) =>
              line(
                inLanguage(sector.title, language),
                sector.survival,
                colours.get(sector.id) ?? GHOST,
                1.75,
                highlighted.has(sector.id),
              ),
            )),
        {
          ...line(words.overall, report.survival, INK, 2.75, true),
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: MUTED, type: 'dashed' as const, width: 1 },
            label: {
              color: INK,
              fontFamily: FONT,
              fontSize: letters.small,
              position: 'end' as const,
              formatter: ({ value }: { value: number }) =>
                `${format.duration(value)}\u2009: ${format.percent(answeredBy(report.survival, value))}`,
            },
            data: (letters.narrow ? MARKS_NARROW : MARKS)
              .filter((hours) => hours < end)
              .map((hours) => ({ xAxis: hours })),
          },
        },
      ],
      graphic: (letters.narrow ? TICKS_NARROW : TICKS)
        .filter((hours) => hours <= end)
        .map((hours) => ({
          type: 'text' as const,
          style: {
            text: format.duration(hours),
            x: left + ((width - left - right) * Math.log(hours / START)) / Math.log(end / START),
            y: height - bottom + 10,
            align: 'center' as const,
            fill: MUTED,
            font: `${letters.small}px ${FONT}`,
          },
        })),
    },
  }
}
