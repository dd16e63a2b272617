/**
 * The queue of many machines: BullMQ on Redis. Workers elsewhere compute; the coordinator hands results on and removes them
 * once they are applied. Redis may be wiped at any time: what is missing is derived from the ledger and added again.
 *
 * A job is a batch of pieces; attempts, results and dead letters are those of each piece.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Queue as BullQueue, type JobsOptions } from 'bullmq'
import { type Outcome, outcomesOf, pickPieces, readBatch, writeBatch } from './batch.js'
import {
  type BatchData,
  type BatchResult,
  type BullConnection,
  jobIdOf,
  prefixOf,
  workQueueName,
} from './bull-connection.js'
import { startScheduler } from './bull-schedule.js'
import { deadLettersIn } from './dead-letters.js'
import {
  CHARACTERS_TOGETHER,
  closingFailure,
  DEFAULT_RETRY,
  payloadOf,
  piecesTogether,
  type Queue,
  type QueueHandlers,
  type RetryPolicy,
  type WorkItem,
} from './queue.js'
import { checkRedis, connectForCommands, redisFailure } from './redis-connection.js'

export { type BullWorker, type BullWorkerOptions, startBullWorker } from './bull-worker.js'

/** What the coordinator's side needs. */
export interface BullOptions extends BullConnection {
  readonly handlers: QueueHandlers
  readonly retry?: RetryPolicy
}

/** Batches whose results are taken from Redis in one go. */
const RESULTS_AT_ONCE = 32

/** Pause between two looks for results, in milliseconds. */
const LOOK_EVERY_MS = 20

