/** A worker of the row `queue`: what `replymark worker --threads 1` opens, or a bare BullMQ worker whose processor does nothing. */
import { Worker } from 'bullmq'
import { startBullWorker } from '../../../src/queue/bullmq.js'
import { createThreadPool } from '../../../src/queue/thread-pool.js'
import { WORK_VERSION } from '../../../src/queue/work.js'

const [kind, name = ''] = process.argv.slice(2)
const redisUrl = process.env.REPLYMARK_TEST_REDIS_URL ?? ''
if (kind === 'project') {
  const { executeBatch } = createThreadPool({ threads: 1 })
  await startBullWorker({ redisUrl, study: name, version: WORK_VERSION, executeBatch, concurrency: 2, failed() {} })
} else {
  const { hostname, port } = new URL(redisUrl)
  const worker = new Worker(name, async () => null, {
    connection: { host: hostname, port: Number(port) },
    concurrency: 4,
  })
  worker.on('error', () => {})
  await worker.waitUntilReady()
}
process.send?.('ready')
process.on('disconnect', () => process.exit(0))
