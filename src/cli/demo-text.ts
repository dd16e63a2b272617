/** What `replymark demo` prints for people: league table, movements, trends, and how well the instrument measured. */
import type { EditionReport, ReportStanding } from '../../reports/edition-schema.js'
import { printable } from '../domain/printable.js'
import type { DemoResult } from '../sandbox/run-demo.js'

const NOTHING = '–'

/** Cells in columns; the first `left` columns are aligned left, the others right. */
function columns(rows: readonly (readonly string[])[], left: readonly number[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, column) =>
        left.includes(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

const number = (value: number | null | undefined, digits = 1) => (value == null ? NOTHING : value.toFixed(digits))
const percent = (value: number | null | undefined) => (value == null ? NOTHING : `${Math.round(value * 100)} %`)

function movement(standing: ReportStanding): string {
  if (standing.movement === null) return NOTHING
  if (standing.movement === 0) return '='
  return `${standing.movement > 0 ? '▲' : '▼'}${Math.abs(standing.movement)}${standing.significantMove ? '*' : ''}`
}

function leagueTable(report: EditionReport): readonly string[] {
  const header = ['rank', 'brand', 'sector', 'index', '95 %', 'answered', 'median h', 'mistakes/100', 'move']
  const rows = report.standings.map((standing) => [
    standing.rank === null ? NOTHING : String(standing.rank),
    standing.name,
    standing.sector,
    number(standing.index.value),
    standing.index.interval
      ? `${number(standing.index.interval.low, 0)}–${number(standing.index.interval.high, 0)}`
      : NOTHING,
    percent(standing.responseRate.value),
    number(standing.medianDelayHours.value),
    number(standing.mistakesPer100Words.value, 2),
    movement(standing),
  ])
  return columns([header, ...rows], [1, 2])
}

function movements(report: EditionReport): readonly string[] {
  const { changes } = report
  if (!changes) return []
  const moved = (label: string, movers: readonly { name: string; from: number; to: number; significant: boolean }[]) =>
    movers
      .slice(0, 3)
      .map(
        (mover) => `  ${label} ${mover.name}: ${mover.from} → ${mover.to}${mover.significant ? ' (significant)' : ''}`,
      )
  return [
    '',
    `Against ${changes.before}:`,
    ...moved('▲', changes.climbers),
    ...moved('▼', changes.fallers),
    `  ${changes.significantMoves} significant move(s) after Benjamini–Hochberg (*)`,
  ]
}

function trends(reports: readonly EditionReport[]): readonly string[] {
  const header = ['edition', 'answered', 'mean index', 'median h', 'mistakes/100', 'e-mails']
  const rows = reports.map(({ edition, overall, counts }) => [
    edition.id,
    percent(counts.probes === 0 ? null : counts.answered / counts.probes),
    number(overall.index.value),
    number(overall.medianDelayHours.value),
    number(counts.words === 0 ? null : (100 * counts.mistakes) / counts.words, 2),
    String(counts.probes),
  ])
  return ['', 'Trend:', ...columns([header, ...rows], [0]).map((line) => `  ${line}`)]
}

function againstTruth({ truth }: DemoResult): readonly string[] {
  const share = (value: number | null) => (value === null ? NOTHING : value.toFixed(3))
  const rows = [
    [
      'matching',
      `precision ${share(truth.matching.precision)}, recall ${share(truth.matching.recall)}`,
      `${truth.matching.n} messages`,
    ],
    ['kinds', `accuracy ${share(truth.kinds.accuracy)}`, `${truth.kinds.n} messages`],
    ['delay', `largest error ${truth.delay.maxErrorSeconds} s`, `${truth.delay.n} replies`],
    [
      'index',
      `mean error ${truth.index.meanAbsoluteError.toFixed(2)} points, largest ${truth.index.maxAbsoluteError.toFixed(2)}`,
      `${truth.index.n} indices`,
    ],
    [
      'ranks',
      `lowest Spearman ${share(truth.ranks.spearman)}`,
      `${Object.keys(truth.ranks.byEdition).length} edition(s)`,
    ],
    [
      'leaks',
      `precision ${share(truth.leaks.precision)}, recall ${share(truth.leaks.recall)}`,
      `${truth.leaks.n} messages`,
    ],
    ['recognition', `accuracy ${share(truth.recognition.accuracy)}`, `${truth.recognition.n} follow-ups`],
    ...(truth.equalTreatment.planted
      ? [
          [
            'equal treatment',
            `${truth.equalTreatment.planted.points} points taken from ${truth.equalTreatment.planted.value}; measured ${truth.equalTreatment.measured.map((effect) => `${effect.effect.toFixed(1)}${effect.significant ? '*' : ''}`).join(', ')}`,
            'mark, by edition',
          ],
        ]
      : []),
  ]
  return ['', 'Measured against truth:', ...columns(rows, [0, 1, 2]).map((line) => `  ${line}`)]
}

/** What to do with the study that stays. */
function howToGoOn({ reports }: DemoResult, folder: string, running: string): readonly string[] {
  const published = reports.slice(0, -1).map(({ edition }) => edition.id)
  const steps = [
    ['a first person to sign in', `replymark user add you@study.example --role operator --study ${folder}`],
    ['the web: league tables, reviews', `replymark serve --study ${folder}`],
    ['its doubts, in the terminal', `replymark review list --edition ${running} --study ${folder}`],
    [
      'its files',
      `replymark report --edition ${running} --format html,csv,xlsx,json,svg --out reports --study ${folder}`,
    ],
    ...published.slice(-1).map((id) => ['check a seal', `replymark verify --edition ${id} --study ${folder}`]),
  ]
  const sealed = published.length === 0 ? '' : ` ${published.join(', ')} published and sealed;`
  return [
    `The study is in ${folder}.${sealed} ${running} runs still: decide its reviews, close it, publish it.`,
    ...columns(steps, [0, 1]).map((line) => `  ${line}`),
  ]
}

/** The whole text, with a final line end. */
export function demoText(result: DemoResult, run: { readonly seconds: number; readonly folder: string }): string {
  const last = result.reports.at(-1)
  if (!last) return ''
  const lines = [
    `${last.edition.title}: ${last.counts.brands} brands, ${last.counts.probes} e-mails, ${last.counts.answered} answered`,
    '',
    ...leagueTable(last),
    ...movements(last),
    ...trends(result.reports),
    ...againstTruth(result),
    '',
    `${result.sent} e-mails over SMTP, ${result.received} messages over IMAP, in ${run.seconds.toFixed(0)} s. Every brand is invented.`,
    ...howToGoOn(result, run.folder, last.edition.id),
  ]
  return `${printable(lines.join('\n'))}\n`
}
