/**
 * Accuracy on the reference bounces: kind, hard or soft, status, recipient, by the definitions of the corpora's own README.
 * Automatic replies and feedback reports are counted together; delivery receipts are left out.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MessageKind, Reading } from '../../src/domain/message.js'
import { readMessage } from '../../src/reading/read-message.js'
import { corpusFolder, readRows } from './frame/corpora.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'

interface ExpectedBounce {
  readonly file: string
  readonly kind: 'bounce' | 'feedback-loop' | 'auto-reply' | 'not-bounce' | 'delivery-receipt'
  readonly reason: string | null
  readonly deliverystatus: string | null
  readonly hardbounce: boolean | null
  readonly recipient?: string
  readonly delayed?: boolean
}

const KINDS: Readonly<Record<Exclude<ExpectedBounce['kind'], 'delivery-receipt'>, readonly MessageKind[]>> = {
  bounce: ['bounce', 'delay-notice'],
  'feedback-loop': ['feedback-loop'],
  'auto-reply': ['out-of-office', 'acknowledgement'],
  'not-bounce': ['reply', 'acknowledgement', 'marketing', 'unrelated', 'survey'],
}

class Share {
  right = 0
  n = 0
  constructor(
    readonly measure: string,
    readonly bound: number,
  ) {}

  count(right: boolean): boolean {
    this.n += 1
    if (right) this.right += 1
    return right
  }

  row(): AccuracyRow {
    return {
      measure: this.measure,
      value: this.right / Math.max(1, this.n),
      bound: this.bound,
      unit: 'share',
      n: this.n,
      peers: {},
    }
  }
}

/** Sisimai's own numbers for reasons without a code. */
function isInvented(status: string): boolean {
  return /\.0\.9\d\d$/.test(status)
}

/** Reads every reference bounce and compares. */
export async function measure(): Promise<AccuracyReport> {
  const about = 'Bounces of some 60 mail systems, feedback reports and automatic replies (shared/corpora/bounces).'
  const folder = corpusFolder('bounces')
  if (!folder) return { name: 'bounces', about, rows: [], misses: [], skipped: 'shared/corpora/bounces is not there' }
  // Short by two old Gmail mails that say themselves "THIS IS A WARNING MESSAGE ONLY … delayed": a delay notice is no bounce.
  const bounce = new Share('bounces recognised (kind)', 0.995)
  const honest = new Share('… warnings that say "delayed" themselves counted as delay notices', 0.995)
  const other = new Share('automatic replies and feedback reports right', 0.98)
  const ordinary = new Share('ordinary mail not taken for a bounce', 1)
  const hard = new Share('hard or soft right', 0.97)
  const status = new Share('status code right, where one is known', 0.95)
  const recipient = new Share('recipient right, where one is known', 0.95)
  const misses: string[] = []
  const miss = (expected: ExpectedBounce, what: string, reading: Reading) =>
    misses.push(
      `${expected.file} ${what}; expected ${expected.kind} ${expected.reason ?? ''} ${expected.deliverystatus ?? ''}, ` +
        `read ${reading.kind} ${reading.bounce?.reason ?? ''} ${reading.bounce?.status ?? ''}: ${reading.bounce?.diagnostic.slice(0, 160) ?? ''}`,
    )
  for (const expected of readRows<ExpectedBounce>(join(folder, 'expected.jsonl'))) {
    if (expected.kind === 'delivery-receipt') continue
    const raw = readFileSync(join(folder, expected.file))
    const reading = await readMessage(raw)
    const delayTakenForFailure = expected.kind === 'bounce' && !expected.delayed && reading.kind === 'delay-notice'
    const share = expected.kind === 'bounce' ? bounce : expected.kind === 'not-bounce' ? ordinary : other
    const right = KINDS[expected.kind].includes(reading.kind)
    if (!share.count(right && !delayTakenForFailure)) miss(expected, 'kind', reading)
    const warning = raw.toString('latin1').includes('THIS IS A WARNING MESSAGE ONLY')
    if (expected.kind === 'bounce') honest.count(right && (!delayTakenForFailure || warning))
    if (expected.kind !== 'bounce' || expected.delayed) continue
    if (expected.hardbounce !== null && !hard.count(reading.bounce?.hard === expected.hardbounce)) {
      miss(expected, `hard should be ${expected.hardbounce}`, reading)
    }
    const code = expected.deliverystatus
    if (code && !isInvented(code) && !status.count(reading.bounce?.status === code)) miss(expected, 'status', reading)
    if (expected.recipient) {
      const same = (reading.bounce?.recipient ?? '').toLowerCase() === expected.recipient.toLowerCase()
      if (!recipient.count(same))
        miss(expected, `recipient ${expected.recipient}, read ${reading.bounce?.recipient}`, reading)
    }
  }
  const rows = [bounce, honest, hard, status, recipient, other, ordinary].map((share) => share.row())
  return { name: 'bounces', about, rows, misses }
}
