/** Job `poll-mailboxes`: reads every mailbox to its end. The service also watches them by IDLE; this is for one pass. */
import { z } from 'zod'
import { defineJob } from '../job.js'

export const pollMailboxes = defineJob({
  name: 'poll-mailboxes',
  description: 'Stores everything new in the mailboxes, raw, with the cursor in the same transaction.',
  payload: z.object({}),
  // Watching by IDLE polls by itself at least once a minute.
  everyMs: null,
  run: (ports) => ports.pollMailboxes(),
})
