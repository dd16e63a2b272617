/** A worker of the BullMQ queue: takes batches, works through them, tries again what failed. It holds nothing that matters. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Job, Worker } from 'bullmq'
import { ReplymarkError } from '../domain/error.js'
import { doneOf, type ExecuteBatch, outcomesOf, pickPieces } from './batch.js'
import { type BatchData, type BatchResult, type BullConnection, prefixOf, workQueueName } from './bull-connection.js'
import { checkRedis, connectForCommands, connectForWaiting } from './redis-connection.js'

/** What a worker needs. */
export interface BullWorkerOptions extends BullConnection {
  readonly executeBatch: ExecuteBatch
  /** Batches at once. */
  readonly concurrency: number
  /** Told of pieces that failed, and of what BullMQ says went wrong. */
  failed(what: string, error: unknown): void
  /** Told when Redis is gone, when it is waited for, and when it is back. */
  redis?(state: RedisState): void
  /** Ends the waiting for Redis at the start. */
  readonly signal?: AbortSignal
  /** Milliseconds without a sign of life after which another worker takes over; 30 000 by default. */
  readonly stalledAfterMs?: number
  /** Milliseconds that a worker may take to finish what it holds when it closes; 30 000 by default. */
  readonly drainMs?: number
  /** First and longest pause between two looks for Redis, in milliseconds; a second and half a minute by default. */
  readonly lookAgainMs?: { readonly first: number; readonly longest: number }
}

/** How it stands with Redis. */
export type RedisState =
  | { readonly state: 'waiting'; readonly reason: string; readonly nextLookMs: number }
  | { readonly state: 'lost' }
  | { readonly state: 'back' }

/** A worker that has joined a queue. */
export interface BullWorker {
  /**
   * Takes no more work, finishes what it holds and leaves; `atOnce` leaves what it holds to others, and so does a Redis that is not
   * there to take the results. Returns whether everything was finished.
   */
  close(atOnce?: boolean): Promise<boolean>
}

const LOOK_AGAIN_MS = { first: 1_000, longest: 30_000 }

/** Waits until Redis answers, longer from time to time; null when the waiting was ended. */
async function waitForRedis(options: BullWorkerOptions): Promise<'there' | null> {
  const { redisUrl, signal } = options
  const { first, longest } = options.lookAgainMs ?? LOOK_AGAIN_MS
  for (let attempt = 0; !signal?.aborted; attempt++) {
    const commands = connectForCommands(redisUrl)
    try {
      await checkRedis(commands, redisUrl)
      if (attempt > 0) options.redis?.({ state: 'back' })
      return 'there'
    } catch (error) {
      // A Redis that evicts keys would lose work silently: nothing to wait for.
      if (!(error instanceof ReplymarkError) || error.code !== 'unavailable') throw error
      const full = Math.min(longest, first * 2 ** attempt)
      const nextLookMs = Math.round(full / 2 + (full / 2) * Math.random())
      options.redis?.({ state: 'waiting', reason: error.message, nextLookMs })
      await pause(nextLookMs, undefined, signal ? { signal } : {}).catch(() => {})
    } finally {
      commands.disconnect()
    }
  }
  return null
}

/** Settles when a signal is given; never without one. */
function ended(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }))
}

/** Does what is left of a batch; throws where a further attempt is due. */
async function workThrough(job: Job<BatchData>, options: BullWorkerOptions): Promise<readonly BatchResult[]> {
  const { keys, body, left, done = [] } = job.data
  const places = left ?? keys.map((_, index) => index)
  const own = places.map((place) => keys[place] ?? '')
  const finished = await options.executeBatch(job.name, left ? pickPieces(body, left) : body)
  if (finished.failures === 0) return [...done, { keys: own, outcomes: finished.outcomes }]
  const outcomes = outcomesOf(finished)
  const failed = places.filter((_, index) => !outcomes[index]?.ok)
  for (const [index, outcome] of outcomes.entries())
    if (!outcome.ok) options.failed(`${job.name} ${own[index]}`, new Error(outcome.reason))
  // The last attempt: what failed comes back as failed, piece by piece.
  if (job.attemptsMade + 1 >= (job.opts.attempts ?? 1)) return [...done, { keys: own, outcomes: finished.outcomes }]
  const good = outcomes.filter(({ ok }) => ok)
  const goodKeys = own.filter((_, index) => outcomes[index]?.ok)
  // What is done is not done again: only what failed is tried once more, after BullMQ's growing pause.
  await job.updateData({
    keys,
    body,
    left: failed,
    done: good.length > 0 ? [...done, { keys: goodKeys, outcomes: doneOf(good).outcomes }] : done,
  })
  throw new Error(`${failed.length} of ${places.length} pieces failed`)
}

/**
 * Joins a queue as a worker; waits for Redis as long as it takes. Killed at any moment, its work is done again by another.
 * Returns null where the waiting was ended by `signal`.
 * @throws ReplymarkError `configuration` when Redis evicts keys
 */
export async function startBullWorker(options: BullWorkerOptions): Promise<BullWorker | null> {
  if ((await waitForRedis(options)) === null) return null
  const connection = connectForWaiting(options.redisUrl)
  let lost = false
  let closing = false
  connection.on('close', () => {
    if (!lost && !closing) options.redis?.({ state: 'lost' })
    lost = true
  })
  connection.on('ready', () => {
    if (lost) options.redis?.({ state: 'back' })
    lost = false
  })
  const stalledAfterMs = options.stalledAfterMs ?? 30_000
  const worker = new Worker<BatchData>(workQueueName(options), (job) => workThrough(job, options), {
    connection,
    prefix: prefixOf(options),
    concurrency: options.concurrency,
    lockDuration: stalledAfterMs,
    stalledInterval: stalledAfterMs,
    // A worker that dies again and again over one batch leaves it to the coordinator, which takes it apart.
    maxStalledCount: 2,
  })
  // While Redis is away each command fails; that was said once.
  worker.on('error', (error) => {
    if (!lost) options.failed('worker', error)
  })
  await Promise.race([worker.waitUntilReady(), ended(options.signal)])
  return {
    async close(atOnce = false) {
      closing = true
      const drained = worker.close(atOnce || lost).then(
        () => true,
        () => false,
      )
      const limit = new AbortController()
      const late = pause(options.drainMs ?? 30_000, false, { signal: limit.signal }).catch(() => false)
      const finished = await Promise.race([drained, late])
      limit.abort()
      if (!finished) await Promise.race([worker.close(true).catch(() => {}), pause(1_000)])
      connection.disconnect()
      return finished && !atOnce && !lost
    },
  }
}
