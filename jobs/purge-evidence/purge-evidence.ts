/** Deletes the bytes of evidence whose retention is over; hashes stay, so that seals can still be verified (docs/design.md, promise 9). */

import { DAY_MS } from '../../src/domain/time.js'
import type { StoredEdition } from '../../src/ledger/editions.js'
import type { ServiceContext } from '../context.js'
import { repeatErasures } from './person/erasure-journal.js'

/** What a purge did. */
export interface PurgeRound {
  /** Messages whose bytes were deleted. */
  readonly purged: number
}

/**
 * Purges evidence of editions published longer ago than their retention, unless a message also belongs to one that is not. Mail that
 * came after publication goes with its edition; mail that belongs to none goes when no edition is left that it could have answered.
 * Then does again what was erased on request and came back with a restored backup.
 */
export function purgeEvidence(context: ServiceContext): PurgeRound {
  const { ledger } = context
  const now = context.now()
  const isOver = ({ configuration: { retentionDays }, publishedAt }: StoredEdition) =>
    publishedAt !== null && retentionDays !== null && now > publishedAt + retentionDays * DAY_MS
  const editions = ledger.editions.list()
  const over = new Set(editions.filter(isOver).map(({ id }) => id))
  const purged = over.size === 0 ? 0 : ledger.erasing(() => purgeMessages(context, editions, over)).result
  const { repeated, waiting } = repeatErasures(ledger, now)
  if (repeated.length > 0 || waiting > 0)
    context.log.warn({ repeated: repeated.length, waiting }, 'data erased on request had come back')
  return { purged }
}

function purgeMessages(
  { ledger, now }: ServiceContext,
  editions: readonly StoredEdition[],
  over: ReadonlySet<string>,
): number {
  const lastPublished = Math.max(...editions.map(({ publishedAt }) => publishedAt ?? 0))
  const allOver = over.size === editions.length
  let purged = 0
  for (const { hash } of ledger.messages.list()) {
    if (ledger.messages.purged(hash) || !ledger.readings.get(hash)) continue
    const answered = ledger.matches.attributions(hash).map(({ probe }) => ledger.probes.get(probe)?.edition ?? '')
    const goes = answered.length > 0 ? answered.every((id) => over.has(id)) : allOver
    if (!goes) continue
    const edition = answered[0] ?? editions.find(({ publishedAt }) => publishedAt === lastPublished)?.id
    ledger.messages.purge(hash, now(), `retention of edition ${edition} is over`)
    purged++
  }
  if (purged > 0)
    ledger.audit.add({
      at: now(),
      actor: 'purge-evidence',
      action: 'purge-evidence',
      target: 'evidence',
      details: { purged },
    })
  return purged
}
