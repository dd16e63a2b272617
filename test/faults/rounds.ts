/** Many fault runs, some at once, and their summary. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NOTHING_WRONG, runMigrate, runPublish } from './command-runs.js'
import { drawRun, type RunPlan } from './plan.js'
import { type RunReport, runService } from './service-run.js'
import { disksAreReal } from './small-disk.js'
import { SMTP_PASSWORD } from './study.js'

/** What is run. */
export interface Rounds {
  readonly runs: number
  readonly seed: number
  readonly queues: readonly ('embedded' | 'bullmq')[]
  /** Runs at once. */
  readonly parallel: number
  /** Number of the first run; another one than 0 repeats part of a seed. */
  readonly first?: number
  /** Called after each run, with what the service said. */
  readonly done?: (plan: RunPlan, report: RunReport, wrong: readonly string[]) => void
}

/** The summary. */
export interface RoundsSummary {
  readonly runs: number
  readonly seed: number
  readonly first: number
  readonly queues: readonly string[]
  /** Number of faults by name, most frequent first. */
  readonly faults: Readonly<Record<string, number>>
  /** States at the end, evidence that settled uncertain probes, editions closed: numbers by name. */
  readonly endings: Readonly<Record<string, number>>
  /** Whether full disks were real ones, or only told to SQLite. */
  readonly disks: 'real' | 'simulated'
  readonly lost: number
  readonly countedTwice: number
  readonly sentTwice: number
  readonly unsupportedStates: number
  /** Secrets, mail texts or people found in what the service said. */
  readonly leaked: number
  /** Things that were still to be done when nothing had moved for too long. */
  readonly unfinished: number
  readonly wrongMarks: number
  /** Seconds that the service needed to have everything in order once nothing disturbed it any more. */
  readonly recoverySeconds: { readonly median: number; readonly longest: number }
  readonly seconds: number
  /** Runs that went wrong: number and what. */
  readonly problems: readonly { readonly run: number; readonly what: readonly string[] }[]
}

/** Findings of a summary that must all be 0. */
export function findingsOf(summary: RoundsSummary) {
  const { lost, countedTwice, sentTwice, unsupportedStates, leaked, unfinished, wrongMarks } = summary
  return { lost, countedTwice, sentTwice, unsupportedStates, leaked, unfinished, wrongMarks }
}

/** What must never be in a log: passwords, agents, shoppers, words of a mail. */
const NEVER_LOGGED = [
  SMTP_PASSWORD,
  'loopback-only',
  'Paul Martin',
  'Vasseur',
  'claire.vasseur',
  'Votre colis',
  'contact@brand',
]

/** Builds the program that the runs start. */
export function buildProgram(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const built = spawnSync(process.execPath, ['scripts/build.js'], { cwd: root, encoding: 'utf8' })
  if (built.status !== 0 || !existsSync(new URL('../../dist/src/cli/main.js', import.meta.url)))
    throw new Error(`The program could not be built: ${built.stderr}`)
}

function runOne(plan: RunPlan): Promise<RunReport> {
  if (plan.kind === 'publish') return runPublish(plan)
  return plan.kind === 'migrate' ? runMigrate(plan) : runService(plan)
}

/** A report of a run in which the harness itself failed. */
function harnessFailure(error: unknown): RunReport {
  const what = `the harness failed: ${error instanceof Error ? error.stack : String(error)}`
  return { ...NOTHING_WRONG, unsupportedStates: [what] }
}

function byFrequency(numbers: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...numbers].toSorted((a, b) => b[1] - a[1]))
}

/** Does the runs. */
export async function runRounds(rounds: Rounds): Promise<RoundsSummary> {
  const started = Date.now()
  const faults = new Map<string, number>()
  const endings = new Map<string, number>()
  const count = (names: readonly string[], totals: Map<string, number>) => {
    for (const name of names) totals.set(name, (totals.get(name) ?? 0) + 1)
  }
  const problems: { run: number; what: readonly string[] }[] = []
  const total = {
    lost: 0,
    countedTwice: 0,
    sentTwice: 0,
    unsupportedStates: 0,
    leaked: 0,
    unfinished: 0,
    wrongMarks: 0,
  }
  const recoveries: number[] = []
  const first = rounds.first ?? 0
  let next = first
  async function work(): Promise<void> {
    while (next < first + rounds.runs) {
      const plan = drawRun(rounds.seed, next++, rounds.queues)
      const report = await runOne(plan).catch(harnessFailure)
      count(report.faults, faults)
      count(report.endings, endings)
      if (report.recoverySeconds !== null) recoveries.push(report.recoverySeconds)
      const leaked = NEVER_LOGGED.filter((secret) => report.log.includes(secret)).map((secret) => `logged: ${secret}`)
      const found = { ...report, leaked }
      const what: string[] = []
      for (const finding of Object.keys(total) as (keyof typeof total)[]) {
        total[finding] += found[finding].length
        what.push(...found[finding].map((text) => `${finding}: ${text}`))
      }
      if (what.length > 0) problems.push({ run: plan.number, what })
      rounds.done?.(plan, report, what)
    }
  }
  await Promise.all(Array.from({ length: rounds.parallel }, work))
  recoveries.sort((one, other) => one - other)
  return {
    runs: rounds.runs,
    seed: rounds.seed,
    first,
    queues: rounds.queues,
    faults: byFrequency(faults),
    endings: byFrequency(endings),
    disks: disksAreReal() ? 'real' : 'simulated',
    ...total,
    recoverySeconds: { median: recoveries[recoveries.length >> 1] ?? 0, longest: recoveries.at(-1) ?? 0 },
    seconds: Math.round((Date.now() - started) / 100) / 10,
    problems: problems.toSorted((a, b) => a.run - b.run),
  }
}
