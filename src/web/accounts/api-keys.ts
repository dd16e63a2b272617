/**
 * Bearer keys for the API: 256 random bits shown once, kept as SHA-256 (no slow hash is needed for a key that cannot be guessed).
 * A key has one role, like a person, and never opens a form.
 */
import { createHash, randomBytes } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { Instant } from '../../domain/time.js'
import type { Role, Visitor } from './role.js'

/** A key as lists show it; the key itself is never kept. */
export interface ApiKeySummary {
  readonly id: string
  /** What it is for, in the operator's words. */
  readonly label: string
  readonly role: Role
  readonly brand: string | null
  readonly createdAt: Instant
  /** Null: it does not expire. */
  readonly expiresAt: Instant | null
  readonly lastUsedAt: Instant | null
}

const PREFIX = 'rm_'

function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** Opens the keys of a ledger, creating their table where it is missing. */
export function openApiKeys(database: Database.Database, now: () => Instant) {
  database.exec(`create table if not exists api_key (
    id text primary key, digest text not null unique, label text not null, role text not null, brand text,
    createdAt integer not null, expiresAt integer, lastUsedAt integer
  ) strict`)
  const insert = database.prepare('insert into api_key values (?, ?, ?, ?, ?, ?, ?, null)')
  const byDigest = database.prepare('select * from api_key where digest = ?')
  const touch = database.prepare('update api_key set lastUsedAt = ? where id = ?')
  const all = database.prepare(
    'select id, label, role, brand, createdAt, expiresAt, lastUsedAt from api_key order by createdAt desc, id',
  )
  const remove = database.prepare('delete from api_key where id = ?')

  return {
    /** Every key, newest first. */
    list: (): readonly ApiKeySummary[] => all.all() as ApiKeySummary[],

    /** Makes a key and returns it: the only time it can be read. */
    create(details: { label: string; role: Role; brand: string | null; expiresAt: Instant | null }): string {
      const key = PREFIX + randomBytes(32).toString('base64url')
      const { label, role, brand, expiresAt } = details
      insert.run(randomBytes(8).toString('hex'), digest(key), label, role, brand, now(), expiresAt)
      return key
    },

    /** Takes a key back at once. */
    revoke(id: string): void {
      remove.run(id)
    },

    /** Who an `Authorization: Bearer …` header speaks for; null where the key is unknown or has expired. */
    visitor(authorization: string | null): Visitor | null {
      const key = authorization?.match(/^Bearer\s+(rm_[\w-]{43})$/i)?.[1]
      if (!key) return null
      const row = byDigest.get(digest(key)) as ApiKeySummary | undefined
      if (!row || (row.expiresAt !== null && row.expiresAt <= now())) return null
      touch.run(now(), row.id)
      return { id: `key:${row.id}`, email: '', name: row.label, role: row.role, brand: row.brand, by: 'api-key' }
    },
  }
}

/** The API keys of one ledger. */
export type ApiKeys = ReturnType<typeof openApiKeys>
