/** `replymark worker`: computes for a coordinator over Redis. It has no ledger, no mailbox and no secret of the study; it may be killed at any moment. */
import { availableParallelism } from 'node:os'
import { createLog } from '../../app/log.js'
import { ReplymarkError } from '../../domain/error.js'
import { startBullWorker } from '../../queue/bullmq.js'
import { createThreadPool } from '../../queue/thread-pool.js'
import { WORK_VERSION } from '../../queue/work.js'
import { untilAskedToStop } from '../until-asked-to-stop.js'

/** Runs the command. */
export async function run(
  _positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const redisUrl = options.redis ? String(options.redis) : process.env.REPLYMARK_REDIS_URL
  if (!redisUrl)
    throw new ReplymarkError('usage', 'A worker needs the Redis it should join', {
      hint: 'Add --redis rediss://HOST:6379, or set REPLYMARK_REDIS_URL (a password belongs there).',
    })
  const study = options.studyId ? String(options.studyId) : process.env.REPLYMARK_STUDY_ID
  if (!study)
    throw new ReplymarkError('usage', 'A worker needs the id of the study it works for', {
      hint: 'Add --study-id with `id` of study.yaml, or set REPLYMARK_STUDY_ID.',
    })
  const log = createLog(process.env.REPLYMARK_LOG_LEVEL)
  const threads = options.threads === undefined ? availableParallelism() : Math.max(1, Number(options.threads))
  const stalledAfterMs = options.stalledAfter === undefined ? undefined : Number(options.stalledAfter) * 1_000
  if (stalledAfterMs !== undefined && !(stalledAfterMs >= 1_000))
    throw new ReplymarkError('usage', '--stalled-after is a number of seconds, 1 at least')
  const pool = createThreadPool({ threads })
  const stopping = new AbortController()
  const asked = untilAskedToStop().then(() => stopping.abort())
  try {
    const worker = await startBullWorker({
      redisUrl,
      study,
      version: WORK_VERSION,
      executeBatch: pool.executeBatch,
      // One batch more than threads: the next one lies ready when a thread has done its own.
      concurrency: threads + 1,
      signal: stopping.signal,
      ...(stalledAfterMs === undefined ? {} : { stalledAfterMs }),
      failed: (what, error) =>
        log.error({ what, cause: error instanceof Error ? error.message : String(error) }, 'failed'),
      redis: (said) => {
        if (said.state === 'back') return log.info({}, 'Redis is back')
        if (said.state === 'lost') return log.warn({}, 'Redis is gone; the worker goes on when it is back')
        const seconds = Math.round(said.nextLookMs / 100) / 10
        log.warn({ cause: said.reason, nextLookSeconds: seconds }, 'waiting for Redis')
      },
    })
    if (!worker) {
      log.info({}, 'worker was asked to stop before Redis answered')
      return 0
    }
    log.info({ study, threads }, 'worker joined the queue')
    await asked
    log.info({}, 'worker finishes what it holds and leaves')
    const finished = await worker.close()
    log.info({}, finished ? 'worker left the queue' : 'worker left the queue; others do again what it held')
    return 0
  } finally {
    await pool.close()
  }
}
