/**
 * Dates of mail headers: RFC 5322 §3.3 with the obsolete forms of §4.3, and what real mailers write beside them (full month names,
 * `GMT+01:00`, asctime, ISO 8601). The same on every machine: what names no zone is UTC, and the result says so.
 */
import { DateTime } from 'luxon'
import { type CivilTime, instantAt, millisecondsOf, parseIsoMoment, type ReadMoment } from './iso-moment.js'

/** Longest header value looked at; comments count. */
const LONGEST_VALUE = 2_000
/** Longest date once comments are gone. */
const LONGEST_DATE = 100

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/**
 * Minutes ahead of UTC of named zones: those of RFC 5322 §4.3, then names in use that mean one offset alone. Names with several
 * meanings (IST, BST) and single military letters, which §4.3 wants read as no zone, are left out.
 */
const ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    UT: 0,
    GMT: 0,
    UTC: 0,
    Z: 0,
    EST: -300,
    EDT: -240,
    CST: -360,
    CDT: -300,
    MST: -420,
    MDT: -360,
    PST: -480,
    PDT: -420,
    WET: 0,
    WEST: 60,
    CET: 60,
    CEST: 120,
    MET: 60,
    MEST: 120,
    MEZ: 60,
    MESZ: 120,
    EET: 120,
    EEST: 180,
    MSK: 180,
    JST: 540,
    KST: 540,
    AEST: 600,
    AEDT: 660,
    NZST: 720,
    NZDT: 780,
    AKST: -540,
    AKDT: -480,
    HST: -600,
  }),
)

/** A weekday says nothing that the date does not: any word before a comma, or an English one without. */
const WEEKDAY = /^(?:\p{L}{1,15}\.?\s?,\s?|(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?\s)/iu

/** The time of day, on which everything else hangs: the date before it, the zone behind it. */
const TIME =
  /\s(?<hour>\d{1,2})\s?:\s?(?<minute>\d{1,2})(?:\s?:\s?(?<second>\d{1,2})(?:[.,](?<fraction>\d{1,9}))?)?(?:\s?(?<half>[ap])\.?m\b\.?)?/i

/** Dates before the time: `2 Mar 2026`, also with hyphens (IMAP's INTERNALDATE, RFC 850); `March 2, 2026`; asctime's `Mar 2`. */
const DATES = [
  /^(?<day>\d{1,2})\s?-?\s?(?<month>[a-z]{3,9})\.?\s?[-,]?\s?(?<year>\d{2,4}),?$/i,
  /^(?<month>[a-z]{3,9})\.?\s(?<day>\d{1,2}),?(?:\s(?<year>\d{4}),?)?$/i,
]

/** A numeric zone, behind GMT or UTC perhaps, with a name behind it perhaps. */
const NUMERIC_ZONE = /^(?:GMT|UTC?)?\s?([+-])\s?(?:(\d{1,2}):?(\d{2})|(\d{1,2}))(?:\s[\p{L}. ]*)?$/iu

/**
 * A header value without its comments (RFC 5322 §3.2.2: they nest, and `\` quotes), a space for each; a comment that is never
 * closed ends the value.
 */
export function withoutComments(value: string): string {
  if (!value.includes('(')) return value
  let kept = ''
  let depth = 0
  for (let at = 0; at < value.length; at++) {
    const letter = value[at]
    if (depth > 0 && letter === '\\') at++
    else if (letter === '(') {
      if (depth === 0) kept += ' '
      depth++
    } else if (letter === ')' && depth > 0) depth--
    else if (depth === 0) kept += letter
  }
  return kept
}

/** Minutes ahead of UTC; null where the text names no zone that is known. Undefined for what can be no zone. */
function zoneOffset(written: string): number | null | undefined {
  const text = written.trim()
  if (text === '') return null
  const numeric = NUMERIC_ZONE.exec(text)
  if (numeric) {
    const [, sign, hours, minutes, bare] = numeric
    if (Number(minutes ?? 0) > 59) return undefined
    const offset = Number(hours ?? bare) * 60 + Number(minutes ?? 0)
    return sign === '-' ? -offset : offset
  }
  const name = /^"?([\p{L}][\p{L}. ]{0,40})"?$/u.exec(text)?.[1]
  return name === undefined ? undefined : (ZONES.get(name.toUpperCase()) ?? null)
}

/** Two digits are 2000–2049 or 1950–1999, three count from 1900 (RFC 5322 §4.3). */
function fullYear(written: string): number {
  const year = Number(written)
  if (written.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return written.length === 3 ? 1900 + year : year
}

/** 0–23; null for 13 pm and the like. */
function fullHour(written: string, half: string | undefined): number | null {
  const hour = Number(written)
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function civilTime(parts: Readonly<Record<string, string | undefined>>): CivilTime | null {
  const name = (parts.month ?? '').toLowerCase()
  const month = MONTHS.findIndex((full) => full.startsWith(name) || (name === 'sept' && full === 'september')) + 1
  const hour = fullHour(parts.hour ?? '', parts.half)
  if (month === 0 || hour === null) return null
  return {
    year: fullYear(parts.year ?? ''),
    month,
    day: Number(parts.day),
    hour,
    minute: Number(parts.minute),
    second: Number(parts.second ?? 0),
    millisecond: millisecondsOf(parts.fraction),
  }
}

/**
 * Reads the date of a header. Never throws; a weekday that contradicts the date is passed over.
 * @param value the header's value, folded or not
 * @returns null where it is empty or no date: 30 February, no time of day, a word for a number
 */
export function parseMailDate(value: string): ReadMoment | null {
  const text = withoutComments(value.slice(0, LONGEST_VALUE)).replace(/\s+/g, ' ').trim()
  if (text === '' || text.length > LONGEST_DATE) return null
  // ISO's day alone is no moment of a mail.
  return dayAndTime(text) ?? (/\d[T ]\s?\d{2}:?\d{2}/i.test(text) ? parseIsoMoment(text) : null)
}

/** A day with its month's name, a time of day, and what stands behind. */
function dayAndTime(text: string): ReadMoment | null {
  const undated = text.replace(WEEKDAY, '')
  const clock = TIME.exec(undated)
  if (!clock) return null
  const before = undated.slice(0, clock.index)
  const parts = DATES.map((form) => form.exec(before)?.groups).find((found) => found !== undefined)
  if (!parts) return null
  // asctime has its year last, behind the zone.
  const behind = undated.slice(clock.index + clock[0].length)
  const [zone = '', year = ''] = parts.year === undefined ? behind.split(/\s?(?<!\d)(\d{4})$/) : [behind, parts.year]
  const time = civilTime({ ...clock.groups, ...parts, year })
  const offset = zoneOffset(zone)
  if (!time || offset === undefined) return null
  const instant = instantAt(time, offset ?? 0)
  return instant === null ? null : { instant, zone: offset === null ? 'assumed-utc' : 'stated' }
}

/** A moment as RFC 5322 §3.3 writes it, in a time zone: `Mon, 2 Mar 2026 09:30:00 +0100`. */
export function formatZonedMailDate(instant: number, timeZone: string): string {
  const local = DateTime.fromMillis(instant, { zone: timeZone, locale: 'en-US' })
  return local.toFormat('ccc, d LLL yyyy HH:mm:ss ZZZ')
}

/** The same in UTC: `Mon, 2 Mar 2026 08:30:00 +0000`. */
export function formatMailDate(instant: number): string {
  return new Date(instant).toUTCString().replace('GMT', '+0000')
}
