/**
 * The composition root: a study and its ledger → a running service. It alone names concrete edges: nodemailer senders,
 * imapflow mailboxes, the embedded or the BullMQ queue, worker threads.
 */
import { readFileSync } from 'node:fs'
import { type AssessmentRound, type AssessOptions, assessEdition } from '../../jobs/assess-exchanges/assess-edition.js'
import { createProcessing } from '../../jobs/assess-exchanges/process-round.js'
import {
  createResultDispatcher,
  type ServiceContext,
  type ServiceLog,
  type ServiceParts,
  silentLog,
} from '../../jobs/context.js'
import { JOBS } from '../../jobs/index.js'
import { applyMatchReviews } from '../../jobs/interpret-messages/interpret-messages.js'
import type { JobPorts } from '../../jobs/job.js'
import { createMailboxes, type Mailboxes, type MailboxHealth } from '../../jobs/poll-mailboxes/mailboxes.js'
import { markInterrupted, sendDue } from '../../jobs/send-probes/send-due.js'
import { recordLate } from '../../jobs/send-probes/sending-outcome.js'
import { ReplymarkError } from '../domain/error.js'
import type { Study } from '../domain/study.js'
import type { Instant } from '../domain/time.js'
import { settleStates } from '../editions/settle-states.js'
import type { Ledger } from '../ledger/ledger.js'
import { type Environment, readSecret } from '../mail/credentials.js'
import { type AtFaultPoint, noFaults } from '../mail/fault-points.js'
import type { HandedJournal } from '../mail/handed-journal.js'
import { createSender, type Sender } from '../mail/sender.js'
import { createEmbeddedQueue } from '../queue/embedded.js'
import type { Queue, QueueHandlers } from '../queue/queue.js'
import { createThreadPool } from '../queue/thread-pool.js'
import { createWorkPool, type WorkPool } from '../queue/work.js'

/** What a service is made of. */
export interface ServiceOptions {
  readonly study: Study
  readonly ledger: Ledger
  /** Secrets are read from here, never from the study. */
  readonly environment: Environment
  /** What the operator said on the command line; nothing is sent without it and `live: true` in the study. */
  readonly live: boolean
  readonly parts: ServiceParts
  /** The clock: the program's, or that of the simulated market. */
  readonly now: () => Instant
  readonly log?: ServiceLog
  /** Worker threads; 0 (default) computes in this thread. */
  readonly threads?: number
  /** Another queue than the embedded one. */
  readonly openQueue?: (handlers: QueueHandlers) => Promise<Queue>
  readonly atFaultPoint?: AtFaultPoint
  /** Journal of what was handed to SMTP; a service that sends real mail has one. */
  readonly journal?: HandedJournal
  /** Milliseconds between two polls of a watched mailbox at most; 60 000 by default. */
  readonly pollEveryMs?: number
}

/** A service. Every method can be called on its own; `start` calls them over time. */
export interface Service extends JobPorts {
  /** Brings the states of an edition's probes in line with the evidence and people's decisions. Returns how many changed. */
  settle(edition: string): number
  /** Assesses one edition now. */
  assess(edition: string, options?: AssessOptions): Promise<AssessmentRound>
  /**
   * Does one job now.
   * @throws ReplymarkError `usage` for an unknown job or a payload it cannot take; whatever the job throws
   */
  runJob(name: string, payload: unknown): Promise<unknown>
  /** Runs jobs on their schedules and watches the mailboxes until `stop`. */
  start(): Promise<void>
  /** Finishes what is under way and ends. */
  stop(): Promise<void>
  /** State of the mailboxes. */
  mailboxes(): readonly MailboxHealth[]
}

function openSenders(options: ServiceOptions, now: () => Instant) {
  const senders = new Map<string, Sender>()
  return {
    of(id: string): Sender {
      const known = senders.get(id)
      if (known) return known
      const account = options.study.accounts.find((candidate) => candidate.id === id)
      if (!account)
        throw new ReplymarkError('configuration', `Account ${id} is not configured`, {
          hint: 'Probes of a running edition need the account they were planned with; put it back into study.yaml.',
        })
      const password = account.smtp.user
        ? readSecret(options.environment, account.smtp.passwordVariable, `the sending server of account ${id}`)
        : ''
      const keyFile = account.dkim ? options.environment[account.dkim.keyFileVariable] : undefined
      const sender = createSender(account, {
        password,
        now,
        ...(keyFile ? { dkimKey: readFileSync(keyFile, 'utf8') } : {}),
      })
      senders.set(id, sender)
      return sender
    },
    async close(): Promise<void> {
      for (const sender of senders.values()) await sender.close()
    },
  }
}

