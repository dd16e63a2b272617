/** A short form of `npm run faults`: the real program, killed and cut, loses nothing, counts nothing twice and sends nothing twice. */

import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawRun } from '../faults/plan.js'
import { buildProgram, runRounds } from '../faults/rounds.js'
import { dovecot } from './dovecot.js'

describe('the plan of a fault run', () => {
  it('is the same for the same seed and number, and another for another', () => {
    expect(drawRun(7, 3, ['embedded'])).toEqual(drawRun(7, 3, ['embedded']))
    expect(drawRun(7, 3, ['embedded'])).not.toEqual(drawRun(8, 3, ['embedded']))
  })

  it('ends every sequence of refusals with a server that accepts', () => {
    for (let number = 0; number < 200; number++)
      for (const { smtp } of drawRun(1, number, ['embedded', 'bullmq']).probes)
        expect(smtp.at(-1)).toEqual({ do: 'accept' })
  })
})

describe.skipIf(!dovecot)('a service under faults', () => {
  it('loses and doubles nothing (embedded queue; `npm run faults` runs both)', async () => {
    if (!existsSync(new URL('../../dist/src/cli/main.js', import.meta.url))) buildProgram()
    const summary = await runRounds({ runs: 4, seed: 20, queues: ['embedded'], parallel: 4 })
    expect(summary.problems).toEqual([])
    const { lost, countedTwice, sentTwice, unsupportedStates, leaked } = summary
    expect({ lost, countedTwice, sentTwice, unsupportedStates, leaked }).toEqual({
      lost: 0,
      countedTwice: 0,
      sentTwice: 0,
      unsupportedStates: 0,
      leaked: 0,
    })
  }, 400_000)
})
