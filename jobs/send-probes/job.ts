/** Job `send-probes`: hands due probes to SMTP, within caps, quiet hours and opt-outs. */
import { z } from 'zod'
import { defineJob } from '../job.js'

export const sendProbes = defineJob({
  name: 'send-probes',
  description: 'Sends the probes that are due, if the study is live and the service was started with --live.',
  payload: z.object({}),
  everyMs: 20_000,
  run: (ports) => ports.sendDue(),
})
