/**
 * The demo: a simulated market behind real SMTP and IMAP on loopback, run through the service's own jobs in virtual time,
 * edition after edition, each but the newest published and sealed, and measured against its truth.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { planProbes } from '../../jobs/send-probes/plan-probes.js'
import { buildEditionReport } from '../../reports/edition-data.js'
import type { EditionReport } from '../../reports/edition-schema.js'
import { serviceParts } from '../app/parts.js'
import { createService, type Service } from '../app/service.js'
import { dayStart } from '../calendar/days.js'
import type { Edition } from '../domain/edition.js'
import { ReplymarkError } from '../domain/error.js'
import type { Standing } from '../domain/standing.js'
import type { Account, Study } from '../domain/study.js'
import { DAY_MS, HOUR_MS, type Instant } from '../domain/time.js'
import { readReportRows } from '../editions/edition-rows.js'
import { LEDGER_FILE, type Ledger, openLedger } from '../ledger/ledger.js'
import { loadStudy } from '../study/load-study.js'
import { writeDemoStudy } from './demo-study.js'
import { endEdition, leaveRunning } from './end-edition.js'
import { createMarket, type Market } from './market.js'
import { type Accuracy, measureAccuracy, measureTreatment } from './measure.js'
import { openPostOffice, type PostOffice } from './post-office.js'
import type { Bias } from './profile.js'
import type { MarketTruth } from './truth.js'

const USER = 'etude'
const SMTP_VARIABLE = 'REPLYMARK_SMTP_PASSWORD'
const IMAP_VARIABLE = 'REPLYMARK_IMAP_PASSWORD'
/** Virtual days between two readings of the mailbox: often enough that a bounce cancels its follow-up. */
const POLL_EVERY_DAYS = 3
/** Pause in virtual time when something due has to wait (a rate, a follow-up whose first e-mail went late). */
const WAIT_MS = HOUR_MS / 4

/** What a demo is. */
export interface DemoOptions {
  /** Folder of the example study. */
  readonly example: string
  /** Study folder to write; it stays. */
  readonly folder: string
  readonly brands: number
  readonly editions: number
  readonly seed: number
  readonly bias: Bias | null
  /** Worker threads for reading and assessing; 0 computes in this thread. */
  readonly threads: number
  /** Told what is under way. */
  readonly progress: (line: string) => void
}

/** What a demo gives. */
export interface DemoResult {
  readonly study: Study
  readonly standings: ReadonlyMap<string, readonly Standing[]>
  readonly truth: Accuracy
  /** Reports of all editions, in order of time. */
  readonly reports: readonly EditionReport[]
  /** What happened, beside how well it was measured. */
  readonly happened: MarketTruth
  /** E-mails sent and messages received. */
  readonly sent: number
  readonly received: number
}

/** The demo can be made again: its plans' secrets derive from its seed, which real ones never do. */
function secretOf(seed: number, edition: string): string {
  return createHash('sha256').update(`demo ${seed} ${edition}`).digest('hex')
}

interface Clock {
  now: Instant
}

interface Stage {
  readonly study: Study
  readonly ledger: Ledger
  readonly service: Service
  readonly market: Market
  readonly office: PostOffice
  readonly clock: Clock
  readonly seed: number
  readonly progress: DemoOptions['progress']
}

/** The example's accounts, led to the sandbox's servers. */
function onLoopback(accounts: readonly Account[], office: PostOffice): readonly Account[] {
  const server = { host: '127.0.0.1', tls: 'none', user: USER } as const
  return accounts.map((account) => ({
    ...account,
    smtp: { ...server, port: office.smtpPort, passwordVariable: SMTP_VARIABLE },
    imap: { ...server, port: office.imapPort, passwordVariable: IMAP_VARIABLE },
  }))
}

async function readMail({ service, office, clock }: Stage): Promise<void> {
  office.deliverUntil(clock.now)
  await service.pollMailboxes()
  await service.process()
}

/** Sends everything of an edition at its time, reading the mailbox on the way. */
async function sendEdition(stage: Stage): Promise<void> {
  const { ledger, service, clock } = stage
  let read = clock.now
  for (let due = ledger.probes.nextDueAt(); due !== null; due = ledger.probes.nextDueAt()) {
    clock.now = Math.max(clock.now, due)
    if (clock.now - read >= POLL_EVERY_DAYS * DAY_MS) {
      await readMail(stage)
      read = clock.now
    }
    const round = await service.sendDue()
    const [stuck] = round.waiting
    if (round.deferred + round.uncertain > 0)
      throw new ReplymarkError('internal', 'an e-mail could not be handed to the simulated post office')
    if (stuck && round.sent + round.refused + round.cancelled === 0) clock.now += WAIT_MS
  }
}

