/**
 * Token buckets in memory, by key: enough for one coordinator process, which docs/design.md says there is. A bucket that is full again is
 * forgotten, and the number of buckets is bounded, so that nobody can fill the memory with keys.
 */
import type { Instant } from '../../domain/time.js'

/** How many calls at once, and how fast they come back. */
export interface RateRule {
  readonly burst: number
  readonly perMinute: number
}

/** What a client has left, as header fields tell it. */
export interface RateState {
  /** Calls that would go on if they came now. */
  readonly remaining: number
  /** Whole seconds until the bucket is full again. */
  readonly resetSeconds: number
}

/** Requests of one client. */
export const REQUEST_RULE: RateRule = { burst: 600, perMinute: 1200 }

const MOST_BUCKETS = 20_000

/** Makes a limiter; `take` returns 0 when the call may go on, else the seconds to wait. */
export function createRateLimit(rule: RateRule, now: () => Instant) {
  const buckets = new Map<string, { tokens: number; at: Instant }>()
  const perMillisecond = rule.perMinute / 60_000
  const tokensOf = (key: string): number => {
    const bucket = buckets.get(key)
    return bucket ? Math.min(rule.burst, bucket.tokens + (now() - bucket.at) * perMillisecond) : rule.burst
  }

  return {
    /** What a key has left; asking costs nothing. */
    state(key: string): RateState {
      const tokens = tokensOf(key)
      return {
        remaining: Math.floor(tokens),
        resetSeconds: Math.ceil((rule.burst - tokens) / perMillisecond / 1000),
      }
    },

    take(key: string): number {
      const at = now()
      const tokens = tokensOf(key)
      buckets.delete(key)
      if (buckets.size >= MOST_BUCKETS) buckets.delete(buckets.keys().next().value as string)
      if (tokens < 1) {
        buckets.set(key, { tokens, at })
        return Math.ceil((1 - tokens) / perMillisecond / 1000)
      }
      buckets.set(key, { tokens: tokens - 1, at })
      return 0
    },
  }
}
