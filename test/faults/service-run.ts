/** One fault run of the service: the real program between a scripted SMTP server, a real mailbox and, for many machines, a Redis of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { DAY_MS } from '../../src/domain/time.js'
import { type Ledger, openLedger } from '../../src/ledger/ledger.js'
import { deliver, dovecot } from '../integration/dovecot.js'
import { answersTo, type MarkedMail, strangerMail } from './answers.js'
import { type Attempt, startBrandServer } from './brand-server.js'
import { type Child, control, startChild } from './child.js'
import { startImapProxy } from './imap-proxy.js'
import { judge, type Verdict } from './judge.js'
import { changeUidValidity, createArchive, emptyInbox, moveInbox, renameArchive } from './mailbox-troubles.js'
import type { Life, RunPlan, Trouble } from './plan.js'
import { ledgerOf, prepareStudy, SMTP_PASSWORD } from './study.js'

/** What a run gives back. */
export interface RunReport extends Verdict {
  /** Faults that happened, by name. */
  readonly faults: readonly string[]
  /** Everything that the service said. */
  readonly log: string
}

/** How long a life without faults may take to settle everything, in milliseconds. */
const PATIENCE_MS = 240_000

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function until(condition: () => boolean | Promise<boolean>, patience: number): Promise<boolean> {
  const end = Date.now() + patience
  while (Date.now() < end) {
    if (await condition()) return true
    await pause(40)
  }
  return false
}

