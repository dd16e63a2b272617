/**
 * The moment at which suites run: injected by REPLYMARK_TEST_MOMENT (ISO 8601 with its zone), else the machine's. Suites that start
 * "now" take it from here, so that `npm run test:dates` runs them on any day.
 */
import { parseIsoMoment } from '../../src/calendar/iso-moment.js'
import type { Instant } from '../../src/domain/time.js'

/**
 * Reads the variable.
 * @throws Error where it holds no moment with a zone: a run at another moment than was asked for proves nothing
 */
export function injectedMoment(written: string | undefined): Instant | null {
  if (written === undefined || written === '') return null
  const read = parseIsoMoment(written)
  if (read?.zone === 'stated') return read.instant
  throw new Error(`REPLYMARK_TEST_MOMENT is ${written}: write it like 2028-02-29T12:00:00+01:00`)
}

/** The moment at which this process began to test. */
export const MOMENT: Instant = injectedMoment(process.env.REPLYMARK_TEST_MOMENT) ?? Date.now()

const began = performance.now()

/** The suites' clock: runs from the moment on, and never back. */
export function clock(): Instant {
  return Math.floor(MOMENT + performance.now() - began)
}
