/**
 * How guessing is slowed: by client and account together and by client alone the next try is refused for a growing time; by account alone
 * the answer is only held back, so that no stranger's wrong passwords keep an owner out (OWASP, "Blocking Brute Force Attacks").
 */
import { setTimeout as pauseFor } from 'node:timers/promises'
import type { Instant } from '../../domain/time.js'
import { ACCOUNT_RULE, CLIENT_RULE, createGrowingDelay, PAIR_RULE } from './growing-delay.js'

/** Makes the limits of one service. An unknown address is limited like a known one. */
export function createSignInLimits(
  now: () => Instant,
  pause: (milliseconds: number) => Promise<void> = (milliseconds) => pauseFor(milliseconds),
) {
  const pairs = createGrowingDelay(PAIR_RULE, now)
  const clients = createGrowingDelay(CLIENT_RULE, now)
  const accounts = createGrowingDelay(ACCOUNT_RULE, now)
  const accountOf = (account: string) => account.trim().toLowerCase().slice(0, 320)
  const pairOf = (client: string, account: string) => JSON.stringify([client, accountOf(account)])

  return {
    /** Begins a try: seconds to wait where it is refused, else 0 once it may be checked. */
    async begin(client: string, account: string): Promise<number> {
      const pair = pairOf(client, account)
      const waitMs = Math.max(pairs.waitMs(pair), clients.waitMs(client))
      if (waitMs > 0) return Math.ceil(waitMs / 1000)
      pairs.count(pair)
      clients.count(client)
      const heldMs = accounts.count(accountOf(account))
      if (heldMs > 0) await pause(heldMs)
      return 0
    },

    /** Notes that the try was right. What the client tried on other accounts stays counted. */
    right(client: string, account: string): void {
      pairs.forget(pairOf(client, account))
      clients.takeBack(client)
      accounts.forget(accountOf(account))
    },
  }
}
