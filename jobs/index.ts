/** The only registry of jobs. */
import { assessExchanges } from './assess-exchanges.js'
import { closeEditions } from './close-edition.js'
import type { Job } from './job.js'
import { pollMailboxes } from './poll-mailboxes.js'
import { publishClosedEdition } from './publish-edition.js'
import { purgeOldEvidence } from './purge-evidence.js'
import { sendProbes } from './send-probes.js'

/** Every job, in the order of the way of the data. */
export const JOBS: readonly Job[] = [
  sendProbes,
  pollMailboxes,
  assessExchanges,
  closeEditions,
  publishClosedEdition,
  purgeOldEvidence,
]
