/**
 * Sixth migration: a probe that never reached the brand for a reason of our own making is `undelivered`; the moves of today's list
 * that an older ledger does not know are added to its table.
 */
import { PROBE_MOVES } from '../probe-moves.js'
import type { Migration } from './migration.js'

const moves = PROBE_MOVES.map(([from, to]) => `('${from}','${to}')`).join(', ')

export const undelivered: Migration = {
  name: '0006-undelivered',
  sql: `INSERT OR IGNORE INTO probe_moves VALUES ${moves};`,
}
