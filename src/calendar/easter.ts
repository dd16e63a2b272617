/** Easter Sunday of the Gregorian calendar, by the algorithm of Meeus/Jones/Butcher (Meeus, Astronomical Algorithms, 1991, ch. 8). */
import type { CalendarDay } from '../domain/time.js'
import { dayOf } from './days.js'

/** Easter Sunday of a year from 1583 on. */
export function easterSunday(year: number): CalendarDay {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const correction = Math.floor((century + 8) / 25)
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - correction + 1) / 3) + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * shift + 114
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1)
}
