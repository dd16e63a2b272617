/** Published past editions, imported from files: they stand beside measured ones, marked as such. */
import type { PublishedRow } from '../domain/published-row.js'
import type { Instant } from '../domain/time.js'
import type { OpenDatabase } from './database.js'
import { asc, eq, sql } from './drizzle.js'
import { historyRows } from './schema/reviews.js'

/** Queries about imported history. */
export function createHistoryQueries({ drizzle, transaction }: OpenDatabase) {
  const order = [asc(historyRows.year), asc(historyRows.rank), asc(historyRows.sequence)] as const
  const all = drizzle
    .select()
    .from(historyRows)
    .orderBy(...order)
    .prepare()
  const ofBrand = drizzle
    .select()
    .from(historyRows)
    .where(eq(historyRows.brand, sql.placeholder('brand')))
    .orderBy(...order)
    .prepare()

  function fromRow({ sequence: _, importedAt: __, ...row }: typeof historyRows.$inferSelect): PublishedRow {
    return row
  }

  return {
    /** All imported rows, by year and rank. */
    list(): readonly PublishedRow[] {
      return all.all().map(fromRow)
    },
    /** A brand's imported rows, by year. */
    ofBrand(brand: string): readonly PublishedRow[] {
      return ofBrand.all({ brand }).map(fromRow)
    },
    /** Stores a series in place of what was imported under its name before. */
    replaceSeries(series: string, rows: readonly PublishedRow[], at: Instant): void {
      transaction(() => {
        drizzle.delete(historyRows).where(eq(historyRows.series, series)).run()
        for (const row of rows)
          drizzle
            .insert(historyRows)
            .values({ ...row, importedAt: at })
            .run()
      })
    },
  }
}

/** Queries about imported history. */
export type HistoryQueries = ReturnType<typeof createHistoryQueries>
