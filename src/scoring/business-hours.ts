/**
 * Business hours between two moments by a brand's calendar: working days and hours in its own time zone, without holidays.
 * Day-light saving changes are respected: each day's opening and closing are moments of their own.
 */
import { DateTime } from 'luxon'
import { type CalendarDay, HOUR_MS, type Instant } from '../domain/time.js'

/** When a customer service works. */
export interface BusinessCalendar {
  /** IANA time zone. */
  readonly timeZone: string
  /** Opening and closing, local time `HH:MM`; `until` may be `24:00`. */
  readonly workingHours: { readonly from: string; readonly until: string }
  /** 1 = Monday … 7 = Sunday. */
  readonly workingDays: readonly number[]
  /** Days on which it does not work. */
  readonly holidays: readonly CalendarDay[]
}

/** No answer window is longer; keeps a wrong date from running for ever. */
const MAX_DAYS = 3660

function moment(day: DateTime, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  // Past midnight is the next day's start: `plus` keeps wall-clock time over a change of clocks.
  if (hour >= 24) return day.plus({ days: 1 }).startOf('day').toMillis()
  return day.set({ hour, minute, second: 0, millisecond: 0 }).toMillis()
}

/**
 * Business hours elapsed from one moment to another; 0 where the second is not after the first.
 * @returns hours, fractions included
 */
export function businessHours(from: Instant, to: Instant, calendar: BusinessCalendar): number {
  let day = DateTime.fromMillis(from, { zone: calendar.timeZone }).startOf('day')
  let elapsed = 0
  for (let count = 0; count < MAX_DAYS && day.toMillis() < to; count += 1) {
    if (calendar.workingDays.includes(day.weekday) && !calendar.holidays.includes(day.toISODate() ?? '')) {
      const opens = Math.max(from, moment(day, calendar.workingHours.from))
      const closes = Math.min(to, moment(day, calendar.workingHours.until))
      elapsed += Math.max(0, closes - opens)
    }
    day = day.plus({ days: 1 }).startOf('day')
  }
  return elapsed / HOUR_MS
}
