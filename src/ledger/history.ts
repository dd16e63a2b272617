/** Published past editions, imported from files: they stand beside measured ones, marked as such. */
import type { Instant } from '../domain/time.js'
import type { OpenDatabase } from './database.js'
import { asc, eq, sql } from './drizzle.js'
import { historyRows } from './schema/reviews.js'

/** One line of a published edition. */
export interface HistoryRow {
  /** Name of the series, e.g. `qualiweb`. */
  readonly series: string
  readonly year: number
  /** Brand id of the study, or a kebab-case form of the printed name where it has none. */
  readonly brand: string
  /** Name as printed then. */
  readonly printedName: string
  readonly sector: string | null
  readonly rank: number | null
  readonly sectorRank: number | null
  /** In the unit that was published; null where none was. */
  readonly score: number | null
  /** Every other published column, by name. */
  readonly figures: Readonly<Record<string, string | number>>
  /** File and line it came from. */
  readonly source: string
}

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

  function fromRow({ sequence: _, importedAt: __, ...row }: typeof historyRows.$inferSelect): HistoryRow {
    return row
  }

  return {
    /** All imported rows, by year and rank. */
    list(): readonly HistoryRow[] {
      return all.all().map(fromRow)
    },
    /** A brand's imported rows, by year. */
    ofBrand(brand: string): readonly HistoryRow[] {
      return ofBrand.all({ brand }).map(fromRow)
    },
    /** Stores a series in place of what was imported under its name before. */
    replaceSeries(series: string, rows: readonly HistoryRow[], at: Instant): void {
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
