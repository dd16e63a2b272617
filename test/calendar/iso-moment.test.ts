/** Moments of ISO 8601: those with a zone are where they say, those without are UTC and say so. */
import { describe, expect, it } from 'vitest'
import { parseIsoMoment, utcInstant } from '../../src/calendar/iso-moment.js'

const iso = (value: string) => {
  const read = parseIsoMoment(value)
  return read && `${new Date(read.instant).toISOString()} ${read.zone}`
}

describe('a moment', () => {
  it.each([
    ['2026-03-02T09:30:00+01:00', '2026-03-02T08:30:00.000Z stated'],
    ['2026-03-02T09:30Z', '2026-03-02T09:30:00.000Z stated'],
    ['2026-03-02T09:30:00.5-0330', '2026-03-02T13:00:00.500Z stated'],
    ['2026-03-02 09:30:00,123456 +01', '2026-03-02T08:30:00.123Z stated'],
    ['20260302T083000Z', '2026-03-02T08:30:00.000Z stated'],
    ['2026-03-02T09:30:00', '2026-03-02T09:30:00.000Z assumed-utc'],
    ['2026-03-02T09:30', '2026-03-02T09:30:00.000Z assumed-utc'],
    ['2026-03-02', '2026-03-02T00:00:00.000Z assumed-utc'],
  ])('%s is %s', (value, read) => {
    expect(iso(value)).toBe(read)
  })

  it.each([
    '',
    '2026',
    '2026-3-2',
    '2026-02-30',
    '2026-13-01',
    '2026-03-02T25:00',
    '2026-03-02T09:30+24:00',
    '2026-03-02T09:30+01:75',
    '02/03/2026',
    '2026-0302',
    'now',
    '2026-03-02T09:30:00+01:00 (CET)',
  ])('is not read from %j', (value) => {
    expect(parseIsoMoment(value)).toBeNull()
  })
})

describe('a clock in UTC', () => {
  it('shows nothing before 1900 and after 9999', () => {
    const day = { month: 1, day: 1, hour: 0, minute: 0, second: 0 }
    expect(utcInstant({ ...day, year: 1899 })).toBeNull()
    expect(utcInstant({ ...day, year: 10_000 })).toBeNull()
    expect(utcInstant({ ...day, year: 1900 })).toBe(Date.UTC(1900, 0, 1))
  })
})
