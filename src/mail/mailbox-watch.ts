/** Keeps a mailbox watched: poll, wait for news, poll again; reconnects with growing pauses when something fails. */
import type { Mailbox, PollResult } from './mailbox.js'

/** What watching needs. */
export interface MailboxWatch {
  /** Connects; called again after every failure. */
  open(): Promise<Mailbox>
  /** After each successful poll. */
  polled(result: PollResult): void
  /** After each failure, with the pause until the next attempt in milliseconds. */
  failed(error: unknown, pauseMs: number): void
  /** Longest time between two polls in milliseconds: the safety net under IDLE. */
  readonly pollEveryMs: number
  readonly signal: AbortSignal
  /** Waits; ends early when the signal is aborted. */
  pause(milliseconds: number): Promise<void>
  /** 0 ≤ n < 1: spreads the attempts of many accounts. */
  random(): number
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 300_000

/** Pause before attempt number `failures` + 1: doubles from 1 s to 5 min, half of it drawn at random. */
export function reconnectPauseMs(failures: number, random: number): number {
  const full = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 20))
  return Math.round(full / 2 + (full / 2) * random)
}

/** Watches until the signal is aborted. Never throws. */
export async function watchMailbox(watch: MailboxWatch): Promise<void> {
  let failures = 0
  while (!watch.signal.aborted) {
    let mailbox: Mailbox | null = null
    const end = () => void mailbox?.close()
    watch.signal.addEventListener('abort', end, { once: true })
    try {
      mailbox = await watch.open()
      while (!watch.signal.aborted) {
        watch.polled(await mailbox.poll())
        failures = 0
        if (!watch.signal.aborted) await mailbox.waitForChange(watch.pollEveryMs)
      }
    } catch (error) {
      if (!watch.signal.aborted) {
        failures++
        const pauseMs = reconnectPauseMs(failures, watch.random())
        watch.failed(error, pauseMs)
        await watch.pause(pauseMs)
      }
    } finally {
      watch.signal.removeEventListener('abort', end)
      await mailbox?.close()
    }
  }
}
