/** The queue of one process. */
import { describe, expect, it } from 'vitest'
import { outcomesOf, runBatch, writeBatch } from '../../src/queue/batch.js'
import { createEmbeddedQueue } from '../../src/queue/embedded.js'
import { retryPauseMs } from '../../src/queue/queue.js'
import { createThreadPool } from '../../src/queue/thread-pool.js'
import { createWorkPool } from '../../src/queue/work.js'
import { queueContract } from '../contracts/queue.js'

describe('the embedded queue', () => {
  queueContract(async (execute, handlers) => {
    const queue = createEmbeddedQueue({ execute, handlers, retry: { attempts: 3, firstPauseMs: 1 } })
    return { queue, close: () => queue.close() }
  })

  describe('working through batches', () => {
    queueContract(async (execute, handlers) => {
      const queue = createEmbeddedQueue({
        execute,
        executeBatch: (type, body) => runBatch(execute, type, body),
        handlers,
        retry: { attempts: 3, firstPauseMs: 1 },
      })
      return { queue, close: () => queue.close() }
    })
  })

  it('works on several things at once when told to', async () => {
    let together = 0
    let most = 0
    const queue = createEmbeddedQueue({
      concurrency: 3,
      handlers: { resultArrived() {}, failed() {} },
      execute: async () => {
        most = Math.max(most, ++together)
        await new Promise((resolve) => setImmediate(resolve))
        together--
        return null
      },
    })
    await queue.add(
      Array.from({ length: 9 }, (_, index) => ({ key: `${index}`, type: 'wait', payload: null, priority: 1 })),
    )
    await queue.idle()
    expect(most).toBe(3)
    await queue.close()
  })
})

describe('a piece too large to lie in memory', () => {
  it('is made anew for each attempt, travels alone, and gives its bytes to the thread', async () => {
    const pool = createThreadPool({ threads: 1 })
    const head =
      'From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nHello there.\r\n--x\r\nContent-Type: image/png\r\n\r\n'
    const letter = () => Buffer.concat([Buffer.from(head), Buffer.alloc(2_000_000, 'A')])
    const made: Buffer[] = []
    const arrived: unknown[] = []
    let batches = 0
    const queue = createEmbeddedQueue({
      // Its first attempt fails after the bytes were given away.
      execute: async (type, payload) => {
        const result = await pool.execute(type, payload)
        if (made.length === 1) throw new Error('lost on the way')
        return result
      },
      executeBatch: async (type, body) => {
        batches++
        return pool.executeBatch(type, body)
      },
      handlers: { resultArrived: ({ result }) => void arrived.push(result), failed() {} },
      retry: { attempts: 2, firstPauseMs: 1 },
    })
    const large = () => {
      const raw = letter()
      made.push(raw)
      return { raw }
    }
    const small = { raw: letter().subarray(0, 500).toString('base64') }
    await queue.add([
      { key: 'small', type: 'read-message', payload: small, priority: 1 },
      { key: 'large', type: 'read-message', payload: large, priority: 1 },
    ])
    await queue.idle()
    expect(made.map((raw) => raw.length)).toEqual([0, 0])
    expect(batches).toBe(1)
    expect(arrived[1]).toEqual(await createWorkPool().execute('read-message', { raw: letter() }))
    expect(arrived[1]).toEqual(await createWorkPool().execute('read-message', { raw: letter().toString('base64') }))
    await queue.close()
    await pool.close()
  })
})

describe('the pause before another attempt', () => {
  it('doubles, and half of it is drawn', () => {
    const policy = { attempts: 9, firstPauseMs: 1000 }
    expect([1, 2, 3].map((failures) => retryPauseMs(policy, failures, 0))).toEqual([500, 1000, 2000])
    expect([1, 2, 3].map((failures) => retryPauseMs(policy, failures, 1))).toEqual([1000, 2000, 4000])
  })
})

describe('worker threads', () => {
  it('read a message as this thread does', async () => {
    const pool = createThreadPool({ threads: 1 })
    const raw = Buffer.from('From: a@b.example\r\nSubject: Hello\r\n\r\nHello there,\r\nyour parcel is on its way.\r\n')
    const reading = await pool.execute('read-message', { raw: raw.toString('base64') })
    expect(reading).toMatchObject({ subject: 'Hello', text: expect.stringContaining('your parcel') })
    await expect(pool.execute('no-such-work', null)).rejects.toThrow('no work named')
    await pool.close()
  })

  it('work through a batch', async () => {
    const pool = createThreadPool({ threads: 1 })
    const mail = (text: string) =>
      Buffer.from(`From: a@b.example\r\nSubject: Hello\r\n\r\n${text}\r\n`).toString('base64')
    const writer = writeBatch()
    for (const text of ['one', 'two']) writer.add({ raw: mail(text) })
    const done = await pool.executeBatch('read-message', writer.body())
    expect(done.failures).toBe(0)
    expect(outcomesOf(done).map((outcome) => outcome.ok && (outcome.result as { text: string }).text.trim())).toEqual([
      'one',
      'two',
    ])
    await pool.close()
  })
})