/** Lets one run at a time; a call during a run is answered by the next run. */
function oneAtATime<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<unknown> = Promise.resolve()
  return () => {
    const turn = running.then(work, work)
    running = turn.catch(() => {})
    return turn
  }
}

/** Makes a service. Nothing happens until one of its methods is called. */
export async function createService(options: ServiceOptions): Promise<Service> {
  const { study, ledger, live, parts, now } = options
  const log = options.log ?? silentLog
  const results = createResultDispatcher()
  const handlers: QueueHandlers = {
    resultArrived: (result) => results.dispatch(result),
    failed: (what, error) =>
      log.error({ what, cause: error instanceof Error ? error.message : String(error) }, 'failed'),
  }
  const threads = options.threads ?? 0
  const pool: WorkPool | null = options.openQueue
    ? null
    : threads > 0
      ? createThreadPool({ threads })
      : createWorkPool()
  const queue = options.openQueue
    ? await options.openQueue(handlers)
    : createEmbeddedQueue({
        execute: (type, payload) => pool?.execute(type, payload) ?? Promise.reject(new Error('no work pool')),
        ...(pool && threads > 0 ? { executeBatch: pool.executeBatch } : {}),
        handlers,
        // One batch more than threads: the next one lies ready when a thread has done its own.
        concurrency: threads > 0 ? threads + 1 : 1,
      })
  const senders = openSenders(options, now)
  const context: ServiceContext = {
    ledger,
    now,
    log,
    queue,
    results,
    parts,
    settings: { live: study.live, accounts: study.accounts, optOut: study.limits.optOut },
    atFaultPoint: options.atFaultPoint ?? noFaults,
    journal: options.journal ?? null,
    sender: senders.of,
  }
  const mailboxes: Mailboxes = createMailboxes(context, options.environment, options.pollEveryMs)
  const stopping = new AbortController()
  let watching: Promise<void> = Promise.resolve()

  const process = oneAtATime(createProcessing(context, mailboxes))
  const send = oneAtATime(() => sendDue(context, live, () => !stopping.signal.aborted))

  const service: Service = {
    context,
    sendDue: send,
    pollMailboxes: () => mailboxes.pollAll(),
    process,
    settle: (edition) => applyMatchReviews(context) + settleStates(ledger, edition, now()),
    assess: (edition, assessOptions) => assessEdition(context, edition, assessOptions),
    async runJob(name, payload) {
      const job = JOBS.find((candidate) => candidate.name === name)
      if (job) return job.start(service, payload)
      throw new ReplymarkError('usage', `There is no job ${name}`, {
        hint: `Jobs: ${JOBS.map((candidate) => candidate.name).join(', ')}.`,
      })
    },
    async start() {
      const interrupted = markInterrupted(context)
      if (interrupted > 0)
        log.warn({ probes: interrupted }, 'the last run ended during sending; these probes are uncertain')
      watching = mailboxes.watch(
        stopping.signal,
        () => void process().catch((error) => handlers.failed('assess-exchanges', error)),
      )
      await queue.schedule(
        JOBS.flatMap(({ name, everyMs }) =>
          everyMs === null ? [] : [{ name, everyMs, run: async () => void (await service.runJob(name, {})) }],
        ),
      )
      log.info({ live: live && study.live, accounts: study.accounts.length, queue: queue.name }, 'service started')
    },
    async stop() {
      stopping.abort()
      await queue.close()
      await watching
      await mailboxes.close()
      await senders.close()
      try {
        // The last chance: what only this process knows of a mail would be uncertain at the next start.
        recordLate(context)
      } catch (error) {
        handlers.failed('outcomes of sent mail', error)
      }
      await pool?.close()
      log.info({}, 'service stopped')
    },
    mailboxes: () => mailboxes.health(),
  }
  return service
}
