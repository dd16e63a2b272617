/** The benchmark's table in the terminal and docs/performance.md. */
import { cpus, loadavg, totalmem } from 'node:os'
import { type BenchResult, verdictOf } from './row.js'

function figure(value: number | null): string {
  if (value === null) return '–'
  if (value >= 1000) return Math.round(value).toLocaleString('en')
  return value >= 10 ? value.toFixed(1) : value.toPrecision(3)
}

function boundInWords({ bound }: BenchResult): string {
  return bound ? `${bound.of} ${bound.at === 'least' ? '≥' : '≤'} ${bound.limit}` : '–'
}

function cells(result: BenchResult): readonly string[] {
  const spread = result.rounds > 1 ? `${figure(result.minimum)}–${figure(result.maximum)}` : '–'
  const ratio = result.ratio === null ? '–' : `${figure(result.ratio)} ×`
  return [
    result.name,
    figure(result.value),
    result.unit,
    spread,
    result.peer ?? '–',
    figure(result.peerValue),
    ratio,
    boundInWords(result),
    verdictOf(result) ?? '–',
  ]
}

const HEAD = ['row', 'median', 'unit', 'min–max', 'peer', 'peer median', 'ratio', 'to reach', 'verdict'] as const

/** The table for a terminal; what is missing stands under it. */
export function asTable(results: readonly BenchResult[]): string {
  const rows = [HEAD, ...results.map(cells)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const remarks = results.flatMap(({ name, missing, note }) =>
    [missing ? `${name}: missing: ${missing}` : [], note ? `${name}: ${note}` : []].flat(),
  )
  return [...lines, ...remarks].join('\n')
}

/** docs/performance.md. */
export function asPage(results: readonly BenchResult[], versions: Readonly<Record<string, string>>): string {
  const [processor] = cpus()
  const machine = `${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`
  const table = [
    `| ${HEAD.join(' | ')} |`,
    `|${HEAD.map(() => '---').join('|')}|`,
    ...results.map((result) => `| ${cells(result).join(' | ')} |`),
  ]
  const work = results.map(({ name, work: sentence, missing, note }) => {
    const more = [missing ? `Missing here: ${missing}.` : '', note ?? ''].filter(Boolean).join(' ')
    return `- **${name}**: ${sentence}.${more ? ` ${more}` : ''}`
  })
  return [
    '# Performance',
    '',
    'Written by `npm run bench -- --write`; do not edit. Project and peer run in turn in one session; figures are medians over the rounds, ratios are',
    'medians of the rounds’ ratios, and more than 1 is better for the project.',
    '',
    `Machine: ${machine}. ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(
        ', ',
      )}. Load average at the end of the last run: ${(loadavg()[0] ?? 0).toFixed(1)}; where it is above the number of processors, other work`,
    'ran beside it: rates of both sides are lower than the machine’s own, their ratios scatter more.',
    '',
    ...table,
    '',
    '## What each row does',
    '',
    ...work,
    '',
    'Repeat with `npm run bench` (all rows) or `npm run bench -- NAME …`; `--json` prints the rows as JSON. Rows that need Dovecot, Redis or other programs',
    'name what is missing.',
    '',
  ].join('\n')
}
