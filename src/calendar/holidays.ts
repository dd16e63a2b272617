/**
 * Public holidays by country, on which no e-mail is sent and no business hour runs. Nation-wide legal holidays only, plus the
 * regional ones named below where most of the population has them; a study adds its own days in `limits.holidays`.
 * Sources: Code du travail L3133-1 (FR); loi du 4 janvier 1974 (BE); Code du travail L.232-2 (LU); the Länder's laws where all
 * sixteen agree (DE); Banking and Financial Dealings Act 1971 with England's days (GB); 5 U.S.C. § 6103 (US); Algemene termijnenwet
 * (NL); Ley del Estatuto de los Trabajadores art. 37.2 with the days all regions keep (ES); legge 27 maggio 1949 n. 260 (IT).
 */
import type { CalendarDay } from '../domain/time.js'
import { dayOf, daysAfter, weekdayOf } from './days.js'
import { easterSunday } from './easter.js'

/** Days of one year by a rule. */
type Rule = (year: number) => readonly CalendarDay[]

/** The same date every year. */
const fixed =
  (month: number, day: number): Rule =>
  (year) => [dayOf(year, month, day)]

/** Days counted from Easter Sunday. */
const easter =
  (days: number): Rule =>
  (year) => [daysAfter(easterSunday(year), days)]

/** The nth weekday (1 = Monday) of a month; −1 for the last. */
const nth =
  (which: number, weekday: number, month: number): Rule =>
  (year) => {
    if (which < 0) {
      const last = dayOf(year, month + 1, 0)
      return [daysAfter(last, -((weekdayOf(last) - weekday + 7) % 7))]
    }
    const first = dayOf(year, month, 1)
    return [daysAfter(first, ((weekday - weekdayOf(first) + 7) % 7) + (which - 1) * 7)]
  }

/** British substitute days: a holiday at the weekend is kept on the next working day (Christmas and Boxing Day: both move). */
const british: Rule = (year) => {
  const newYear = dayOf(year, 1, 1)
  const christmas = weekdayOf(dayOf(year, 12, 25))
  const moved = christmas === 5 ? [25, 28] : christmas === 6 ? [27, 28] : christmas === 7 ? [27, 26] : [25, 26]
  return [
    weekdayOf(newYear) >= 6 ? daysAfter(newYear, 8 - weekdayOf(newYear)) : newYear,
    ...moved.map((day) => dayOf(year, 12, day)),
  ]
}

/** American fixed days: Saturday is kept on Friday, Sunday on Monday (5 U.S.C. § 6103(b)). */
const american =
  (month: number, day: number): Rule =>
  (year) => {
    const date = dayOf(year, month, day)
    const weekday = weekdayOf(date)
    return [weekday === 6 ? daysAfter(date, -1) : weekday === 7 ? daysAfter(date, 1) : date]
  }

/** King's Day: 27 April, the 26th where that is a Sunday. */
const kingsDay: Rule = (year) => [dayOf(year, 4, weekdayOf(dayOf(year, 4, 27)) === 7 ? 26 : 27)]

