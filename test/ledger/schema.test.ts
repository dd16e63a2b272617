/** The Drizzle description of the tables equals what the migrations create. */

import { is } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable, SQLiteTable as Table } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/ledger.js'
import { PROBE_MOVES } from '../../src/ledger/probe-moves.js'
import * as schema from '../../src/ledger/schema/index.js'

const described = Object.values(schema).filter((value): value is SQLiteTable & typeof value => is(value, Table))

describe('the schema', () => {
  const ledger = openLedger(':memory:', { evidenceKey: null })

  it.each(
    described.map((table) => [getTableConfig(table).name, table] as const),
  )('describes every column of %s as the migrations make it', (name, table) => {
    const actual = (ledger.sqlite.pragma(`table_info(${name})`) as { name: string; type: string; notnull: number }[])
      .map(({ name: column, type, notnull }) => ({ column, type, notNull: notnull === 1 }))
      .toSorted((a, b) => a.column.localeCompare(b.column))
    const expected = getTableConfig(table)
      .columns.map((column) => ({
        column: column.name,
        type: column.getSQLType().toUpperCase(),
        // SQLite reports the primary key of a rowid table as nullable unless it says NOT NULL.
        notNull: column.notNull || column.primary,
      }))
      .toSorted((a, b) => a.column.localeCompare(b.column))
    expect(actual).toEqual(expected)
  })

  it('has no table that Drizzle does not describe, but the list of moves', () => {
    const actual = ledger.sqlite
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      .pluck()
      .all()
    const expected = [...described.map((table) => getTableConfig(table).name), 'probe_moves'].toSorted()
    expect(actual).toEqual(expected)
  })

  it('keeps the same list of allowed moves as the program', () => {
    const stored = ledger.sqlite.prepare('SELECT from_state, to_state FROM probe_moves').raw().all() as string[][]
    expect(stored.map(String).toSorted()).toEqual(PROBE_MOVES.map(String).toSorted())
  })
})
