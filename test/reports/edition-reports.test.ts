import { afterAll, describe, expect, it } from 'vitest'
import { CHART_WIDTHS } from '../../reports/charts/theme.js'
import { createEditionReports, createReportSource } from '../../reports/edition-reports.js'
import { AFTER, syntheticLedger } from './synthetic-ledger.js'

const ledger = syntheticLedger({ brands: 16 })
const source = createReportSource(ledger)
const reports = createEditionReports(ledger, source)
afterAll(() => ledger.close())

/** How these tests have charts drawn. */
const FRENCH = { language: 'fr', theme: 'light' } as const

describe('reports for the web', () => {
  it('gives every file that it lists, and no other', async () => {
    for (const { name, label } of reports.files('2026', 'en')) {
      expect(label).not.toBe('')
      const file = await reports.file('2026', name, 'en')
      expect(file!.bytes.byteLength, name).toBeGreaterThan(20)
    }
    expect(await reports.file('2026', '../ledger.sqlite', 'en')).toBeNull()
  })

  it('gives every chart that it lists, and no other', async () => {
    const charts = reports.charts('2026', 'fr')
    expect(charts.map((chart) => chart.id)).toContain('delay-survival')
    for (const { id, title, sizes } of charts) {
      expect(title).not.toBe('')
      expect(sizes.map(({ width }) => width)).toEqual([...CHART_WIDTHS])
      for (const { width, height } of sizes)
        expect(await reports.chart('2026', id, { ...FRENCH, width })).toContain(`viewBox="0 0 ${width} ${height}"`)
      expect(await reports.chart('2026', id, FRENCH)).toMatch(/^<svg/)
    }
    expect(await reports.chart('2026', 'nothing', FRENCH)).toBeNull()
  })

  it('draws a brand among the others where it has a path', async () => {
    const chart = reports.brandChart('2026', 'maison-lune', 'en')!
    expect(chart.title).toMatch(/^Maison Lune: .* in 2025, .* in 2026$/)
    expect(await reports.chart('2026', chart.id, { language: 'en', theme: 'light' })).toMatch(/^<svg/)
    expect(reports.brandChart('2025', 'maison-lune', 'en')).toBeNull()
    expect(reports.brandChart('2026', 'nobody', 'en')).toBeNull()
  })

  it('draws the same bytes again', async () => {
    const first = await reports.chart('2026', 'league-table', FRENCH)
    expect(await reports.chart('2026', 'league-table', FRENCH)).toBe(first)
  })

  it('says what changed, nothing for the first edition', () => {
    expect(reports.sentences('2026', 'en').length).toBeGreaterThan(3)
    expect(reports.sentences('2025', 'en')).toEqual([])
  })

  it('keeps a report while nothing changes, and builds it again when the ledger did', () => {
    const first = source.report('2026')
    expect(source.report('2026')).toBe(first)
    ledger.settings.set('anything', 1, AFTER)
    expect(source.report('2026')).not.toBe(first)
    expect(source.report('2026')).toEqual(first)
  })
})
