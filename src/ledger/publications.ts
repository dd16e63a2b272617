/** What was published of each edition, revision by revision: manifests of files. */
import type { Instant } from '../domain/time.js'
import type { OpenDatabase } from './database.js'
import { asc, eq, sql } from './drizzle.js'
import { publications } from './schema/editions.js'

/** Queries about publications. */
export function createPublicationQueries({ drizzle }: OpenDatabase) {
  const ofEdition = drizzle
    .select()
    .from(publications)
    .where(eq(publications.edition, sql.placeholder('edition')))
    .orderBy(asc(publications.revision))
    .prepare()

  return {
    /** Manifests of an edition with their revision numbers, oldest first. */
    ofEdition(edition: string): readonly { readonly revision: number; readonly publication: unknown }[] {
      return ofEdition.all({ edition })
    },
    /** Stores a manifest; it never changes afterwards. */
    add(edition: string, revision: number, publication: unknown, at: Instant): void {
      drizzle.insert(publications).values({ edition, revision, publication, writtenAt: at }).run()
    },
  }
}

/** Queries about publications. */
export type PublicationQueries = ReturnType<typeof createPublicationQueries>
