/**
 * Moments written as ISO 8601 (`2026-03-02T09:30:00+01:00`), read the same on every machine: what names no zone is UTC, and the
 * result says so. `Date.parse` would take it for the machine's own zone.
 */
import type { Instant } from '../domain/time.js'

const MINUTE_MS = 60_000

/** A moment as it was read. */
export interface ReadMoment {
  readonly instant: Instant
  /** `stated`: the text says which zone; `assumed-utc`: it names none, or none that is known, and was read as UTC. */
  readonly zone: 'stated' | 'assumed-utc'
}

/** A point on calendar and clock, without zone. Month and day from 1; a leap second (60) is the first of the next minute. */
export interface CivilTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 0–999; 0 by default. */
  readonly millisecond?: number
}

/**
 * The moment at which a clock in UTC shows this; null for what no calendar or clock shows (30 February, 25 o'clock).
 * Years 1900–9999: no mail is older (RFC 5322 §3.3).
 */
export function utcInstant(time: CivilTime): Instant | null {
  const { year, month, day, hour, minute, second, millisecond = 0 } = time
  if (year < 1900 || year > 9999 || hour > 23 || minute > 59 || second > 60) return null
  const midnight = Date.UTC(year, month - 1, day)
  const shown = new Date(midnight)
  if (shown.getUTCMonth() !== month - 1 || shown.getUTCDate() !== day) return null
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
}

/** The moment at which a clock shows this, so many minutes ahead of UTC. */
export function instantAt(time: CivilTime, offsetMinutes: number): Instant | null {
  const utc = utcInstant(time)
  return utc === null ? null : utc - offsetMinutes * MINUTE_MS
}

/** Day, then optionally a time with seconds, fraction and zone; the extended form and the basic one (`20260302T083000Z`). */
const ISO =
  /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ]\s?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?\s?(?:(Z)|([+-])(\d{2})(?::?(\d{2}))?)?)?$/i

/** Reads an ISO 8601 day or moment; a day alone is its midnight in UTC. Null for anything else. */
export function parseIsoMoment(text: string): ReadMoment | null {
  const found = ISO.exec(text.trim().slice(0, 60))
  if (!found) return null
  const [, year, , month, day, hour, minute, second, fraction, utc, sign, zoneHour, zoneMinute] = found
  const offset = Number(zoneHour ?? 0) * 60 + Number(zoneMinute ?? 0)
  if (Number(zoneHour ?? 0) > 23 || Number(zoneMinute ?? 0) > 59) return null
  const instant = instantAt(
    {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hour: Number(hour ?? 0),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
      millisecond: millisecondsOf(fraction),
    },
    sign === '-' ? -offset : offset,
  )
  return instant === null ? null : { instant, zone: utc || sign ? 'stated' : 'assumed-utc' }
}

/** Milliseconds of a decimal fraction of a second; what is finer is cut. */
export function millisecondsOf(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'))
}
