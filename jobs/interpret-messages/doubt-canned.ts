/** Asks a person about replies that came too fast or whose words answered another question too; what was decided is left alone. */
import { cannedReplies } from '../../src/matching/canned-replies.js'
import type { ServiceContext } from '../context.js'

/** Name under which reviews are opened. */
const BY = 'interpret-messages'

/** Opens a doubt about the kind of each such reply in an edition that is not published. Returns how many there are. */
export function doubtCanned({ ledger, now }: Pick<ServiceContext, 'ledger' | 'now'>, edition: string): number {
  const messages = ledger.matches.exchanges(edition).flatMap(({ probe, messages: answers }) =>
    answers.map(({ message, reading }) => ({
      hash: message.hash,
      probe: probe.id,
      brand: probe.brand,
      scenario: probe.scenario,
      personaName: probe.fromName,
      question: probe.mail.text,
      sentAt: probe.sentAt,
      receivedAt: message.receivedAt,
      text: reading.text,
      isReply: reading.kind === 'reply',
    })),
  )
  const found = cannedReplies(messages).filter(({ hash }) => ledger.reviews.decisionOn('kind', hash) === null)
  const brands = new Map(messages.map(({ hash, brand }) => [hash, brand]))
  ledger.transaction(() => {
    for (const { hash, reason } of found)
      ledger.reviews.openItem(
        { subject: 'kind', target: hash, edition, brand: brands.get(hash)!, reason, openedBy: BY },
        now(),
      )
  })
  return found.length
}
