/** Job `close-edition`: closes every edition whose last answer window is over and in which nothing is left to decide. */
import { z } from 'zod'
import { closeEdition, closingProblems, collectingIsOver } from '../../src/editions/closing.js'
import { defineJob } from '../job.js'

export const closeEditions = defineJob({
  name: 'close-edition',
  description:
    'Closes editions whose answer windows are over, whose mailboxes were read since and whose reviews are decided.',
  payload: z.object({}),
  everyMs: 300_000,
  /** Returns the editions that were closed. */
  async run({ context, process }) {
    const { ledger, now, log } = context
    const closed: string[] = []
    for (const edition of ledger.editions.list()) {
      if (edition.state !== 'running' || !collectingIsOver(ledger, edition, now())) continue
      await process()
      const problems = closingProblems(ledger, edition.id, now())
      if (problems.length > 0)
        log.info({ edition: edition.id, open: problems.length }, 'the edition is over and waits for a person')
      else {
        closeEdition(ledger, edition.id, now(), 'close-edition')
        closed.push(edition.id)
      }
    }
    return closed
  },
})
