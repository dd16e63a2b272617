/** A chart as an image that works without script, with its downloads and the interactive version on demand. */

import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import type { Theme } from '../context.js'

/** A chart of a page. */
export interface ChartLink {
  /** Address of the SVG on light paper. */
  readonly svg: string
  /** Address of the same chart as a PNG picture. */
  readonly png: string
  /** The visitor's choice. */
  readonly theme: Theme
  /** Id of the chart in the edition's report. */
  readonly id: string
  /** Address of that report, for the interactive version. */
  readonly report: string
  /** The finding, which is also the image's text for screen readers. */
  readonly title: string
  /** What is shown, unit, n; source and seal. */
  readonly caption: string
  /** Sizes it is drawn in, narrowest first. */
  readonly sizes: readonly ChartSize[]
}

/** Size of a drawing in CSS pixels. */
export interface ChartSize {
  readonly width: number
  readonly height: number
}

/**
 * Widest windows, in pixels, that the drawings for a phone and a tablet are for; so chosen that none is shown at less than nine
 * tenths of its size, at which its smallest letters are still 11 pixels high.
 */
const WINDOWS = [700, 1150] as const

/** The address of one drawing. */
function drawing(svg: string, { width }: ChartSize, dark: boolean): string {
  return `${svg}&width=${width}${dark ? '&theme=dark' : ''}`
}

/** The drawings among which the browser chooses by window and, where the visitor chose no theme, by the system's theme. */
function sources({ sizes, svg, theme }: ChartLink) {
  return sizes.flatMap((size, at) => {
    const within = WINDOWS[at]
    const window = within === undefined || at === sizes.length - 1 ? null : `(max-width: ${within}px)`
    const dark = '(prefers-color-scheme: dark)'
    const choices =
      theme === 'auto'
        ? [
            { media: window ? `${window} and ${dark}` : dark, dark: true },
            ...(window ? [{ media: window, dark: false }] : []),
          ]
        : window
          ? [{ media: window, dark: theme === 'dark' }]
          : []
    return choices.map((choice) => ({ media: choice.media, src: drawing(svg, size, choice.dark), size }))
  })
}

/** The figure: in the visitor's theme, or in the system's where the visitor chose none. The download is the light one, for print. */
export function ChartFigure(props: { chart: ChartLink; language: StudyLanguage }) {
  const { chart } = props
  const widest = chart.sizes.at(-1)
  if (!widest) return null
  return (
    <figure>
      <picture>
        {sources(chart).map(({ media, src, size }) => (
          <source media={media} srcset={src} width={size.width} height={size.height} />
        ))}
        <img
          src={drawing(chart.svg, widest, chart.theme === 'dark')}
          alt={`${chart.title}. ${chart.caption}`}
          width={widest.width}
          height={widest.height}
          loading="lazy"
        />
      </picture>
      <figcaption>
        <a href={chart.png}>PNG</a> · <a href={chart.svg}>SVG</a>{' '}
        <button type="submit" class="quiet no-print" data-chart={chart.id} data-report={chart.report} hidden>
          {inLanguage({ fr: 'Rendre interactif', en: 'Make it interactive' }, props.language)}
        </button>
      </figcaption>
    </figure>
  )
}
