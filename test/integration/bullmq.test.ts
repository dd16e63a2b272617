/** The queue on a real Redis: the same contract, and what happens when Redis is wiped, killed, or a worker dies. */
import { type ChildProcess, spawn } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { Redis } from 'ioredis'
import { describe, expect, it, vi } from 'vitest'
import { readBatch, runBatch } from '../../src/queue/batch.js'
import { type BullWorker, type BullWorkerOptions, openBullQueue, startBullWorker } from '../../src/queue/bullmq.js'
import type { Execute, WorkResult } from '../../src/queue/queue.js'
import { queueContract } from '../contracts/queue.js'

const redisUrl = process.env.REPLYMARK_TEST_REDIS_URL ?? ''
const redisServer = process.env.REPLYMARK_TEST_REDIS_SERVER ?? ''
if (!redisUrl)
  console.log(
    'Skipped: suites against Redis. Run them with `bash scripts/services.sh run -- npx vitest run test/integration`.',
  )

let studies = 0
function newStudy() {
  return { redisUrl, study: `test-${process.pid}-${studies++}`, version: 1 }
}

/** A worker that works piece by piece. */
async function startWorker(
  options: Omit<BullWorkerOptions, 'executeBatch' | 'failed'> & { readonly execute: Execute },
): Promise<BullWorker> {
  const { execute, ...rest } = options
  const worker = await startBullWorker({
    ...rest,
    executeBatch: (type, body) => runBatch(execute, type, body),
    failed() {},
  })
  if (!worker) throw new Error('the worker did not join')
  return worker
}

const retry = { attempts: 3, firstPauseMs: 1 }
const item = (key: string, payload: unknown = null) => ({ key, type: 'double', payload, priority: 5 })

