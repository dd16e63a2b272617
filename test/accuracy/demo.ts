/**
 * The demo against its truth: a market of 24 brands over two editions behind real SMTP and IMAP, the first published with its doubts
 * decided by somebody who reads, the second left running.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LEDGER_FILE, openLedger } from '../../src/ledger/ledger.js'
import { type DemoResult, runDemo } from '../../src/sandbox/run-demo.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'

const SEEDS = [1, 2, 3]
const BRANDS = 24
const SILENT = ['unanswered', 'bounced', 'undelivered']

/** What one demo says. */
interface Figures {
  readonly answers: number
  /** True answers whose e-mail ends as if there were none. */
  readonly lost: number
  readonly messages: number
  /** Messages that a person was asked about. */
  readonly asked: number
}

function figuresOf(demo: DemoResult): Figures {
  const ledger = openLedger(join(demo.study.dataFolder, LEDGER_FILE), { mode: 'read' })
  try {
    const answered = demo.happened.exchanges.filter(({ answer }) => answer !== null)
    return {
      answers: answered.length,
      lost: answered.filter(({ probe }) => SILENT.includes(ledger.probes.get(probe)?.state ?? '')).length,
      messages: demo.received,
      asked: ledger.reviews.list().filter(({ subject }) => subject === 'kind' || subject === 'match').length,
    }
  } finally {
    ledger.close()
  }
}

/** Runs the demos. */
export async function measure(): Promise<AccuracyReport> {
  const rows: AccuracyRow[] = []
  const total = { answers: 0, lost: 0, messages: 0, asked: 0 }
  for (const seed of SEEDS) {
    const root = mkdtempSync(join(tmpdir(), 'replymark-accuracy-demo-'))
    try {
      const demo = await runDemo({
        example: 'config',
        folder: join(root, 'study'),
        brands: BRANDS,
        editions: 2,
        seed,
        bias: null,
        threads: 0,
        progress: () => {},
      })
      const { matching, undelivered, machines, ranks, kinds } = demo.truth
      const row = (measure: string, value: number | null, n: number, bound: number | null) =>
        rows.push({ measure: `seed ${seed}: ${measure}`, value: value ?? 0, bound, unit: 'share', n, peers: {} })
      row('matching, precision', matching.precision, matching.n, 1)
      row('matching, recall', matching.recall, matching.n, 0.99)
      row('kinds read right', kinds.accuracy, kinds.n, 0.97)
      row('e-mails that never arrived because of us, precision', undelivered.precision, undelivered.n, 1)
      row('e-mails that never arrived because of us, recall', undelivered.recall, undelivered.n, 1)
      row('answers by a machine that says so, precision', machines.precision, machines.n, machines.n === 0 ? null : 1)
      row('answers by a machine that says so, recall', machines.recall, machines.n, machines.n === 0 ? null : 1)
      row('rank correlation with the truth (Spearman), the lower of two editions', ranks.spearman, BRANDS, 0.97)
      const figures = figuresOf(demo)
      for (const key of ['answers', 'lost', 'messages', 'asked'] as const) total[key] += figures[key]
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  }
  const share = (measure: string, part: number, n: number, bound: number): AccuracyRow => ({
    measure,
    value: part / n,
    bound,
    boundIs: 'most',
    unit: 'share',
    n,
    peers: {},
  })
  rows.push(
    share('answers that end as silence', total.lost, total.answers, 0),
    share('messages that a person is asked about', total.asked, total.messages, 0.12),
  )
  return {
    name: 'demo',
    about: `Simulated markets of ${BRANDS} brands over two editions, seeds ${SEEDS.join(', ')}, against their truth.`,
    rows,
    misses: [],
  }
}