const NEW_YEAR = fixed(1, 1)
const EPIPHANY = fixed(1, 6)
const GOOD_FRIDAY = easter(-2)
const EASTER_SUNDAY = easter(0)
const EASTER_MONDAY = easter(1)
const LABOUR_DAY = fixed(5, 1)
const ASCENSION = easter(39)
const WHIT_SUNDAY = easter(49)
const WHIT_MONDAY = easter(50)
const ASSUMPTION = fixed(8, 15)
const ALL_SAINTS = fixed(11, 1)
const IMMACULATE = fixed(12, 8)
const CHRISTMAS = fixed(12, 25)
const SAINT_STEPHEN = fixed(12, 26)

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  FR: [
    NEW_YEAR,
    EASTER_MONDAY,
    LABOUR_DAY,
    fixed(5, 8),
    ASCENSION,
    WHIT_MONDAY,
    fixed(7, 14),
    ASSUMPTION,
    ALL_SAINTS,
    fixed(11, 11),
    CHRISTMAS,
  ],
  BE: [
    NEW_YEAR,
    EASTER_MONDAY,
    LABOUR_DAY,
    ASCENSION,
    WHIT_MONDAY,
    fixed(7, 21),
    ASSUMPTION,
    ALL_SAINTS,
    fixed(11, 11),
    CHRISTMAS,
  ],
  // The federation has one (1 August); the others are kept by nearly all cantons.
  CH: [
    NEW_YEAR,
    fixed(1, 2),
    GOOD_FRIDAY,
    EASTER_MONDAY,
    ASCENSION,
    WHIT_MONDAY,
    fixed(8, 1),
    CHRISTMAS,
    SAINT_STEPHEN,
  ],
  LU: [
    NEW_YEAR,
    EASTER_MONDAY,
    LABOUR_DAY,
    fixed(5, 9),
    ASCENSION,
    WHIT_MONDAY,
    fixed(6, 23),
    ASSUMPTION,
    ALL_SAINTS,
    CHRISTMAS,
    SAINT_STEPHEN,
  ],
  DE: [
    NEW_YEAR,
    GOOD_FRIDAY,
    EASTER_MONDAY,
    LABOUR_DAY,
    ASCENSION,
    WHIT_MONDAY,
    fixed(10, 3),
    CHRISTMAS,
    SAINT_STEPHEN,
  ],
  AT: [
    NEW_YEAR,
    EPIPHANY,
    EASTER_MONDAY,
    LABOUR_DAY,
    ASCENSION,
    WHIT_MONDAY,
    easter(60),
    ASSUMPTION,
    fixed(10, 26),
    ALL_SAINTS,
    IMMACULATE,
    CHRISTMAS,
    SAINT_STEPHEN,
  ],
  GB: [british, GOOD_FRIDAY, EASTER_MONDAY, nth(1, 1, 5), nth(-1, 1, 5), nth(-1, 1, 8)],
  IE: [
    NEW_YEAR,
    nth(1, 1, 2),
    fixed(3, 17),
    EASTER_MONDAY,
    nth(1, 1, 5),
    nth(1, 1, 6),
    nth(1, 1, 8),
    nth(-1, 1, 10),
    CHRISTMAS,
    SAINT_STEPHEN,
  ],
  ES: [
    NEW_YEAR,
    EPIPHANY,
    GOOD_FRIDAY,
    LABOUR_DAY,
    ASSUMPTION,
    fixed(10, 12),
    ALL_SAINTS,
    fixed(12, 6),
    IMMACULATE,
    CHRISTMAS,
  ],
  PT: [
    NEW_YEAR,
    GOOD_FRIDAY,
    EASTER_SUNDAY,
    fixed(4, 25),
    LABOUR_DAY,
    easter(60),
    fixed(6, 10),
    ASSUMPTION,
    fixed(10, 5),
    ALL_SAINTS,
    fixed(12, 1),
    IMMACULATE,
    CHRISTMAS,
  ],
  IT: [
    NEW_YEAR,
    EPIPHANY,
    EASTER_SUNDAY,
    EASTER_MONDAY,
    fixed(4, 25),
    LABOUR_DAY,
    fixed(6, 2),
    ASSUMPTION,
    ALL_SAINTS,
    IMMACULATE,
    CHRISTMAS,
    SAINT_STEPHEN,
  ],
  NL: [NEW_YEAR, EASTER_SUNDAY, EASTER_MONDAY, kingsDay, ASCENSION, WHIT_SUNDAY, WHIT_MONDAY, CHRISTMAS, SAINT_STEPHEN],
  US: [
    american(1, 1),
    nth(3, 1, 1),
    nth(3, 1, 2),
    nth(-1, 1, 5),
    american(6, 19),
    american(7, 4),
    nth(1, 1, 9),
    nth(2, 1, 10),
    american(11, 11),
    nth(4, 4, 11),
    american(12, 25),
  ],
}

/** Countries whose holidays are known; for others a study lists them in `limits.holidays`. */
export const COUNTRIES_WITH_HOLIDAYS: readonly string[] = Object.keys(RULES)

/** Lists made so far, by country and year: a handful of countries over the years of a study. */
const known = new Map<string, readonly CalendarDay[]>()

/**
 * Public holidays of a country in a year, sorted.
 * @param country ISO 3166-1 alpha-2; empty list where the country's holidays are not known
 */
export function publicHolidays(country: string, year: number): readonly CalendarDay[] {
  const rules = RULES[country]
  if (!rules) return []
  const key = `${country} ${year}`
  const listed = known.get(key)
  if (listed) return listed
  const days = [...new Set(rules.flatMap((rule) => rule(year)))].toSorted()
  known.set(key, days)
  return days
}
