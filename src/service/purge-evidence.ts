/** Deletes the bytes of evidence whose retention is over; hashes stay, so that seals can still be verified (DESIGN.md, promise 7). */
import { DAY_MS } from '../domain/time.js'
import type { ServiceContext } from './context.js'

/** What a purge did. */
export interface PurgeRound {
  /** Messages whose bytes were deleted. */
  readonly purged: number
}

/** Purges evidence of editions published longer ago than their retention, unless a message also belongs to one that is not. */
export function purgeEvidence(context: ServiceContext): PurgeRound {
  const { ledger } = context
  const now = context.now()
  const over = (edition: string) => {
    const stored = ledger.editions.get(edition)
    const days = stored?.configuration.retentionDays ?? null
    return stored?.publishedAt != null && days !== null && now > stored.publishedAt + days * DAY_MS
  }
  let purged = 0
  for (const edition of ledger.editions.list()) {
    if (!over(edition.id)) continue
    const messages = [
      ...ledger.matches.exchanges(edition.id).flatMap((exchange) => exchange.messages),
      ...ledger.matches.strangers(edition.id),
    ]
    for (const { message } of messages) {
      if (ledger.messages.purged(message.hash)) continue
      const editions = ledger.matches
        .attributions(message.hash)
        .map(({ probe }) => ledger.probes.get(probe)?.edition ?? edition.id)
      if (!editions.every(over)) continue
      ledger.messages.purge(message.hash, now, `retention of edition ${edition.id} is over`)
      purged++
    }
  }
  if (purged > 0)
    ledger.audit.add({
      at: now,
      actor: 'purge-evidence',
      action: 'purge-evidence',
      target: 'evidence',
      details: { purged },
    })
  return { purged }
}
