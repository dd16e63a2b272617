/** Leaves to a person what the messages of an edition say against each other; what a person decided already is left alone. */
import { CLOCK_SKEW_MS } from '../../src/domain/time.js'
import { repeatsMail } from '../../src/matching/clues.js'
import { contradictionsOf } from '../../src/matching/contradictions.js'
import { openProbeOf } from '../../src/matching/open-probe.js'
import { proofOf } from '../../src/matching/proof.js'
import { timeDoubt } from '../../src/matching/prove-answer.js'
import { standingOf } from '../../src/matching/sender.js'
import type { ServiceContext } from '../context.js'

/** Name under which reviews are opened. */
const BY = 'interpret-messages'

/** Opens a doubt for each contradiction in an edition that is not published; what is doubted does not count meanwhile. Returns how many. */
export function doubtContradictions({ ledger, now }: Pick<ServiceContext, 'ledger' | 'now'>, edition: string): number {
  const { configuration } = ledger.editions.require(edition)
  const { answers, helpDeskDomains } = configuration
  const brands = new Map(configuration.brands.map((brand) => [brand.id, brand]))
  const skew = answers ? answers.clockSkewSeconds * 1_000 : CLOCK_SKEW_MS
  const exchanges = ledger.matches.exchanges(edition)
  // Matched before times were asked of: what is matched today was asked already.
  const early = exchanges.flatMap(({ probe, messages }) =>
    messages.flatMap(({ message, reading }) => {
      const reason = timeDoubt(message, reading, probe, skew)
      return reason === null ? [] : [{ hash: message.hash, probe: probe.id, reason }]
    }),
  )
  const compared = new Map(
    exchanges.flatMap(({ probe, messages }) => {
      const brand = brands.get(probe.brand)
      if (!brand || messages.length === 0) return []
      const open = openProbeOf(probe, brand, configuration.edition.answerWindowDays)
      return [
        [
          probe.id,
          messages.map(({ message, reading }) => ({
            hash: message.hash,
            receivedAt: message.receivedAt,
            kind: reading.kind,
            fromAddress: reading.from?.address ?? '',
            messageId: reading.messageId,
            standing: standingOf(reading, open, helpDeskDomains),
            proof: proofOf(reading, answers?.authservIds ?? []),
            knowsOurMail: repeatsMail(reading, probe.mail),
          })),
        ] as const,
      ]
    }),
  )
  const found = [...early, ...contradictionsOf(compared)].filter(
    ({ hash }) => ledger.reviews.decisionOn('match', hash) === null,
  )
  ledger.transaction(() => {
    for (const { hash, probe, reason } of found) {
      const decision = ledger.matches.get(hash)
      if (!decision) continue
      ledger.matches.store(hash, { ...decision, outcome: 'doubtful', probes: [], reason }, [], now())
      const brand = ledger.probes.get(probe)?.brand ?? null
      ledger.reviews.openItem({ subject: 'match', target: hash, edition, brand, reason, openedBy: BY }, now())
    }
  })
  return found.length
}
