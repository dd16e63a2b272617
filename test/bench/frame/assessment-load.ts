/** Exchanges to assess under the default grid: each answered by a letter of its own, as the coordinator would hand them out. */
import { readGrid } from '../../../src/cli/commands/mark/read-inputs.js'
import type { AssessmentWork } from '../../../src/queue/assessment-work.js'
import { assessmentWork } from '../../../src/service/assessment-inputs.js'
import { interpretMessages } from '../../../src/service/interpret-messages.js'
import { settleStates } from '../../../src/service/settle-probes.js'
import { markSent, sampleProbe } from '../../ledger/samples.js'
import { brandMail, fakeContext, receive } from '../../service/fake-context.js'
import { letters } from './letters.js'

/** Work for that many exchanges with different letters; the frame of each is that of one exchange that really came in. */
export async function assessmentLoad(count: number): Promise<readonly AssessmentWork[]> {
  const context = fakeContext({ probes: 1, configuration: { grid: await readGrid('qualiweb') } })
  const probe = sampleProbe(1)
  context.ledger.editions.move('2026', 'running', context.time)
  markSent(context.ledger, probe)
  receive(
    context,
    brandMail(probe.replyAddress, 'Bonjour Claire,\n\nVotre colis arrive demain.\n\nCordialement,\nPaul'),
  )
  await interpretMessages(context)
  settleStates(context, '2026')
  const { configuration } = context.ledger.editions.require('2026')
  const [model] = assessmentWork(context, configuration, configuration.grid).values()
  context.ledger.close()
  if (!model) throw new Error('the exchange of the model was not matched')
  return letters('fr', count).map((text, number) => {
    const id = `2026/maison-lune/complaint-${number}`
    const { exchange } = model
    const messages = exchange.messages.map((message) => ({ ...message, reading: { ...message.reading, text } }))
    return { ...model, exchange: { ...exchange, probe: { ...exchange.probe, id }, messages } }
  })
}
