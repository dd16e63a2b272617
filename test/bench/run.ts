/**
 * `npm run bench [-- NAME…] [--json] [--write]`: measures the rows of this folder against what a user would pick instead, in turn and
 * in one session. `--write` renews docs/performance.md; rows that did not run keep their figures in docs/performance.json.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { asPage, asTable } from './frame/page.js'
import type { BenchResult, BenchRows } from './frame/row.js'

const modules: BenchRows[] = []
for (const file of readdirSync(new URL('./rows', import.meta.url))
  .filter((name) => name.endsWith('.ts'))
  .sort()) {
  modules.push((await import(`./rows/${file}`)) as BenchRows)
}
const known = modules.flatMap(({ names }) => names)
const words = process.argv.slice(2)
const asked = words.filter((word) => !word.startsWith('--'))
const flags = words.filter((word) => word.startsWith('--'))
const wrong = [
  ...asked.filter((name) => !known.includes(name)),
  ...flags.filter((flag) => !['--json', '--write'].includes(flag)),
]
if (wrong.length > 0) {
  process.stderr.write(`Unknown: ${wrong.join(', ')}. Rows: ${known.join(', ')}. Flags: --json, --write.\n`)
  process.exit(2)
}

const json = flags.includes('--json')
const results: BenchResult[] = []
for (const { names, bench } of modules) {
  const wanted = (name: string) => asked.length === 0 || asked.includes(name)
  if (!names.some(wanted)) continue
  process.stderr.write(`measuring ${names.filter(wanted).join(', ')} …\n`)
  results.push(...(await bench(wanted)))
}
process.stdout.write(json ? `${JSON.stringify(results)}\n` : `${asTable(results)}\n`)

if (flags.includes('--write')) {
  mkdirSync('docs', { recursive: true })
  const kept = existsSync('docs/performance.json')
    ? (JSON.parse(readFileSync('docs/performance.json', 'utf8')) as BenchResult[])
    : []
  const order = new Map(known.map((name, place) => [name, place]))
  const merged = [
    ...kept.filter(({ name }) => order.has(name) && !results.some((result) => result.name === name)),
    ...results,
  ].sort((one, other) => (order.get(one.name) ?? 0) - (order.get(other.name) ?? 0))
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  writeFileSync('docs/performance.json', `${JSON.stringify(merged, null, 2)}\n`)
  writeFileSync('docs/performance.md', asPage(merged, { replymark: version, 'Node.js': process.versions.node }))
}
process.exit(0)
