/** Job `compare-clocks`: compares this machine's clock with those of the mail servers, and keeps what it found for pages and metrics. */
import { z } from 'zod'
import { clockSetting } from '../../src/ledger/settings.js'
import { clockDifference, clockWarning } from '../../src/mail/server-clock.js'
import { defineJob } from '../job.js'

export const compareClocks = defineJob({
  name: 'compare-clocks',
  description: 'Compares the clock with those of the mail servers that tell the time in their greeting.',
  payload: z.object({}),
  everyMs: 3_600_000,
  /** Returns the warnings. */
  async run({ context }) {
    const { ledger, log, now, settings } = context
    const warnings: string[] = []
    for (const { id, smtp, imap } of settings.accounts) {
      const told: number[] = []
      for (const server of [smtp, imap]) {
        const difference = await clockDifference(server, now)
        if (difference === null) continue
        told.push(difference)
        const warning = clockWarning(server.host, difference)
        if (warning === null) continue
        warnings.push(warning)
        log.error({ account: id, aheadMs: difference }, warning)
      }
      const [most] = told.toSorted((one, other) => Math.abs(other) - Math.abs(one))
      if (most !== undefined) ledger.settings.set(clockSetting(id), most, now())
    }
    return warnings
  },
})
