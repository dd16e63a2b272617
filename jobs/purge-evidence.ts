/** Job `purge-evidence`: deletes evidence whose retention is over; hashes stay. */
import { z } from 'zod'
import { purgeEvidence } from '../src/service/purge-evidence.js'
import { defineJob } from './job.js'

export const purgeOldEvidence = defineJob({
  name: 'purge-evidence',
  description: 'Deletes the bytes of messages whose retention is over and keeps their hashes.',
  payload: z.object({}),
  everyMs: 6 * 3_600_000,
  run: async (service) => purgeEvidence(service.context),
})
