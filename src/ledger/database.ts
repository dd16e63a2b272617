/** The open SQLite file with Drizzle over it: what every query group is built from. */
import type { Database } from 'better-sqlite3'
import type { BetterSQLite3Database } from './drizzle.js'
import type * as schema from './schema/index.js'

/** Drizzle over the ledger's tables. */
export type LedgerDatabase = BetterSQLite3Database<typeof schema>

/** What a query group gets. */
export interface OpenDatabase {
  /** Path of the file as the operator knows it. */
  readonly file: string
  readonly sqlite: Database
  readonly drizzle: LedgerDatabase
  /** Runs `work` in one immediate transaction; inside another one it joins it. */
  transaction<Result>(work: () => Result): Result
}
