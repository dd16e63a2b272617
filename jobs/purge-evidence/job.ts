/** Job `purge-evidence`: deletes evidence whose retention is over; hashes stay. */
import { z } from 'zod'
import { defineJob } from '../job.js'
import { purgeEvidence } from './purge-evidence.js'

export const purgeOldEvidence = defineJob({
  name: 'purge-evidence',
  description: 'Deletes the bytes of messages whose retention is over and keeps their hashes.',
  payload: z.object({}),
  everyMs: 6 * 3_600_000,
  run: async (ports) => purgeEvidence(ports.context),
})
