/**
 * What all charts share: paper and ink, colours that colour-blind readers can tell apart (after Okabe & Ito 2008, darkened to
 * keep contrast on warm white), the frame with finding, subtitle and source. Options are plain ECharts, for SVG and page alike.
 */
import type { EChartsCoreOption } from 'echarts/core'

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
}

/** What frames a chart. */
export interface Frame {
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly width: number
  readonly height: number
}

/** Options of the frame: background, title, subtitle, source line. */
export function framed({ title, subtitle, source, width, height }: Frame) {
  const wide = width - 48
  return {
    animation: false,
    backgroundColor: PAPER,
    textStyle: { fontFamily: FONT, color: INK },
    aria: { enabled: false },
    title: [
      {
        text: title,
        left: 24,
        top: 16,
        padding: 0,
        textStyle: {
          fontFamily: FONT,
          fontSize: 20,
          fontWeight: 600 as const,
          color: INK,
          width: wide,
          overflow: 'break' as const,
          lineHeight: 25,
        },
      },
      {
        text: subtitle,
        left: 24,
        top: 20 + 25 * linesOf(title, wide, 20),
        padding: 0,
        textStyle: {
          fontFamily: FONT,
          fontSize: 13,
          fontWeight: 400 as const,
          color: MUTED,
          width: wide,
          overflow: 'break' as const,
          lineHeight: 18,
        },
      },
      {
        text: source,
        left: 24,
        top: height - 30,
        padding: 0,
        textStyle: {
          fontFamily: FONT,
          fontSize: 11,
          fontWeight: 400 as const,
          color: MUTED,
          width: wide,
          overflow: 'truncate' as const,
        },
      },
    ],
  }
}

/** Lines that a text needs, by the mean width of a letter: 0.52 of its size in common sans-serif faces. */
export function linesOf(text: string, width: number, size: number): number {
  return Math.max(1, Math.ceil((text.length * size * 0.52) / width))
}

/** Top of the plotting area under title and subtitle. */
export function plotTop({ title, subtitle, width }: Pick<Frame, 'title' | 'subtitle' | 'width'>): number {
  const wide = width - 48
  return 36 + 25 * linesOf(title, wide, 20) + 18 * linesOf(subtitle, wide, 13)
}

/** Axis with hairlines only. */
export const QUIET_AXIS = {
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { color: MUTED, fontSize: 12, fontFamily: FONT },
  splitLine: { lineStyle: { color: LINE, width: 1 } },
} as const
