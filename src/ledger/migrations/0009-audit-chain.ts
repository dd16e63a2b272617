/**
 * Ninth migration: every entry of the audit log holds the hash of the one before (../audit-chain.ts). Entries made earlier have
 * none; from the first one with it on, none comes without.
 */
import { ERASED_AUTHOR_SQL, ERASED_SQL } from '../erased-forms.js'
import { erased, keptOr, refuseInstead, same } from './0003-erasures.js'
import type { Migration } from './migration.js'

export const auditChain: Migration = {
  name: '0009-audit-chain',
  sql: [
    'ALTER TABLE audit_log ADD COLUMN words_hash TEXT;',
    'ALTER TABLE audit_log ADD COLUMN chain TEXT;',
    `CREATE TRIGGER audit_log_insert BEFORE INSERT ON audit_log
WHEN NEW.chain IS NULL OR NEW.words_hash IS NULL
BEGIN SELECT RAISE(ABORT, 'replymark: an entry of the audit log holds the hash of the one before'); END;`,
    refuseInstead(
      'audit_log_update',
      'UPDATE ON audit_log',
      `NOT (${erased('audit', 'OLD.sequence')} AND ${same('sequence', 'at', 'action', 'words_hash', 'chain')}
         AND ${keptOr('actor', ERASED_AUTHOR_SQL)} AND ${keptOr('target', ERASED_SQL)} AND ${keptOr('details', 'NULL')})`,
      'the audit log is only added to',
    ),
  ].join('\n'),
}
