/** Assessing exchanges under the default grid: growth, threads and the way over Redis. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Queue as BullQueue } from 'bullmq'
import type { AssessmentWork } from '../../../src/queue/assessment-work.js'
import { openBullQueue } from '../../../src/queue/bullmq.js'
import { createEmbeddedQueue } from '../../../src/queue/embedded.js'
import type { Queue, QueueHandlers } from '../../../src/queue/queue.js'
import { createThreadPool } from '../../../src/queue/thread-pool.js'
import { createWorkPool, WORK_VERSION, type WorkPool } from '../../../src/queue/work.js'
import { assessmentLoad } from '../frame/assessment-load.js'
import { type BenchResult, compare, figureRow, growthExponent, median, missingRow, secondsOf } from '../frame/row.js'

/** Rows of this file. */
export const names = ['assess', 'assess-threads', 'assess-growth', 'queue'] as const

const EXCHANGES = Number(process.env.REPLYMARK_BENCH_EXCHANGES ?? 20_000)
/** Exchanges before the clock starts; letters are never the same twice. */
const WARM_UP = 400
/** Pieces handed to a queue at once, and left in it before more are: as assessing an edition does. */
const AT_ONCE = 500
const ROUNDS = 2

/** Has every exchange assessed by a queue and fills it up while it works. Seconds from the first added to the last result. */
async function throughQueue(
  works: readonly AssessmentWork[],
  open: (handlers: QueueHandlers) => Promise<Queue>,
): Promise<number> {
  let arrived = 0
  const queue = await open({
    resultArrived: () => {
      arrived += 1
    },
    failed: (what, error) => {
      throw new Error(`${what}: ${String(error)}`)
    },
  })
  try {
    // Engines are loaded beforehand.
    const items = works.map((payload, number) => ({ key: `${number}`, type: 'assess-exchange', payload, priority: 5 }))
    await queue.add(items.slice(0, WARM_UP))
    await queue.idle()
    const seconds = await secondsOf(async () => {
      for (let start = WARM_UP; start < items.length; start += AT_ONCE) {
        await queue.add(items.slice(start, start + AT_ONCE))
        await queue.idle(start + AT_ONCE < items.length ? AT_ONCE : 0)
      }
    })
    if (arrived !== works.length) throw new Error(`${arrived} of ${works.length} results arrived`)
    return seconds
  } finally {
    await queue.close()
  }
}

/** Seconds with some threads, as the service of one process opens them. */
async function threadSeconds(works: readonly AssessmentWork[], threads: number): Promise<number> {
  const bench = createThreadPool({ threads })
  const { execute, executeBatch } = bench
  try {
    return await throughQueue(works, async (handlers) =>
      createEmbeddedQueue({ execute, executeBatch, handlers, concurrency: threads + 1 }),
    )
  } finally {
    await bench.close()
  }
}

async function threadRows(asked: (name: string) => boolean): Promise<readonly BenchResult[]> {
  const works = await assessmentLoad(EXCHANGES + WARM_UP)
  const one: number[] = []
  const two: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    one.push(await threadSeconds(works, 1))
    if (asked('assess-threads')) two.push(await threadSeconds(works, 2))
  }
  const rates = one.map((seconds) => EXCHANGES / seconds)
  const rows: BenchResult[] = []
  if (asked('assess'))
    rows.push({
      ...figureRow({
        name: 'assess',
        work: `${EXCHANGES} exchanges with different French letters of 150 words under the default grid, spelling by Hunspell included, one thread`,
        unit: 'exchanges/s',
        bound: null,
        value: median(rates),
      }),
      minimum: Math.min(...rates),
      maximum: Math.max(...rates),
      rounds: ROUNDS,
    })
  if (asked('assess-threads')) {
    const gains = one.map((seconds, round) => seconds / (two[round] ?? Number.NaN))
    rows.push({
      ...figureRow({
        name: 'assess-threads',
        work: 'the same with two threads: how many times faster than with one',
        unit: '× one thread',
        bound: { of: 'value', at: 'least', limit: 1.8 },
        value: median(gains),
        note: 'batches of 16 with what they share written once: the coordinator’s own thread needs about 4 % of what the threads need (profile), so that two processors allow 1.92 at most',
      }),
      minimum: Math.min(...gains),
      maximum: Math.max(...gains),
      rounds: ROUNDS,
    })
  }
  return rows
}

