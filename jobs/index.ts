/** The only registry of jobs. */
import { assessExchanges } from './assess-exchanges.js'
import { closeEditions } from './close-edition.js'
import type { Job } from './job.js'
import { pollMailboxes } from './poll-mailboxes.js'
import { purgeOldEvidence } from './purge-evidence.js'
import { sendProbes } from './send-probes.js'

/** Every job. */
export const JOBS: readonly Job<Record<string, never>>[] = [
  sendProbes,
  pollMailboxes,
  assessExchanges,
  closeEditions,
  purgeOldEvidence,
]
