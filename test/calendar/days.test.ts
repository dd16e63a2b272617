/** Calendar days: counted over leap days and ends of years, whatever the machine's zone. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAt, dayOf, dayStart, daysAfter, daysBetween, weekdayOf } from '../../src/calendar/days.js'

describe('a day', () => {
  it('starts at midnight UTC', () => {
    expect(dayStart('2028-02-29')).toBe(Date.UTC(2028, 1, 29))
  })

  it.each(['2027-02-29', '2027-2-9', '2027-13-01', '2027-00-10', '', '2027-02-01T00:00'])('is not %j', (day) => {
    expect(dayStart(day)).toBeNaN()
  })

  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2027-12-31', 1, '2028-01-01'],
    ['2027-03-28', -28, '2027-02-28'],
  ])('%s and %i days is %s', (day, days, after) => {
    expect(daysAfter(day, days)).toBe(after)
    expect(daysBetween(day, after)).toBe(days)
  })

  it('has its weekday', () => {
    expect(['2026-11-29', '2026-11-30', '2028-02-29'].map(weekdayOf)).toEqual([7, 1, 2])
  })

  it('runs on beyond the end of its month', () => {
    expect(dayOf(2027, 3, 0)).toBe('2027-02-28')
    expect(dayOf(2027, 12, 32)).toBe('2028-01-01')
  })

  it('is the one that its moments lie in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }), (instant) => {
        const start = dayStart(dayAt(instant))
        expect(instant - start).toBeGreaterThanOrEqual(0)
        expect(instant - start).toBeLessThan(86_400_000)
      }),
    )
  })
})
