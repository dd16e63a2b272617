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
  /** Address of the same chart on dark paper. */
  readonly darkSvg: string
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
  readonly width: number
  readonly height: number
}

/** The figure: in the visitor's theme, or in the system's where the visitor chose none. The download is the light one, for print. */
export function ChartFigure(props: { chart: ChartLink; language: StudyLanguage }) {
  const { chart } = props
  const { theme } = chart
  const image = (
    <img
      src={theme === 'dark' ? chart.darkSvg : chart.svg}
      alt={`${chart.title}. ${chart.caption}`}
      width={chart.width}
      height={chart.height}
      loading="lazy"
    />
  )
  return (
    <figure>
      {theme === 'auto' ? (
        <picture>
          <source media="(prefers-color-scheme: dark)" srcset={chart.darkSvg} />
          {image}
        </picture>
      ) : (
        image
      )}
      <figcaption>
        {chart.caption} <a href={chart.png}>PNG</a> · <a href={chart.svg}>SVG</a>{' '}
        <button type="submit" class="quiet no-print" data-chart={chart.id} data-report={chart.report} hidden>
          {inLanguage({ fr: 'Rendre interactif', en: 'Make it interactive' }, props.language)}
        </button>
      </figcaption>
    </figure>
  )
}
