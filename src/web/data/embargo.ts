/** Who may see an edition's figures when. */
import type { Instant } from '../../domain/time.js'
import type { StoredEdition } from '../../ledger/editions.js'
import { isStaff, type Visitor } from '../accounts/role.js'

/** True once a brand may see its own exchanges: the time set for it has come, or, where none is set, the edition is closed. */
export function mayBrandSee(edition: StoredEdition, now: Instant): boolean {
  const opensAt = edition.configuration.edition.brandEmbargoUntil
  return opensAt === null ? edition.state === 'closed' || edition.state === 'published' : opensAt <= now
}

/** True where the visitor may see the edition's league table: everybody after the embargo, press once it is published, staff always. */
export function maySeeRanking(edition: StoredEdition, visitor: Visitor | null, now: Instant): boolean {
  if (isStaff(visitor)) return true
  if (edition.state !== 'published') return false
  const { embargoUntil } = edition.configuration.edition
  return embargoUntil === null || embargoUntil <= now || visitor?.role === 'press'
}
