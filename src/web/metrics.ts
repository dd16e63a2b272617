/** Prometheus metrics of the web and the ledger. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { assessmentFailure, readSending } from './data/troubles.js'
import type { WebDependencies } from './dependencies.js'

/** Makes the registry; gauges read the ledger when they are scraped. */
export function createMetrics(dependencies: WebDependencies) {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({
    name: 'replymark_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'status'],
    registers,
  })
  const duration = new Histogram({
    name: 'replymark_request_seconds',
    help: 'Time to answer a request',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  })
  new Gauge({
    name: 'replymark_messages',
    help: 'Messages in the ledger',
    registers,
    collect() {
      this.set(dependencies.ledger.messages.count())
    },
  })
  new Gauge({
    name: 'replymark_open_reviews',
    help: 'Doubts waiting for a person',
    registers,
    collect() {
      this.set(dependencies.ledger.reviews.open().length)
    },
  })
  new Gauge({
    name: 'replymark_probes',
    help: 'Probes by edition and state',
    labelNames: ['edition', 'state'],
    registers,
    collect() {
      for (const { id } of dependencies.ledger.editions.list()) {
        for (const [state, count] of Object.entries(dependencies.ledger.probes.countByState(id)))
          this.set({ edition: id, state }, count ?? 0)
      }
    },
  })
  new Gauge({
    name: 'replymark_sending_account_up',
    help: '0 while a sending account does not work, else 1',
    labelNames: ['account'],
    registers,
    collect() {
      for (const { account, failure } of readSending(dependencies)) this.set({ account }, failure ? 0 : 1)
    },
  })
  new Gauge({
    name: 'replymark_clock_ahead_seconds',
    help: 'By how much this clock is ahead of the mail servers that tell the time',
    labelNames: ['account'],
    registers,
    collect() {
      for (const { account, clockAheadMs } of readSending(dependencies))
        if (clockAheadMs !== null) this.set({ account }, clockAheadMs / 1_000)
    },
  })
  new Gauge({
    name: 'replymark_mailbox_up',
    help: '0 while a mailbox cannot be read to its end, else 1',
    labelNames: ['account'],
    registers,
    collect() {
      for (const { account, state } of dependencies.service?.mailboxes() ?? [])
        this.set({ account }, state === 'failed' ? 0 : 1)
    },
  })
  new Gauge({
    name: 'replymark_assessment_failed',
    help: '1 where an edition could not be assessed in the last round, else 0',
    labelNames: ['edition'],
    registers,
    collect() {
      for (const { id } of dependencies.ledger.editions.list())
        this.set({ edition: id }, assessmentFailure(dependencies, id) ? 1 : 0)
    },
  })
  return {
    observe(method: string, status: number, seconds: number): void {
      requests.inc({ method, status: String(status) })
      duration.observe(seconds)
    },
    text: (): Promise<string> => registry.metrics(),
    contentType: registry.contentType,
  }
}

/** The metrics of one application. */
export type Metrics = ReturnType<typeof createMetrics>
