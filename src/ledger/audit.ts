/** The audit log: who did what, when. Only added to. */
import type { Instant } from '../domain/time.js'
import type { OpenDatabase } from './database.js'
import { desc, eq, lt, sql } from './drizzle.js'
import { auditLog } from './schema/reviews.js'

/** One entry of the audit log. */
export interface AuditEntry {
  readonly at: Instant
  /** A job's name, `user:…`, `cli`. */
  readonly actor: string
  /** Verb and thing, kebab-case: `publish-edition`, `decide-review`. */
  readonly action: string
  readonly target: string
  /** Anything worth keeping; no secret, no address of an agent. */
  readonly details: unknown
}

/** Queries about the audit log. */
export function createAuditQueries({ drizzle }: OpenDatabase) {
  const newest = drizzle
    .select()
    .from(auditLog)
    .where(lt(auditLog.sequence, sql.placeholder('before')))
    .orderBy(desc(auditLog.sequence))
    .limit(sql.placeholder('limit'))
    .prepare()
  const ofTarget = drizzle
    .select()
    .from(auditLog)
    .where(eq(auditLog.target, sql.placeholder('target')))
    .orderBy(desc(auditLog.sequence))
    .prepare()

  return {
    /** Adds an entry. */
    add(entry: AuditEntry): void {
      drizzle.insert(auditLog).values(entry).run()
    },
    /** Entries, newest first, before a sequence number for pages. */
    newest(limit: number, before = Number.MAX_SAFE_INTEGER): readonly (AuditEntry & { readonly sequence: number })[] {
      return newest.all({ limit, before })
    },
    /** Entries on a target, newest first. */
    ofTarget(target: string): readonly AuditEntry[] {
      return ofTarget.all({ target })
    },
  }
}

/** Queries about the audit log. */
export type AuditQueries = ReturnType<typeof createAuditQueries>
