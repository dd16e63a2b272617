/** Migrations: in order, whole or not at all, and safe to run again. */
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, schemaState } from '../../src/ledger/migrate.js'
import { MIGRATIONS } from '../../src/ledger/migrations/index.js'

const now = () => 0
const later = { name: '9000-later', sql: 'CREATE TABLE later (id INTEGER) STRICT; INSERT INTO later VALUES (1)' }
const broken = { name: '9001-broken', sql: 'CREATE TABLE half (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1)' }

describe('migrations', () => {
  it('stand in the registry in the order of their names', () => {
    const names = MIGRATIONS.map(({ name }) => name)
    expect(names).toEqual(names.toSorted())
    expect(new Set(names).size).toBe(names.length)
  })

  it('are applied once, however often they run', () => {
    const database = new Database(':memory:')
    expect(migrate(database, 'file', now, [...MIGRATIONS, later])).toHaveLength(MIGRATIONS.length + 1)
    expect(migrate(database, 'file', now, [...MIGRATIONS, later])).toEqual([])
    expect(database.prepare('SELECT count(*) FROM later').pluck().get()).toBe(1)
  })

  it('leave nothing of a step that fails, and go on from there', () => {
    const database = new Database(':memory:')
    expect(() => migrate(database, 'file', now, [...MIGRATIONS, later, broken])).toThrow('nowhere')
    expect(database.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").get()).toBeUndefined()
    expect(schemaState(database, 'file', [...MIGRATIONS, later, broken]).pending).toEqual([broken])
    const mended = { ...broken, sql: 'CREATE TABLE half (id INTEGER) STRICT' }
    expect(migrate(database, 'file', now, [...MIGRATIONS, later, mended])).toEqual([broken.name])
  })

  it('never touch another program’s database', () => {
    const database = new Database(':memory:')
    database.exec('CREATE TABLE customers (id INTEGER)')
    expect(() => migrate(database, 'file', now)).toThrow('not made by Replymark')
    expect(database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(1)
  })
})
