/** Entry of a worker thread: one work bench, kept for the thread's life. */
import { createWorkBench } from './work.js'

const bench = createWorkBench()

/** What a thread is asked: one piece of work, or a batch of them. */
export type ThreadTask =
  | { readonly type: string; readonly payload: unknown }
  | { readonly type: string; readonly body: string }

/** Does what it is asked. */
export default function work(task: ThreadTask): Promise<unknown> {
  return 'body' in task ? bench.executeBatch(task.type, task.body) : bench.execute(task.type, task.payload)
}
