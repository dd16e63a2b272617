/**
 * `npm run faults -- --redis-lost [--probes 2000]`: the real service sends an edition, receives its answers and assesses them over a
 * Redis that is flushed and killed on the way, a worker too. The edition must end as without it: everything sent once, received
 * and assessed, with the bytes that one process without Redis makes of the same evidence.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { assessEdition } from '../../jobs/assess-exchanges/assess-edition.js'
import { interpretMessages } from '../../jobs/interpret-messages/interpret-messages.js'
import type { ProbeState } from '../../src/domain/probe.js'
import { DAY_MS } from '../../src/domain/time.js'
import { settleStates } from '../../src/editions/settle-states.js'
import { type Ledger, openLedger } from '../../src/ledger/ledger.js'
import { deliver, dovecot } from '../integration/dovecot.js'
import { answersTo, type MarkedMail } from './answers.js'
import { type Attempt, startBrandServer } from './brand-server.js'
import { startChild } from './child.js'
import { judge } from './judge.js'
import { contextOver, EDITION, embeddedWithThreads } from './large-edition.js'
import type { Answer } from './plan.js'
import { redisServer, superviseWorkers } from './redis-server.js'
import { differences, type ResultHashes, resultHashes } from './result-hash.js'
import { ledgerOf, prepareStudy, SMTP_PASSWORD } from './study.js'

/** What came out. */
export interface RedisLostSummary {
  readonly probes: number
  readonly states: Readonly<Record<string, number>>
  readonly delivered: number
  /** What was done to Redis and workers, and at how many readings of how many answers. */
  readonly strikes: readonly string[]
  readonly live: ResultHashes
  readonly alone: ResultHashes
  readonly seconds: number
  /** One sentence each; empty where everything is as it should be. */
  readonly problems: readonly string[]
}

/** Probes a brand; it gets no more in an edition. */
const PROBES_A_BRAND = 6

/** Mails handed to the mailbox's server over one connection. */
const DELIVERED_AT_ONCE = 50

/** How long the edition may take without anything new, in milliseconds. */
const PATIENCE_MS = 300_000

function answerOf(number: number): Answer {
  const last = number % 10
  return last === 0 ? 'none' : last === 1 ? 'receipt-and-reply' : last === 2 ? 'bounce' : 'reply'
}

/** Collects mails and delivers them in their order, many over one connection. */
function startDelivery(user: string) {
  const waiting: MarkedMail[] = []
  const delivered: MarkedMail[] = []
  let ending = false
  const work = (async () => {
    while (!ending || waiting.length > 0) {
      const part = waiting.splice(0, DELIVERED_AT_ONCE)
      if (part.length === 0) {
        await pause(50)
        continue
      }
      const raws = part.map(({ raw }) => raw)
      await deliver(user, raws)
      delivered.push(...part)
    }
  })()
  return {
    waiting,
    delivered,
    async end() {
      ending = true
      await work
    },
  }
}

/** What one process makes of a ledger's evidence: everything read, matched and assessed again without Redis. */
async function assessedAlone(file: string): Promise<ResultHashes> {
  const ledger = openLedger(file, { evidenceKey: null })
  const { context, close } = await contextOver(ledger, embeddedWithThreads(1))
  try {
    const now = Object.assign(context, { now: Date.now })
    await interpretMessages(now, true)
    settleStates(now.ledger, EDITION, now.now())
    await assessEdition(now, EDITION, { again: true })
    return resultHashes(ledger, EDITION)
  } finally {
    await close()
    ledger.close()
  }
}

function readSoFar(ledger: Ledger): number {
  return Object.values(ledger.readings.countByKind()).reduce((sum, number) => sum + number, 0)
}

