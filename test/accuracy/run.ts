/**
 * `npm run accuracy [-- NAME…] [--json] [--write]`: runs the measures of this folder, prints a table (or JSON) and exits 1 where
 * a bound is missed. `--write` renews docs/accuracy.md; figures of measures that did not run are kept in docs/accuracy.json.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AccuracyReport, asPage, asTable, isShort } from './frame/report.js'

interface Measure {
  measure(): Promise<AccuracyReport>
}

const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.replace(/\.ts$/, ''))
  .sort()

function keepResults(reports: readonly AccuracyReport[]): void {
  mkdirSync('docs', { recursive: true })
  const kept = existsSync('docs/accuracy.json')
    ? (JSON.parse(readFileSync('docs/accuracy.json', 'utf8')) as AccuracyReport[])
    : []
  const fresh = reports.filter(({ skipped }) => !skipped).map((report) => ({ ...report, misses: [] }))
  const merged = [...kept.filter(({ name }) => !fresh.some((report) => report.name === name)), ...fresh]
    .filter(({ name }) => known.includes(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
  writeFileSync('docs/accuracy.json', `${JSON.stringify(merged, null, 2)}\n`)
  writeFileSync('docs/accuracy.md', asPage(merged))
}

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'))
const wrong = [
  ...asked.filter((name) => !known.includes(name)),
  ...flags.filter((flag) => !['--json', '--write'].includes(flag)),
]
if (wrong.length > 0) {
  process.stderr.write(`Unknown: ${wrong.join(', ')}. Measures: ${known.join(', ')}. Flags: --json, --write.\n`)
  process.exit(2)
}

const reports: AccuracyReport[] = []
for (const name of asked.length > 0 ? asked : known) {
  const { measure } = (await import(`./${name}.ts`)) as Measure
  const report = await measure()
  reports.push(report)
  if (!flags.includes('--json')) process.stdout.write(`${asTable(report)}\n`)
}
if (flags.includes('--json')) process.stdout.write(`${JSON.stringify(reports)}\n`)
if (flags.includes('--write')) keepResults(reports)
const short = reports.flatMap(({ name, rows }) => rows.filter(isShort).map(({ measure }) => `${name}: ${measure}`))
if (short.length > 0) {
  process.stderr.write(`Short of their bounds: ${short.join('; ')}\n`)
  process.exitCode = 1
}
