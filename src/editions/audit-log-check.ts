/** Checks the hash chain of the audit log, and says the first entry that is not the one that was written. */

import type { StoredAuditEntry } from '../ledger/audit.js'
import { auditChainAfter, auditWordsHash } from '../ledger/audit-chain.js'
import { ERASED, ERASED_AUTHOR } from '../ledger/erased-forms.js'
import type { Ledger } from '../ledger/ledger.js'

/** What checking the log found. */
export interface AuditCheck {
  /** One sentence; null where every entry is the one that was written. */
  readonly difference: string | null
  /** Entries in the chain, and those made before there was one. */
  readonly chained: number
  readonly before: number
}

/** True for an entry of which words were erased on a person's request, and that has them in their emptied form. */
function erasedEntry(ledger: Ledger, { sequence, actor, target, details }: StoredAuditEntry): boolean {
  return (
    ledger.erasures.has('audit', String(sequence)) && (actor === ERASED_AUTHOR || target === ERASED || details === null)
  )
}

/** Follows the chain from its first entry to its end. */
export function checkAuditLog(ledger: Ledger): AuditCheck {
  let chain: string | null = null
  let [chained, before, expected] = [0, 0, 1]
  const found = (difference: string | null): AuditCheck => ({ difference, chained, before })
  for (const entry of ledger.audit.inOrder()) {
    const { sequence, action } = entry
    if (sequence !== expected) {
      const missing = sequence - 1 === expected ? `entry ${expected}` : `entries ${expected} to ${sequence - 1}`
      return found(`the audit log: ${missing} missing`)
    }
    expected = sequence + 1
    if (entry.chain === null && chain === null) {
      before += 1
      continue
    }
    if (
      entry.wordsHash === null ||
      entry.chain !== auditChainAfter(chain, entry, entry.wordsHash) ||
      (entry.wordsHash !== auditWordsHash(entry) && !erasedEntry(ledger, entry))
    )
      return found(`the audit log: entry ${sequence} (${action}) is not the one that was written`)
    chain = entry.chain
    chained += 1
  }
  const last = ledger.audit.lastNumber()
  return found(last >= expected ? `the audit log: entries ${expected} to ${last} missing` : null)
}
