/** Entry of a worker thread: one work pool, kept for the thread's life. */
import { createWorkPool } from './work.js'

const pool = createWorkPool()

/** What a thread is asked: one piece of work, or a batch of them. */
export type ThreadTask =
  | { readonly type: string; readonly payload: unknown }
  | { readonly type: string; readonly body: string }

/** Does what it is asked. */
export default function work(task: ThreadTask): Promise<unknown> {
  return 'body' in task ? pool.executeBatch(task.type, task.body) : pool.execute(task.type, task.payload)
}