/** Seconds for all of them in this thread, one after the other. */
async function secondsInProcess(works: readonly AssessmentWork[], bench: WorkPool): Promise<number> {
  return secondsOf(async () => {
    for (const work of works) await bench.execute('assess-exchange', work)
  })
}

async function growthRow(): Promise<BenchResult> {
  const works = await assessmentLoad(10_200)
  const bench = createWorkPool()
  await secondsInProcess(works.slice(10_000), bench)
  const points = []
  for (const size of [100, 1000, 10_000]) {
    // A fresh bench remembers no letter.
    const fresh = createWorkPool()
    await secondsInProcess(works.slice(10_000), fresh)
    points.push({ size, seconds: await secondsInProcess(works.slice(0, size), fresh) })
    await fresh.close()
  }
  await bench.close()
  return figureRow({
    name: 'assess-growth',
    work: 'assessing 100, 1 000 and 10 000 exchanges in one process',
    unit: 'exponent',
    bound: { of: 'value', at: 'most', limit: 1.1 },
    value: growthExponent(points),
    note: points.map(({ size, seconds }) => `${size} exchanges ${seconds.toFixed(2)} s`).join(', '),
  })
}

const WORKER = fileURLToPath(new URL('../frame/queue-worker.ts', import.meta.url))

async function startWorkers(kind: 'project' | 'empty', queue: string) {
  const children = [1, 2].map(() => fork(WORKER, [kind, queue], { execArgv: ['--import', 'tsx'] }))
  await Promise.all(children.map((child) => once(child, 'message')))
  return children
}

/** Seconds over Redis with two workers in processes of their own. */
async function projectQueueSeconds(works: readonly AssessmentWork[], redisUrl: string): Promise<number> {
  const study = `bench-${process.pid}-${Date.now()}`
  const workers = await startWorkers('project', study)
  try {
    return await throughQueue(works, (handlers) => openBullQueue({ redisUrl, study, version: WORK_VERSION, handlers }))
  } finally {
    for (const worker of workers) worker.kill()
  }
}

/** The same payloads through BullMQ as its manual shows it, with a processor that does nothing. */
async function emptyQueueSeconds(works: readonly AssessmentWork[], redisUrl: string): Promise<number> {
  const name = `bench-empty-${process.pid}-${Date.now()}`
  const workers = await startWorkers('empty', name)
  const { hostname, port } = new URL(redisUrl)
  const queue = new BullQueue(name, { connection: { host: hostname, port: Number(port) } })
  try {
    return await secondsOf(async () => {
      for (let start = 0; start < works.length; start += 500) {
        const jobs = works.slice(start, start + 500)
        await queue.addBulk(jobs.map((data) => ({ name: 'empty', data, opts: { removeOnComplete: true } })))
      }
      for (;;) {
        const counts = await queue.getJobCounts('waiting', 'active')
        if ((counts.waiting ?? 0) + (counts.active ?? 0) === 0) return
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })
  } finally {
    await queue.obliterate({ force: true })
    await queue.close()
    for (const worker of workers) worker.kill()
  }
}

async function queueRow(): Promise<BenchResult> {
  const redisUrl = process.env.REPLYMARK_TEST_REDIS_URL
  const bound = { of: 'ratio', at: 'least', limit: 0.7 } as const
  const work = `${EXCHANGES} assessments through BullMQ, two workers of one thread each, results applied and removed; French letters of 150 words, default grid`
  if (!redisUrl)
    return missingRow('queue', work, 'jobs/s', bound, 'Redis is not running (scripts/services.sh starts it)')
  const works = await assessmentLoad(EXCHANGES + WARM_UP)
  return compare({
    name: 'queue',
    work,
    unit: 'jobs/s',
    bound,
    project: async () => EXCHANGES / (await projectQueueSeconds(works, redisUrl)),
    peer: {
      name: 'BullMQ with an empty processor, same payloads',
      round: async () => EXCHANGES / (await emptyQueueSeconds(works.slice(WARM_UP), redisUrl)),
    },
    rounds: 1,
    note: 'the workers proofread and mark 150 words a job, the peer’s do nothing: of the processor time for one exchange four fifths are criteria and proofreading, and coordinator, Redis and BullMQ’s part of the workers together need about what the peer’s need',
  })
}

/** Measures them. */
export async function bench(asked: (name: string) => boolean): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = []
  if (asked('assess') || asked('assess-threads')) results.push(...(await threadRows(asked)))
  if (asked('assess-growth')) results.push(await growthRow())
  if (asked('queue')) results.push(await queueRow())
  return results
}
