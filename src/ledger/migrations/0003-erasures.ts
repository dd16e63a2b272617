/**
 * Third migration: erasing a person's data. A table keeps what was erased, when and why, with the hashes that seals hold, and
 * the guards let an erased row take its emptied form (../erased-forms.ts), and nothing else.
 */
import {
  ASSESSMENT_ONLY_EMPTIED,
  ERASED_AUTHOR_SQL,
  ERASED_SQL,
  emptiedCandidates,
  emptiedReading,
} from '../erased-forms.js'
import type { Migration } from './migration.js'

/** A guard in place of a former one of the same name. */
export function refuseInstead(name: string, event: string, condition: string, message: string): string {
  return `DROP TRIGGER IF EXISTS ${name};
CREATE TRIGGER ${name} BEFORE ${event} WHEN ${condition}
BEGIN SELECT RAISE(ABORT, 'replymark: ${message}'); END;`
}

/** Said by every guard of a published edition. */
export const FROZEN = 'a published edition never changes'

/** SQL condition: the message is part of a published edition. */
export function sealedMessage(message: string): string {
  return `EXISTS (SELECT 1 FROM exchange_messages
    JOIN probes ON probes.id = exchange_messages.probe
    JOIN editions ON editions.id = probes.edition
    JOIN messages ON messages.hash = exchange_messages.message
    WHERE exchange_messages.message = ${message} AND editions.state = 'published'
      AND messages.ingested_at <= editions.published_at)`
}

function publishedEdition(edition: string): string {
  return `EXISTS (SELECT 1 FROM editions WHERE id = ${edition} AND state = 'published')`
}

/** SQL condition: that row was erased. */
export function erased(kind: string, id: string): string {
  return `EXISTS (SELECT 1 FROM erasures WHERE kind = '${kind}' AND id = CAST(${id} AS TEXT))`
}

/** SQL condition: these columns are as they were. */
export function same(...columns: readonly string[]): string {
  return columns.map((column) => `NEW.${column} IS OLD.${column}`).join(' AND ')
}

/** SQL condition: that column is as it was, or has one of these forms. */
export function keptOr(column: string, ...forms: readonly string[]): string {
  return `(NEW.${column} IS OLD.${column} OR ${forms.map((form) => `NEW.${column} IS ${form}`).join(' OR ')})`
}

export const erasures: Migration = {
  name: '0003-erasures',
  sql: [
    `CREATE TABLE erasures (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  request TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  hash TEXT,
  left_hash TEXT,
  erased_at INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX erasures_by_row ON erasures (kind, id);`,
    refuseInstead('erasures_delete', 'DELETE ON erasures', '1', 'what was erased stays written down'),
    refuseInstead(
      'erasures_update',
      'UPDATE ON erasures',
      `NOT (OLD.left_hash IS NULL AND ${same('sequence', 'request', 'kind', 'id', 'hash', 'erased_at', 'reason')})`,
      'what was erased stays written down',
    ),
    // Once emptied, a reading stays so: its bytes are gone, and nothing can be read from them again.
    refuseInstead(
      'readings_update_frozen',
      'UPDATE ON readings',
      `(${sealedMessage('OLD.message')} OR ${erased('reading', 'OLD.message')})
       AND NOT (${erased('reading', 'OLD.message')} AND ${same('message', 'version', 'kind', 'kind_confidence', 'read_at')}
         AND NEW.reading IN (${emptiedReading('OLD.reading', 'domain')}, ${emptiedReading('OLD.reading', 'nothing')}))`,
      FROZEN,
    ),
    refuseInstead(
      'matches_update_frozen',
      'UPDATE ON matches',
      `${sealedMessage('OLD.message')}
       AND NOT (${erased('match-clues', 'OLD.message')} AND ${same('message', 'outcome', 'probes', 'matched_at')}
         AND NEW.candidates IS ${emptiedCandidates('OLD.candidates')} AND NEW.reason IS ${ERASED_SQL})`,
      FROZEN,
    ),
    refuseInstead(
      'assessments_update_frozen',
      'UPDATE ON assessments',
      `OLD.variant = 'edition' AND ${publishedEdition('OLD.edition')}
       AND NOT (${erased('assessment', 'OLD.probe')}
         AND ${same('edition', 'variant', 'probe', 'grid_hash', 'mark', 'input_hash', 'computed_at')}
         AND ${ASSESSMENT_ONLY_EMPTIED})`,
      FROZEN,
    ),
    // A doubt about a message that came after publication is no part of the edition; taking a doubt back changes no figure.
    refuseInstead(
      'review_items_update_frozen',
      'UPDATE ON review_items',
      `OLD.opened_at <= (SELECT published_at FROM editions WHERE id = OLD.edition AND state = 'published')
       AND NOT (${same('id', 'subject', 'target', 'edition', 'brand', 'opened_at')}
         AND (${same('reason', 'opened_by')} OR (${erased('review', 'OLD.id')}
           AND ${keptOr('reason', ERASED_SQL)} AND ${keptOr('opened_by', ERASED_AUTHOR_SQL)})))`,
      FROZEN,
    ),
    refuseInstead(
      'review_decisions_update',
      'UPDATE ON review_decisions',
      `NOT (${erased('review', 'OLD.item')} AND ${same('sequence', 'item', 'decision', 'replacement', 'decided_at')}
         AND ${keptOr('comment', ERASED_SQL)} AND ${keptOr('decided_by', ERASED_AUTHOR_SQL)})`,
      'decisions are only added to',
    ),
    refuseInstead(
      'audit_log_update',
      'UPDATE ON audit_log',
      `NOT (${erased('audit', 'OLD.sequence')} AND ${same('sequence', 'at', 'action')}
         AND ${keptOr('actor', ERASED_AUTHOR_SQL)} AND ${keptOr('target', ERASED_SQL)} AND ${keptOr('details', 'NULL')})`,
      'the audit log is only added to',
    ),
    refuseInstead(
      'probe_states_update',
      'UPDATE ON probe_states',
      `NOT (${erased('probe-state', 'OLD.sequence')} AND ${same('sequence', 'probe', 'from_state', 'to_state', 'at')}
         AND ${keptOr('reason', ERASED_SQL)} AND ${keptOr('moved_by', ERASED_AUTHOR_SQL)})`,
      'history is only added to',
    ),
    refuseInstead(
      'probes_update_frozen',
      'UPDATE ON probes',
      `${publishedEdition('OLD.edition')}
       AND NOT (${erased('probe-reason', 'OLD.id')} AND NEW.state_reason IS ${ERASED_SQL}
         AND ${same(
           ...['id', 'edition', 'brand', 'scenario', 'persona', 'variant', 'account', 'recipient', 'recipient_domain'],
           ...['token', 'due_at', 'follows_probe', 'subject', 'text', 'language', 'mail_hash', 'from_name'],
           ...['from_address', 'reply_address', 'message_id', 'state', 'handed_at', 'sent_at', 'deferrals', 'retry_at'],
         )})`,
      FROZEN,
    ),
  ].join('\n'),
}