async function runEdition(stage: Stage, edition: Edition): Promise<void> {
  const { study, ledger, market, office, clock, progress } = stage
  clock.now = dayStart(edition.sendFrom) + 5 * HOUR_MS
  const probes = planProbes(study, edition.id, ledger, clock.now, (id) => secretOf(stage.seed, id))
  market.announce(probes)
  progress(`Edition ${edition.id}: ${probes.length} e-mails planned to ${edition.brands.length} brands`)
  await sendEdition(stage)
  progress(`Edition ${edition.id}: sent; waiting for the last answers`)
  const lastSent = Math.max(...ledger.probes.ofEdition(edition.id).map((probe) => probe.sentAt ?? 0))
  const windowEnd = lastSent + edition.answerWindowDays * DAY_MS
  clock.now = Math.max(windowEnd, office.lastDelivery() ?? 0) + DAY_MS
  await readMail(stage)
  progress(`Edition ${edition.id}: ${ledger.messages.list().length} messages read so far and marked`)
}

/** Publishes an edition; the newest stays running with its doubts open, for whoever looks at the study. */
async function bringToEnd({ study, ledger, service, market, clock, progress }: Stage, edition: Edition): Promise<void> {
  const kinds = new Map(market.truth().messages.map(({ hash, kind }) => [hash, kind]))
  const end = { ledger, service, now: () => clock.now, trueKind: (hash: string) => kinds.get(hash) ?? null }
  if (edition.id === study.editions.at(-1)?.id) {
    const open = leaveRunning(end, edition.id)
    progress(`Edition ${edition.id}: ranked and left running with ${open} doubt(s) for a person`)
    return
  }
  const decided = await endEdition(end, edition.id)
  progress(`Edition ${edition.id}: ${decided} doubt(s) decided; published and sealed`)
}

/** Runs a demo. The same options give the same figures. */
export async function runDemo(options: DemoOptions): Promise<DemoResult> {
  const { folder, seed, progress } = options
  writeDemoStudy(options)
  const loaded = await loadStudy(folder, {})
  const clock: Clock = { now: 0 }
  const market = createMarket({
    seed,
    brands: loaded.brands,
    personas: loaded.personas,
    scenarios: loaded.scenarios,
    editions: loaded.editions.map((edition) => edition.id),
    bias: options.bias,
  })
  const password = createHash('sha256').update(`sandbox ${seed}`).digest('hex').slice(0, 16)
  const office = await openPostOffice({
    now: () => clock.now,
    user: USER,
    password,
    refuses: market.refuses,
    receive: market.receive,
  })
  const study: Study = { ...loaded, live: true, accounts: onLoopback(loaded.accounts, office) }
  const ledger = openLedger(join(study.dataFolder, LEDGER_FILE), { now: () => clock.now, evidenceKey: null })
  const service = await createService({
    study,
    ledger,
    environment: { [SMTP_VARIABLE]: password, [IMAP_VARIABLE]: password },
    live: true,
    parts: serviceParts,
    now: () => clock.now,
    threads: options.threads,
  })
  try {
    const stage: Stage = { study, ledger, service, market, office, clock, seed, progress }
    for (const edition of study.editions) {
      await runEdition(stage, edition)
      await bringToEnd(stage, edition)
    }
    const standings = new Map(study.editions.map((edition) => [edition.id, ledger.standings.ofEdition(edition.id)]))
    const truth = market.truth()
    const reports = study.editions.map((edition) => buildEditionReport(readReportRows(ledger, edition.id)))
    const effects = new Map(reports.map((report) => [report.edition.id, report.equalTreatment]))
    const treatment = measureTreatment(ledger, truth, effects, options.bias)
    return {
      study: loaded,
      standings,
      truth: measureAccuracy(ledger, truth, standings, treatment),
      happened: truth,
      reports,
      sent: truth.exchanges.length,
      received: ledger.messages.list().length,
    }
  } finally {
    await service.stop()
    await office.close()
    ledger.close()
  }
}
