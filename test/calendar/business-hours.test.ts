import { describe, expect, it } from 'vitest'
import { businessHours } from '../../src/calendar/business-hours.js'

const PARIS = {
  timeZone: 'Europe/Paris',
  workingHours: { from: '09:00', until: '18:00' },
  workingDays: [1, 2, 3, 4, 5],
  holidays: ['2026-05-01'],
}

describe('businessHours', () => {
  it.each([
    ['within one day', '2026-03-02T10:00+01:00', '2026-03-02T12:30+01:00', 2.5],
    ['over a night', '2026-03-02T17:00+01:00', '2026-03-03T10:00+01:00', 2],
    ['over a weekend', '2026-03-06T17:00+01:00', '2026-03-09T09:30+01:00', 1.5],
    ['over a holiday', '2026-04-30T17:00+02:00', '2026-05-04T09:00+02:00', 1],
    ['from before opening to after closing', '2026-03-02T05:00+01:00', '2026-03-02T23:00+01:00', 9],
    ['on a Sunday', '2026-03-08T10:00+01:00', '2026-03-08T12:00+01:00', 0],
    ['over the change to summer time', '2026-03-27T17:00+01:00', '2026-03-30T10:00+02:00', 2],
    ['backwards', '2026-03-03T10:00+01:00', '2026-03-02T10:00+01:00', 0],
  ])('counts %s', (_title, from, to, hours) => {
    expect(businessHours(Date.parse(from), Date.parse(to), PARIS)).toBeCloseTo(hours, 9)
  })

  it('lives by the brand’s own zone', () => {
    const calendar = { ...PARIS, timeZone: 'America/New_York', holidays: [] }
    // 15:00 to 17:00 UTC is 10:00 to 12:00 in New York in winter.
    expect(businessHours(Date.parse('2026-01-05T15:00Z'), Date.parse('2026-01-05T17:00Z'), calendar)).toBe(2)
    expect(businessHours(Date.parse('2026-01-05T09:00Z'), Date.parse('2026-01-05T13:00Z'), calendar)).toBe(0)
  })

  it('counts round the clock, the lost hour of the change to summer time left out', () => {
    const always = {
      ...PARIS,
      workingHours: { from: '00:00', until: '24:00' },
      workingDays: [1, 2, 3, 4, 5, 6, 7],
      holidays: [],
    }
    expect(businessHours(Date.parse('2026-03-28T00:00+01:00'), Date.parse('2026-03-30T00:00+02:00'), always)).toBe(47)
  })
})
