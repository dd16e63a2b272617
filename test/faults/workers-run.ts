/**
 * `npm run faults -- --workers [--exchanges 20000]`: two `replymark worker` processes over Redis, one of them killed half-way, finish
 * the assessment of an edition with the same bytes as the embedded queue.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assessEdition } from '../../jobs/assess-exchanges/assess-edition.js'
import { openLedger } from '../../src/ledger/ledger.js'
import { openBullQueue } from '../../src/queue/bullmq.js'
import { WORK_VERSION } from '../../src/queue/work.js'
import { contextOver, EDITION, embeddedWithThreads, type OpenQueue, writeAnsweredEdition } from './large-edition.js'
import { redisServer, superviseWorkers } from './redis-server.js'
import { differences, type ResultHashes, resultHashes } from './result-hash.js'

/** What came out. */
export interface WorkersSummary {
  readonly exchanges: number
  readonly embedded: ResultHashes
  readonly workers: ResultHashes
  readonly embeddedSeconds: number
  readonly workersSeconds: number
  /** Exit codes of the workers when they were asked to leave. */
  readonly exits: readonly (number | string)[]
  /** One sentence each; empty where everything is as it should be. */
  readonly problems: readonly string[]
}

/** Share of the exchanges after which a worker is killed. */
const KILL_AT = 0.4

async function assess(
  file: string,
  openQueue: OpenQueue,
  progress: (done: number) => void = () => {},
): Promise<{ readonly hashes: ResultHashes; readonly seconds: number; readonly failures: readonly string[] }> {
  const ledger = openLedger(file, { evidenceKey: null })
  const { context, failures, close } = await contextOver(ledger, openQueue)
  try {
    const started = Date.now()
    const round = await assessEdition(context, EDITION, { progress })
    const seconds = (Date.now() - started) / 1000
    return { hashes: resultHashes(ledger, EDITION), seconds, failures: [...failures, ...round.failed] }
  } finally {
    await close()
    ledger.close()
  }
}

/** Does both and compares them. */
export async function runWorkers(exchanges: number): Promise<WorkersSummary> {
  const folder = mkdtempSync(join(tmpdir(), 'replymark-workers-'))
  const redis = await redisServer(folder)
  const problems: string[] = []
  let workers: ReturnType<typeof superviseWorkers> | null = null
  try {
    const prepared = join(folder, 'prepared.sqlite')
    await writeAnsweredEdition(prepared, exchanges)
    for (const name of ['embedded', 'redis']) cpSync(prepared, join(folder, `${name}.sqlite`))
    const embedded = await assess(join(folder, 'embedded.sqlite'), embeddedWithThreads(2))

    await redis.start()
    const study = `workers-${process.pid}`
    const supervised = superviseWorkers(redis.url, study, 2)
    workers = supervised
    let killed = false
    const overRedis = await assess(
      join(folder, 'redis.sqlite'),
      (handlers) => openBullQueue({ redisUrl: redis.url, study, version: WORK_VERSION, handlers }),
      (done) => {
        if (killed || done < exchanges * KILL_AT) return
        killed = true
        supervised.killOne()
      },
    )
    const exits = await supervised.stop()
    if (!killed) problems.push('no worker was killed on the way')
    if (exits.some((code) => code !== 0)) problems.push(`workers left with ${exits.join(' and ')} when asked to`)
    for (const part of differences(embedded.hashes, overRedis.hashes)) problems.push(`${part} differ`)
    for (const failure of [...embedded.failures, ...overRedis.failures].slice(0, 10)) problems.push(failure)
    if (embedded.hashes.exchanges !== exchanges) problems.push(`${embedded.hashes.exchanges} of ${exchanges} assessed`)
    return {
      exchanges,
      embedded: embedded.hashes,
      workers: overRedis.hashes,
      embeddedSeconds: embedded.seconds,
      workersSeconds: overRedis.seconds,
      exits,
      problems,
    }
  } finally {
    await workers?.stop()
    await redis.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
