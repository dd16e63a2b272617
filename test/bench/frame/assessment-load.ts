/** Exchanges to assess under the default grid: each answered by a letter of its own, as the coordinator would hand them out. */

import { interpretMessages } from '../../../jobs/interpret-messages/interpret-messages.js'
import { readGrid } from '../../../src/cli/commands/mark/read-inputs.js'
import { assessmentWork } from '../../../src/editions/assessment-inputs.js'
import { settleStates } from '../../../src/editions/settle-states.js'
import type { AssessmentWork } from '../../../src/queue/assessment-work.js'
import { loadStudy } from '../../../src/study/load-study.js'
import { brandMail, fakeContext, receive } from '../../jobs/fake-context.js'
import { markSent, sampleProbe } from '../../ledger/samples.js'
import { letters } from './letters.js'

/** Letters of one brand in an edition; each is compared with the others (criterion `individuality`). */
const LETTERS_A_BRAND = 6

/**
 * Work for that many exchanges with different French letters: the frame of each is that of one exchange that really came in;
 * grid, scenario (with its expected points) and proofreading engines are those of the example study.
 */
export async function assessmentLoad(count: number): Promise<readonly AssessmentWork[]> {
  const { scenarios, proofreading } = await loadStudy('config', {})
  const complaint = scenarios.filter(({ id }) => id === 'complaint')
  const context = fakeContext({
    probes: 1,
    configuration: { grid: await readGrid('replymark'), scenarios: complaint, proofreading },
  })
  const probe = sampleProbe(1)
  context.ledger.editions.move('2026', 'running', context.time)
  markSent(context.ledger, probe)
  receive(
    context,
    brandMail(probe.replyAddress, 'Bonjour Claire,\n\nVotre colis arrive demain.\n\nCordialement,\nPaul'),
  )
  await interpretMessages(context)
  settleStates(context.ledger, '2026', context.now())
  const { configuration } = context.ledger.editions.require('2026')
  const [model] = assessmentWork(context.ledger, configuration, configuration.grid).values()
  context.ledger.close()
  if (!model) throw new Error('the exchange of the model was not matched')
  const texts = letters('fr', count)
  return texts.map((text, number) => {
    const id = `2026/maison-lune/complaint-${number}`
    const { exchange } = model
    const messages = exchange.messages.map((message) => ({ ...message, reading: { ...message.reading, text } }))
    const first = number - (number % LETTERS_A_BRAND)
    const otherReplies = texts.slice(first, first + LETTERS_A_BRAND).filter((_, index) => first + index !== number)
    return { ...model, otherReplies, exchange: { ...exchange, probe: { ...exchange.probe, id }, messages } }
  })
}
