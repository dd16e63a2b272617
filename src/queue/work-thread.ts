/** Entry of a worker thread: one work bench, kept for the thread's life. */
import { createWorkBench } from './work.js'

const bench = createWorkBench()

/** Does one piece of work. */
export default function work({
  type,
  payload,
}: {
  readonly type: string
  readonly payload: unknown
}): Promise<unknown> {
  return bench.execute(type, payload)
}
