/** The work pool in worker threads (tinypool): one processor each, a time limit a piece, so that no message can hold the service up. */
import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import { ReplymarkError } from '../domain/error.js'
import { type BatchDone, type ExecuteBatch, runApart } from './batch.js'
import type { WorkPool } from './work.js'
import type { ThreadTask } from './work-thread.js'

/** What the threads may use. */
export interface ThreadOptions {
  /** Threads; one less than processors, at least one, by default. */
  readonly threads?: number
  /** Milliseconds a piece of work, or a batch as a whole, may take before its thread is ended; 60 000 by default. */
  readonly timeLimitMs?: number
  /** Milliseconds without work after which a thread ends and gives its engines' memory back (both languages: some 350 MB); 60 000 by default. */
  readonly idleMs?: number
}

const TIME_LIMIT_MS = 60_000

const IDLE_MS = 60_000

/** Bytes from which a buffer surely has memory for itself; Node.js cuts small ones from a pool, which cannot be given away. */
const OWN_MEMORY_FROM = 1_000_000

/** The entry of a thread has the same ending as this file: `.ts` when run from source (with the loader that runs it), `.js` when built. */
const FROM_SOURCE = import.meta.url.endsWith('.ts')
const ENTRY = new URL(FROM_SOURCE ? './work-thread.ts' : './work-thread.js', import.meta.url)

/** Memory that a payload's bytes have for themselves: it is handed over to the thread, not copied. */
function buffersIn(payload: unknown): ArrayBuffer[] {
  if (typeof payload !== 'object' || payload === null) return []
  return Object.values(payload).flatMap((value) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer && value.byteLength >= OWN_MEMORY_FROM
      ? [value.buffer]
      : [],
  )
}

/** Opens a work pool over worker threads; they start with the first piece of work. */
export function createThreadPool(options: ThreadOptions = {}): WorkPool & { readonly threads: number } {
  const threads = options.threads ?? Math.max(1, availableParallelism() - 1)
  const timeLimitMs = options.timeLimitMs ?? TIME_LIMIT_MS
  const pool = new Tinypool({
    filename: ENTRY.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: options.idleMs ?? IDLE_MS,
    // Built, threads take over what Node.js lets them; handed on by name, flags of V8 would be refused.
    ...(FROM_SOURCE ? { execArgv: ['--import', 'tsx'] } : {}),
  })
  async function run(task: ThreadTask, transferList: ArrayBuffer[] = []): Promise<unknown> {
    const limit = AbortSignal.timeout(timeLimitMs)
    try {
      return await pool.run(task, { signal: limit, transferList })
    } catch (error) {
      if (limit.aborted)
        throw new ReplymarkError('internal', `${task.type} took longer than ${timeLimitMs / 1000} s and was ended`, {
          cause: error,
        })
      throw error
    }
  }
  const whole: ExecuteBatch = async (type, body) => (await run({ type, body })) as BatchDone
  return {
    threads,
    execute: (type, payload) => run({ type, payload }, buffersIn(payload)),
    executeBatch: (type, body) => runApart(whole, type, body),
    close: () => pool.destroy(),
  }
}
