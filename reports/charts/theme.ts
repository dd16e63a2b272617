/**
 * What all charts share: paper and ink, colours that colour-blind readers can tell apart (after Okabe & Ito 2008, darkened to
 * keep contrast on warm white), the frame with finding, subtitle and source. Options are plain ECharts, for SVG and page alike.
 */
import type { EChartsCoreOption } from 'echarts/core'
import { linesOf } from './text-width.js'

/** Near-black on warm white. */
export const PAPER = '#fbf9f4'
export const INK = '#1b1a17'
/** Secondary text: contrast 5.6 on paper. */
export const MUTED = '#66625a'
/** Hairlines. */
export const LINE = '#ddd8cc'
/** Brands in the background. */
export const GHOST = '#c9c3b6'
/** The one accent. */
export const ACCENT = '#0b5fa5'

/** Categories, in the order in which they are given out. */
export const CATEGORIES = ['#0b5fa5', '#b8451a', '#17795c', '#7d4695', '#946a00', '#4d5a63', '#b23a5a', '#2a86ad']

/** Sequential, light to dark; each step differs in lightness, so it reads in grey too. */
export const SEQUENTIAL = ['#f3efe4', '#d5dfe4', '#a9c4d8', '#719fc4', '#3d78aa', '#0b4f8a']

/** System fonts. Names stay unquoted: the SVG writer puts them into attributes as they are. */
export const FONT = 'Inter, Source Sans Pro, Segoe UI, Helvetica Neue, Helvetica, Arial, sans-serif'

/** Widths in CSS pixels for which pages have charts drawn: a phone, a tablet, a desk. */
export const CHART_WIDTHS = [360, 720, 1100] as const

/** Width of charts in files and articles. */
export const FILE_WIDTH = 920

/** Below this width, in pixels, a chart is laid out for a phone. */
const PHONE = 500

/** Sizes of letters: a page may show a chart at nine tenths of its width, and no letter is read below 11 pixels. */
export function lettersAt(width: number) {
  const narrow = width < PHONE
  return { narrow, margin: narrow ? 12 : 24, title: narrow ? 18 : 20, text: 13, small: narrow ? 13 : 12 } as const
}

/** What a pointer or a finger is told; the drawing on the server has none. */
export interface ChartTooltip {
  /** `axis`: anywhere along the lines. */
  readonly trigger: 'axis' | 'item'
  /** What is told, as plain text of several lines. */
  readonly formatter: (parameters: unknown) => string
}

/** A chart ready to be drawn. */
export interface Chart {
  /** File name without ending, kebab-case. */
  readonly id: string
  /** The finding. */
  readonly title: string
  /** What is shown, unit, n. */
  readonly subtitle: string
  readonly width: number
  readonly height: number
  readonly option: EChartsCoreOption
  readonly tooltip?: ChartTooltip
}

/** What frames a chart. */
export interface Frame {
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly width: number
}

/** The frame laid out: where the plotting area may begin and end, and its options (background, title, subtitle, source). */
export function framed({ title, subtitle, source, width }: Frame) {
  const letters = lettersAt(width)
  const wide = width - 2 * letters.margin
  const titleHeight = letters.title + 5
  const [titles, subtitles, sources] = [
    linesOf(title, wide, letters.title, true),
    linesOf(subtitle, wide, letters.text),
    linesOf(source, wide, letters.small),
  ]
  const textAt = (lines: readonly string[], top: number, size: number, lineHeight: number, color: string) => ({
    text: lines.join('\n'),
    left: letters.margin,
    top,
    padding: 0,
    textStyle: { fontFamily: FONT, fontSize: size, fontWeight: 400 as 400 | 600, color, lineHeight },
  })
  const heading = textAt(titles, 16, letters.title, titleHeight, INK)
  const afterTitle = 20 + titleHeight * titles.length
  const sourceLine = letters.small + 4
  const bottom = 14 + sourceLine * sources.length
  return {
    letters,
    /** Top of the plotting area under title and subtitle. */
    top: afterTitle + 18 * subtitles.length + 16,
    /** Room that the source takes at the bottom. */
    bottom,
    options: (height: number) => ({
      animation: false,
      backgroundColor: PAPER,
      textStyle: { fontFamily: FONT, color: INK },
      aria: { enabled: false },
      title: [
        { ...heading, textStyle: { ...heading.textStyle, fontWeight: 600 as const } },
        textAt(subtitles, afterTitle, letters.text, 18, MUTED),
        textAt(sources, height - bottom, letters.small, sourceLine, MUTED),
      ],
    }),
  }
}

/** Axis with hairlines only. */
export const QUIET_AXIS = {
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { color: MUTED, fontSize: 13, fontFamily: FONT },
  splitLine: { lineStyle: { color: LINE, width: 1 } },
} as const
