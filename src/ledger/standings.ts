/** Standings and analyses of an edition per grid variant, and the seal of a published one. */
import type { Standing } from '../domain/standing.js'
import type { Instant } from '../domain/time.js'
import { EDITION_VARIANT } from './assessments.js'
import type { OpenDatabase } from './database.js'
import { and, asc, eq, sql } from './drizzle.js'
import { analyses, seals, standings } from './schema/editions.js'

/** Queries about standings, analyses and seals. */
export function createStandingQueries({ drizzle, transaction }: OpenDatabase) {
  const place = sql.placeholder
  const ofEdition = drizzle
    .select({ standing: standings.standing })
    .from(standings)
    .where(and(eq(standings.edition, place('edition')), eq(standings.variant, place('variant'))))
    .orderBy(sql`${standings.rank} IS NULL`, asc(standings.rank), asc(standings.brand))
    .prepare()
  const analysis = drizzle
    .select({ result: analyses.result })
    .from(analyses)
    .where(
      and(
        eq(analyses.edition, place('edition')),
        eq(analyses.variant, place('variant')),
        eq(analyses.name, place('name')),
      ),
    )
    .prepare()
  const seal = drizzle
    .select()
    .from(seals)
    .where(eq(seals.edition, place('edition')))
    .prepare()

  return {
    /** The league table of an edition, best first, unranked brands last. */
    ofEdition(edition: string, variant: string = EDITION_VARIANT): readonly Standing[] {
      return ofEdition.all({ edition, variant }).map((row) => row.standing)
    },
    /**
     * Stores a whole league table in place of the former one.
     * @throws ReplymarkError `conflict` when the edition is published and the variant is its own
     */
    replace(edition: string, variant: string, table: readonly Standing[], at: Instant): void {
      transaction(() => {
        drizzle
          .delete(standings)
          .where(and(eq(standings.edition, edition), eq(standings.variant, variant)))
          .run()
        for (const standing of table)
          drizzle
            .insert(standings)
            .values({
              edition,
              variant,
              brand: standing.brand,
              rank: standing.rank,
              index: standing.index.value,
              standing,
              computedAt: at,
            })
            .run()
      })
    },
    /** A result about the whole edition, by name (`equal-treatment`, `leaks`); null where there is none. */
    analysis(edition: string, name: string, variant: string = EDITION_VARIANT): unknown {
      return analysis.get({ edition, variant, name })?.result ?? null
    },
    /** Stores a result about the whole edition in place of the former one. */
    storeAnalysis(edition: string, variant: string, name: string, result: unknown, at: Instant): void {
      const row = { result, computedAt: at }
      drizzle
        .insert(analyses)
        .values({ edition, variant, name, ...row })
        .onConflictDoUpdate({ target: [analyses.edition, analyses.variant, analyses.name], set: row })
        .run()
    },
    /** The seal of a published edition; null where it has none. */
    seal(edition: string): { readonly root: string; readonly seal: unknown; readonly sealedAt: Instant } | null {
      const row = seal.get({ edition })
      return row ? { root: row.root, seal: row.seal, sealedAt: row.sealedAt } : null
    },
    /**
     * Stores the seal of an edition; it never changes afterwards.
     * @throws ReplymarkError `conflict` when it is sealed already
     */
    storeSeal(edition: string, root: string, content: unknown, at: Instant): void {
      drizzle.insert(seals).values({ edition, root, seal: content, sealedAt: at }).run()
    },
  }
}

/** Queries about standings, analyses and seals. */
export type StandingQueries = ReturnType<typeof createStandingQueries>
