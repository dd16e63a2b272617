/** What a table is: stable column names, types, units and meanings in both languages; and how one is described. */
import type { Texts } from '../../src/domain/language.js'

/** A cell: what the column's type says, null where there is no figure. */
export type Cell = string | number | boolean | null

/** A column of another table. */
export interface Reference {
  readonly table: string
  readonly column: string
}

/** One column. */
export interface Column {
  /** Stable machine name, snake_case. */
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean'
  readonly title: Texts
  /** Meaning, unit and what an empty cell says. */
  readonly description: Texts
  /** Decimals shown in a spreadsheet; the cell keeps full precision. */
  readonly decimals?: number
  /** Width in a spreadsheet, in characters. */
  readonly width?: number
  /** Column of another table that holds every value of this one. */
  readonly refersTo?: Reference
}

/** One table. */
export interface Table {
  /** Stable name, used for the file and the sheet. */
  readonly name: string
  readonly title: Texts
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Columns that identify a row. */
  readonly key: readonly string[]
}

/** A column with where its cell comes from. */
export interface Described<Row> extends Column {
  readonly of: (row: Row) => Cell
}

/** Makes a table from rows and described columns. */
export function table<Row>(
  name: string,
  title: Texts,
  key: readonly string[],
  rows: readonly Row[],
  columns: readonly Described<Row>[],
): Table {
  return {
    name,
    title,
    key,
    columns: columns.map(({ of: _, ...column }) => column),
    rows: rows.map((row) => columns.map((column) => column.of(row))),
  }
}

/** Describes one column. */
export function column<Row>(
  name: string,
  type: Column['type'],
  title: Texts,
  description: Texts,
  of: (row: Row) => Cell,
  more: Pick<Column, 'decimals' | 'width' | 'refersTo'> = {},
): Described<Row> {
  return { name, type, title, description, of, ...more }
}