function answersOn(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

/** Does one run from its plan. */
export async function runService(plan: RunPlan): Promise<RunReport> {
  if (!dovecot) throw new Error('Dovecot is not running')
  const folder = mkdtempSync(join(tmpdir(), 'replymark-fault-'))
  const id = `f${process.pid}-${plan.number}`
  const user = `fault${process.pid}x${plan.number}`
  const brand = await startBrandServer(SMTP_PASSWORD)
  const proxy = await startImapProxy(dovecot.imapPort)
  // So long ago that the service's clock stays behind the servers' however it jumps.
  const start = Date.now() - 20 * DAY_MS
  const probes = await prepareStudy({
    folder,
    id,
    user,
    smtpPort: brand.port,
    imapPort: proxy.port,
    addressing: plan.addressing,
    start,
    probes: plan.probes.length,
  })
  const planOf = new Map(probes.map((probe, index) => [probe.replyAddress, plan.probes[index]]))
  const faults: string[] = []
  const delivered = new Map<string, MarkedMail>()
  const deliveries: Promise<void>[] = []
  const logs: Child[] = []
  let kills = 0

  let turn: Promise<unknown> = Promise.resolve()
  function onlyOne(work: () => Promise<void>): Promise<void> {
    const mine = turn.then(work)
    turn = mine.catch(() => {})
    return mine
  }
  async function receive(mails: readonly MarkedMail[], afterMs: number): Promise<void> {
    await pause(afterMs)
    for (const mail of mails) {
      await onlyOne(() => deliver(user, [mail.raw]))
      if (delivered.has(mail.mark)) faults.push('delivered-twice')
      delivered.set(mail.mark, mail)
    }
  }
  brand.scriptOf = (from, attempt) => planOf.get(from)?.smtp[attempt] ?? { do: 'accept' }
  brand.kept = (attempt: Attempt) => {
    const mine = planOf.get(attempt.from)
    if (mine) deliveries.push(receive(answersTo(attempt, mine.answer, id), mine.answerAfterMs))
  }

  let redis: ChildProcess | null = null
  let worker: Child | null = null
  const redisPort = plan.queue === 'bullmq' ? await freePort() : 0
  const redisUrl = `redis://127.0.0.1:${redisPort}`
  async function startRedis(): Promise<void> {
    const flags = ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    redis = spawn(process.env.REPLYMARK_TEST_REDIS_SERVER ?? 'redis-server', flags, { stdio: 'ignore', cwd: folder })
    await until(() => answersOn(redisPort), 10_000)
  }
  let ending = false
  /** Keeps one worker alive, as a supervisor would: one that finds no Redis at its start leaves. */
  function startWorker(): void {
    const mine = startChild({
      arguments: ['worker', '--redis', redisUrl, '--study-id', id, '--threads', '1'],
      environment: { REPLYMARK_LOG_LEVEL: 'warn' },
      clock: null,
    })
    worker = mine
    logs.push(mine)
    void mine.ended.then(() => {
      if (!ending) startWorker()
    })
  }

  const controlFile = join(folder, 'control.json')
  let clock = start
  let service: Child | null = null
  let bornAt = 0
  let jumpMs = 0
  function startService(faultPoint: string): Child {
    jumpMs = 0
    bornAt = Date.now()
    const child = startChild({
      arguments: [
        ...['run', '--live', '--no-web', '--study', folder, '--threads', String(plan.threads)],
        ...(plan.queue === 'bullmq' ? ['--redis', redisUrl] : []),
      ],
      environment: {
        REPLYMARK_SMTP_PASSWORD: SMTP_PASSWORD,
        REPLYMARK_IMAP_PASSWORD: dovecot?.password ?? '',
        REPLYMARK_FAULT_POINT: faultPoint,
      },
      clock: { base: clock, control: controlFile },
    })
    service = child
    logs.push(child)
    return child
  }
  async function over(child: Child): Promise<void> {
    await child.ended
    clock += (Date.now() - bornAt) * 200 + jumpMs
  }

  const ledger: Ledger = openLedger(ledgerOf(folder), { evidenceKey: null })
  const isKnown = (hash: string) => ledger.messages.get(hash) !== null

  async function trouble(kind: Trouble, child: Child): Promise<void> {
    switch (kind) {
      case 'ledger-busy': {
        const other = new Database(ledgerOf(folder))
        try {
          other.exec('BEGIN IMMEDIATE')
          await pause(1_200)
          other.exec('ROLLBACK')
        } finally {
          other.close()
        }
        return
      }
      case 'disk-full':
        control(child, controlFile, { jumpMs, full: true })
        await pause(1_500)
        return control(child, controlFile, { jumpMs, full: false })
      case 'clock-jump':
        jumpMs += (plan.seed % 3 === 0 ? -1 : 1) * 3_600_000
        return control(child, controlFile, { jumpMs, full: false })
      case 'imap-cut':
        return proxy.cut()
      case 'imap-bye':
        return proxy.bye()
      case 'imap-no':
        return proxy.refuse('NO', 2)
      case 'imap-bad':
        return proxy.refuse('BAD', 2)
      case 'uid-validity':
        // The server comes back with another list of UIDs; nobody is connected, nothing is delivered meanwhile.
        proxy.shut(true)
        await onlyOne(async () => changeUidValidity(user)).finally(() => proxy.shut(false))
        return
      case 'mailbox-emptied':
        return emptyInbox(user, isKnown)
      case 'mailbox-moved':
        return moveInbox(user)
      case 'folder-renamed':
        return renameArchive(user)
      case 'redis-flushed': {
        const socket = connect(redisPort, '127.0.0.1', () => socket.end('FLUSHALL\r\n'))
        socket.on('error', () => {})
        return
      }
      case 'redis-killed':
        redis?.kill('SIGKILL')
        await pause(300)
        return startRedis()
      case 'worker-killed':
        return worker?.kill()
    }
  }

  async function live(life: Life): Promise<void> {
    const { kill } = life
    const child = startService(kill?.at === 'fault-point' ? `${kill.point}:${kill.nth}` : '')
    const strike = (name: string) => {
      if (!child.alive) return
      faults.push(`killed-${name}`)
      kills++
      child.kill()
    }
    let moments = 0
    const at = (moment: string) => {
      if (kill && kill.at === moment && 'nth' in kill && ++moments === kill.nth) strike(moment)
    }
    brand.moment = at
    proxy.fetched = () => at('fetch')
    const killer = kill?.at === 'time' ? pause(kill.milliseconds).then(() => strike('at-random')) : Promise.resolve()
    const troubles = life.troubles.map(async ({ trouble: kind, afterMs }) => {
      // Mailbox and Redis can be hit before the service is up; the rest waits for it.
      await until(() => child.log() !== '' || !child.alive, 20_000)
      await pause(afterMs)
      faults.push(kind)
      await trouble(kind, child).catch(() => {})
    })
    await until(() => child.log().includes('service started') || !child.alive, 30_000)
    await Promise.race([child.ended, pause(2_500)])
    await Promise.all([...troubles, killer])
    brand.moment = () => {}
    proxy.fetched = () => {}
    const own = child.alive ? null : await child.ended
    if (own === 'SIGKILL' && kill?.at === 'fault-point') {
      faults.push(`killed-${kill.point}`)
      kills++
    }
    if (child.alive) {
      // Every second survivor leaves in good order, the others do not.
      const orderly = plan.seed % 2 === 0
      faults.push(orderly ? 'stopped' : 'killed-at-end')
      if (!orderly) kills++
      child.kill(orderly ? 'SIGTERM' : 'SIGKILL')
      if (!(await Promise.race([child.ended.then(() => true), pause(20_000).then(() => false)]))) {
        faults.push('killed-stopping')
        kills++
        child.kill()
      }
    }
    await over(child)
  }

  const settled = (): boolean => {
    const states = ledger.probes.countByState('2026')
    if ((states.planned ?? 0) + (states.sending ?? 0) > 0) return false
    const verdict = judge(ledger, '2026', { attempts: brand.attempts, delivered: [...delivered.values()], kills })
    return verdict.lost.length + verdict.unsupportedStates.length === 0
  }

  try {
    await deliver(user, [])
    await createArchive(user)
    if (plan.queue === 'bullmq') {
      await startRedis()
      startWorker()
    }
    for (let number = 0; number < plan.strangers; number++) deliveries.push(receive([strangerMail(id, number)], 200))
    for (const life of plan.lives) await live(life)
    const last = startService('')
    // Answers come until nothing is sent any more; `settled` is asked again after each.
    let known = -1
    await until(async () => {
      if (known !== deliveries.length) {
        known = deliveries.length
        await Promise.all(deliveries)
        return false
      }
      return !last.alive || settled()
    }, PATIENCE_MS)
    if (!last.alive) faults.push('died-by-itself')
    last.kill('SIGTERM')
    if ((await Promise.race([last.ended, pause(30_000)])) === undefined) last.kill()
    await last.ended
    const verdict = judge(ledger, '2026', { attempts: brand.attempts, delivered: [...delivered.values()], kills })
    const states = ledger.probes.countByState('2026')
    const open = (states.planned ?? 0) + (states.sending ?? 0)
    for (const { script } of brand.attempts)
      if (script.do !== 'accept')
        faults.push(
          `smtp-${script.do}-${script.at}${script.do === 'refuse' ? `-${Math.floor(script.code / 100)}xx` : ''}`,
        )
    return {
      ...verdict,
      unsupportedStates: [
        ...verdict.unsupportedStates,
        ...(open > 0 ? [`${open} probe(s) did not settle`] : []),
        ...ledger.integrityProblems(),
      ],
      faults,
      log: logs.map((child) => child.log()).join(''),
    }
  } finally {
    ending = true
    ;(service as Child | null)?.kill()
    ;(worker as Child | null)?.kill()
    ;(redis as ChildProcess | null)?.kill('SIGKILL')
    ledger.close()
    await Promise.allSettled(deliveries)
    await proxy.close()
    await brand.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
