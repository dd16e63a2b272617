/** A moment as what stands in the way of an edition's end prints it. */
import type { Instant } from '../domain/time.js'

/** A moment to the minute, in UTC. */
export function minuteOf(at: Instant): string {
  return new Date(at).toISOString().replace('T', ' ').slice(0, 16)
}
