/** What was fixed of each edition before its first e-mail. */
import type { Preregistration } from '../domain/preregistration.js'
import type { Instant } from '../domain/time.js'
import type { OpenDatabase } from './database.js'
import { eq, sql } from './drizzle.js'
import { preregistrations } from './schema/editions.js'

/** A preregistration in the ledger. */
export interface StoredPreregistration {
  /** SHA-256 of its canonical JSON, in hex. */
  readonly hash: string
  readonly preregistration: Preregistration
  /** When the same content was fixed first. */
  readonly fixedAt: Instant
}

/** Queries about preregistrations. */
export function createPreregistrationQueries({ drizzle }: OpenDatabase) {
  const one = drizzle
    .select()
    .from(preregistrations)
    .where(eq(preregistrations.edition, sql.placeholder('edition')))
    .prepare()

  return {
    /** The preregistration of an edition; null in editions planned before there were any. */
    get(edition: string): StoredPreregistration | null {
      const row = one.get({ edition })
      return row ? { hash: row.hash, preregistration: row.preregistration, fixedAt: row.fixedAt } : null
    },
    /** Stores it in place of the former one; the moment stays where nothing of it changed. */
    store(preregistration: Preregistration, hash: string, at: Instant): void {
      if (one.get({ edition: preregistration.edition })?.hash === hash) return
      const row = { hash, preregistration, fixedAt: at }
      drizzle
        .insert(preregistrations)
        .values({ edition: preregistration.edition, ...row })
        .onConflictDoUpdate({ target: preregistrations.edition, set: row })
        .run()
    },
  }
}

/** Queries about preregistrations. */
export type PreregistrationQueries = ReturnType<typeof createPreregistrationQueries>
