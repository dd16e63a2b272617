/**
 * `npm run test:dates`: the suites at twelve moments, in four zones and two locales (test/moments/moments.ts). Options:
 *
 *   --only TEXT      runs whose name (moment/zone/locale) holds it; can be given several times, all must hold
 *   --shard 1/4      every fourth run from the first
 *   --drawn          the two runs of this day
 *   --sensitive      the suites that reckon with dates, rather than all of unit and integration
 *   --list           names the runs and starts none
 *   --moment ISO     another moment, such as 2026-11-30T10:00:00+01:00, in every zone and locale
 *
 * Suites of fault runs, of the browser, of documents and of walls are left out: they reckon with no date, or with the real clocks of
 * many processes alone. Exit code 1 where a run failed, 2 for wrong options.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { injectedMoment } from '../test/moments/moment.js'
import { COMBINATIONS, type Combination, drawnOn, LOCALES, nameOf, shardOf } from '../test/moments/moments.js'
import { ZONES } from '../test/zones/in-zones.js'

const DAY_MS = 86_400_000

/** Suites that reckon with days, holidays, zones, or write and read dates. */
const SENSITIVE = [
  'test/calendar',
  'test/composing/compose-mail.test.ts',
  'test/editions/verify-in-zones.test.ts',
  'test/integration/edition.test.ts',
  'test/mail/fair-play.test.ts',
  'test/mail/small-parts.test.ts',
  'test/moments',
  'test/planning',
  'test/reading/mime/identifiers.test.ts',
  'test/reports/format.test.ts',
  'test/study/example-dates.test.ts',
]

/** Suites that reckon with no date, or with the real clocks of many processes. */
const LEFT_OUT = [
  'test/docs/**',
  'test/e2e/**',
  'test/integration/faults*',
  'test/integration/redis-lost.test.ts',
  'test/patterns/**',
  'test/scripts/**',
  'test/walls/**',
]

function chosen(): { readonly runs: readonly Combination[]; readonly sensitive: boolean; readonly list: boolean } {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      shard: { type: 'string', default: '1/1' },
      moment: { type: 'string' },
      drawn: { type: 'boolean', default: false },
      sensitive: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  })
  const { drawn, moment, only } = values
  const at = injectedMoment(moment)
  const ofMoment = ZONES.flatMap((zone) =>
    LOCALES.map((locale) => ({ moment: { name: moment ?? '', written: moment ?? '', at: at ?? 0 }, zone, locale })),
  )
  const all = drawn ? drawnOn(Math.floor(Date.now() / DAY_MS)) : at === null ? COMBINATIONS : ofMoment
  const runs = shardOf(
    all.filter((run) => only.every((text) => nameOf(run).includes(text))),
    values.shard,
  )
  if (runs.length === 0) throw new RangeError(`no run is named like ${only.join(' and ')}: --list names them`)
  return { runs, sensitive: values.sensitive, list: values.list }
}

function passes({ moment, zone, locale }: Combination, sensitive: boolean): boolean {
  const suites = sensitive ? SENSITIVE : LEFT_OUT.map((pattern) => `--exclude=${pattern}`)
  const { status } = spawnSync('npx', ['vitest', 'run', '--reporter=dot', ...suites], {
    env: { ...process.env, REPLYMARK_TEST_MOMENT: moment.written, TZ: zone, LANG: locale, LC_ALL: locale },
    stdio: 'inherit',
  })
  return status === 0
}

try {
  const { runs, sensitive, list } = chosen()
  const failed: string[] = []
  for (const run of runs) {
    console.log(list ? nameOf(run) : `\n── ${nameOf(run)}`)
    if (!list && !passes(run, sensitive)) failed.push(nameOf(run))
  }
  if (!list) console.log(`\n${runs.length - failed.length} of ${runs.length} runs passed.`)
  for (const name of failed) console.log(`Failed: ${name}. Again: npm run test:dates -- --only ${name}`)
  if (failed.length > 0) process.exitCode = 1
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}
