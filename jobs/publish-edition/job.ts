/** Job `publish-edition`: seals and freezes a closed edition. Only a person starts it. */
import { z } from 'zod'
import { publishEdition } from '../../src/editions/publication.js'
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
  run: async (service, { edition, by }) => publishEdition(service.context.ledger, edition, service.context.now(), by),
})
