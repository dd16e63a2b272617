import { afterAll, describe, expect, it } from 'vitest'
import { buildEditionReport } from '../../reports/edition-data.js'
import { editionReportSchema } from '../../reports/edition-schema.js'
import { readReportRows } from '../../src/editions/edition-rows.js'
import { PRIVATE_NAMES, syntheticLedger } from './synthetic-ledger.js'

const ledger = syntheticLedger()
const report = buildEditionReport(readReportRows(ledger, '2026'))
afterAll(() => ledger.close())

describe('report of an edition', () => {
  it('is what its schema says', () => {
    expect(() => editionReportSchema.parse(report)).not.toThrow()
  })

  it('counts every settled probe once', () => {
    expect(report.counts).toMatchObject({ brands: 24, ranked: 24, scenarios: 5, probes: 120, waiting: 0, uncounted: 0 })
    expect(report.marks).toHaveLength(120)
    expect(report.counts.answered).toBe(report.marks.filter((mark) => mark.answered).length)
    expect(report.overall.responseRate.value).toBeCloseTo(report.counts.answered / 120, 12)
  })

  it('gives every brand the mean of its marks', () => {
    for (const standing of report.standings) {
      const marks = report.marks.filter((mark) => mark.brand === standing.brand)
      const mean = marks.reduce((sum, { mark }) => sum + mark!, 0) / marks.length
      expect(standing.index.value).toBeCloseTo(mean, 9)
    }
  })

  it('compares with the edition before it', () => {
    expect(report.changes).toMatchObject({ before: '2025', now: '2026' })
    expect(report.standings.every((standing) => standing.movement !== null)).toBe(true)
    expect(report.trends.editions.map((edition) => edition.edition)).toEqual(['2025', '2026'])
    expect(report.trends.brands[0]!.points).toHaveLength(2)
  })

  it('has no earlier edition when there is none', () => {
    const first = buildEditionReport(readReportRows(ledger, '2025'))
    expect(first.changes).toBeNull()
    expect(first.standings.every((standing) => standing.movement === null)).toBe(true)
  })

  it('finds the leak, and names the sender by domain only', () => {
    expect(report.leaks).toHaveLength(1)
    expect(report.leaks[0]!.leaks).toMatchObject({
      messages: 1,
      addresses: 1,
      senders: [{ domain: 'stranger.example', messages: 1 }],
    })
    expect(report.leaks[0]!.leaks.firstAfterHours).toBeCloseTo(100, 6)
  })

  it('holds no name of a person and no address', () => {
    const text = JSON.stringify(report)
    for (const name of PRIVATE_NAMES) for (const part of name.split(' ')) expect(text).not.toContain(part)
    expect(text).not.toContain('@')
  })

  it('is the same when built again', () => {
    expect(buildEditionReport(readReportRows(ledger, '2026'))).toEqual(report)
  })
})
