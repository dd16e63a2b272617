/** The only registry of jobs. */
import { assessExchanges } from './assess-exchanges/job.js'
import { closeEditions } from './close-edition/job.js'
import { compareClocks } from './compare-clocks/job.js'
import type { Job } from './job.js'
import { pollMailboxes } from './poll-mailboxes/job.js'
import { publishClosedEdition } from './publish-edition/job.js'
import { purgeOldEvidence } from './purge-evidence/job.js'
import { sendProbes } from './send-probes/job.js'

/** Every job, in the order of the way of the data. */
export const JOBS: readonly Job[] = [
  compareClocks,
  sendProbes,
  pollMailboxes,
  assessExchanges,
  closeEditions,
  publishClosedEdition,
  purgeOldEvidence,
]
