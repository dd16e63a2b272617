/** Each indicator of an edition has one value and one wording: on pages, in report files, in the press kit and in the data. */
import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEditionReports, type EditionReports } from '../../reports/edition-reports.js'
import type { EditionReport } from '../../reports/edition-schema.js'
import { formatFor } from '../../reports/format.js'
import { createApp } from '../../src/web/app.js'
import { published } from '../jobs/purge-evidence/person/published-study.js'
import { openSmallStudy, type SmallStudy } from './small-study.js'

let study: SmallStudy
let app: SmallStudy['app']
let reports: EditionReports
beforeAll(async () => {
  study = await openSmallStudy()
  const ledger = published(':memory:', 12)
  reports = createEditionReports(ledger)
  app = createApp({ ...study.dependencies, ledger, reports, now: () => Date.UTC(2030, 0, 1) })
})
afterAll(() => study.ledger.close())

/** Figures of a page: what stands under each heading of its lists of figures, value and note apart. */
function figuresOf(html: string): ReadonlyMap<string, readonly [value: string, note: string]> {
  const found = new Map<string, [string, string]>()
  let label = ''
  let inside = ''
  let within = false
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'dl') within = attributes.class?.split(' ').includes('figures') ?? false
      if (!within) return
      if (name === 'dt') label = ''
      // A change stands beside the figure and is none of it.
      if (attributes.class === 'change') {
        inside = ''
        return
      }
      if (['dt', 'dd', 'small'].includes(name)) inside = name
    },
    ontext(text) {
      if (!within) return
      if (inside === 'dt') label += text
      if (inside !== 'dd' && inside !== 'small') return
      const [value, note] = found.get(label) ?? ['', '']
      found.set(label, inside === 'dd' ? [value + text, note] : [value, note + text])
    },
    onclosetag(name) {
      if (['dt', 'dd', 'small'].includes(name)) inside = name === 'small' ? 'dd' : ''
    },
  })
  parser.end(html)
  return found
}

describe.each(['fr', 'en'] as const)('the key figures in %s', (language) => {
  const sources = [
    '/editions/2026',
    '/editions/2026/files/league-table.html',
    '/editions/2026/files/press-kit.html',
  ] as const

  it.each(sources)('are the same in %s', async (path) => {
    const response = await app.request(`${path}?lang=${language}`)
    expect(response.status).toBe(200)
    const printed = figuresOf(await response.text())
    const figures = reports.keyFigures('2026', language)
    expect(figures.length).toBe(7)
    for (const { label, value, note } of figures) expect(printed.get(label), label).toEqual([value, note])
  })

  it('are those of the data, in its digits', async () => {
    const response = await app.request('/editions/2026/files/edition-report.json')
    const { overall, counts } = JSON.parse(await response.text()) as EditionReport
    const { number, percent, duration } = formatFor(language)
    const value = (id: string) => reports.keyFigures('2026', language).find((figure) => figure.id === id)?.value
    expect(value('index')).toBe(number(overall.index.value))
    expect(value('response-rate')).toBe(percent(overall.responseRate.value))
    expect(value('within-24-hours')).toBe(percent(overall.within24Hours.value))
    expect(value('median-delay')).toBe(duration(overall.medianDelayHours.value))
    expect(value('mistakes')).toBe(number(overall.mistakesPer100Words.value))
    expect(value('full-response')).toBe(number(counts.fullResponseBrands, 0))
    expect(value('silent')).toBe(number(counts.silentBrands, 0))
  })

  it('stand in the table of editions too, and those of a sector on its page', async () => {
    const html = await (await app.request(`/editions?lang=${language}`)).text()
    for (const id of ['index', 'response-rate', 'within-24-hours', 'median-delay', 'mistakes']) {
      const figure = reports.keyFigures('2026', language).find((one) => one.id === id)
      expect(html).toContain(`<td class="number">${figure?.value}</td>`)
    }
    const response = await app.request(`/editions/2026/sectors/beauty?lang=${language}`)
    const printed = figuresOf(await response.text())
    for (const { label, value, note } of reports.keyFigures('2026', language, 'beauty'))
      expect(printed.get(label), label).toEqual([value, note])
  })
})
