/**
 * The queue of many machines: BullMQ on Redis. Workers elsewhere compute; the coordinator hands results on and removes them
 * once they are applied. Redis may be wiped at any time: what is missing is derived from the ledger and added again.
 */
import { createHash } from 'node:crypto'
import { Queue as BullQueue, type Job, Worker } from 'bullmq'
import {
  DEFAULT_RETRY,
  type Execute,
  type Queue,
  type QueueHandlers,
  type RetryPolicy,
  type ScheduledTask,
  type WorkItem,
} from './queue.js'
import { checkRedis, connectForCommands, connectForWaiting, redisFailure } from './redis-connection.js'

/** What coordinator and workers must agree on. */
export interface BullConnection {
  /** `redis://…` or `rediss://…`. */
  readonly redisUrl: string
  /** Keeps studies on one Redis apart. */
  readonly study: string
  /** Version of payloads: queues of different versions never meet. */
  readonly version: number
}

/** What the coordinator's side needs. */
export interface BullOptions extends BullConnection {
  readonly handlers: QueueHandlers
  readonly retry?: RetryPolicy
}

interface WorkData {
  readonly key: string
  readonly payload: unknown
}

/** Results taken from Redis in one go. */
const RESULTS_AT_ONCE = 200

/** Pause between two looks for results, in milliseconds. */
const LOOK_EVERY_MS = 50

/** A task that Redis did not start by then is started here: nothing depends on Redis being up. */
const OVERDUE_FACTOR = 2

function prefixOf({ study }: BullConnection): string {
  return `replymark-${study}`
}

function workQueueName({ version }: BullConnection): string {
  return `work-v${version}`
}

/** BullMQ refuses some characters in ids, and keys can be long. */
function jobId(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/**
 * Opens the coordinator's side of a queue on Redis.
 * @throws ReplymarkError `unavailable` when Redis does not answer, `configuration` when it evicts keys
 */
export async function openBullQueue(options: BullOptions): Promise<Queue> {
  const { handlers, redisUrl } = options
  const retry = options.retry ?? DEFAULT_RETRY
  const commands = connectForCommands(redisUrl)
  try {
    await checkRedis(commands, redisUrl)
  } catch (error) {
    commands.disconnect()
    throw error
  }
  const prefix = prefixOf(options)
  const work = new BullQueue<WorkData>(workQueueName(options), { connection: commands, prefix })
  work.on('error', () => {})
  try {
    // BullMQ keeps the outcome of its first greeting for good: cut in the middle of it, the queue would fail for ever.
    await work.waitUntilReady()
  } catch (error) {
    commands.disconnect()
    throw redisFailure(error, redisUrl)
  }
  let closing = false
  let scheduler: { readonly close: () => Promise<void> } | null = null

  async function asking<Result>(question: () => Promise<Result>): Promise<Result> {
    try {
      return await question()
    } catch (error) {
      throw redisFailure(error, redisUrl)
    }
  }

  /** Hands finished results on. A result is removed only after it was taken. */
  async function handOn(): Promise<number> {
    const done = (await work.getJobs(['completed'], 0, RESULTS_AT_ONCE - 1, true)).filter(Boolean)
    let taken = 0
    for (const job of done) {
      try {
        await handlers.resultArrived({ key: job.data.key, type: job.name, result: job.returnvalue })
        taken++
      } catch (error) {
        handlers.failed(`${job.name} ${job.data.key}`, error)
        await fail(job, error)
        continue
      }
      await job.remove()
    }
    return taken
  }

  /** A result that cannot be applied must not be offered for ever: its work is done again, and may die. */
  async function fail(job: Job<WorkData>, error: unknown): Promise<void> {
    const refusals = Number((await commands.hincrby(`${prefix}:refusals`, job.id ?? '', 1)) ?? 0)
    if (refusals < retry.attempts) return
    const { key, payload } = job.data
    const reason = error instanceof Error ? error.message : String(error)
    await job.remove()
    await commands.hdel(`${prefix}:refusals`, job.id ?? '')
    await commands.hset(`${prefix}:dead`, key, JSON.stringify({ type: job.name, payload, reason, attempts: refusals }))
  }

  async function refused(): Promise<
    { key: string; type: string; payload: unknown; reason: string; attempts: number }[]
  > {
    const all = await commands.hgetall(`${prefix}:dead`)
    return Object.entries(all).map(([key, value]) => ({ key, ...JSON.parse(value) }))
  }

  const counted = () => work.getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'completed', 'failed')

  const queue: Queue = {
    name: 'bullmq',
    add: (items: readonly WorkItem[]) =>
      asking(async () => {
        if (closing || items.length === 0) return
        const dead = new Set((await refused()).map(({ key }) => key))
        await work.addBulk(
          items
            .filter((item) => !dead.has(item.key))
            .map((item) => ({
              name: item.type,
              data: { key: item.key, payload: item.payload },
              opts: {
                jobId: jobId(item.key),
                priority: item.priority,
                attempts: retry.attempts,
                backoff: { type: 'exponential', delay: retry.firstPauseMs, jitter: 0.5 },
                // Kept until the coordinator has taken them: a result must survive the coordinator's death.
                removeOnComplete: false,
                removeOnFail: false,
              },
            })),
        )
      }),
    idle: () =>
      asking(async () => {
        for (;;) {
          const taken = await handOn()
          const now = await counted()
          const open = (now.waiting ?? 0) + (now.prioritized ?? 0) + (now.delayed ?? 0) + (now.active ?? 0)
          if (open + (now.completed ?? 0) === 0 || (closing && (now.active ?? 0) === 0)) return
          if (taken === 0) await pause(LOOK_EVERY_MS)
        }
      }),
    counts: () =>
      asking(async () => {
        const now = await counted()
        const waiting = (now.waiting ?? 0) + (now.prioritized ?? 0) + (now.delayed ?? 0)
        return { waiting, running: now.active ?? 0, dead: (now.failed ?? 0) + (await refused()).length }
      }),
    deadLetters: () =>
      asking(async () => {
        const failed = (await work.getFailed(0, -1)).filter(Boolean).map((job) => ({
          key: job.data.key,
          type: job.name,
          attempts: job.attemptsMade,
          reason: job.failedReason ?? 'unknown',
        }))
        const unapplied = (await refused()).map(({ payload: _, ...letter }) => letter)
        return [...failed.toReversed(), ...unapplied]
      }),
    retryDead: (key) =>
      asking(async () => {
        let retried = 0
        for (const job of (await work.getFailed(0, -1)).filter(Boolean)) {
          if (key !== undefined && job.data.key !== key) continue
          await job.retry()
          retried++
        }
        for (const letter of await refused()) {
          if (key !== undefined && letter.key !== key) continue
          await commands.hdel(`${prefix}:dead`, letter.key)
          await queue.add([{ key: letter.key, type: letter.type, payload: letter.payload, priority: 1 }])
          retried++
        }
        return retried
      }),
    async schedule(tasks) {
      scheduler = await asking(() => startScheduler(options, tasks))
    },
    async close() {
      closing = true
      await scheduler?.close()
      await work.close().catch(() => {})
      commands.disconnect()
    },
  }
  return queue
}

