/** The queue of one process: nothing to install, nothing kept on disk, because the ledger knows what is still to be done. */
import { type ExecuteBatch, type Outcome, outcomesOf, writeBatch } from './batch.js'
import {
  CHARACTERS_TOGETHER,
  closingFailure,
  DEFAULT_RETRY,
  type DeadLetter,
  type Execute,
  payloadOf,
  piecesTogether,
  type Queue,
  type QueueHandlers,
  type RetryPolicy,
  retryPauseMs,
  type ScheduledTask,
  travelsAlone,
  type WorkItem,
} from './queue.js'

/** What the embedded queue needs. */
export interface EmbeddedOptions {
  readonly execute: Execute
  /** Works through several pieces at once, where that is cheaper than one by one (threads). */
  readonly executeBatch?: ExecuteBatch
  readonly handlers: QueueHandlers
  /** Pieces of work at once; 1 by default. */
  readonly concurrency?: number
  readonly retry?: RetryPolicy
  /** Calls back after so many milliseconds and returns what cancels it; timers of the system by default. */
  readonly after?: (milliseconds: number, callback: () => void) => () => void
  /** 0 ≤ n < 1. */
  readonly random?: () => number
}

interface Entry {
  readonly item: WorkItem
  failures: number
}

function systemAfter(milliseconds: number, callback: () => void): () => void {
  const timer = setTimeout(callback, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}

/** Opens an embedded queue. */
export function createEmbeddedQueue(options: EmbeddedOptions): Queue {
  const { execute, handlers } = options
  const concurrency = Math.max(1, options.concurrency ?? 1)
  const retry = options.retry ?? DEFAULT_RETRY
  const after = options.after ?? systemAfter
  const random = options.random ?? Math.random

  const known = new Map<string, Entry>()
  const dead = new Map<string, DeadLetter & { readonly item: WorkItem }>()
  // One list a priority; within one, first come first served.
  const waiting = new Map<number, Entry[]>()
  const pausing = new Set<() => void>()
  const cancelTasks: (() => void)[] = []
  const runningTasks = new Set<Promise<void>>()
  let idleWaiters: { readonly upTo: number; readonly resolve: () => void }[] = []
  let running = 0
  let closing = false

  function enqueue(entry: Entry): void {
    const list = waiting.get(entry.item.priority)
    if (list) list.push(entry)
    else waiting.set(entry.item.priority, [entry])
  }

  /** The list that is first in turn. */
  function nextList(): Entry[] | undefined {
    let best: number | undefined
    for (const [priority, list] of waiting)
      if (list.length > 0 && (best === undefined || priority < best)) best = priority
    return best === undefined ? undefined : waiting.get(best)
  }

  function settle(): void {
    const still: typeof idleWaiters = []
    for (const waiter of idleWaiters) {
      const done = closing ? running === 0 : known.size <= waiter.upTo && (waiter.upTo > 0 || running === 0)
      if (done) waiter.resolve()
      else still.push(waiter)
    }
    idleWaiters = still
  }

  function failedOnce(entry: Entry, error: unknown): void {
    const { key, type } = entry.item
    entry.failures++
    if (entry.failures >= retry.attempts) {
      const reason = error instanceof Error ? error.message : String(error)
      known.delete(key)
      dead.set(key, { key, type, attempts: entry.failures, reason, item: entry.item })
      handlers.failed(`${type} ${key}`, error)
    } else {
      const cancel = after(retryPauseMs(retry, entry.failures, random()), () => {
        pausing.delete(cancel)
        enqueue(entry)
        pump()
      })
      pausing.add(cancel)
    }
  }

  /** Hands the result of a piece on; a failure to get or to apply it counts as one of its attempts. */
  async function handOn(entry: Entry, resultOf: () => unknown): Promise<void> {
    const { key, type } = entry.item
    try {
      await handlers.resultArrived({ key, type, result: await resultOf() })
      known.delete(key)
    } catch (error) {
      failedOnce(entry, error)
    }
  }

  function workOne(entry: Entry): Promise<void> {
    return handOn(entry, () => execute(entry.item.type, payloadOf(entry.item)))
  }

  /** Takes pieces of one type from the front of a list and works through them together. */
  async function workTogether(list: Entry[], executeBatch: ExecuteBatch): Promise<void> {
    const most = piecesTogether(list.length)
    const type = list[0]?.item.type ?? ''
    const batch = writeBatch()
    const entries: Entry[] = []
    while (entries.length < most && batch.characters < CHARACTERS_TOGETHER) {
      if (list[0]?.item.type !== type || travelsAlone(list[0].item)) break
      const entry = list.shift() as Entry
      batch.add(entry.item.payload)
      entries.push(entry)
    }
    let outcomes: readonly Outcome[]
    try {
      outcomes = outcomesOf(await executeBatch(type, batch.body()))
    } catch (error) {
      for (const entry of entries) failedOnce(entry, error)
      return
    }
    for (const [index, entry] of entries.entries())
      await handOn(entry, () => {
        const outcome = outcomes[index]
        if (!outcome?.ok) throw new Error(outcome?.reason ?? 'the batch came back without it')
        return outcome.result
      })
  }

  function pump(): void {
    while (!closing && running < concurrency) {
      const list = nextList()
      if (!list) break
      running++
      const together = list[0] && !travelsAlone(list[0].item) ? options.executeBatch : undefined
      const run = together ? workTogether(list, together) : workOne(list.shift() as Entry)
      void run.finally(() => {
        running--
        pump()
        settle()
      })
    }
    settle()
  }

  function startTask(task: ScheduledTask): void {
    let cancel = () => {}
    const turn = () => {
      const run = (async () => {
        try {
          await task.run()
        } catch (error) {
          handlers.failed(`task ${task.name}`, error)
        }
      })()
      runningTasks.add(run)
      void run.finally(() => {
        runningTasks.delete(run)
        if (!closing) cancel = after(task.everyMs, turn)
      })
    }
    cancelTasks.push(() => cancel())
    turn()
  }

  return {
    name: 'embedded',
    async add(items) {
      if (closing) throw closingFailure()
      for (const item of items) {
        if (known.has(item.key) || dead.has(item.key)) continue
        const entry = { item, failures: 0 }
        known.set(item.key, entry)
        enqueue(entry)
      }
      pump()
    },
    idle(upTo = 0) {
      return new Promise((resolve) => {
        idleWaiters.push({ upTo, resolve })
        settle()
      })
    },
    async counts() {
      return { waiting: known.size - running, running, dead: dead.size }
    },
    async deadLetters() {
      return [...dead.values()].map(({ item: _, ...letter }) => letter)
    },
    async retryDead(key) {
      const letters = [...dead.values()].filter((letter) => key === undefined || letter.key === key)
      for (const letter of letters) dead.delete(letter.key)
      await this.add(letters.map((letter) => letter.item))
      return letters.length
    },
    async schedule(tasks) {
      for (const task of tasks) startTask(task)
    },
    async close() {
      closing = true
      for (const cancel of [...cancelTasks, ...pausing]) cancel()
      await Promise.all(runningTasks)
      await this.idle()
    },
  }
}
