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

/** A day of a calendar: when it opens and closes if it is worked, and when the next one begins. */
interface Day {
  readonly opens: Instant
  readonly closes: Instant
  readonly worked: boolean
  readonly next: Instant
}

/** Days kept of one calendar: what an edition's answers spread over, many times. */
const REMEMBERED_DAYS = 5_000
/** Calendars kept: one for each country and time zone of an edition's brands. */
const REMEMBERED_CALENDARS = 100

const calendars = new Map<string, Map<Instant, Day>>()

function daysOf(calendar: BusinessCalendar): Map<Instant, Day> {
  const { timeZone, workingHours, workingDays, holidays } = calendar
  const key = JSON.stringify([timeZone, workingHours.from, workingHours.until, workingDays, holidays])
  const known = calendars.get(key)
  if (known && known.size < REMEMBERED_DAYS) return known
  if (calendars.size >= REMEMBERED_CALENDARS) calendars.clear()
  const days = new Map<Instant, Day>()
  calendars.set(key, days)
  return days
}

function dayFrom(start: Instant, { timeZone, workingHours, workingDays, holidays }: BusinessCalendar): Day {
  const day = DateTime.fromMillis(start, { zone: timeZone })
  return {
    opens: moment(day, workingHours.from),
    closes: moment(day, workingHours.until),
    worked: workingDays.includes(day.weekday) && !holidays.includes(day.toISODate() ?? ''),
    next: day.plus({ days: 1 }).startOf('day').toMillis(),
  }
}

/**
 * Business hours elapsed from one moment to another; 0 where the second is not after the first.
 * @returns hours, fractions included
 */
export function businessHours(from: Instant, to: Instant, calendar: BusinessCalendar): number {
  const days = daysOf(calendar)
  let start = DateTime.fromMillis(from, { zone: calendar.timeZone }).startOf('day').toMillis()
  let elapsed = 0
  for (let count = 0; count < MAX_DAYS && start < to; count += 1) {
    let day = days.get(start)
    if (!day) {
      day = dayFrom(start, calendar)
      days.set(start, day)
    }
    if (day.worked) elapsed += Math.max(0, Math.min(to, day.closes) - Math.max(from, day.opens))
    start = day.next
  }
  return elapsed / HOUR_MS
}
