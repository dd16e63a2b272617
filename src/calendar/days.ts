/** Calendar days, written `YYYY-MM-DD`: counted in UTC, so that no zone of the machine moves them. */
import { type CalendarDay, DAY_MS, type Instant } from '../domain/time.js'

/** Writes a day; month and day from 1, days beyond a month's end run on into the next. */
export function dayOf(year: number, month: number, day: number): CalendarDay {
  return dayAt(Date.UTC(year, month - 1, day))
}

/** The day in UTC of a moment. */
export function dayAt(instant: Instant): CalendarDay {
  return new Date(instant).toISOString().slice(0, 10)
}

/** Midnight UTC at which a day starts; NaN for what is none of the calendar (29 February 2027). */
export function dayStart(day: CalendarDay): Instant {
  const written = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!written) return Number.NaN
  const [year = 0, month = 0, date = 0] = written.slice(1).map(Number)
  const start = Date.UTC(year, month - 1, date)
  return dayAt(start) === day ? start : Number.NaN
}

/** The day some days after (or before, when negative) another. */
export function daysAfter(day: CalendarDay, days: number): CalendarDay {
  return dayAt(dayStart(day) + days * DAY_MS)
}

/** Whole days from one day to another; negative where the other is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((dayStart(to) - dayStart(from)) / DAY_MS)
}

/** Day of the week: 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(dayStart(day)).getUTCDay() || 7
}
