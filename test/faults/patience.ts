/** Waiting in the fault harness: as long as something moves, and longer on a machine that others use as well. */
import { availableParallelism, loadavg } from 'node:os'

/** Waits. */
export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** How many times slower than alone a process runs here now: processes that want to run for each processor, at least 1. */
export function slowness(): number {
  return Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())
}

/** Waits for a condition. Returns false when the patience (milliseconds on a machine of its own) is over. */
export async function until(condition: () => boolean | Promise<boolean>, patienceMs: number): Promise<boolean> {
  const started = Date.now()
  for (;;) {
    if (await condition()) return true
    if (Date.now() - started > patienceMs * slowness()) return false
    await pause(40)
  }
}

/**
 * Waits for a condition as long as there is progress.
 * @param progress any text that changes when something moves
 * @param patienceMs milliseconds without progress, on a machine of its own, after which it gives up
 */
export async function untilOrStuck(
  condition: () => Promise<boolean>,
  progress: () => string,
  patienceMs: number,
): Promise<boolean> {
  let seen = progress()
  let since = Date.now()
  for (;;) {
    if (await condition()) return true
    const now = progress()
    if (now !== seen) {
      seen = now
      since = Date.now()
    } else if (Date.now() - since > patienceMs * slowness()) return false
    await pause(100)
  }
}
