/**
 * Second migration: what the ledger itself refuses. Evidence never changes, probes move only along the allowed
 * states, people's decisions are only added to, and nothing of a published edition changes.
 */
import { PROBE_MOVE_ROWS } from '../probe-moves.js'
import type { Migration } from './migration.js'

function refuse(name: string, event: string, condition: string, message: string): string {
  return `CREATE TRIGGER ${name} BEFORE ${event}${condition ? ` WHEN ${condition}` : ''}
BEGIN SELECT RAISE(ABORT, 'replymark: ${message}'); END;`
}

function publishedEdition(edition: string): string {
  return `EXISTS (SELECT 1 FROM editions WHERE id = ${edition} AND state = 'published')`
}

function publishedProbe(probe: string): string {
  return `EXISTS (SELECT 1 FROM probes JOIN editions ON editions.id = probes.edition
    WHERE probes.id = ${probe} AND editions.state = 'published')`
}

/** A message that was there when an edition it answers in was published; one that came later is no part of it. */
function sealedMessage(message: string): string {
  return `EXISTS (SELECT 1 FROM exchange_messages
    JOIN probes ON probes.id = exchange_messages.probe
    JOIN editions ON editions.id = probes.edition
    JOIN messages ON messages.hash = exchange_messages.message
    WHERE exchange_messages.message = ${message} AND editions.state = 'published'
      AND messages.ingested_at <= editions.published_at)`
}

const FROZEN = 'a published edition never changes'

