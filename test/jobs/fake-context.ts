/** A service context over a ledger in memory: real queue and work pool, a sender that does what it is told, a clock that is set. */

import { createResultDispatcher, type ServiceContext, silentLog } from '../../jobs/context.js'
import { serviceParts } from '../../src/app/parts.js'
import type { EditionConfiguration } from '../../src/domain/configuration.js'
import type { Instant } from '../../src/domain/time.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { openLedger } from '../../src/ledger/ledger.js'
import { noFaults } from '../../src/mail/fault-points.js'
import type { HandedJournal } from '../../src/mail/handed-journal.js'
import type { OutgoingMail, SendOutcome } from '../../src/mail/sender.js'
import { createEmbeddedQueue } from '../../src/queue/embedded.js'
import type { Execute } from '../../src/queue/queue.js'
import { createWorkPool } from '../../src/queue/work.js'
import { MONDAY, sampleConfiguration, sampleProbe } from '../ledger/samples.js'
import { sampleAccount } from '../mail/sample-account.js'

/** The context, and the strings that move it. */
export interface FakeContext extends ServiceContext {
  /** What the clock says. */
  time: Instant
  /** What the next mails meet, in order; accepted when empty. */
  readonly outcomes: (SendOutcome | ((mail: OutgoingMail) => SendOutcome))[]
  /** Mails handed to the sender. */
  readonly handed: OutgoingMail[]
  /** Work that was computed. */
  readonly computed: string[]
}

/** What a test changes. */
export interface FakeOptions {
  readonly probes?: number
  readonly configuration?: Partial<EditionConfiguration>
  readonly live?: boolean
  readonly optOut?: readonly string[]
  readonly execute?: Execute
  readonly journal?: HandedJournal
  /** File of the ledger; in memory by default. */
  readonly file?: string
  /** Mails at once; 1 by default. */
  readonly connections?: number
}

/** Makes one, with an edition of `probes` probes to one brand planned. */
export function fakeContext(options: FakeOptions = {}): FakeContext {
  const ledger: Ledger = openLedger(options.file ?? ':memory:', { evidenceKey: null })
  const sample = sampleConfiguration()
  ledger.editions.plan({ ...sample, ...options.configuration }, MONDAY)
  ledger.probes.add(
    Array.from({ length: options.probes ?? 1 }, (_, index) => sampleProbe(index + 1)),
    MONDAY,
  )
  const results = createResultDispatcher()
  const pool = createWorkPool()
  const computed: string[] = []
  const execute = options.execute ?? pool.execute
  const queue = createEmbeddedQueue({
    execute: (type, payload) => {
      computed.push(type)
      return execute(type, payload)
    },
    handlers: { resultArrived: (result) => results.dispatch(result), failed() {} },
    retry: { attempts: 2, firstPauseMs: 1 },
  })
  const outcomes: FakeContext['outcomes'] = []
  const handed: OutgoingMail[] = []
  const context: FakeContext = {
    ledger,
    now: () => context.time,
    time: MONDAY + 3_600_000,
    log: silentLog,
    queue,
    results,
    parts: serviceParts,
    settings: { live: options.live ?? true, accounts: [sampleAccount()], optOut: options.optOut ?? [] },
    atFaultPoint: noFaults,
    journal: options.journal ?? null,
    outcomes,
    handed,
    computed,
    sender: () => ({
      connections: options.connections ?? 1,
      async send(mail) {
        handed.push(mail)
        const next = outcomes.shift()
        if (!next) return { outcome: 'accepted', at: context.time, response: '250 OK' }
        return typeof next === 'function' ? next(mail) : next
      },
      async verify() {},
      async close() {},
    }),
  }
  return context
}

let uid = 0

/** Puts a raw mail into the ledger as a mailbox would. Returns its hash. */
export function receive(context: FakeContext, raw: string, at: Instant = context.time): string {
  uid++
  const batch = { account: 'main', folder: 'INBOX', uidValidity: '1', lastUid: uid }
  const { stored, known } = context.ledger.messages.ingest(
    { ...batch, messages: [{ uid, internalDate: at, raw: Buffer.from(raw.replaceAll('\n', '\r\n')) }] },
    context.time,
  )
  return stored[0] ?? known[0] ?? ''
}

/** A mail from the brand, to an address. */
export function brandMail(to: string, text: string, headers: readonly string[] = []): string {
  const lines = [
    'From: Paul Martin <contact@maison-lune.example>',
    `To: ${to}`,
    'Subject: Re: Colis',
    'Content-Type: text/plain; charset=utf-8',
    ...headers,
  ]
  return `${lines.join('\n')}\n\n${text}\n`
}
