/** Job `publish-edition`: seals and freezes a closed edition. Only a person starts it. */
import { z } from 'zod'
import { publishEdition } from '../../src/editions/publishing.js'
import { defineJob } from '../job.js'

export const publishClosedEdition = defineJob({
  name: 'publish-edition',
  description: 'Ranks a closed edition a last time, seals it, and freezes it for good.',
  payload: z.object({
    /** Edition id. */
    edition: z.string().min(1),
    /** Who publishes it: `cli`, `user:…`. */
    by: z.string().min(1),
  }),
  everyMs: null,
  run: async (ports, { edition, by }) => publishEdition(ports.context.ledger, edition, ports.context.now(), by),
})
