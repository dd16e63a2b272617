import { describe, expect, it } from 'vitest'
import { easterSunday } from '../../src/calendar/easter.js'
import { COUNTRIES_WITH_HOLIDAYS, publicHolidays } from '../../src/calendar/holidays.js'

describe('Easter Sunday', () => {
  it.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('of %i is %s', (year, day) => expect(easterSunday(year)).toBe(day))
})

describe('public holidays', () => {
  it('of France in 2026 are the eleven legal days', () => {
    expect(publicHolidays('FR', 2026)).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ])
  })

  it.each([
    ['GB', 2022, ['2022-01-03', '2022-12-26', '2022-12-27']],
    ['GB', 2026, ['2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28']],
    ['US', 2026, ['2026-01-19', '2026-02-16', '2026-05-25', '2026-07-03', '2026-09-07', '2026-11-26']],
    ['BE', 2026, ['2026-07-21']],
    ['NL', 2025, ['2025-04-26']],
    ['DE', 2026, ['2026-10-03']],
    ['LU', 2026, ['2026-06-23']],
    ['CH', 2026, ['2026-08-01']],
    ['ES', 2026, ['2026-04-03', '2026-10-12']],
    ['IT', 2026, ['2026-04-25', '2026-06-02']],
  ])('of %s in %i hold %j', (country, year, days) => {
    for (const day of days) expect(publicHolidays(country, year)).toContain(day)
  })

  it('are sorted, unique and of the year, for every country', () => {
    for (const country of COUNTRIES_WITH_HOLIDAYS) {
      for (let year = 2015; year < 2040; year += 1) {
        const days = publicHolidays(country, year)
        expect(days).toEqual([...new Set(days)].toSorted())
        for (const day of days) expect(Number(day.slice(0, 4)) - year).toBeLessThanOrEqual(0)
      }
    }
  })

  it('of an unknown country are none', () => expect(publicHolidays('JP', 2026)).toEqual([]))
})
