/** What stands in the way of an edition's end, worded for the people who can take it away. */
import type { Problem } from '../domain/error.js'
import type { Instant } from '../domain/time.js'

/** A problem with a thing: what is the matter, and what to do. */
export function problem(thing: string, message: string, hint: string): Problem {
  return { place: { thing }, message, hint }
}

/** A moment to the minute, in UTC, as problems print it. */
export function minuteOf(at: Instant): string {
  return new Date(at).toISOString().replace('T', ' ').slice(0, 16)
}
