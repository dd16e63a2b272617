/** Job `close-edition`: closes every edition whose last answer window is over and in which nothing is left to decide. */
import { z } from 'zod'
import { closeEdition, closingProblems } from '../../src/editions/publication.js'
import { defineJob } from '../job.js'
import { reasonsToWait } from './close-edition.js'

export const closeEditions = defineJob({
  name: 'close-edition',
  description:
    'Closes editions whose answer windows are over, whose mailboxes were read since and whose reviews are decided.',
  payload: z.object({}),
  everyMs: 300_000,
  async run(service) {
    const { ledger, now, log } = service.context
    for (const edition of ledger.editions.list()) {
      if (edition.state !== 'running' || reasonsToWait(service.context, edition).length > 0) continue
      await service.process()
      const problems = closingProblems(ledger, edition.id, now())
      if (problems.length > 0)
        log.info({ edition: edition.id, open: problems.length }, 'the edition is over and waits for a person')
      else closeEdition(ledger, edition.id, now(), 'close-edition')
    }
  },
})