/** Does the run. */
export async function runRedisLost(probes: number): Promise<RedisLostSummary> {
  if (!dovecot) throw new Error('Dovecot is not running')
  const started = Date.now()
  const folder = mkdtempSync(join(tmpdir(), 'replymark-redis-lost-'))
  const id = `lost${process.pid}`
  const user = `lost${process.pid}`
  const brand = await startBrandServer(SMTP_PASSWORD)
  const start = Date.now() - 20 * DAY_MS
  const planned = await prepareStudy({
    folder,
    id,
    user,
    smtpPort: brand.port,
    imapPort: dovecot.imapPort,
    addressing: 'plus',
    start,
    probes,
    brands: Math.ceil(probes / PROBES_A_BRAND),
  })
  const answers = new Map<string, Answer>(planned.map(({ replyAddress }, number) => [replyAddress, answerOf(number)]))
  const kinds = planned.map((_, number) => answerOf(number))
  const mails = kinds.reduce((sum, kind) => sum + (kind === 'none' ? 0 : kind === 'receipt-and-reply' ? 2 : 1), 0)
  const expected: Partial<Record<ProbeState, number>> = Object.fromEntries(
    Map.groupBy(kinds, (kind) => (kind === 'none' ? 'sent' : kind === 'bounce' ? 'bounced' : 'answered'))
      .entries()
      .map(([state, all]) => [state, all.length]),
  )
  await deliver(user, [])
  const post = startDelivery(user)
  brand.kept = (attempt: Attempt) => {
    const answer = answers.get(attempt.from)
    if (answer) post.waiting.push(...answersTo(attempt, answer, id))
  }
  const redis = await redisServer(folder)
  await redis.start()
  const workers = superviseWorkers(redis.url, id, 2)
  const service = startChild({
    arguments: ['run', '--live', '--no-web', '--study', folder, '--threads', '0', '--redis', redis.url],
    environment: { REPLYMARK_SMTP_PASSWORD: SMTP_PASSWORD, REPLYMARK_IMAP_PASSWORD: dovecot.password },
    clock: { base: start, control: join(folder, 'control.json') },
  })
  const ledger = openLedger(ledgerOf(folder), { evidenceKey: null })
  const strikes: string[] = []
  const problems: string[] = []
  try {
    const plan: readonly (readonly [share: number, name: string, strike: () => Promise<void>])[] = [
      [0.15, 'Redis flushed', () => redis.flush()],
      [
        0.35,
        'Redis killed, away for 3 s',
        async () => {
          await redis.kill()
          await pause(3_000)
          await redis.start()
        },
      ],
      [0.55, 'a worker killed', async () => workers.killOne()],
      [
        0.75,
        'Redis flushed and killed, a worker killed',
        async () => {
          await redis.flush()
          workers.killOne()
          await redis.kill()
          await redis.start()
        },
      ],
    ]
    const due = [...plan]
    const finished = (): boolean =>
      post.delivered.length === mails &&
      Object.entries(expected).every(
        ([state, number]) => ledger.probes.countByState(EDITION)[state as ProbeState] === number,
      ) &&
      ledger.assessments.ofEdition(EDITION).length === (expected.answered ?? 0) + (expected.bounced ?? 0)
    let last = { seen: '', at: Date.now() }
    for (;;) {
      const read = readSoFar(ledger)
      const [next] = due
      if (next && read >= next[0] * mails) {
        due.shift()
        strikes.push(`${next[1]} at ${read} of ${mails}`)
        await next[2]()
      }
      if (due.length === 0 && finished()) break
      const assessed = ledger.assessments.ofEdition(EDITION).length
      const seen = JSON.stringify([read, post.delivered.length, ledger.probes.countByState(EDITION), assessed])
      if (seen !== last.seen) last = { seen, at: Date.now() }
      if (!service.alive) {
        problems.push('the service ended by itself')
        break
      }
      if (Date.now() - last.at > PATIENCE_MS) {
        problems.push(`nothing new for ${PATIENCE_MS / 1000} s: ${seen}`)
        break
      }
      await pause(200)
    }
    await post.end()
    service.kill('SIGTERM')
    if (await Promise.race([service.ended.then(() => false), pause(60_000, true)])) {
      problems.push('the service did not stop within a minute')
      service.kill()
    }
    const exits = await workers.stop()
    if (exits.some((code) => code !== 0)) problems.push(`workers left with ${exits.join(' and ')} when asked to`)
    if (workers.left() > 0) problems.push(`${workers.left()} time(s) a worker left because Redis was away`)
    const verdict = judge(ledger, EDITION, { attempts: brand.attempts, delivered: post.delivered, kills: 0 })
    problems.push(...verdict.lost, ...verdict.countedTwice, ...verdict.sentTwice, ...verdict.unsupportedStates)
    problems.push(...ledger.integrityProblems())
    const states = ledger.probes.countByState(EDITION)
    const live = resultHashes(ledger, EDITION)
    ledger.close()
    const copy = join(folder, 'alone.sqlite')
    cpSync(ledgerOf(folder), copy)
    const alone = await assessedAlone(copy)
    for (const part of differences(live, alone)) problems.push(`${part} differ from those made without Redis`)
    const seconds = Math.round((Date.now() - started) / 1000)
    return { probes, states, delivered: post.delivered.length, strikes, live, alone, seconds, problems }
  } finally {
    service.kill()
    await workers.stop()
    await redis.kill()
    await brand.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
