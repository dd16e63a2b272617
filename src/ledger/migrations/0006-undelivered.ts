/**
 * Sixth migration: a probe that never reached the brand for a reason of our own making is `undelivered`; the moves of today's list
 * that an older ledger does not know are added to its table.
 */
import { PROBE_MOVE_ROWS } from '../probe-moves.js'
import type { Migration } from './migration.js'

export const undelivered: Migration = {
  name: '0006-undelivered',
  sql: `INSERT OR IGNORE INTO probe_moves VALUES ${PROBE_MOVE_ROWS};`,
}
