/** Points in time and spans, as the whole program writes them. */

/** A point in time: milliseconds since 1970-01-01T00:00:00Z, a whole number. */
export type Instant = number

/** A calendar day in some time zone, written `YYYY-MM-DD`. */
export type CalendarDay = string

/**
 * How much earlier than its question an answer may be dated, in milliseconds, unless a study says otherwise: IMAP dates have whole
 * seconds (RFC 9051 §2.3.3), and clocks of two servers differ.
 */
export const CLOCK_SKEW_MS = 120_000

/** Milliseconds in one hour. */
export const HOUR_MS = 3_600_000

/** Milliseconds in one day of 24 hours. */
export const DAY_MS = 24 * HOUR_MS
