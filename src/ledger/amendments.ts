/** What people changed of editions under way, in order. */
import type { Amendment, StoredAmendment } from '../domain/amendment.js'
import type { Instant } from '../domain/time.js'
import type { OpenDatabase } from './database.js'
import { asc, eq, sql } from './drizzle.js'
import { amendments } from './schema/editions.js'

/** Queries about amendments. */
export function createAmendmentQueries({ drizzle }: OpenDatabase) {
  const ofEdition = drizzle
    .select()
    .from(amendments)
    .where(eq(amendments.edition, sql.placeholder('edition')))
    .orderBy(asc(amendments.sequence))
    .prepare()
  const all = drizzle.select().from(amendments).orderBy(asc(amendments.sequence)).prepare()
  const fromRow = ({ sequence, amendment, ...rest }: typeof amendments.$inferSelect): StoredAmendment => ({
    number: sequence,
    ...amendment,
    ...rest,
  })

  return {
    /** Amendments of an edition, oldest first. */
    ofEdition(edition: string): readonly StoredAmendment[] {
      return ofEdition.all({ edition }).map(fromRow)
    },
    /** Amendments of all editions, oldest first. */
    list(): readonly StoredAmendment[] {
      return all.all().map(fromRow)
    },
    /**
     * Adds one. Returns its number.
     * @throws ReplymarkError `conflict` where the edition is not under way
     */
    add(edition: string, amendment: Amendment, reason: string, at: Instant): number {
      return Number(drizzle.insert(amendments).values({ edition, amendment, reason, at }).run().lastInsertRowid)
    },
  }
}

/** Queries about amendments. */
export type AmendmentQueries = ReturnType<typeof createAmendmentQueries>
