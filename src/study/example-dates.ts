/**
 * Dates of the example study: written for one year, moved so that a new study's edition lies ahead. Weekdays stay what they are, and
 * the edition is named after the year in which its sending starts.
 */
import { DateTime } from 'luxon'
import { daysAfter, daysBetween } from '../calendar/days.js'
import type { CalendarDay } from '../domain/time.js'

/** Days between `init` and the first e-mail at least: time to enter brands, accounts and scenarios. */
const LEAD_DAYS = 28

/** Zone of the example's operator, in which its embargo ends. */
const OPERATOR_ZONE = 'Europe/Paris'

/** The moment of an embargo on another day, at the same hour of the operator's clock. */
function movedMoment(day: CalendarDay, time: string): string {
  const moment = DateTime.fromISO(`${day}T${time}`, { zone: OPERATOR_ZONE })
  return moment.toISO({ suppressMilliseconds: true }) ?? `${day}T${time}Z`
}

/**
 * The text of the example's study.yaml with its dates moved.
 * @param today the day of `init`, in UTC
 * @returns the text as it is where it starts no edition
 */
export function datedExample(text: string, today: CalendarDay): string {
  const sendFrom = /\bsendFrom: (\d{4}-\d{2}-\d{2})/.exec(text)?.[1]
  if (sendFrom === undefined) return text
  const weeks = Math.ceil((daysBetween(sendFrom, today) + LEAD_DAYS) / 7)
  const moved = (day: CalendarDay) => daysAfter(day, weeks * 7)
  const oldYear = sendFrom.slice(0, 4)
  const year = moved(sendFrom).slice(0, 4)
  const ofNextYear = moved(sendFrom).slice(5) > '06-30' ? String(Number(year) + 1) : null
  return text
    .replace(/(?<=\bholidays: \[)[^\]]*/, (days) => {
      const ofYear = (wanted: string) => days.replaceAll(/\d{4}(?=-\d{2}-\d{2})/g, wanted)
      // Answers and sending of a late edition run on into the next year.
      return ofNextYear === null ? ofYear(year) : `${ofYear(year)}, ${ofYear(ofNextYear)}`
    })
    .replaceAll(
      /\b(sendFrom|sendUntil): (\d{4}-\d{2}-\d{2})/g,
      (_, key: string, day: string) => `${key}: ${moved(day)}`,
    )
    .replaceAll(
      /\b(embargoUntil|brandEmbargoUntil): (\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})\S*/g,
      (_, key: string, day: string, time: string) => `${key}: ${movedMoment(moved(day), time)}`,
    )
    .replaceAll(/(?<=\b(?:id|seed): |title: Édition )\d{4}\b/g, (written) => (written === oldYear ? year : written))
}
