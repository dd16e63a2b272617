/** Applies migrations in order, each in one transaction; tells which are pending, and when a file is newer than the program. */
import type { Database } from 'better-sqlite3'
import { ReplymarkError } from '../domain/error.js'
import { MIGRATIONS } from './migrations/index.js'
import type { Migration } from './migrations/migration.js'

/** Marks the file as a ledger ("RPLM"), so that another program's database is never taken for one. */
const APPLICATION_ID = 0x52504c4d

/** What a file needs before it can be used. */
export interface SchemaState {
  /** True where the file holds no table yet. */
  readonly fresh: boolean
  /** Names of migrations applied, oldest first. */
  readonly applied: readonly string[]
  /** Migrations of this program that the file lacks. */
  readonly pending: readonly Migration[]
}

/**
 * Compares a file with the program's migrations.
 * @throws ReplymarkError `ledger` when the file is another program's, or was written by a newer Replymark
 */
export function schemaState(database: Database, file: string, known: readonly Migration[] = MIGRATIONS): SchemaState {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
  if (tables.length === 0) return { fresh: true, applied: [], pending: known }
  if (!tables.includes('migrations') || database.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new ReplymarkError('ledger', 'This database was not made by Replymark', {
      place: { file },
      hint: 'Name another data folder in study.yaml (`data`).',
    })
  const applied = database.prepare('SELECT name FROM migrations ORDER BY name').pluck().all() as string[]
  const names = new Set(known.map((migration) => migration.name))
  const unknown = applied.filter((name) => !names.has(name))
  if (unknown.length > 0)
    throw new ReplymarkError('ledger', `The ledger was written by a newer Replymark (${unknown.join(', ')})`, {
      place: { file },
      hint: 'Use that version or a later one.',
    })
  return { fresh: false, applied, pending: known.filter((migration) => !applied.includes(migration.name)) }
}

/**
 * Applies what is pending. Running it again does nothing. A process killed in the middle leaves whole steps only.
 * @param now time written beside each step
 * @returns names applied
 */
export function migrate(
  database: Database,
  file: string,
  now: () => number,
  known: readonly Migration[] = MIGRATIONS,
): readonly string[] {
  database
    .transaction(() => {
      if (!schemaState(database, file, known).fresh) return
      database.exec('CREATE TABLE migrations (name TEXT PRIMARY KEY NOT NULL, applied_at INTEGER NOT NULL) STRICT')
      database.pragma(`application_id = ${APPLICATION_ID}`)
    })
    .immediate()
  const done: string[] = []
  for (const migration of known) {
    database
      .transaction(() => {
        // Asked again inside the write lock: another process may just have done it.
        if (database.prepare('SELECT 1 FROM migrations WHERE name = ?').get(migration.name)) return
        database.exec(migration.sql)
        database.prepare('INSERT INTO migrations (name, applied_at) VALUES (?, ?)').run(migration.name, now())
        done.push(migration.name)
      })
      .immediate()
  }
  return done
}
