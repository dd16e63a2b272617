/** The queue on a real Redis: the same contract, and what happens when Redis is wiped, killed, or a worker dies. */
import { type ChildProcess, spawn } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { Redis } from 'ioredis'
import { describe, expect, it, vi } from 'vitest'
import { openBullQueue, startBullWorker } from '../../src/queue/bullmq.js'
import type { WorkResult } from '../../src/queue/queue.js'
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

const retry = { attempts: 3, firstPauseMs: 1 }
const item = (key: string, payload: unknown = null) => ({ key, type: 'double', payload, priority: 5 })

describe.skipIf(!redisUrl)('the queue on Redis', () => {
  queueContract(async (execute, handlers) => {
    const connection = newStudy()
    const queue = await openBullQueue({ ...connection, handlers, retry })
    const worker = await startBullWorker({ ...connection, execute, concurrency: 1, failed() {} })
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
    const worker = await startBullWorker({
      ...connection,
      execute: async (_type, payload) => payload,
      concurrency: 1,
      failed() {},
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
    const worker = await startBullWorker({ ...connection, execute: async () => null, concurrency: 2, failed() {} })
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
    const dying = await startBullWorker({
      ...connection,
      execute: () => {
        holds = true
        return new Promise(() => {})
      },
      concurrency: 1,
      failed() {},
      stalledAfterMs: 300,
    })
    await queue.add([item('a', 1)])
    await vi.waitFor(() => expect(holds).toBe(true))
    void dying.close(true)
    const other = await startBullWorker({
      ...connection,
      execute: async () => 'by another',
      concurrency: 1,
      failed() {},
      stalledAfterMs: 300,
    })
    await queue.idle()
    expect(results).toEqual([{ key: 'a', type: 'double', result: 'by another' }])
    await other.close()
    await queue.close()
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
