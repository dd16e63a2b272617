/** A short form of `npm run faults`: the real program, killed and cut, loses nothing, counts nothing twice and sends nothing twice. */

import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawRun, REDIS_TROUBLES, type RunPlan, TROUBLES } from '../faults/plan.js'
import { buildProgram, findingsOf, runRounds } from '../faults/rounds.js'
import { dovecot } from './dovecot.js'

const redis = process.env.REPLYMARK_TEST_REDIS_SERVER ?? ''
const BOTH = ['embedded', 'bullmq'] as const

/** Names of everything that a plan holds in store. */
function namesOf(plan: RunPlan): readonly string[] {
  if (plan.kind !== 'service') return [`${plan.kind} killed at ${plan.commandKill.at}`]
  return [
    ...plan.probes.flatMap(({ smtp, answer }) => [
      `answer ${answer}`,
      ...smtp.map((script) => (script.do === 'accept' ? 'accept' : `${script.do} at ${script.at}`)),
    ]),
    ...plan.lives.flatMap(({ kill, troubles, restored }) => [
      ...troubles.map(({ trouble }) => trouble),
      ...(kill === null ? [] : [`killed at ${kill.at === 'fault-point' ? kill.point : kill.at}`]),
      ...(restored ? ['older ledger'] : []),
    ]),
    ...(plan.sentCopies ? ['copies of sent mail'] : []),
    ...(plan.closing ? [plan.closing.killAfterMs === null ? 'windows run out' : 'killed at closing'] : []),
  ]
}

const MUST_HAPPEN = [
  ...TROUBLES,
  ...REDIS_TROUBLES,
  ...['before-smtp', 'after-smtp-acceptance', 'between-fetch-and-commit', 'after-commit'].map(
    (at) => `killed at ${at}`,
  ),
  ...['content', 'dot', 'fetch', 'time', 'closing'].map((at) => `killed at ${at}`),
  ...['MAIL', 'RCPT', 'DATA'].map((at) => `refuse at ${at}`),
  ...['RCPT', 'content', 'dot-kept', 'dot-dropped'].flatMap((at) => [`cut at ${at}`, `silence at ${at}`]),
  ...['reply', 'receipt-and-reply', 'twice', 'bounce', 'none'].map((answer) => `answer ${answer}`),
  ...['older ledger', 'copies of sent mail', 'windows run out'],
  ...['publish', 'migrate'].flatMap((kind) => [`${kind} killed at statement`, `${kind} killed at time`]),
  'publish killed at file',
]

describe('the plan of a fault run', () => {
  it('is the same for the same seed and number, and another for another', () => {
    expect(drawRun(7, 3, ['embedded'])).toEqual(drawRun(7, 3, ['embedded']))
    expect(drawRun(7, 3, ['embedded'])).not.toEqual(drawRun(8, 3, ['embedded']))
  })

  it('ends every sequence of refusals with a server that accepts', () => {
    for (let number = 0; number < 200; number++)
      for (const { smtp } of drawRun(1, number, BOTH).probes) expect(smtp.at(-1)).toEqual({ do: 'accept' })
  })

  it.each([1, 2, 3])('holds every fault in store at least three times in 500 runs (seed %i)', (seed) => {
    const times = new Map<string, number>()
    for (let number = 0; number < 500; number++)
      for (const name of namesOf(drawRun(seed, number, BOTH))) times.set(name, (times.get(name) ?? 0) + 1)
    expect(MUST_HAPPEN.filter((name) => (times.get(name) ?? 0) < 3)).toEqual([])
  })
})

describe.skipIf(!dovecot)('a service under faults', () => {
  it('loses and doubles nothing, on either queue', async () => {
    if (!existsSync(new URL('../../dist/src/cli/main.js', import.meta.url))) buildProgram()
    const queues = redis ? BOTH : (['embedded'] as const)
    const summary = await runRounds({ runs: 6, seed: 21, queues, parallel: 6 })
    expect(summary.problems).toEqual([])
    expect(Object.values(findingsOf(summary)).every((number) => number === 0)).toBe(true)
    expect(Object.keys(summary.faults).length).toBeGreaterThan(3)
  }, 600_000)
})
