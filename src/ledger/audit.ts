/** The audit log: who did what, when. Only added to; every entry holds the hash of the one before (./audit-chain.ts). */
import type { Instant } from '../domain/time.js'
import { auditChainAfter, auditWordsHash } from './audit-chain.js'
import type { OpenDatabase } from './database.js'
import { asc, desc, eq, gt, lt, sql } from './drizzle.js'
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

/** An entry as stored. */
export interface StoredAuditEntry extends AuditEntry {
  readonly sequence: number
  /** Hash over its words, in hex; null in entries made before the log was a chain. */
  readonly wordsHash: string | null
  /** Hash over the chain before and this entry, in hex; null as above. */
  readonly chain: string | null
}

/** Entries that are read at once by `inOrder`. */
const PAGE = 1_000

/** Queries about the audit log. */
export function createAuditQueries({ drizzle, transaction }: OpenDatabase) {
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
  const ofChain = drizzle
    .select()
    .from(auditLog)
    .where(eq(auditLog.chain, sql.placeholder('chain')))
    .prepare()
  const page = drizzle
    .select()
    .from(auditLog)
    .where(gt(auditLog.sequence, sql.placeholder('after')))
    .orderBy(asc(auditLog.sequence))
    .limit(PAGE)
    .prepare()
  // Numbers of entries are never used again, also where the newest was taken out.
  const last = drizzle
    .select({ sequence: sql<number>`seq` })
    .from(sql`sqlite_sequence`)
    .where(sql`name = 'audit_log'`)
    .prepare()

  return {
    /** Adds an entry to the end of the chain. */
    add({ at, actor, action, target, details }: AuditEntry): void {
      transaction(() => {
        const [before] = newest.all({ limit: 1, before: Number.MAX_SAFE_INTEGER })
        const entry = { sequence: (last.get()?.sequence ?? 0) + 1, at, actor, action, target, details }
        const wordsHash = auditWordsHash(entry)
        const chain = auditChainAfter(before?.chain ?? null, entry, wordsHash)
        drizzle
          .insert(auditLog)
          .values({ ...entry, wordsHash, chain })
          .run()
      })
    },
    /** Entries, newest first, before a sequence number for pages. */
    newest(limit: number, before = Number.MAX_SAFE_INTEGER): readonly StoredAuditEntry[] {
      return newest.all({ limit, before })
    },
    /** Entries on a target, newest first. */
    ofTarget(target: string): readonly StoredAuditEntry[] {
      return ofTarget.all({ target })
    },
    /** The entry after which the chain has this hash; null where there is none. */
    ofChain(chain: string): StoredAuditEntry | null {
      return ofChain.get({ chain }) ?? null
    },
    /** Every entry, oldest first, a page at a time. */
    *inOrder(): Generator<StoredAuditEntry> {
      let after = 0
      for (;;) {
        const entries = page.all({ after })
        yield* entries
        const end = entries.at(-1)
        if (!end) return
        after = end.sequence
      }
    },
    /** Number of the last entry that was ever added; 0 where there is none. */
    lastNumber(): number {
      return last.get()?.sequence ?? 0
    },
  }
}

/** Queries about the audit log. */
export type AuditQueries = ReturnType<typeof createAuditQueries>
