/** Job `assess-exchanges`: reads and matches what came in, settles states, and assesses the exchanges that changed. */
import { z } from 'zod'
import { defineJob } from '../job.js'

export const assessExchanges = defineJob({
  name: 'assess-exchanges',
  description: 'Reads, matches and assesses what is new; doubtful things go to the review queue.',
  payload: z.object({}),
  everyMs: 60_000,
  run: (ports) => ports.process(),
})
