/** An edition whose probes were all answered, in both languages, ready to be assessed; and a service context over any ledger. */

import { createResultDispatcher, type ServiceContext, silentLog } from '../../jobs/context.js'
import { interpretMessages } from '../../jobs/interpret-messages/interpret-messages.js'
import { serviceParts } from '../../src/app/parts.js'
import { readGrid } from '../../src/cli/commands/mark/read-inputs.js'
import type { EditionConfiguration } from '../../src/domain/configuration.js'
import type { Probe } from '../../src/domain/probe.js'
import { DAY_MS, HOUR_MS } from '../../src/domain/time.js'
import { settleStates } from '../../src/editions/settle-states.js'
import { type Ledger, openLedger } from '../../src/ledger/ledger.js'
import { noFaults } from '../../src/mail/fault-points.js'
import { createEmbeddedQueue } from '../../src/queue/embedded.js'
import type { Queue, QueueHandlers } from '../../src/queue/queue.js'
import { createThreadPool } from '../../src/queue/thread-pool.js'
import { loadStudy } from '../../src/study/load-study.js'
import { letters } from '../bench/frame/letters.js'
import { MONDAY, sampleConfiguration, sampleProbe } from '../ledger/samples.js'

/** The edition's id. */
export const EDITION = '2026'

const PROBES_A_BRAND = 8
const SCENARIOS = ['complaint', 'question-in-english'] as const

/** Opens a queue whose results go to the handlers. */
export type OpenQueue = (handlers: QueueHandlers) => Promise<Queue>

/** A context that sends nothing, with a queue that is closed by `close`. */
export async function contextOver(
  ledger: Ledger,
  openQueue: OpenQueue,
): Promise<{ readonly context: ServiceContext; readonly failures: string[]; close(): Promise<void> }> {
  const results = createResultDispatcher()
  const failures: string[] = []
  const queue = await openQueue({
    resultArrived: (result) => results.dispatch(result),
    failed: (what, error) => failures.push(`${what}: ${error instanceof Error ? error.message : String(error)}`),
  })
  const context: ServiceContext = {
    ledger,
    now: () => MONDAY + 40 * DAY_MS,
    log: silentLog,
    queue,
    results,
    parts: serviceParts,
    settings: { live: false, accounts: [], optOut: [] },
    atFaultPoint: noFaults,
    journal: null,
    sender() {
      throw new Error('nothing is sent here')
    },
  }
  return { context, failures, close: () => queue.close() }
}

/** The queue of one process with worker threads, as `replymark run` opens it. */
export function embeddedWithThreads(threads: number): OpenQueue {
  return async (handlers) => {
    const pool = createThreadPool({ threads })
    const { execute, executeBatch } = pool
    const queue = createEmbeddedQueue({ execute, executeBatch, handlers, concurrency: threads + 1 })
    return {
      ...queue,
      async close() {
        await queue.close()
        await pool.close()
      },
    }
  }
}

async function configurationOf(brands: number): Promise<EditionConfiguration> {
  const sample = sampleConfiguration(EDITION)
  const { scenarios, proofreading } = await loadStudy('config', {})
  const [brand] = sample.brands
  if (!brand) throw new Error('the sample has no brand')
  return {
    ...sample,
    grid: await readGrid('replymark'),
    scenarios: scenarios.filter(({ id }) => (SCENARIOS as readonly string[]).includes(id)),
    proofreading,
    brands: Array.from({ length: brands }, (_, index) => ({
      ...brand,
      id: `brand-${index}`,
      name: `Brand ${index}`,
      domains: [`brand-${index}.example`],
      contacts: [{ address: `contact@brand-${index}.example`, department: 'customer-service' as const }],
    })),
  }
}

function probeOf(number: number): Probe {
  const brand = `brand-${Math.floor(number / PROBES_A_BRAND)}`
  const scenario = SCENARIOS[number % SCENARIOS.length] ?? 'complaint'
  const probe = sampleProbe(number, { brand, scenario })
  const language = scenario === 'complaint' ? 'fr' : 'en'
  return {
    ...probe,
    id: `${probe.id}-${scenario}`,
    recipient: `contact@${brand}.example`,
    mail: { ...probe.mail, language },
  }
}

/** A letter cut to its first sentences: cheap, and still in its language. */
function short(letter: string): string {
  const [opening = '', body = '', ...rest] = letter.split('\n\n')
  return [
    opening,
    body
      .split(/(?<=[.?!]) /)
      .slice(0, 4)
      .join(' '),
    ...rest,
  ].join('\n\n')
}

function answerTo(probe: Probe, text: string): Buffer {
  const lines = [
    `From: Service clients <${probe.recipient}>`,
    `To: ${probe.replyAddress}`,
    `Subject: Re: ${probe.mail.subject}`,
    `In-Reply-To: <${probe.token}@shopper.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`)
}

const AT_ONCE = 500

/** Writes a ledger with so many exchanges: probes sent, answers received, read and matched, nothing assessed. */
export async function writeAnsweredEdition(file: string, exchanges: number): Promise<void> {
  const ledger = openLedger(file, { evidenceKey: null })
  const { context, close } = await contextOver(ledger, embeddedWithThreads(2))
  try {
    ledger.editions.plan(await configurationOf(Math.ceil(exchanges / PROBES_A_BRAND)), MONDAY)
    const probes = Array.from({ length: exchanges }, (_, number) => probeOf(number))
    ledger.probes.add(probes, MONDAY)
    ledger.editions.move(EDITION, 'running', MONDAY)
    const texts = { fr: letters('fr', exchanges), en: letters('en', exchanges) }
    for (let start = 0; start < probes.length; start += AT_ONCE)
      ledger.transaction(() => {
        const part = probes.slice(start, start + AT_ONCE)
        for (const [index, { id, token }] of part.entries()) {
          const at = MONDAY + (start + index) * 1_000
          const by = 'test'
          ledger.probes.move(id, 'planned', 'sending', { at, by, messageId: `<${token}@shopper.example>` })
          ledger.probes.move(id, 'sending', 'sent', { at, by, sentAt: at })
        }
        const messages = part.map((probe, index) => {
          const number = start + index
          const internalDate = MONDAY + number * 1_000 + HOUR_MS + ((number * 37) % 4_000) * 60_000
          const text = short(texts[probe.mail.language as 'fr' | 'en'][number] ?? '')
          return { uid: number + 1, internalDate, raw: answerTo(probe, text) }
        })
        const lastUid = start + part.length
        ledger.messages.ingest({ account: 'main', folder: 'INBOX', uidValidity: '1', lastUid, messages }, MONDAY)
      })
    const { matched } = await interpretMessages(context)
    settleStates(context.ledger, EDITION, context.now())
    // A few of the short letters read like receipts; their exchanges are unanswered and assessed all the same.
    const { answered = 0 } = ledger.probes.countByState(EDITION)
    if (matched !== exchanges || answered < exchanges * 0.9)
      throw new Error(`${matched} answers matched and ${answered} probes answered of ${exchanges}`)
  } finally {
    await close()
    ledger.close()
  }
}
