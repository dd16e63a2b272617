/** Draws charts as SVG on the server: ECharts without a browser, one file a chart, nothing loaded from elsewhere. */
import { init, use } from 'echarts/core'
import { printable } from '../src/domain/printable.js'
import { escapeXml } from '../src/text/escape-xml.js'
import { CHART_PARTS } from './charts/parts.js'
import type { Chart } from './charts/theme.js'

use(CHART_PARTS)

/** ECharts' identifiers count over all drawings; numbered anew and named after the chart they are unique in a page and the same in every run. */
function ownIdentifiers(svg: string, id: string): string {
  const numbers = new Map<string, number>()
  return svg.replace(/\bzr\d+-([a-z]+)(\d+|-\d+)/g, (_, kind: string, number: string) => {
    const key = `${kind}${number}`
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return `${id}-${kind}-${known}`
  })
}

/** The chart as an SVG document with a title and a description for screen readers. */
export function renderSvg(chart: Chart): string {
  const instance = init(null, null, { renderer: 'svg', ssr: true, width: chart.width, height: chart.height })
  try {
    instance.setOption(chart.option)
    const drawn = ownIdentifiers(instance.renderToSVGString({ useViewBox: true }), chart.id)
    // XML takes no control character, and no name turns a label around.
    return printable(drawn).replace(
      /^<svg([^>]*)>/,
      (_, attributes: string) =>
        `<svg${attributes} role="img" aria-labelledby="${chart.id}-title ${chart.id}-description"><title id="${chart.id}-title">${escapeXml(printable(chart.title))}</title><desc id="${chart.id}-description">${escapeXml(printable(chart.subtitle))}</desc>`,
    )
  } finally {
    instance.dispose()
  }
}
