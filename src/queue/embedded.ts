/** The queue of one process: nothing to install, nothing kept on disk, because the ledger knows what is still to be done. */
import {
  DEFAULT_RETRY,
  type DeadLetter,
  type Execute,
  type Queue,
  type QueueHandlers,
  type RetryPolicy,
  retryPauseMs,
  type ScheduledTask,
  type WorkItem,
} from './queue.js'

/** What the embedded queue needs. */
export interface EmbeddedOptions {
  readonly execute: Execute
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
  let idleWaiters: (() => void)[] = []
  let running = 0
  let closing = false

  function enqueue(entry: Entry): void {
    const list = waiting.get(entry.item.priority)
    if (list) list.push(entry)
    else waiting.set(entry.item.priority, [entry])
  }

  function next(): Entry | undefined {
    let best: number | undefined
    for (const [priority, list] of waiting)
      if (list.length > 0 && (best === undefined || priority < best)) best = priority
    return best === undefined ? undefined : waiting.get(best)?.shift()
  }

  function settle(): void {
    if (running > 0 || (!closing && (known.size > 0 || pausing.size > 0))) return
    const waiters = idleWaiters
    idleWaiters = []
    for (const resolve of waiters) resolve()
  }

  async function work(entry: Entry): Promise<void> {
    const { key, type, payload } = entry.item
    try {
      await handlers.resultArrived({ key, type, result: await execute(type, payload) })
      known.delete(key)
    } catch (error) {
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
  }

  function pump(): void {
    while (!closing && running < concurrency) {
      const entry = next()
      if (!entry) break
      running++
      void work(entry).finally(() => {
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
      if (closing) return
      for (const item of items) {
        if (known.has(item.key) || dead.has(item.key)) continue
        const entry = { item, failures: 0 }
        known.set(item.key, entry)
        enqueue(entry)
      }
      pump()
    },
    idle() {
      return new Promise((resolve) => {
        idleWaiters.push(resolve)
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
