/**
 * `npm run faults -- --hostile`, `--backup [--per-second N] [--seconds N]`, `--workers [--exchanges N]`, `--redis-lost [--probes N]`,
 * `--patterns`, `--forge [--brands N] [--seed S]`, `--detect [--mails N]` (each with `[--json]`),
 * and `npm run faults -- [--runs N] [--seed S] [--queue embedded|bullmq|both] [--parallel N] [--first N] [--json]`: kills, cuts and
 * starves the real service, and compares what the servers saw with the ledger. Exit code 1 when anything was lost, doubled or wrong.
 */
import { parseArgs } from 'node:util'
import { dovecot } from '../integration/dovecot.js'
import { runBackup } from './backup.js'
import { MOST_AREA, runDetect } from './detect/detect.js'
import { runForge } from './forge.js'
import { runHostile } from './hostile-corpus.js'
import { runPatterns } from './pattern-times.js'
import { runRedisLost } from './redis-lost.js'
import { buildProgram, findingsOf, type RoundsSummary, runRounds } from './rounds.js'
import { runWorkers } from './workers-run.js'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    queue: { type: 'string', default: 'both' },
    parallel: { type: 'string', default: '6' },
    first: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
    /** Runs the program as it was built last. */
    'no-build': { type: 'boolean', default: false },
    log: { type: 'boolean', default: false },
    /** The hostile corpus instead. */
    hostile: { type: 'boolean', default: false },
    /** Backups while mail comes in instead. */
    backup: { type: 'boolean', default: false },
    'per-second': { type: 'string', default: '200' },
    seconds: { type: 'string', default: '20' },
    /** Two worker processes against the embedded queue instead. */
    workers: { type: 'boolean', default: false },
    exchanges: { type: 'string', default: '20000' },
    /** An edition over a Redis that is flushed and killed instead. */
    'redis-lost': { type: 'boolean', default: false },
    probes: { type: 'string', default: '2000' },
    /** Forged answers instead. */
    forge: { type: 'boolean', default: false },
    brands: { type: 'string', default: '24' },
    /** A filter for our probes instead. */
    detect: { type: 'boolean', default: false },
    mails: { type: 'string', default: '1000' },
    /** The time of every regular expression instead. */
    patterns: { type: 'boolean', default: false },
  },
})

function forPeople(summary: RoundsSummary): string {
  const { faults, endings, problems, recoverySeconds, disks } = summary
  const list = (numbers: Readonly<Record<string, number>>) =>
    Object.entries(numbers)
      .map(([name, number]) => `${name} ${number}`)
      .join(', ')
  return [
    `${summary.runs} runs from ${summary.first} (seed ${summary.seed}, ${summary.queues.join(' and ')}) in ${summary.seconds} s`,
    list(findingsOf(summary)),
    `recovered in ${recoverySeconds.median} s (median), ${recoverySeconds.longest} s (longest); full disks: ${disks}`,
    `faults: ${list(faults)}`,
    `endings: ${list(endings)}`,
    ...problems.map(({ run, what }) => `run ${run}:\n  ${what.join('\n  ')}`),
  ].join('\n')
}

/** Runs between two lines of progress. */
const PROGRESS_EVERY = 10

async function rounds(): Promise<number> {
  if (!dovecot) {
    console.error('The fault harness needs Dovecot and Redis: npm run faults starts them (scripts/services.sh).')
    return 1
  }
  const both = ['embedded', 'bullmq'] as const
  const queues = values.queue === 'both' ? both : both.filter((name) => name === values.queue)
  if (queues.length === 0) {
    console.error('--queue is embedded, bullmq or both')
    return 2
  }
  if (!values['no-build']) buildProgram()
  const runs = Number(values.runs)
  let finished = 0
  let wrongRuns = 0
  const summary = await runRounds({
    runs,
    seed: Number(values.seed),
    queues,
    parallel: Number(values.parallel),
    first: Number(values.first),
    done: (plan, report, wrong) => {
      finished++
      if (values.log) console.error(`run ${plan.number}: ${report.recoverySeconds} s, ${report.faults.join(', ')}`)
      if (wrong.length > 0) {
        wrongRuns++
        console.error(`run ${plan.number} (${plan.kind}, ${plan.queue}):\n  ${wrong.join('\n  ')}`)
        if (values.log) {
          console.error(JSON.stringify({ plan, report: { ...report, log: undefined } }, null, 1))
          console.error(report.log)
        }
      }
      if (finished % PROGRESS_EVERY === 0 || finished === runs)
        console.error(`${finished} of ${runs} runs done, ${wrongRuns} of them wrong`)
    },
  })
  console.log(values.json ? JSON.stringify(summary) : forPeople(summary))
  return Object.values(findingsOf(summary)).every((number) => number === 0) ? 0 : 1
}

async function hostile(): Promise<number> {
  if (!dovecot) {
    console.error('The hostile corpus goes through Dovecot: npm run faults starts it (scripts/services.sh).')
    return 1
  }
  if (!values['no-build']) buildProgram()
  const summary = await runHostile()
  console.log(JSON.stringify(summary, null, values.json ? 0 : 2))
  return summary.problems.length === 0 ? 0 : 1
}

async function patterns(): Promise<number> {
  const summary = await runPatterns()
  console.log(JSON.stringify(summary, null, values.json ? 0 : 2))
  return summary.problems.length === 0 ? 0 : 1
}

async function forge(): Promise<number> {
  const summary = await runForge({ brands: Number(values.brands), scenarios: 5, seed: Number(values.seed) })
  console.log(JSON.stringify(summary, null, values.json ? 0 : 2))
  return summary.problems.length === 0 ? 0 : 1
}

async function detect(): Promise<number> {
  const number = Number(values.mails)
  const summaries = [await runDetect(number, 'catch-all'), await runDetect(number, 'plus')]
  console.log(JSON.stringify(summaries, null, values.json ? 0 : 2))
  return summaries[0]!.unknownProgram <= MOST_AREA ? 0 : 1
}

async function backup(): Promise<number> {
  if (!values['no-build']) buildProgram()
  const summary = await runBackup({ perSecond: Number(values['per-second']), seconds: Number(values.seconds) })
  console.log(JSON.stringify(summary, null, values.json ? 0 : 2))
  return summary.lost + summary.twice + summary.unverified === 0 ? 0 : 1
}

/** Runs that need Redis and the built program, and end in a list of problems. */
async function overRedis(run: () => Promise<{ readonly problems: readonly string[] }>): Promise<number> {
  if (!process.env.REPLYMARK_TEST_REDIS_SERVER) {
    console.error('This run needs Redis: npm run faults looks for it (scripts/services.sh).')
    return 1
  }
  if (!values['no-build']) buildProgram()
  const summary = await run()
  console.log(JSON.stringify(summary, null, values.json ? 0 : 2))
  return summary.problems.length === 0 ? 0 : 1
}

async function asked(): Promise<number> {
  if (values.hostile) return hostile()
  if (values.patterns) return patterns()
  if (values.forge) return forge()
  if (values.detect) return detect()
  if (values.backup) return backup()
  if (values.workers) return overRedis(() => runWorkers(Number(values.exchanges)))
  if (values['redis-lost']) return overRedis(() => runRedisLost(Number(values.probes)))
  return rounds()
}

process.exit(await asked())
