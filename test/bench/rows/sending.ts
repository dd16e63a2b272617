/** Sending probes from the ledger, each commit durable and none sent twice, against nodemailer's pool alone. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nodemailer from 'nodemailer'
import { createResultDispatcher, type ServiceContext, silentLog } from '../../../jobs/context.js'
import { sendDue } from '../../../jobs/send-probes/send-due.js'
import { serviceParts } from '../../../src/app/parts.js'
import type { Brand } from '../../../src/domain/brand.js'
import { openLedger } from '../../../src/ledger/ledger.js'
import { openHandedJournal } from '../../../src/mail/handed-journal.js'
import { createSender } from '../../../src/mail/sender.js'
import { MONDAY, sampleConfiguration, sampleProbe } from '../../ledger/samples.js'
import { sampleAccount } from '../../mail/sample-account.js'
import { letters } from '../frame/letters.js'
import { type BenchResult, compare, secondsOf } from '../frame/row.js'

/** Rows of this file. */
export const names = ['send'] as const

const PROBES = 2000
const SINK = fileURLToPath(new URL('../frame/smtp-sink.ts', import.meta.url))
/** A Monday at eleven: within every brand's working hours. */
const NOW = MONDAY + 2 * 3_600_000

const texts = letters('fr', PROBES)

/** Every mail came once. */
async function checkSink(sink: ChildProcess): Promise<void> {
  sink.send('count')
  const [counted] = (await once(sink, 'message')) as [{ mails: number; twice: number }]
  if (counted.mails !== PROBES || counted.twice > 0)
    throw new Error(`${counted.mails} of ${PROBES} mails came, ${counted.twice} of them twice`)
}

/** A ledger in a file with one probe to each of 2 000 brands, all of them due. */
function plannedLedger(folder: string) {
  const ledger = openLedger(join(folder, 'ledger.sqlite'), { evidenceKey: null })
  const sample = sampleConfiguration()
  const [model] = sample.brands as [Brand]
  const domainOf = (number: number) => `brand-${number}.example`
  const brands = Array.from({ length: PROBES }, (_, number) => ({
    ...model,
    id: `brand-${number}`,
    domains: [domainOf(number)],
    contacts: [{ ...model.contacts[0]!, address: `contact@${domainOf(number)}` }],
  }))
  ledger.editions.plan({ ...sample, brands, edition: { ...sample.edition, brands: brands.map(({ id }) => id) } }, NOW)
  const probes = texts.map((text, number) => {
    const probe = sampleProbe(number + 1)
    const recipient = `contact@${domainOf(number)}`
    return { ...probe, brand: `brand-${number}`, recipient, dueAt: MONDAY, mail: { ...probe.mail, text } }
  })
  ledger.probes.add(probes, NOW)
  return ledger
}

async function projectSeconds(port: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'replymark-send-'))
  const ledger = plannedLedger(folder)
  const account = sampleAccount({ smtpPort: port, perHour: PROBES })
  const sender = createSender(account, { password: 'x', now: () => NOW })
  const context: ServiceContext = {
    ledger,
    now: () => NOW,
    log: silentLog,
    // Sending asks nothing of the queue.
    queue: null as unknown as ServiceContext['queue'],
    results: createResultDispatcher(),
    parts: serviceParts,
    settings: { live: true, accounts: [account], optOut: [] },
    atFaultPoint: () => {},
    journal: openHandedJournal(join(folder, 'handed.log')),
    sender: () => sender,
  }
  try {
    return await secondsOf(async () => {
      let sent = 0
      for (;;) {
        const round = await sendDue(context, true)
        if (round.sent === 0) break
        sent += round.sent
      }
      if (sent !== PROBES) throw new Error(`${sent} of ${PROBES} probes were sent`)
    })
  } finally {
    await sender.close()
    ledger.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The pool alone: no ledger, nothing durable, as many connections. */
async function poolSeconds(port: number): Promise<number> {
  const account = sampleAccount({ smtpPort: port })
  const { connections } = createSender(account, { password: 'x', now: () => NOW })
  const transport = nodemailer.createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    maxConnections: connections,
    auth: { user: 'shopper', pass: 'x' },
  })
  const seconds = await secondsOf(() =>
    Promise.all(
      texts.map((text, number) => {
        const probe = sampleProbe(number + 1)
        return transport.sendMail({
          messageId: `<pool-${number}@shopper.example>`,
          from: { name: probe.fromName, address: probe.fromAddress },
          replyTo: probe.replyAddress,
          to: `contact@brand-${number}.example`,
          subject: probe.mail.subject,
          text,
        })
      }),
    ),
  )
  transport.close()
  return seconds
}

/** Measures it. */
export async function bench(): Promise<readonly BenchResult[]> {
  const sink = fork(SINK, [], { execArgv: ['--import', 'tsx'] })
  const [{ port }] = (await once(sink, 'message')) as [{ port: number }]
  try {
    const rate = (seconds: (port: number) => Promise<number>) => async () => {
      const taken = await seconds(port)
      await checkSink(sink)
      return PROBES / taken
    }
    return [
      await compare({
        name: 'send',
        work: `${PROBES} probes of 150 words from the ledger to an SMTP server in another process: rules asked, \`sending\` durable before each dialogue, none twice`,
        unit: 'mails/s',
        bound: { of: 'ratio', at: 'least', limit: 0.8 },
        project: rate(projectSeconds),
        peer: { name: 'nodemailer pool alone, as many connections', round: rate(poolSeconds) },
        rounds: 5,
        note: 'profile: beyond the dialogue itself each probe costs two changes of state with their history, its share of a commit of eight probes and of the disk’s sync (the system’s threads wait for it, the dialogues go on), the caps of its brand and a line of the journal: about as much processor time again as the pool alone takes; a slow or shared disk shows in the ratio',
      }),
    ]
  } finally {
    sink.disconnect()
  }
}
