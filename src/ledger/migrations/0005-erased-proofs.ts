/**
 * Fifth migration: readings of version 5 hold what servers say of a mail's authenticity; erasing empties that too, and the guard
 * lets an erased reading take this form.
 */
import { emptiedReading } from '../erased-forms.js'
import { erased, FROZEN, refuseInstead, same, sealedMessage } from './0003-erasures.js'
import type { Migration } from './migration.js'

export const erasedProofs: Migration = {
  name: '0005-erased-proofs',
  sql: refuseInstead(
    'readings_update_frozen',
    'UPDATE ON readings',
    `(${sealedMessage('OLD.message')} OR ${erased('reading', 'OLD.message')})
       AND NOT (${erased('reading', 'OLD.message')} AND ${same('message', 'version', 'kind', 'kind_confidence', 'read_at')}
         AND NEW.reading IN (${emptiedReading('OLD.reading', 'domain')}, ${emptiedReading('OLD.reading', 'nothing')}))`,
    FROZEN,
  ),
}
