/** One line of an edition that others published: it stands beside measured ones, marked as such. */

/** One line of a published edition. */
export interface PublishedRow {
  /** Name of the series, e.g. `qualiweb`. */
  readonly series: string
  readonly year: number
  /** Brand id of the study, else a kebab-case form of the printed name; empty where the row speaks of a sector or a whole edition. */
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