/** Everything a job can be while its pieces are not handed on. */
const OPEN = ['waiting', 'prioritized', 'delayed', 'active', 'completed', 'failed'] as const

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
  const work = new BullQueue<BatchData>(workQueueName(options), { connection: commands, prefix })
  work.on('error', () => {})
  const dead = deadLettersIn(commands, `${prefix}:v${options.version}`)
  /** Pieces that are in the queue, and how often each one's result could not be applied. This process alone adds work. */
  const known = new Map<string, number>()
  /** Counts calls of `add`: what was asked before one says nothing of what it added. */
  let additions = 0
  let closing = false
  let scheduler: { readonly close: () => Promise<void> } | null = null

  async function asking<Result>(question: () => Promise<Result>): Promise<Result> {
    try {
      return await question()
    } catch (error) {
      throw redisFailure(error, redisUrl)
    }
  }

  /** What an earlier coordinator left in Redis is known again. */
  async function recall(): Promise<void> {
    for (const job of await work.getJobs([...OPEN], 0, -1)) for (const key of job?.data?.keys ?? []) known.set(key, 0)
  }

  try {
    // BullMQ keeps the outcome of its first greeting for good: cut in the middle of it, the queue would fail for ever.
    await work.waitUntilReady()
    await recall()
  } catch (error) {
    commands.disconnect()
    throw redisFailure(error, redisUrl)
  }

  const jobOptions = (keys: readonly string[], priority: number): JobsOptions => ({
    jobId: jobIdOf(keys),
    priority,
    attempts: retry.attempts,
    backoff: { type: 'exponential', delay: retry.firstPauseMs, jitter: 0.5 },
    // Kept until the coordinator has taken them: a result must survive the coordinator's death.
    removeOnComplete: false,
    removeOnFail: false,
  })

  function batchesOf(items: readonly WorkItem[]) {
    const most = piecesTogether(items.length)
    const batches: { name: string; data: BatchData; opts: JobsOptions }[] = []
    for (const group of Map.groupBy(items, ({ type, priority }) => JSON.stringify([type, priority])).values()) {
      let writer = writeBatch()
      let keys: string[] = []
      const { type = '', priority = 1 } = group[0] ?? {}
      const finish = () => {
        if (keys.length > 0)
          batches.push({ name: type, data: { keys, body: writer.body() }, opts: jobOptions(keys, priority) })
        writer = writeBatch()
        keys = []
      }
      for (const item of group) {
        writer.add(payloadOf(item))
        keys.push(item.key)
        if (keys.length >= most || writer.characters >= CHARACTERS_TOGETHER) finish()
      }
      finish()
    }
    return batches
  }

  async function add(items: readonly WorkItem[]): Promise<void> {
    if (closing) throw closingFailure()
    additions++
    const asked = new Map(items.filter(({ key }) => !known.has(key)).map((item) => [item.key, item]))
    if (asked.size === 0) return
    for (const key of await dead.keys()) asked.delete(key)
    await work.addBulk(batchesOf([...asked.values()]))
    for (const key of asked.keys()) known.set(key, 0)
    additions++
  }

  /** Hands the outcome of a piece on. Returns false where it has to be offered again. */
  async function settle(type: string, key: string, outcome: Outcome, bodyOf: () => Promise<string>): Promise<boolean> {
    // Handed on before, by a look at the same batch.
    if (!known.has(key)) return true
    let failure: { readonly reason: string; readonly error: unknown; readonly attempts: number }
    if (outcome.ok) {
      try {
        await handlers.resultArrived({ key, type, result: outcome.result })
        known.delete(key)
        return true
      } catch (error) {
        const attempts = (known.get(key) ?? 0) + 1
        known.set(key, attempts)
        if (attempts < retry.attempts) return false
        failure = { reason: error instanceof Error ? error.message : String(error), error, attempts }
      }
    } else failure = { reason: outcome.reason, error: new Error(outcome.reason), attempts: retry.attempts }
    const { reason, error, attempts } = failure
    await dead.put({ key, type, attempts, reason }, await bodyOf())
    known.delete(key)
    handlers.failed(`${type} ${key}`, error)
    return true
  }

  /** Hands the outcomes of a batch on. Returns false where some have to be offered again. */
  async function settleBatch(
    type: string,
    results: readonly BatchResult[],
    data: () => Promise<BatchData>,
  ): Promise<boolean> {
    let whole = true
    for (const result of results) {
      const outcomes = outcomesOf(result)
      for (const [index, key] of result.keys.entries()) {
        const outcome = outcomes[index] ?? { ok: false, reason: 'the batch came back without it' }
        const body = async () => {
          const { keys, body: all } = await data()
          return pickPieces(all, [keys.indexOf(key)])
        }
        whole = (await settle(type, key, outcome, body)) && whole
      }
    }
    return whole
  }

  /** Hands finished results on. A result is removed only after it was taken. Returns how many batches were looked at. */
  async function handOn(): Promise<number> {
    const finished = await work.getRanges(['completed'], 0, RESULTS_AT_ONCE - 1, true)
    const over: Promise<unknown>[] = []
    // Only what came back is read: payloads are large, and looked at where a piece is given up.
    const fields = await Promise.all(finished.map((id) => commands.hmget(work.toKey(id), 'name', 'returnvalue')))
    for (const [index, id] of finished.entries()) {
      const [name, results] = fields[index] ?? []
      if (!name) continue
      const data = async () => (await work.getJob(id))?.data ?? { keys: [], body: '{"shared":[],"pieces":[]}' }
      if (await settleBatch(name, results ? JSON.parse(results) : [], data)) over.push(work.remove(id))
    }
    await Promise.all(over)
    // Batches that BullMQ gave up: their workers died over them again and again.
    for (const job of (await work.getFailed(0, RESULTS_AT_ONCE - 1)).filter(Boolean)) await takeApart(job)
    return finished.length
  }

  /** A batch that ends its workers is taken apart, so that one piece does not take the others with it; alone, it is dead. */
  async function takeApart(job: Awaited<ReturnType<typeof work.getFailed>>[number]): Promise<void> {
    const { keys, body, left = keys.map((_, index) => index), done = [] } = job.data
    if (!(await settleBatch(job.name, done, async () => job.data))) return
    const attempts = job.attemptsMade
    const reason = job.failedReason ?? 'unknown'
    if (left.length === 1) {
      const [place = 0] = left
      const key = keys[place] ?? ''
      await dead.put({ key, type: job.name, attempts, reason }, pickPieces(body, left))
      known.delete(key)
      handlers.failed(`${job.name} ${key}`, new Error(reason))
    } else
      await work.addBulk(
        left.map((place) => {
          const own = [keys[place] ?? '']
          const data = { keys: own, body: pickPieces(body, [place]) }
          return { name: job.name, data, opts: jobOptions(own, job.opts.priority ?? 1) }
        }),
      )
    await work.remove(job.id ?? '')
  }

  async function openJobs() {
    const before = additions
    const now = await work.getJobCounts(...OPEN)
    const all = OPEN.reduce((sum, state) => sum + (now[state] ?? 0), 0)
    // Nothing is there: what this process still knows of was wiped away.
    if (all === 0 && additions === before) known.clear()
    return { active: now.active ?? 0, all }
  }

  const queue: Queue = {
    name: 'bullmq',
    add: (items) => asking(() => add(items)),
    idle: (upTo = 0) =>
      asking(async () => {
        for (;;) {
          const taken = await handOn()
          const now = await openJobs()
          if (now.all === 0 || (upTo > 0 && known.size <= upTo) || (closing && now.active === 0)) return
          if (taken === 0) await pause(LOOK_EVERY_MS)
        }
      }),
    counts: () =>
      asking(async () => {
        const { active } = await openJobs()
        const keys = active === 0 ? [] : (await work.getActive()).filter(Boolean).map(({ data }) => data)
        const running = keys.reduce((sum, data) => sum + (data.left ?? data.keys).length, 0)
        return { waiting: Math.max(0, known.size - running), running, dead: await dead.count() }
      }),
    deadLetters: () => asking(() => dead.list()),
    retryDead: (key) =>
      asking(async () => {
        const letters = await dead.take(key)
        await add(
          letters.map(({ letter, body }) => ({
            key: letter.key,
            type: letter.type,
            payload: readBatch(body)[0],
            priority: 1,
          })),
        )
        return letters.length
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
