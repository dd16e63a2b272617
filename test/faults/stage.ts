/** Everything around the service of one fault run: its folder and disk, the brands' server, the mailbox, Redis, a worker; and what they saw. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DAY_MS } from '../../src/domain/time.js'
import { type Ledger, openLedger } from '../../src/ledger/ledger.js'
import { deliver, dovecot } from '../integration/dovecot.js'
import { answersTo, type MarkedMail, strangerMail } from './answers.js'
import { type BrandServer, startBrandServer } from './brand-server.js'
import { type Child, control, startChild } from './child.js'
import { type ImapProxy, startImapProxy } from './imap-proxy.js'
import type { Facts } from './judge.js'
import { createFolders, keepSentCopy } from './mailbox-troubles.js'
import { pause } from './patience.js'
import type { RunPlan } from './plan.js'
import { type RedisFront, startRedisFront } from './redis-front.js'
import { type SmallDisk, smallDiskOn } from './small-disk.js'
import { ledgerOf, prepareStudy, SMTP_PASSWORD } from './study.js'

/** How much faster than the real clock the service's runs. */
const CLOCK_FACTOR = 200

/** Days of the answer window of a run that closes its edition: every answer comes within it, for it comes 20 days after the mails by the clocks. */
const CLOSING_WINDOW_DAYS = 21

/** A worker holds a piece of work so long (in seconds) before another takes it over. */
const STALLED_AFTER_S = 3

/** The stage of a run. */
export interface Stage {
  readonly id: string
  readonly user: string
  readonly brand: BrandServer
  readonly proxy: ImapProxy
  /** Null on the embedded queue. */
  readonly redis: RedisFront | null
  /** Null where this user may not mount one. */
  readonly disk: SmallDisk | null
  /** Names of what went wrong so far. */
  readonly faults: string[]
  /** Open on the run's ledger. */
  readonly ledger: Ledger
  /** The worker that lives now; null on the embedded queue. */
  readonly worker: Child | null
  /** Services that did not leave when they were asked to; one sentence each. */
  readonly stayed: string[]
  /** Kills of the service so far. */
  kills: number
  startService(faultPoint: string): Child
  /** Waits for the end of a service and keeps its clock. */
  over(child: Child): Promise<void>
  /** The clock of a service jumps. */
  jump(child: Child, milliseconds: number): void
  /** The ledger of a service is told that it is full, or no longer. */
  pretendFull(child: Child, full: boolean): void
  /** So many days pass while nobody runs; clocks may be ahead of the real time from now on. */
  letPass(days: number): void
  /** Something worth knowing when the run goes wrong. */
  note(text: string): void
  /** Puts the ledger of the run's beginning back. Nobody may have it open. */
  restore(): void
  /** One after the other: what changes the mailbox behind the service's back, and what is delivered. */
  inTurn(work: () => Promise<void>): Promise<void>
  /** Waits until everything that is to be delivered is. */
  allDelivered(): Promise<void>
  facts(): Facts & { readonly deliveries: ReadonlyMap<string, number> }
  /** Everything that services and workers said. */
  log(): string
  close(): Promise<void>
}

/** Runs of this process: names are never used again. */
let stages = 0

