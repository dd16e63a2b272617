/**
 * `npm run audit [-- --strict]`: asks the registry what is known to be vulnerable in what the program needs to run, and says so in a few lines.
 * Never fails a run by itself, since the answer changes without a change here and is not to be had everywhere; with --strict a
 * vulnerability that is high or critical, or no answer, is exit code 1.
 */
import { spawnSync } from 'node:child_process'

const strict = process.argv.includes('--strict')
const GRAVE = ['high', 'critical']

const asked = spawnSync('npm', ['audit', '--json', '--omit', 'dev', '--fetch-retries=0', '--fetch-timeout=20000'], {
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
  timeout: 60_000,
})

function answer() {
  try {
    const found = JSON.parse(asked.stdout ?? '')
    return found.metadata ? found : null
  } catch {
    return null
  }
}

const found = answer()
if (found === null) {
  console.log(
    'Vulnerabilities: not known. The registry gave no answer to `npm audit` (no network, or a mirror without it).',
  )
  process.exit(strict ? 1 : 0)
}
const { vulnerabilities } = found.metadata
const grave = Object.values(found.vulnerabilities ?? {}).filter(({ severity }) => GRAVE.includes(severity))
console.log(
  `Vulnerabilities known in production packages: ${Object.entries(vulnerabilities)
    .map(([severity, number]) => `${number} ${severity}`)
    .join(', ')}.`,
)
for (const { name, severity, range, via } of grave) {
  const titles = via.flatMap((cause) => (typeof cause === 'string' ? [`through ${cause}`] : [cause.title]))
  console.log(`  ${severity}: ${name} ${range}: ${[...new Set(titles)].join('; ')}`)
}
if (grave.length > 0 && !strict) console.log('Told, and no failure: `npm run audit -- --strict` fails on these.')
process.exit(strict && grave.length > 0 ? 1 : 0)
