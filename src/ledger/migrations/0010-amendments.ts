/**
 * Tenth migration: what people change of an edition under way, as rows beside what was fixed. They are only added to; once an
 * edition runs, nothing but an amendment brings a probe into it. The moves into and out of `void` are added to the list.
 */
import { ERASED_SQL } from '../erased-forms.js'
import { PROBE_MOVE_ROWS } from '../probe-moves.js'
import { erased, refuseInstead, same } from './0003-erasures.js'
import type { Migration } from './migration.js'

const state = (edition: string) => `(SELECT state FROM editions WHERE id = ${edition})`

export const amendments: Migration = {
  name: '0010-amendments',
  sql: [
    `INSERT OR IGNORE INTO probe_moves VALUES ${PROBE_MOVE_ROWS};`,
    `CREATE TABLE amendments (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  edition TEXT NOT NULL REFERENCES editions (id),
  at INTEGER NOT NULL,
  amendment TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (trim(reason) <> '')
) STRICT;
CREATE INDEX amendments_by_edition ON amendments (edition, sequence);`,
    refuseInstead(
      'amendments_insert',
      'INSERT ON amendments',
      `${state('NEW.edition')} NOT IN ('running', 'closed')`,
      'only an edition under way is amended',
    ),
    refuseInstead(
      'amendments_update',
      'UPDATE ON amendments',
      `NOT (${erased('amendment', 'OLD.sequence')} AND ${same('sequence', 'edition', 'at', 'amendment')}
         AND NEW.reason IS ${ERASED_SQL})`,
      'amendments are only added to',
    ),
    `CREATE TRIGGER amendments_delete BEFORE DELETE ON amendments
BEGIN SELECT RAISE(ABORT, 'replymark: amendments are only added to'); END;`,
    refuseInstead(
      'probes_insert_amended',
      'INSERT ON probes',
      `${state('NEW.edition')} IN ('running', 'closed') AND NOT EXISTS (SELECT 1 FROM amendments,
         json_each(amendments.amendment, '$.added') AS added
         WHERE amendments.edition = NEW.edition AND added.value = NEW.id)`,
      'only an amendment adds an e-mail to an edition under way',
    ),
  ].join('\n'),
}
