/** The contract of every queue: what the port promises, run over each implementation. */
import { afterEach, expect, it, vi } from 'vitest'
import type { Execute, Queue, QueueHandlers, WorkItem, WorkResult } from '../../src/queue/queue.js'

/** A queue with whoever works for it. */
export interface OpenedQueue {
  readonly queue: Queue
  close(): Promise<void>
}

/** Opens a fresh queue: work by `execute`, three attempts with the shortest pauses. */
export type OpenQueue = (execute: Execute, handlers: QueueHandlers) => Promise<OpenedQueue>

function item(key: string, payload: unknown = null, priority = 5): WorkItem {
  return { key, type: 'double', payload, priority }
}

/** Defines the tests. */
export function queueContract(open: OpenQueue): void {
  const opened: OpenedQueue[] = []
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close()
  })

  async function start(execute: Execute, resultArrived?: (result: WorkResult) => void) {
    const results: WorkResult[] = []
    const failures: string[] = []
    const one = await open(execute, {
      resultArrived: (result) => {
        resultArrived?.(result)
        results.push(result)
      },
      failed: (what) => failures.push(what),
    })
    opened.push(one)
    return { queue: one.queue, results, failures }
  }

  const double: Execute = async (_type, payload) => (payload as number) * 2

  it('hands on the result of every piece of work once', async () => {
    const { queue, results } = await start(double)
    await queue.add(Array.from({ length: 50 }, (_, index) => item(`key:${index}`, index)))
    await queue.idle()
    expect(results.map(({ key, result }) => [key, result]).toSorted()).toEqual(
      Array.from({ length: 50 }, (_, index) => [`key:${index}`, index * 2]).toSorted(),
    )
    expect(await queue.counts()).toEqual({ waiting: 0, running: 0, dead: 0 })
  })

  it('does not take the same key twice while it is there, and takes it again afterwards', async () => {
    let runs = 0
    const { queue, results } = await start(async () => ++runs)
    await queue.add([item('same'), item('same'), item('same')])
    await queue.add([item('same')])
    await queue.idle()
    expect(results).toHaveLength(1)
    await queue.add([item('same')])
    await queue.idle()
    expect(results).toHaveLength(2)
  })

  it('is idle when there is nothing', async () => {
    const { queue } = await start(double)
    await queue.idle()
    expect(await queue.deadLetters()).toEqual([])
  })

  it('tries again, and gives up after three attempts with the reason', async () => {
    const attempts = new Map<unknown, number>()
    const { queue, results } = await start(async (_type, payload) => {
      const number = (attempts.get(payload) ?? 0) + 1
      attempts.set(payload, number)
      if (payload === 'never' || number < 3) throw new Error(`no luck with ${payload}`)
      return number
    })
    await queue.add([item('a', 'third'), item('b', 'never')])
    await queue.idle()
    expect(results).toEqual([{ key: 'a', type: 'double', result: 3 }])
    expect(await queue.deadLetters()).toEqual([{ key: 'b', type: 'double', attempts: 3, reason: 'no luck with never' }])
    expect((await queue.counts()).dead).toBe(1)
  })

  it('does not take dead work again by itself, and does when asked', async () => {
    let broken = true
    const { queue, results } = await start(async () => {
      if (broken) throw new Error('broken')
      return 'mended'
    })
    await queue.add([item('a')])
    await queue.idle()
    await queue.add([item('a')])
    await queue.idle()
    expect(await queue.deadLetters()).toHaveLength(1)
    broken = false
    expect(await queue.retryDead('other')).toBe(0)
    expect(await queue.retryDead('a')).toBe(1)
    await queue.idle()
    expect(results.map(({ result }) => result)).toEqual(['mended'])
    expect(await queue.deadLetters()).toEqual([])
  })

  it('tries again only what failed among many, and gives up only that', async () => {
    const runs = new Map<unknown, number>()
    const { queue, results } = await start(async (_type, payload) => {
      runs.set(payload, (runs.get(payload) ?? 0) + 1)
      if (payload === 7 || (payload === 30 && runs.get(payload) === 1)) throw new Error(`no luck with ${payload}`)
      return payload
    })
    await queue.add(Array.from({ length: 60 }, (_, index) => item(`key:${index}`, index)))
    await queue.idle()
    const all = Array.from({ length: 60 }, (_, index) => index)
    expect(results.map(({ result }) => result as number).toSorted((a, b) => a - b)).toEqual(
      all.filter((index) => index !== 7),
    )
    expect(all.filter((index) => runs.get(index) !== 1)).toEqual([7, 30])
    expect(runs.get(7)).toBe(3)
    expect(await queue.deadLetters()).toEqual([{ key: 'key:7', type: 'double', attempts: 3, reason: 'no luck with 7' }])
  })

  it('tells when only so much is left', async () => {
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const { queue, results } = await start(async (_type, payload) => {
      if (payload === 'gate') await gate
      return payload
    })
    await queue.add([item('first', 'first', 1)])
    await queue.idle()
    await queue.add([item('gate', 'gate', 1)])
    await queue.idle(1)
    expect(results.map(({ key }) => key)).toEqual(['first'])
    release()
    await queue.idle()
    expect(results.map(({ key }) => key)).toEqual(['first', 'gate'])
  })

  it('offers a result again that could not be taken', async () => {
    let refusals = 2
    const { queue, results } = await start(double, () => {
      if (refusals-- > 0) throw new Error('the ledger is busy')
    })
    await queue.add([item('a', 21)])
    await queue.idle()
    expect(results).toEqual([{ key: 'a', type: 'double', result: 42 }])
  })

  it('leaves a result that can never be taken in the dead letters', async () => {
    const { queue, results } = await start(double, () => {
      throw new Error('the ledger refuses it')
    })
    await queue.add([item('a', 21)])
    await queue.idle()
    expect(results).toEqual([])
    expect(await queue.deadLetters()).toMatchObject([{ key: 'a', reason: 'the ledger refuses it' }])
  })

  it('takes what is urgent first', async () => {
    const order: unknown[] = []
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const { queue } = await start(async (_type, payload) => {
      if (payload === 'gate') await gate
      order.push(payload)
      return null
    })
    await queue.add([item('gate', 'gate', 1)])
    await vi.waitFor(async () => expect((await queue.counts()).running).toBe(1))
    await queue.add([item('late', 'late', 9), item('soon', 'soon', 2)])
    release()
    await queue.idle()
    expect(order).toEqual(['gate', 'soon', 'late'])
  })

  it('takes nothing more once it closes, and says so', async () => {
    const { queue } = await start(double)
    await queue.close()
    await expect(queue.add([item('late', 1)])).rejects.toThrow('takes no more work')
  })

  it('runs scheduled tasks again and again, though one fails', async () => {
    const turns = { good: 0, bad: 0 }
    const { queue, failures } = await start(double)
    await queue.schedule([
      { name: 'good', everyMs: 20, run: async () => void turns.good++ },
      {
        name: 'bad',
        everyMs: 20,
        run: async () => {
          turns.bad++
          throw new Error('bad day')
        },
      },
    ])
    await vi.waitFor(() => expect(Math.min(turns.good, turns.bad)).toBeGreaterThanOrEqual(3), { timeout: 10_000 })
    expect(failures).toContain('task bad')
  })

  it('finishes the task that runs before it closes', async () => {
    const { queue } = await start(double)
    let started = false
    let finished = false
    await queue.schedule([
      {
        name: 'slow',
        everyMs: 20,
        run: async () => {
          started = true
          await new Promise((resolve) => setImmediate(resolve))
          finished = true
        },
      },
    ])
    await vi.waitFor(() => expect(started).toBe(true))
    await queue.close()
    expect(finished).toBe(true)
  })
}
