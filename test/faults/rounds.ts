/** Many fault runs, some at once, and their summary. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runMigrate, runPublish } from './command-runs.js'
import { drawRun, type RunPlan } from './plan.js'
import { type RunReport, runService } from './service-run.js'
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
  /** Called after each run that is not as it should be, with what the service said. */
  readonly failed?: (plan: RunPlan, report: RunReport) => void
}

/** The summary. */
export interface RoundsSummary {
  readonly runs: number
  readonly seed: number
  readonly queues: readonly string[]
  /** Number of faults by name, most frequent first. */
  readonly faults: Readonly<Record<string, number>>
  readonly lost: number
  readonly countedTwice: number
  readonly sentTwice: number
  readonly unsupportedStates: number
  /** Secrets, mail texts or people found in what the service said. */
  readonly leaked: number
  readonly seconds: number
  /** Runs that went wrong: number and what. */
  readonly problems: readonly { readonly run: number; readonly what: readonly string[] }[]
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

/** Does the runs. */
export async function runRounds(rounds: Rounds): Promise<RoundsSummary> {
  const started = Date.now()
  const faults = new Map<string, number>()
  const problems: { run: number; what: readonly string[] }[] = []
  const total = { lost: 0, countedTwice: 0, sentTwice: 0, unsupportedStates: 0, leaked: 0 }
  const first = rounds.first ?? 0
  let next = first
  async function work(): Promise<void> {
    while (next < first + rounds.runs) {
      const plan = drawRun(rounds.seed, next++, rounds.queues)
      let report: RunReport
      try {
        report = await runOne(plan)
      } catch (error) {
        const what = `the harness failed: ${error instanceof Error ? error.stack : String(error)}`
        report = { lost: [], countedTwice: [], sentTwice: [], unsupportedStates: [what], faults: [], log: '' }
      }
      for (const fault of report.faults) faults.set(fault, (faults.get(fault) ?? 0) + 1)
      const leaked = NEVER_LOGGED.filter((secret) => report.log.includes(secret)).map((secret) => `logged: ${secret}`)
      total.lost += report.lost.length
      total.countedTwice += report.countedTwice.length
      total.sentTwice += report.sentTwice.length
      total.unsupportedStates += report.unsupportedStates.length
      total.leaked += leaked.length
      const what = [...report.lost, ...report.countedTwice, ...report.sentTwice, ...report.unsupportedStates, ...leaked]
      if (what.length > 0) {
        problems.push({ run: plan.number, what })
        rounds.failed?.(plan, report)
      }
    }
  }
  await Promise.all(Array.from({ length: rounds.parallel }, work))
  return {
    runs: rounds.runs,
    seed: rounds.seed,
    queues: rounds.queues,
    faults: Object.fromEntries([...faults].toSorted((a, b) => b[1] - a[1])),
    ...total,
    seconds: Math.round((Date.now() - started) / 100) / 10,
    problems: problems.toSorted((a, b) => a.run - b.run),
  }
}