/** Starts tasks by BullMQ's job schedulers, and by a local watch where Redis is silent or was wiped. */
async function startScheduler(
  options: BullOptions,
  tasks: readonly ScheduledTask[],
): Promise<{ close: () => Promise<void> }> {
  const { handlers, redisUrl } = options
  const prefix = prefixOf(options)
  const commands = connectForCommands(redisUrl)
  const waiting = connectForWaiting(redisUrl)
  const name = 'tasks'
  const timetable = new BullQueue(name, { connection: commands, prefix })
  timetable.on('error', () => {})
  const byName = new Map(
    tasks.map((task) => [task.name, { task, startedAt: Date.now(), run: Promise.resolve(), busy: false }]),
  )

  async function write(): Promise<void> {
    for (const { name: scheduler, everyMs } of tasks)
      await timetable.upsertJobScheduler(
        scheduler,
        { every: everyMs },
        { name: scheduler, opts: { removeOnComplete: true, removeOnFail: 20 } },
      )
  }

  function start(taskName: string): Promise<void> {
    const entry = byName.get(taskName)
    if (!entry || entry.busy) return Promise.resolve()
    entry.busy = true
    entry.startedAt = Date.now()
    entry.run = entry.task
      .run()
      .catch((error) => handlers.failed(`task ${taskName}`, error))
      .finally(() => {
        entry.busy = false
      })
    return entry.run
  }

  await write()
  const worker = new Worker(name, (job) => start(job.name), { connection: waiting, prefix, concurrency: tasks.length })
  worker.on('error', () => {})
  const watch = setInterval(() => {
    const overdue = [...byName.values()].filter(
      ({ task, startedAt, busy }) => !busy && Date.now() - startedAt > task.everyMs * OVERDUE_FACTOR,
    )
    for (const { task } of overdue) void start(task.name)
    // A wiped Redis has forgotten the timetable.
    if (overdue.length > 0) void write().catch(() => {})
  }, 1_000)
  return {
    async close() {
      clearInterval(watch)
      await worker.close().catch(() => {})
      await Promise.all([...byName.values()].map(({ run }) => run))
      await timetable.close().catch(() => {})
      commands.disconnect()
      waiting.disconnect()
    },
  }
}

/** What a worker needs. */
export interface BullWorkerOptions extends BullConnection {
  readonly execute: Execute
  /** Pieces of work at once. */
  readonly concurrency: number
  failed(what: string, error: unknown): void
  /** Milliseconds without a sign of life after which another worker takes over; 30 000 by default. */
  readonly stalledAfterMs?: number
}

/** A worker that has joined a queue. */
export interface BullWorker {
  /** Takes no more work, finishes what it holds and leaves; `atOnce` leaves what it holds to others. */
  close(atOnce?: boolean): Promise<void>
}

/**
 * Joins a queue as a worker. It holds nothing that matters: killed at any moment, its work is done again by another.
 * @throws ReplymarkError `unavailable` when Redis does not answer, `configuration` when it evicts keys
 */
export async function startBullWorker(options: BullWorkerOptions): Promise<BullWorker> {
  const commands = connectForCommands(options.redisUrl)
  try {
    await checkRedis(commands, options.redisUrl)
  } finally {
    commands.disconnect()
  }
  const connection = connectForWaiting(options.redisUrl)
  const stalledAfterMs = options.stalledAfterMs ?? 30_000
  const worker = new Worker<WorkData>(workQueueName(options), (job) => options.execute(job.name, job.data.payload), {
    connection,
    prefix: prefixOf(options),
    concurrency: options.concurrency,
    lockDuration: stalledAfterMs,
    stalledInterval: stalledAfterMs,
    // A worker that dies again and again over one piece of work leaves it in the dead letters.
    maxStalledCount: 2,
  })
  worker.on('error', (error) => options.failed('worker', error))
  worker.on('failed', (job, error) => options.failed(`${job?.name ?? 'work'} ${job?.data.key ?? ''}`, error))
  await worker.waitUntilReady()
  return {
    async close(atOnce = false) {
      await worker.close(atOnce)
      connection.disconnect()
    },
  }
}
