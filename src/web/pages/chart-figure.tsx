/** A chart as an image that works without script, with its downloads and the interactive version on demand. */
import type { StudyLanguage } from '../../domain/language.js'

/** A chart of a page. */
export interface ChartLink {
  /** Address of the SVG. */
  readonly svg: string
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

/** The figure. */
export function ChartFigure(props: { chart: ChartLink; language: StudyLanguage }) {
  const { chart } = props
  const french = props.language === 'fr'
  return (
    <figure>
      <img
        src={chart.svg}
        alt={`${chart.title}. ${chart.caption}`}
        width={chart.width}
        height={chart.height}
        loading="lazy"
      />
      <figcaption>
        {chart.caption} <a href={chart.svg}>SVG</a>{' '}
        <button type="submit" class="quiet no-print" data-chart={chart.id} data-report={chart.report} hidden>
          {french ? 'Rendre interactif' : 'Make it interactive'}
        </button>
      </figcaption>
    </figure>
  )
}
