/** One fault run of the service: the real program between a scripted SMTP server, a real mailbox and, for many machines, a Redis of its own. */
import type { Child } from './child.js'
import { markProblems } from './fresh-marks.js'
import { judge, type Verdict } from './judge.js'
import { pause, slowness, until, untilOrStuck } from './patience.js'
import type { Life, RunPlan } from './plan.js'
import { type Stage, setStage } from './stage.js'
import { cause } from './troubles.js'

/** What a run gives back. */
export interface RunReport extends Verdict {
  /** What was not finished when nothing had moved for too long; it may be finished after another start. */
  readonly unfinished: readonly string[]
  /** Marks that are not those which the evidence gives. */
  readonly wrongMarks: readonly string[]
  /** Seconds that the last life, which nothing disturbs, took to finish; null for commands. */
  readonly recoverySeconds: number | null
  /** Faults that happened, by name. */
  readonly faults: readonly string[]
  /** How probes and the edition ended where that proves something, by name. */
  readonly endings: readonly string[]
  /** Everything that the service said. */
  readonly log: string
}

/** The edition of every run. */
const EDITION = '2026'

/** How long nothing may move in a life without faults, in milliseconds on a machine of its own. */
const PATIENCE_MS = 30_000

/** How long a life with faults goes on once the service is up, in milliseconds. */
const LIFE_MS = 1_800

/** How long the moment of a kill is waited for once the service is up, in milliseconds on a machine of its own. */
const MOMENT_MS = 5_000

/** How long the service may take to leave in good order, in milliseconds on a machine of its own. */
const LEAVE_MS = 15_000

/** Days by which the clocks jump so that every answer window is over. */
const CLOSING_DAYS = 25

/** Ends a service in good order; kills it, and says so, when it does not leave. */
async function leave(stage: Stage, child: Child): Promise<void> {
  const patience = LEAVE_MS * slowness()
  child.kill('SIGTERM')
  const left = await Promise.race([child.ended.then(() => true), pause(patience).then(() => false)])
  if (left) return
  stage.stayed.push(`the service was asked to stop and had not left after ${Math.round(patience / 1_000)} s`)
  child.kill()
  await child.ended
}

const isUp = (child: Child) => () => child.log().includes('service started') || !child.alive

/** One life with its faults, up to its end. */
async function live(stage: Stage, life: Life, plan: RunPlan): Promise<void> {
  const { kill } = life
  const { brand, proxy, faults } = stage
  const child = stage.startService(kill?.at === 'fault-point' ? `${kill.point}:${kill.nth}` : '')
  let struck = false
  const strike = (name: string) => {
    if (!child.alive) return
    struck = true
    faults.push(`killed-${name}`)
    stage.kills++
    child.kill()
  }
  let moments = 0
  const at = (moment: string) => {
    if (kill && kill.at === moment && 'nth' in kill && ++moments === kill.nth) strike(moment)
  }
  brand.moment = at
  proxy.fetched = () => at('fetch')
  const killer = kill?.at === 'time' ? pause(kill.milliseconds).then(() => strike('at-random')) : Promise.resolve()
  const troubles = life.troubles.map(async ({ trouble, afterMs }) => {
    // Mailbox and Redis can be hit before the service is up; the rest waits for it.
    await until(() => child.log() !== '' || !child.alive, 20_000)
    await pause(afterMs)
    try {
      faults.push(await cause(trouble, stage, child))
    } catch (error) {
      faults.push(`failed-${trouble}`)
      stage.note(`the harness could not cause ${trouble}: ${String(error)}`)
    }
  })
  await until(isUp(child), 30_000)
  const moment = kill !== null && kill.at !== 'time'
  await Promise.race([child.ended, pause(moment ? MOMENT_MS * Math.sqrt(slowness()) : LIFE_MS)])
  await Promise.all([...troubles, killer])
  brand.moment = () => {}
  proxy.fetched = () => {}
  // Every second survivor leaves in good order, the others do not.
  if (child.alive && plan.seed % 2 !== 0) strike('at-end')
  else if (child.alive) await leave(stage, child)
  const end = await child.ended
  // Its own fault point can come as late as while it stops.
  if (end === 'SIGKILL' && !struck) {
    faults.push(`killed-${kill?.at === 'fault-point' ? kill.point : 'stopping'}`)
    stage.kills++
  } else if (end !== 'SIGKILL') faults.push(end === 0 ? 'stopped' : `left-by-itself-${end}`)
  await stage.over(child)
}

/** What the settled run would still be blamed for; empty where it is as it must be. */
async function blame(stage: Stage): Promise<{ verdict: Verdict; wrongMarks: readonly string[]; all: string[] }> {
  const { ledger } = stage
  const verdict = judge(ledger, EDITION, stage.facts())
  const all = Object.values(verdict).flat()
  const states = ledger.probes.countByState(EDITION)
  const open = (states.planned ?? 0) + (states.sending ?? 0)
  if (open > 0) all.push(`${open} probe(s) are not sent`)
  // Marks are worth a look once all else is as it must be.
  const wrongMarks = all.length > 0 ? [] : await markProblems(ledger, EDITION)
  return { verdict, wrongMarks, all: [...all, ...wrongMarks] }
}

