/** Many machines: workers in processes of their own over a real Redis give the same bytes as one process, also when Redis is wiped or a worker is killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Redis } from 'ioredis'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { assessEdition } from '../../jobs/assess-exchanges/assess-edition.js'
import { interpretMessages } from '../../jobs/interpret-messages/interpret-messages.js'
import { readGrid } from '../../src/cli/commands/mark/read-inputs.js'
import { settleStates } from '../../src/editions/settle-states.js'
import { openBullQueue } from '../../src/queue/bullmq.js'
import type { Queue } from '../../src/queue/queue.js'
import { WORK_VERSION } from '../../src/queue/work.js'
import { type ResultHashes, resultHashes } from '../faults/result-hash.js'
import { brandMail, type FakeContext, fakeContext, receive } from '../jobs/fake-context.js'
import { markSent, sampleProbe } from '../ledger/samples.js'

const redisUrl = process.env.REPLYMARK_TEST_REDIS_URL ?? ''
const EXCHANGES = 60

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

function startWorker(study: string): ChildProcess {
  const entry = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', entry, 'worker', '--redis', redisUrl, '--study-id', study, '--threads', '1'],
    { env: { ...process.env, REPLYMARK_LOG_LEVEL: 'warn' }, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  children.push(child)
  return child
}

async function answered(): Promise<FakeContext> {
  const context = fakeContext({ probes: EXCHANGES, configuration: { grid: await readGrid('qualiweb') } })
  context.ledger.editions.move('2026', 'running', context.time)
  for (let number = 1; number <= EXCHANGES; number++) {
    const probe = sampleProbe(number)
    markSent(context.ledger, probe)
    const text = `Bonjour Claire,\n\nVotre colis numéro ${number} arrive demain, merci de votre patiense.\n\nCordialement,\nPaul`
    receive(context, brandMail(probe.replyAddress, text), context.time + number)
  }
  return context
}

async function wholeRound(context: FakeContext): Promise<ResultHashes> {
  await interpretMessages(context)
  settleStates(context.ledger, '2026', context.now())
  await assessEdition(context, '2026')
  return resultHashes(context.ledger, '2026')
}

async function overRedis(
  context: FakeContext,
  study: string,
): Promise<{ readonly context: FakeContext; readonly queue: Queue }> {
  const queue = await openBullQueue({
    redisUrl,
    study,
    version: WORK_VERSION,
    handlers: { resultArrived: (result) => context.results.dispatch(result), failed() {} },
  })
  return { context: Object.assign(context, { queue }), queue }
}

describe.skipIf(!redisUrl)('workers on other machines', () => {
  it('give the same bytes as one process, and leave when asked (`npm run faults -- --workers` has 20 000 exchanges)', async () => {
    const alone = await wholeRound(await answered())
    const study = `workers-${process.pid}`
    const [one, other] = [startWorker(study), startWorker(study)]
    const { context, queue } = await overRedis(await answered(), study)
    expect(await wholeRound(context)).toEqual(alone)
    expect(alone.exchanges).toBe(EXCHANGES)
    await queue.close()
    const exits = [one, other].map((child) => new Promise((resolve) => child.once('exit', resolve)))
    one.kill('SIGTERM')
    other.kill('SIGTERM')
    expect(await Promise.all(exits)).toEqual([0, 0])
  }, 120_000)

  it('give the same bytes though Redis is wiped and a worker is killed on the way', async () => {
    const alone = await wholeRound(await answered())
    const study = `wiped-${process.pid}`
    const { context, queue } = await overRedis(await answered(), study)
    const redis = new Redis(redisUrl)
    const wipe = async () => {
      const keys = await redis.keys(`replymark-${study}*`)
      if (keys.length > 0) await redis.del(...keys)
    }
    const round = wholeRound(context)
    const waiting = async () => expect((await queue.counts()).waiting).toBeGreaterThan(0)
    await vi.waitFor(waiting, { timeout: 60_000 })
    await wipe()
    const dying = startWorker(study)
    await vi.waitFor(() => expect(context.ledger.readings.countByKind().reply ?? 0).toBeGreaterThan(0), {
      timeout: 60_000,
    })
    dying.kill('SIGKILL')
    await wipe()
    startWorker(study)
    expect(await round).toEqual(alone)
    redis.disconnect()
    await queue.close()
  }, 120_000)
})
