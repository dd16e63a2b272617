/** Tasks on a schedule, by BullMQ's job schedulers, and by a local watch where Redis is silent or was wiped. */
import { setTimeout as pause } from 'node:timers/promises'
import { Queue as BullQueue, Worker } from 'bullmq'
import { type BullConnection, prefixOf } from './bull-connection.js'
import type { QueueHandlers, ScheduledTask } from './queue.js'
import { connectForCommands, connectForWaiting } from './redis-connection.js'

/** A task that Redis did not start by then is started here: nothing depends on Redis being up. */
const OVERDUE_FACTOR = 2

/** Milliseconds that connections get to end; nothing depends on how they do. */
const LEAVE_MS = 1_000

/** Starts tasks whenever their time comes, never the same one twice at once, until closed. */
export async function startScheduler(
  options: BullConnection & { readonly handlers: QueueHandlers },
  tasks: readonly ScheduledTask[],
): Promise<{ close: () => Promise<void> }> {
  const { handlers, redisUrl } = options
  const prefix = prefixOf(options)
  const commands = connectForCommands(redisUrl)
  const waiting = connectForWaiting(redisUrl)
  const name = 'tasks'
  const timetable = new BullQueue(name, { connection: commands, prefix })
  timetable.on('error', () => {})
  // Spans alone: a clock that is set must not start tasks.
  const byName = new Map(
    tasks.map((task) => [task.name, { task, startedAt: performance.now(), run: Promise.resolve(), busy: false }]),
  )

  let closing = false

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
    if (closing || !entry || entry.busy) return Promise.resolve()
    entry.busy = true
    entry.startedAt = performance.now()
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
      ({ task, startedAt, busy }) => !busy && performance.now() - startedAt > task.everyMs * OVERDUE_FACTOR,
    )
    for (const { task } of overdue) void start(task.name)
    // A wiped Redis has forgotten the timetable.
    if (overdue.length > 0) void write().catch(() => {})
  }, 1_000)
  return {
    async close() {
      closing = true
      clearInterval(watch)
      await Promise.all([...byName.values()].map(({ run }) => run))
      // At once: BullMQ would wait for ever for a task whose job a killed Redis has taken with it.
      const left = Promise.allSettled([worker.close(true), timetable.close()])
      await Promise.race([left, pause(LEAVE_MS, undefined, { ref: false })])
      commands.disconnect()
      waiting.disconnect()
    },
  }
}