/** Waits until a run is as it must be, or nothing moves any more. */
async function settle(stage: Stage, child: Child): Promise<boolean> {
  await stage.allDelivered()
  let version = -1
  let seen = ''
  const good = async (): Promise<boolean> => {
    if (!child.alive) return true
    await stage.allDelivered()
    // What the ledger holds, and what the servers saw, is all that the judgement depends on.
    const now = stage.ledger.sqlite.pragma('data_version', { simple: true }) as number
    if (now === version && seen === progress()) return false
    version = now
    seen = progress()
    return (await blame(stage)).all.length === 0
  }
  const progress = (): string => {
    const { ledger, brand } = stage
    const delivered = [...stage.facts().deliveries.values()].reduce((sum, times) => sum + times, 0)
    const count = (table: string) => ledger.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    return JSON.stringify([
      brand.attempts.length,
      delivered,
      ledger.probes.countByState(EDITION),
      ...[
        'messages',
        'message_sightings',
        'readings',
        'exchange_messages',
        'assessments',
        'review_items',
        'probe_states',
      ].map(count),
    ])
  }
  return untilOrStuck(good, progress, PATIENCE_MS)
}

/** A life that nothing disturbs, until everything is as it must be. Returns what is not after all. */
async function calmLife(stage: Stage, killAfterMs: number | null = null): Promise<readonly string[]> {
  const child = stage.startService('')
  if (killAfterMs !== null) {
    await until(isUp(child), 30_000)
    await pause(killAfterMs)
    stage.faults.push('killed-closing')
    stage.kills++
    child.kill()
    await stage.over(child)
    return []
  }
  const good = await settle(stage, child)
  const unfinished = good ? [] : (await blame(stage)).all
  if (!child.alive) {
    stage.faults.push('died-by-itself')
    unfinished.push(`the service ended by itself (${await child.ended}): ${child.log().slice(-300)}`)
  }
  await leave(stage, child)
  await stage.over(child)
  return unfinished
}

/** The answer windows run out and the edition is closed, through a kill where the plan has one. */
async function closing(stage: Stage, plan: RunPlan): Promise<readonly string[]> {
  if (!plan.closing) return []
  stage.letPass(CLOSING_DAYS)
  stage.faults.push('windows-run-out')
  if (plan.closing.killAfterMs !== null) await calmLife(stage, plan.closing.killAfterMs)
  return calmLife(stage)
}

/** What the run's end proves: which evidence settled what was uncertain, what stayed unanswered, whether the edition was closed. */
function endingsOf({ ledger }: Stage): readonly string[] {
  const endings = ledger.probes.ofEdition(EDITION).flatMap(({ id, state }) => {
    const settled = ledger.probes.historyOf(id).find(({ from, to }) => from === 'uncertain' && to === 'sent')
    const bySentCopy = settled?.reason?.includes('folder of sent mail')
    return [state, ...(settled ? [bySentCopy ? 'uncertain-settled-by-sent-copy' : 'uncertain-settled-by-answer'] : [])]
  })
  return ledger.editions.require(EDITION).state === 'closed' ? [...endings, 'edition-closed'] : endings
}

/** Does one run from its plan. */
export async function runService(plan: RunPlan): Promise<RunReport> {
  const stage = await setStage(plan)
  try {
    for (const life of plan.lives) {
      await live(stage, life, plan)
      if (life.restored) stage.restore()
    }
    const began = Date.now()
    let unfinished = await calmLife(stage)
    const recoverySeconds = Math.round((Date.now() - began) / 100) / 10
    // Stuck is not lost: another start tells.
    if (unfinished.length > 0) await calmLife(stage)
    if (unfinished.length === 0) unfinished = await closing(stage, plan)
    const { verdict, wrongMarks } = await blame(stage)
    const states = stage.ledger.probes.countByState(EDITION)
    const open = (states.planned ?? 0) + (states.sending ?? 0)
    const { faults, brand } = stage
    for (const { script } of brand.attempts)
      if (script.do !== 'accept')
        faults.push(
          `smtp-${script.do}-${script.at}${script.do === 'refuse' ? `-${Math.floor(script.code / 100)}xx` : ''}`,
        )
    return {
      ...verdict,
      unsupportedStates: [
        ...verdict.unsupportedStates,
        ...(open > 0 ? [`${open} probe(s) did not settle`] : []),
        ...stage.ledger.integrityProblems(),
      ],
      unfinished: [...unfinished, ...stage.stayed],
      wrongMarks,
      recoverySeconds,
      faults,
      endings: endingsOf(stage),
      log: stage.log(),
    }
  } finally {
    await stage.close()
  }
}