/** Sets the stage. */
export async function setStage(plan: RunPlan): Promise<Stage> {
  if (!dovecot) throw new Error('Dovecot is not running')
  const folder = mkdtempSync(join(tmpdir(), 'replymark-fault-'))
  const number = ++stages
  const id = `f${process.pid}-${number}`
  // A mailbox of its own even when the same plan is run again by this process.
  const user = `fault${process.pid}x${number}`
  const disk = smallDiskOn(dirname(ledgerOf(folder)))
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
    sentFolder: plan.sentCopies,
    start,
    probes: plan.probes.length,
    answerWindowDays: plan.closing ? CLOSING_WINDOW_DAYS : 60,
  })
  const file = ledgerOf(folder)
  const backup = join(folder, 'backup.sqlite')
  copyFileSync(file, backup)
  await createFolders(user)
  const redis = plan.queue === 'bullmq' ? await startRedisFront(folder) : null
  const redisUrl = `redis://127.0.0.1:${redis?.port ?? 0}`

  const planOf = new Map(probes.map((probe, index) => [probe.replyAddress, plan.probes[index]]))
  const faults: string[] = []
  const delivered = new Map<string, MarkedMail>()
  const times = new Map<string, number>()
  const sentCopies = new Set<string>()
  const pending: Promise<void>[] = []
  const children: Child[] = []
  const controlFile = join(folder, 'control.json')
  let ledger = openLedger(file, { evidenceKey: null })
  let worker: Child | null = null
  let restored = false
  let ending = false
  let clock = start
  let bornAt = 0
  let free = false
  let told = { jumpMs: 0, full: false }
  const notes: string[] = []

  let turn: Promise<unknown> = Promise.resolve()
  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = turn.then(work)
    turn = mine.catch(() => {})
    return mine
  }
  async function receive(mails: readonly MarkedMail[], afterMs: number): Promise<void> {
    await pause(afterMs)
    for (const mail of mails) {
      await inTurn(() => deliver(user, [mail.raw]))
      if (delivered.has(mail.mark)) faults.push('delivered-twice')
      delivered.set(mail.mark, mail)
      times.set(mail.mark, (times.get(mail.mark) ?? 0) + 1)
    }
  }
  brand.scriptOf = (from, attempt) => planOf.get(from)?.smtp[attempt] ?? { do: 'accept' }
  brand.kept = ({ from, messageId, raw, ...attempt }) => {
    const mine = planOf.get(from)
    if (mine)
      pending.push(receive(answersTo({ from, messageId, raw, ...attempt }, mine.answer, id), mine.answerAfterMs))
    if (!plan.sentCopies) return
    const copied = inTurn(() => keepSentCopy(user, raw)).then(() => {
      faults.push('kept-in-sent')
      sentCopies.add(messageId)
    })
    pending.push(copied)
  }
  for (let mail = 0; mail < plan.strangers; mail++) pending.push(receive([strangerMail(id, mail)], 200))

  /** Keeps one worker alive, as a supervisor would: one that finds no Redis at its start leaves. */
  function startWorker(): void {
    const words = ['worker', '--redis', redisUrl, '--study-id', id, '--threads', '1']
    const mine = startChild({
      arguments: [...words, '--stalled-after', String(STALLED_AFTER_S)],
      environment: { REPLYMARK_LOG_LEVEL: 'warn' },
      clock: null,
    })
    worker = mine
    children.push(mine)
    void mine.ended.then(() => {
      if (!ending) startWorker()
    })
  }
  if (redis) startWorker()
  const tell = (child: Child, changes: Partial<typeof told>) => {
    told = { ...told, ...changes }
    control(child, controlFile, told)
  }

  const stage: Stage = {
    id,
    user,
    brand,
    proxy,
    redis,
    disk,
    faults,
    get ledger() {
      return ledger
    },
    get worker() {
      return worker
    },
    stayed: [],
    kills: 0,
    startService(faultPoint) {
      told = { jumpMs: 0, full: false }
      bornAt = Date.now()
      const child = startChild({
        arguments: [
          ...['run', '--live', '--no-web', '--study', folder, '--threads', String(plan.threads)],
          ...(redis ? ['--redis', redisUrl] : []),
        ],
        environment: {
          REPLYMARK_SMTP_PASSWORD: SMTP_PASSWORD,
          REPLYMARK_IMAP_PASSWORD: dovecot?.password ?? '',
          REPLYMARK_FAULT_POINT: faultPoint,
        },
        clock: { base: clock, control: controlFile, free },
      })
      children.push(child)
      return child
    },
    async over(child) {
      await child.ended
      clock += (Date.now() - bornAt) * CLOCK_FACTOR + told.jumpMs
    },
    jump: (child, milliseconds) => tell(child, { jumpMs: told.jumpMs + milliseconds }),
    pretendFull: (child, full) => tell(child, { full }),
    letPass(days) {
      clock += days * DAY_MS
      free = true
    },
    note: (text) => void notes.push(text),
    restore() {
      ledger.close()
      for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
      copyFileSync(backup, file)
      ledger = openLedger(file, { evidenceKey: null })
      restored = true
      faults.push('ledger-restored')
    },
    inTurn,
    async allDelivered() {
      for (let known = -1; known !== pending.length; ) {
        known = pending.length
        await Promise.all(pending)
      }
    },
    facts: () => ({
      attempts: brand.attempts,
      delivered: [...delivered.values()],
      deliveries: times,
      kills: stage.kills,
      sentCopies,
      restored,
      windowsOver: free,
    }),
    log: () => [...children.map((child) => child.log()), ...notes].join('\n'),
    async close() {
      ending = true
      for (const child of children) child.kill()
      await Promise.all(children.map((child) => child.ended))
      ledger.close()
      await Promise.allSettled(pending)
      await redis?.close()
      await proxy.close()
      await brand.close()
      disk?.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  return stage
}