describe.skipIf(!redisUrl)('the queue on Redis', () => {
  queueContract(async (execute, handlers) => {
    const connection = newStudy()
    const queue = await openBullQueue({ ...connection, handlers, retry })
    const worker = await startWorker({ ...connection, execute, concurrency: 1 })
    return {
      queue,
      async close() {
        await worker.close()
        await queue.close()
      },
    }
  })

  it('hands on what was finished while no coordinator was there', async () => {
    const connection = newStudy()
    const handlers = { resultArrived() {}, failed() {} }
    const first = await openBullQueue({ ...connection, handlers, retry })
    await first.add([item('a', 4)])
    await first.close()
    const worker = await startWorker({
      ...connection,
      execute: async (_type, payload) => payload,
      concurrency: 1,
    })
    const results: WorkResult[] = []
    const second = await openBullQueue({
      ...connection,
      handlers: { ...handlers, resultArrived: (result) => void results.push(result) },
      retry,
    })
    await second.idle()
    expect(results).toEqual([{ key: 'a', type: 'double', result: 4 }])
    await worker.close()
    await second.close()
  })

  it('is idle after Redis was wiped, so that what is missing can be added again', async () => {
    const connection = newStudy()
    const results: string[] = []
    const queue = await openBullQueue({
      ...connection,
      handlers: { resultArrived: ({ key }) => void results.push(key), failed() {} },
      retry,
    })
    await queue.add([item('a'), item('b')])
    const redis = new Redis(redisUrl)
    const keys = await redis.keys(`replymark-${connection.study}*`)
    await redis.del(...keys)
    redis.disconnect()
    await queue.idle()
    expect(results).toEqual([])
    const worker = await startWorker({ ...connection, execute: async () => null, concurrency: 2 })
    await queue.add([item('a'), item('b')])
    await queue.idle()
    expect(results.toSorted()).toEqual(['a', 'b'])
    await worker.close()
    await queue.close()
  })

  it('gives the work of a worker that died to another', async () => {
    const connection = newStudy()
    const results: WorkResult[] = []
    const queue = await openBullQueue({
      ...connection,
      handlers: { resultArrived: (result) => void results.push(result), failed() {} },
      retry,
    })
    let holds = false
    // Never finishes and never renews its lock: what a killed process looks like to the others.
    const dying = await startWorker({
      ...connection,
      execute: () => {
        holds = true
        return new Promise(() => {})
      },
      concurrency: 1,
      stalledAfterMs: 300,
    })
    await queue.add([item('a', 1)])
    await vi.waitFor(() => expect(holds).toBe(true))
    void dying.close(true)
    const other = await startWorker({
      ...connection,
      execute: async () => 'by another',
      concurrency: 1,
      stalledAfterMs: 300,
    })
    await queue.idle()
    expect(results).toEqual([{ key: 'a', type: 'double', result: 'by another' }])
    await other.close()
    await queue.close()
  })

  it('takes a batch apart that its workers die over, and buries only the piece that kills', async () => {
    const connection = newStudy()
    const results: unknown[] = []
    const failures: string[] = []
    const queue = await openBullQueue({
      ...connection,
      handlers: { resultArrived: ({ result }) => void results.push(result), failed: (what) => failures.push(what) },
      retry: { attempts: 1, firstPauseMs: 1 },
    })
    const worker = await startBullWorker({
      ...connection,
      // What dies as a whole has no outcomes.
      executeBatch: async (_type, body) => {
        if (readBatch(body).includes('poison')) throw new Error('the process died')
        return runBatch(async (_, payload) => payload, 'double', body)
      },
      concurrency: 1,
      failed() {},
    })
    const payloads = Array.from({ length: 32 }, (_, index) => (index === 3 ? 'poison' : index))
    await queue.add(payloads.map((payload, index) => item(`key:${index}`, payload)))
    await queue.idle()
    expect(results.toSorted()).toEqual(payloads.filter((payload) => payload !== 'poison').toSorted())
    expect(await queue.deadLetters()).toMatchObject([{ key: 'key:3', reason: 'the process died' }])
    expect(failures).toEqual(['double key:3'])
    await worker?.close()
    await queue.close()
  })

  it('has a worker wait for Redis, saying so, and stop when it is asked to', async () => {
    const states: string[] = []
    const asked = new AbortController()
    const worker = await startBullWorker({
      ...newStudy(),
      redisUrl: 'redis://127.0.0.1:1',
      executeBatch: (type, body) => runBatch(async () => null, type, body),
      concurrency: 1,
      failed() {},
      signal: asked.signal,
      lookAgainMs: { first: 1, longest: 4 },
      redis: (said) => {
        states.push(said.state === 'waiting' ? said.reason : said.state)
        if (states.length === 3) asked.abort()
      },
    })
    expect(worker).toBeNull()
    expect(states).toEqual(Array(3).fill('Redis at redis://127.0.0.1:1 does not answer: it cannot be reached'))
  })

  it('says in one sentence that Redis does not answer, and goes on when it is back', { timeout: 120_000 }, async () => {
    const port = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port: free } = probe.address() as AddressInfo
        probe.close(() => resolve(free))
      })
    })
    const url = `redis://127.0.0.1:${port}`
    const connection = { ...newStudy(), redisUrl: url }
    const handlers = { resultArrived() {}, failed() {} }
    await expect(openBullQueue({ ...connection, handlers })).rejects.toThrow(/Redis at .* does not answer/)
    const startRedis = (): ChildProcess =>
      spawn(redisServer, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
        stdio: 'ignore',
      })
    const answers = async () => {
      const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0 })
      redis.on('error', () => {})
      try {
        await redis.ping()
      } finally {
        redis.disconnect()
      }
    }
    let server = startRedis()
    await vi.waitFor(answers, { timeout: 30_000 })
    const queue = await openBullQueue({ ...connection, handlers, retry })
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGKILL')
    await ended
    await expect(queue.add([item('a')])).rejects.toThrow('does not answer')
    server = startRedis()
    await vi.waitFor(answers, { timeout: 30_000 })
    // Each connection of the queue finds its way back by itself.
    await vi.waitFor(() => queue.add([item('a')]), { timeout: 30_000 })
    await vi.waitFor(async () => expect((await queue.counts()).waiting).toBe(1), { timeout: 30_000 })
    await queue.close()
    server.kill('SIGKILL')
  })

  it('refuses a Redis that evicts keys', async () => {
    const redis = new Redis(redisUrl)
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru')
    try {
      await expect(openBullQueue({ ...newStudy(), handlers: { resultArrived() {}, failed() {} } })).rejects.toThrow(
        'evicts keys',
      )
    } finally {
      await redis.config('SET', 'maxmemory-policy', 'noeviction')
      redis.disconnect()
    }
  })
})
