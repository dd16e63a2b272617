/**
 * How long the next try must wait after wrong ones: some are free, then the wait doubles up to a longest one. Nobody is locked out for good,
 * and time alone makes it small again.
 */
import type { Instant } from '../../domain/time.js'

/** How a wait grows. */
interface DelayRule {
  /** Wrong tries that cost nothing. */
  readonly free: number
  /** Milliseconds after the first that is not free; doubles with each further one. */
  readonly firstMs: number
  /** Longest wait, in milliseconds. */
  readonly mostMs: number
}

/** Tries of one client on one account: five, then 2 s, 4 s … up to a quarter of an hour. */
export const PAIR_RULE: DelayRule = { free: 5, firstMs: 2_000, mostMs: 15 * 60_000 }
/** Tries of one client on any account: twenty, so that an office behind one address can mistype. */
export const CLIENT_RULE: DelayRule = { free: 20, firstMs: 2_000, mostMs: 15 * 60_000 }
/** Tries on one account from anywhere: the answer is held back, never refused, so that a stranger cannot keep its owner out. */
export const ACCOUNT_RULE: DelayRule = { free: 10, firstMs: 250, mostMs: 4_000 }

/** Milliseconds without a try after which a key is forgotten. */
const FORGOTTEN_MS = 24 * 3_600_000
/** Keys kept at most, so that nobody fills the memory with them. */
const MOST_KEYS = 20_000

/** Makes a counter of wrong tries by key. */
export function createGrowingDelay(rule: DelayRule, now: () => Instant) {
  const tries = new Map<string, { count: number; freeAt: Instant; at: Instant }>()
  const known = (key: string) => {
    const entry = tries.get(key)
    return entry && now() - entry.at < FORGOTTEN_MS ? entry : undefined
  }

  return {
    /** Milliseconds until the next try of a key; 0 where it may try now. */
    waitMs: (key: string): number => Math.max(0, (known(key)?.freeAt ?? 0) - now()),

    /** Counts a try before its outcome is known, so that many at once do not pass together. Returns the wait that follows it, in milliseconds. */
    count(key: string): number {
      const at = now()
      const count = (known(key)?.count ?? 0) + 1
      const over = count - rule.free
      const waitMs = over <= 0 ? 0 : Math.min(rule.mostMs, rule.firstMs * 2 ** Math.min(over - 1, 30))
      tries.delete(key)
      if (tries.size >= MOST_KEYS) tries.delete(tries.keys().next().value as string)
      tries.set(key, { count, freeAt: at + waitMs, at })
      return waitMs
    },

    /** Takes back one counted try that was right. */
    takeBack(key: string): void {
      const entry = known(key)
      if (entry) tries.set(key, { ...entry, count: Math.max(0, entry.count - 1), freeAt: now() })
    },

    /** Forgets a key. */
    forget(key: string): void {
      tries.delete(key)
    },
  }
}
