/**
 * `npm run accuracy -- unseen`: kinds on sets that nobody here wrote. Each folder of mails with a labels.jsonl (`file`, `kind`,
 * `alt_kinds`, `human`) under ../shared/corpora, or named in REPLYMARK_UNSEEN (separated by colons), is measured; the first look at it
 * goes into docs/unseen.json. Beside it stand the figures of mails left out of the training by manner of writing and family of systems.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { MessageKind, Reading } from '../../src/domain/message.js'
import { DEFAULT_REVIEWS_PER_100 } from '../../src/domain/study.js'
import { expectedCalibrationError } from '../../src/learning/calibration.js'
import { doubtOf, reviewPlanFor } from '../../src/reading/kind/signs/review-plan.js'
import { KIND_WEIGHTS } from '../../src/reading/kind/signs/weights/kinds.js'
import { readMessage } from '../../src/reading/read-message.js'
import { READING_VERSION } from '../../src/reading/version.js'
import { corpusFolder, readRows } from './frame/corpora.js'
import type { AccuracyReport, AccuracyRow } from './frame/report.js'
import { type FirstFigure, figure, firstLook } from './frame/unseen-ledger.js'

interface Label {
  readonly file: string
  readonly kind: MessageKind
  readonly alt_kinds: readonly MessageKind[] | null
  readonly human: boolean
}

/** Kinds that sets made before these existed call by another name. */
const COARSER: Readonly<Partial<Record<MessageKind, readonly MessageKind[]>>> = {
  transactional: ['unrelated'],
  'forwarding-notice': ['unrelated', 'acknowledgement'],
  'reading-receipt': ['unrelated'],
  'answered-elsewhere': ['reply', 'unrelated'],
}

interface Judged {
  readonly label: Label
  readonly reading: Reading
  readonly right: boolean
  readonly answers: boolean
}

async function judge(folder: string): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const label of readRows<Label>(join(folder, 'labels.jsonl'))) {
    const reading = await readMessage(readFileSync(join(folder, label.file)))
    const accepted = [label.kind, ...(label.alt_kinds ?? [])]
    const names = [reading.kind, ...(COARSER[reading.kind] ?? [])]
    judged.push({
      label,
      reading,
      right: names.some((name) => accepted.includes(name)),
      answers: accepted.includes('reply'),
    })
  }
  return judged
}

function figuresOf(judged: readonly Judged[]): FirstFigure[] {
  const share = (measure: string, list: readonly Judged[], holds: (one: Judged) => boolean) =>
    figure(measure, list.filter(holds).length, list.length)
  const machines = judged.filter(({ answers }) => !answers)
  const replies = judged.filter(({ label }) => label.kind === 'reply')
  const { threshold } = reviewPlanFor(DEFAULT_REVIEWS_PER_100)
  const asked = ({ reading }: Judged) => doubtOf(reading) >= threshold
  return [
    share('kind', judged, ({ right }) => right),
    share(
      'kind, people’s mails',
      judged.filter(({ label }) => label.human),
      ({ right }) => right,
    ),
    share(
      'kind, machines’ mails',
      judged.filter(({ label }) => !label.human),
      ({ right }) => right,
    ),
    share('sent to a person', judged, asked),
    share('no reply, counted as one after reviews', machines, (one) => !asked(one) && one.reading.kind === 'reply'),
    share('reply, lost after reviews', replies, (one) => !asked(one) && one.reading.kind !== 'reply'),
  ]
}

function calibrationOf(judged: readonly Judged[]): number {
  const outcomes = judged.map(({ reading, answers }) => ({ score: reading.replyProbability ?? 0, positive: answers }))
  return expectedCalibrationError(outcomes, 5) ?? 0
}

/** Rows of a set: its first look, and today’s figures where it had been seen before. */
async function rowsOf(folder: string, date: string, judgedBy: string): Promise<AccuracyRow[]> {
  const labels = readFileSync(join(folder, 'labels.jsonl'))
  const judged = await judge(folder)
  const figures = figuresOf(judged)
  const set = basename(folder)
  const writer = existsSync(join(folder, 'WRITER'))
    ? readFileSync(join(folder, 'WRITER'), 'utf8').trim()
    : 'not of this project'
  const digest = createHash('sha256').update(labels).digest('hex')
  const { first, seen } = firstLook({ date, set, digest, writer, judged: judgedBy, note: '', figures })
  const row = (when: string, { measure, right, n, low, high }: FirstFigure): AccuracyRow => ({
    measure: `${set}, ${when}: ${measure} (${low.toFixed(3)}–${high.toFixed(3)})`,
    value: n === 0 ? 0 : right / n,
    bound: null,
    unit: 'share',
    n,
    peers: {},
  })
  return [
    ...first.figures.map((one) => row(`first look ${first.date}`, one)),
    ...(seen ? figures.map((one) => row('seen since', one)) : []),
    {
      measure: `${set}, today: calibration error of “a person answers”`,
      value: calibrationOf(judged),
      bound: null,
      unit: 'share',
      n: judged.length,
      peers: {},
    },
  ]
}

function leftOutRows(): AccuracyRow[] {
  const { judged } = KIND_WEIGHTS
  const row = (measure: string, value: number, n: number): AccuracyRow => ({
    measure,
    value,
    bound: null,
    unit: 'share',
    n,
    peers: {},
  })
  const manners = Object.entries(judged.byManner).flatMap(
    ([manner, { n, kind, people, machines, machineTakenForReply }]) => [
      row(`manner “${manner}” left out: kind`, kind, n),
      row(`manner “${manner}” left out: people’s mails`, people, n),
      row(`manner “${manner}” left out: machines’ mails`, machines, n),
      row(`manner “${manner}” left out: machine taken for a reply, before reviews`, machineTakenForReply, n),
    ],
  )
  const plan = reviewPlanFor(DEFAULT_REVIEWS_PER_100)
  const { n } = judged.leftOut
  return [
    ...manners,
    row('all left out: calibration error of “a person answers”', judged.calibrationErrorReply, n),
    row('all left out: calibration error of the kind', judged.calibrationErrorKind, n),
    row('all left out: sent to a person', plan.reviews / 100, n),
    row('all left out: machine taken for a reply after reviews', plan.machinesTakenForReply / 100, n),
    row('all left out: reply lost after reviews', plan.repliesLost / 100, n),
  ]
}

/** Measures every set there is. */
export async function measure(): Promise<AccuracyReport> {
  const corpora = corpusFolder('.')
  const named = (process.env['REPLYMARK_UNSEEN'] ?? '').split(':').filter(Boolean)
  const beside = corpora ? readdirSync(corpora).map((name) => join(corpora, name)) : []
  const folders = [...named, ...beside].filter((folder) => existsSync(join(folder, 'labels.jsonl')))
  const date = new Date().toISOString().slice(0, 10)
  const weights = createHash('sha256').update(KIND_WEIGHTS.bytes).digest('hex').slice(0, 8)
  const rows: AccuracyRow[] = []
  for (const folder of folders)
    rows.push(...(await rowsOf(folder, date, `reading ${READING_VERSION}, weights ${weights}`)))
  return {
    name: 'unseen',
    about: `Kinds on sets that nobody of the project wrote, and on own mails left out of the training by manner of writing together with half of the system families (“fixtures”: letters and examination sets of other writers, without the rules that were mended for them). The weights have seen: ${KIND_WEIGHTS.seen.join(', ')}.`,
    rows: [...rows, ...leftOutRows()],
    misses: [],
  }
}
