/** Whether anything in the ledger may have changed, asked of SQLite: what is kept beside it is thrown away then. */
import type Database from 'better-sqlite3'

/**
 * Makes the question. Its answer is a text that differs after every write: `data_version` sees what other connections commit,
 * `total_changes()` what this one does (sqlite.org/pragma.html#pragma_data_version, sqlite.org/lang_corefunc.html#total_changes).
 */
export function changeWatch(database: Database.Database): () => string {
  const others = database.prepare('pragma data_version').pluck()
  const own = database.prepare('select total_changes()').pluck()
  return () => `${others.get()}/${own.get()}`
}