export const guards: Migration = {
  name: '0002-guards',
  sql: [
    'CREATE TABLE probe_moves (from_state TEXT NOT NULL, to_state TEXT NOT NULL, PRIMARY KEY (from_state, to_state)) STRICT;',
    `INSERT INTO probe_moves VALUES ${PROBE_MOVE_ROWS};`,
    refuse(
      'probes_move',
      'UPDATE OF state ON probes',
      'NEW.state <> OLD.state AND NOT EXISTS (SELECT 1 FROM probe_moves WHERE from_state = OLD.state AND to_state = NEW.state)',
      'this change of state is not allowed',
    ),
    refuse(
      'probes_sent_text',
      'UPDATE ON probes',
      `OLD.state <> 'planned' AND (NEW.id IS NOT OLD.id OR NEW.edition IS NOT OLD.edition OR NEW.brand IS NOT OLD.brand
       OR NEW.scenario IS NOT OLD.scenario OR NEW.persona IS NOT OLD.persona OR NEW.recipient IS NOT OLD.recipient
       OR NEW.token IS NOT OLD.token OR NEW.subject IS NOT OLD.subject OR NEW.text IS NOT OLD.text
       OR NEW.mail_hash IS NOT OLD.mail_hash OR NEW.reply_address IS NOT OLD.reply_address)`,
      'a probe that was handed to SMTP keeps its text and addresses',
    ),
    refuse(
      'probes_message_id',
      'UPDATE OF message_id ON probes',
      'OLD.message_id IS NOT NULL AND NEW.message_id IS NOT OLD.message_id',
      'a Message-ID is fixed once',
    ),
    refuse('probes_delete', 'DELETE ON probes', "OLD.state <> 'planned'", 'only planned probes can be removed'),
    refuse('probes_insert_frozen', 'INSERT ON probes', publishedEdition('NEW.edition'), FROZEN),
    refuse('probes_update_frozen', 'UPDATE ON probes', publishedEdition('OLD.edition'), FROZEN),
    refuse('probe_states_update', 'UPDATE ON probe_states', '', 'history is only added to'),

    refuse('evidence_update', 'UPDATE ON evidence', '', 'evidence never changes'),
    refuse('evidence_delete', 'DELETE ON evidence', '', 'the hashes of evidence are kept'),
    refuse('evidence_bytes_update', 'UPDATE ON evidence_bytes', '', 'evidence never changes'),
    refuse(
      'evidence_bytes_delete',
      'DELETE ON evidence_bytes',
      'NOT EXISTS (SELECT 1 FROM evidence_purges WHERE hash = OLD.hash)',
      'evidence is deleted by a recorded purge only',
    ),
    refuse('messages_delete', 'DELETE ON messages', '', 'a received message is never lost'),
    refuse('messages_update_frozen', 'UPDATE ON messages', sealedMessage('OLD.hash'), FROZEN),
    refuse('sightings_update', 'UPDATE ON message_sightings', '', 'evidence never changes'),
    refuse('readings_update_frozen', 'UPDATE ON readings', sealedMessage('OLD.message'), FROZEN),
    refuse('readings_delete_frozen', 'DELETE ON readings', sealedMessage('OLD.message'), FROZEN),
    refuse('matches_update_frozen', 'UPDATE ON matches', sealedMessage('OLD.message'), FROZEN),
    refuse('matches_delete_frozen', 'DELETE ON matches', sealedMessage('OLD.message'), FROZEN),
    refuse(
      'exchange_messages_insert_frozen',
      'INSERT ON exchange_messages',
      `EXISTS (SELECT 1 FROM probes JOIN editions ON editions.id = probes.edition
        JOIN messages ON messages.hash = NEW.message
        WHERE probes.id = NEW.probe AND editions.state = 'published' AND messages.ingested_at <= editions.published_at)`,
      FROZEN,
    ),
    refuse('exchange_messages_update_frozen', 'UPDATE ON exchange_messages', publishedProbe('OLD.probe'), FROZEN),
    refuse(
      'exchange_messages_delete_frozen',
      'DELETE ON exchange_messages',
      `${publishedProbe('OLD.probe')} AND ${sealedMessage('OLD.message')}`,
      FROZEN,
    ),

    refuse(
      'assessments_insert_frozen',
      'INSERT ON assessments',
      `NEW.variant = 'edition' AND ${publishedEdition('NEW.edition')}`,
      FROZEN,
    ),
    refuse(
      'assessments_update_frozen',
      'UPDATE ON assessments',
      `OLD.variant = 'edition' AND ${publishedEdition('OLD.edition')}`,
      FROZEN,
    ),
    refuse(
      'assessments_delete_frozen',
      'DELETE ON assessments',
      `OLD.variant = 'edition' AND ${publishedEdition('OLD.edition')}`,
      FROZEN,
    ),
    refuse(
      'standings_insert_frozen',
      'INSERT ON standings',
      `NEW.variant = 'edition' AND ${publishedEdition('NEW.edition')}`,
      FROZEN,
    ),
    refuse(
      'standings_update_frozen',
      'UPDATE ON standings',
      `OLD.variant = 'edition' AND ${publishedEdition('OLD.edition')}`,
      FROZEN,
    ),
    refuse(
      'standings_delete_frozen',
      'DELETE ON standings',
      `OLD.variant = 'edition' AND ${publishedEdition('OLD.edition')}`,
      FROZEN,
    ),
    refuse(
      'analyses_update_frozen',
      'UPDATE ON analyses',
      `OLD.variant = 'edition' AND ${publishedEdition('OLD.edition')}`,
      FROZEN,
    ),
    refuse(
      'analyses_delete_frozen',
      'DELETE ON analyses',
      `OLD.variant = 'edition' AND ${publishedEdition('OLD.edition')}`,
      FROZEN,
    ),
    refuse('seals_update', 'UPDATE ON seals', '', 'a seal never changes'),
    refuse('seals_delete', 'DELETE ON seals', '', 'a seal never changes'),
    refuse('editions_update_frozen', 'UPDATE ON editions', "OLD.state = 'published'", FROZEN),
    refuse(
      'editions_configuration',
      'UPDATE OF configuration ON editions',
      "OLD.state NOT IN ('configured','planned') AND NEW.configuration IS NOT OLD.configuration",
      'the configuration of a running edition is frozen',
    ),
    refuse('editions_delete', 'DELETE ON editions', "OLD.state NOT IN ('configured','planned')", FROZEN),

    refuse('review_decisions_update', 'UPDATE ON review_decisions', '', 'decisions are only added to'),
    refuse('review_decisions_delete', 'DELETE ON review_decisions', '', 'decisions are only added to'),
    refuse(
      'review_decisions_insert_frozen',
      'INSERT ON review_decisions',
      `EXISTS (SELECT 1 FROM review_items JOIN editions ON editions.id = review_items.edition
        WHERE review_items.id = NEW.item AND editions.state = 'published')`,
      FROZEN,
    ),
    refuse('audit_log_update', 'UPDATE ON audit_log', '', 'the audit log is only added to'),
    refuse('audit_log_delete', 'DELETE ON audit_log', '', 'the audit log is only added to'),
  ].join('\n'),
}
