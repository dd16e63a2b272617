/** Job `close-edition`: closes every edition whose last answer window is over. */
import { z } from 'zod'
import { defineJob } from './job.js'

export const closeEditions = defineJob({
  name: 'close-edition',
  description: 'Closes editions whose answer windows are over and whose mailboxes were read since.',
  payload: z.object({}),
  everyMs: 300_000,
  run: (service) => service.closeReady(),
})
