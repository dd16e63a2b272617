/**
 * Minutes at which a brand may receive an e-mail, and uniform draws of several of them with a minimum gap: every admissible
 * set of times is equally likely (drawn by counting the admissible sets, so that a narrow window is not drawn badly).
 */
import { DateTime } from 'luxon'
import { daysAfter } from '../calendar/days.js'
import { publicHolidays } from '../calendar/holidays.js'
import type { Limits } from '../domain/study.js'
import type { CalendarDay, Instant } from '../domain/time.js'
import type { Random } from '../ranking/random.js'

const MINUTE_MS = 60_000
/** Longest send window in days; keeps a wrong date from filling memory. */
const LONGEST_WINDOW_DAYS = 400

/** Where and when a brand works. */
export interface SendCalendar {
  readonly timeZone: string
  readonly country: string
  readonly limits: Pick<Limits, 'workingHours' | 'workingDays' | 'holidays'>
}

/** Start of every working minute from the first to the last day, in the brand's time zone, ascending. */
export function workingMinutes(from: CalendarDay, until: CalendarDay, calendar: SendCalendar): readonly Instant[] {
  const { workingHours, workingDays, holidays } = calendar.limits
  const minutes: Instant[] = []
  let day = from
  for (let count = 0; day <= until && count < LONGEST_WINDOW_DAYS; count += 1, day = daysAfter(day, 1)) {
    const midnight = DateTime.fromISO(day, { zone: calendar.timeZone })
    if (!workingDays.includes(midnight.weekday)) continue
    if (holidays.includes(day) || publicHolidays(calendar.country, midnight.year).includes(day)) continue
    const last = timeOn(midnight, workingHours.until)
    for (let minute = timeOn(midnight, workingHours.from); minute < last; minute += MINUTE_MS) minutes.push(minute)
  }
  return minutes
}

function timeOn(midnight: DateTime, time: string): Instant {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  if (hour >= 24) return midnight.plus({ days: 1 }).startOf('day').toMillis()
  return midnight.set({ hour, minute }).toMillis()
}

/** Index of the first minute at or after a moment. */
function firstAtOrAfter(minutes: readonly Instant[], moment: Instant): number {
  let low = 0
  let high = minutes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (minutes[middle]! < moment) low = middle + 1
    else high = middle
  }
  return low
}

/** Draws moments from given minutes. */
export interface SlotDrawer {
  /** False where no admissible set exists. */
  readonly possible: boolean
  /** Moments in ascending order, at least the gap apart, with a random second inside their minute. */
  draw(random: Random): readonly Instant[]
}

/**
 * Prepares draws of `number` moments.
 * @param gapMs at least between two moments
 */
export function prepareSlots(minutes: readonly Instant[], number: number, gapMs: number): SlotDrawer {
  // A minute more, because the seconds inside a minute are drawn too.
  const next = minutes.map((minute) => firstAtOrAfter(minutes, minute + gapMs + MINUTE_MS))
  // ways[k][i]: how many sets of k moments begin at minute i or later.
  const ways = [new Float64Array(minutes.length + 1).fill(1)]
  for (let wanted = 1; wanted <= number; wanted += 1) {
    const fewer = ways[wanted - 1]!
    const row = new Float64Array(minutes.length + 1)
    for (let index = minutes.length - 1; index >= 0; index -= 1) row[index] = row[index + 1]! + fewer[next[index]!]!
    ways.push(row)
  }
  return {
    possible: ways[number]![0]! > 0,
    draw(random) {
      const drawn: Instant[] = []
      let start = 0
      for (let wanted = number; wanted > 0; wanted -= 1) {
        const row = ways[wanted]!
        // Minute i is chosen with probability (row[i] − row[i+1]) / row[start]: the last i with row[i] > target.
        const target = random.uniform() * row[start]!
        let low = start
        let high = minutes.length - 1
        while (low < high) {
          const middle = (low + high + 1) >>> 1
          if (row[middle]! > target) low = middle
          else high = middle - 1
        }
        drawn.push(minutes[low]! + random.below(60) * 1_000)
        start = next[low]!
      }
      return drawn
    },
  }
}
