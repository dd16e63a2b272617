/** A short form of `npm run faults -- --redis-lost`: an edition over a Redis that is flushed and killed ends as without it. */
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runRedisLost } from '../faults/redis-lost.js'
import { buildProgram } from '../faults/rounds.js'
import { dovecot } from './dovecot.js'

describe.skipIf(!dovecot || !process.env.REPLYMARK_TEST_REDIS_SERVER)('an edition over a Redis that is lost', () => {
  it('ends as without it (24 probes; `npm run faults -- --redis-lost` has 2 000)', async () => {
    if (!existsSync(new URL('../../dist/src/cli/main.js', import.meta.url))) buildProgram()
    const summary = await runRedisLost(24)
    expect(summary.problems).toEqual([])
    expect(summary.strikes).toHaveLength(4)
    expect(summary.live).toEqual(summary.alone)
  }, 400_000)
})
