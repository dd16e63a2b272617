/** Changes every column of every table of a published edition's ledger: `verify` names it, or it is listed as not sealed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publishSite } from '../../src/app/publish-site.js'
import { ReplymarkError } from '../../src/domain/error.js'
import { applyAmendment } from '../../src/editions/amend/apply-amendment.js'
import { closeEdition } from '../../src/editions/closing.js'
import { publishEdition } from '../../src/editions/publishing.js'
import { newSigningKey, SIGNING_KEY_VARIABLE } from '../../src/editions/signing-key.js'
import { verifyEdition } from '../../src/editions/verification.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import {
  COLUMNS_NOT_SEALED,
  COMPUTED_COLUMNS,
  notSealed,
  SEALED_TABLES,
  TABLES_NOT_SEALED,
} from '../../src/ledger/sealed-rows.js'
import { AFTER, syntheticLedger } from '../reports/synthetic-ledger.js'
import { changedValue } from './changed-value.js'

/** A published edition with a row in every sealed table and its files written, its guards taken away as somebody with the file and SQL could. */
async function published(): Promise<Ledger> {
  const ledger = syntheticLedger({ brands: 2, years: [2026] })
  const [probe] = ledger.probes.ofEdition('2026')
  const [hash] = ledger.messages.list().map((message) => message.hash)
  ledger.sqlite.exec(`INSERT INTO plan_secrets VALUES ('2026', '${'a'.repeat(64)}', 1)`)
  ledger.history.replaceSeries(
    'past',
    [
      {
        series: 'past',
        year: 2024,
        brand: 'maison-lune',
        printedName: 'Maison',
        sector: 'beauty',
        rank: 3,
        sectorRank: 1,
        score: 61.5,
        figures: { calls: 4 },
        source: 'past.csv:2',
      },
    ],
    AFTER,
  )
  const target = hash ?? ''
  const item = ledger.reviews.openItem(
    { subject: 'match', target, edition: '2026', brand: probe!.brand, reason: 'unsure', openedBy: 'test' },
    AFTER,
  )
  ledger.reviews.decide({
    item,
    decision: 'accept',
    replacement: null,
    comment: 'seen',
    decidedAt: AFTER,
    decidedBy: 'user:x',
  })
  ledger.audit.add({
    at: AFTER,
    actor: 'user:x',
    action: 'decide-review',
    target: `review ${item}`,
    details: { comment: 'seen' },
  })
  applyAmendment(ledger, '2026', { change: { kind: 'redrawn' } }, { by: 'user:x', at: AFTER, reason: 'it slept' })
  closeEdition(ledger, '2026', AFTER, 'test')
  publishEdition(ledger, '2026', AFTER, 'test')
  const folder = mkdtempSync(join(tmpdir(), 'replymark-sealed-rows-'))
  const environment = { [SIGNING_KEY_VARIABLE]: newSigningKey().secret }
  await publishSite({ ledger, edition: '2026', folder, by: 'test', environment, now: () => AFTER })
  rmSync(folder, { recursive: true })
  for (const { name } of ledger.sqlite.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as {
    name: string
  }[])
    ledger.sqlite.exec(`DROP TRIGGER "${name}"`)
  ledger.sqlite.pragma('foreign_keys = OFF')
  ledger.sqlite.pragma('ignore_check_constraints = ON')
  return ledger
}

const ledger = await published()
const COLUMNS = (
  ledger.sqlite
    .prepare(
      `SELECT m.name AS "table", c.name AS "column" FROM sqlite_master AS m, pragma_table_info(m.name) AS c
       WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY 1, 2`,
    )
    .all() as { table: string; column: string }[]
).map(({ table, column }) => [table, column] as const)

/** What verifying says after one statement, which is taken back. */
async function after(statement: string, ...values: readonly unknown[]): Promise<string | null> {
  ledger.sqlite.exec('BEGIN')
  try {
    expect(ledger.sqlite.prepare(statement).run(...values).changes, statement).toBe(1)
    return (await verifyEdition(ledger, '2026', null)).difference
  } catch (error) {
    // A thing that cannot be found or opened any more is named by the error.
    if (error instanceof ReplymarkError) return error.message
    throw error
  } finally {
    ledger.sqlite.exec('ROLLBACK')
  }
}

/** One row of the edition. */
function rowOf(table: string): { readonly rowid: number | bigint } & Readonly<Record<string, unknown>> {
  const rows = SEALED_TABLES.find((one) => one.table === table)?.rows ?? '@edition = @edition'
  const row = ledger.sqlite
    .prepare(`SELECT rowid AS rowid, * FROM ${table} WHERE ${rows} ORDER BY rowid LIMIT 1`)
    .get({ edition: '2026' })
  if (!row) throw new Error(`no row of ${table} belongs to the edition`)
  return row as ReturnType<typeof rowOf>
}

describe('a column of a published edition', () => {
  it('is sound while nothing is changed', async () => {
    expect((await verifyEdition(ledger, '2026', null)).difference).toBeNull()
  })

  const listed = new Set(notSealed().map(({ what }) => what))
  it.each(
    COLUMNS.filter(([table, column]) => !listed.has(table) && !listed.has(`${table}.${column}`)),
  )('%s.%s is named when it changes', async (table, column) => {
    const row = rowOf(table)
    // Names of two columns in SQLite are the same as `rowid`.
    const value = ledger.sqlite
      .prepare(`SELECT "${column}" AS value FROM ${table} WHERE rowid = ?`)
      .pluck()
      .get(row.rowid)
    const difference = await after(
      `UPDATE ${table} SET "${column}" = ? WHERE rowid = ?`,
      changedValue(value),
      row.rowid,
    )
    expect(difference).not.toBeNull()
  })

  it('stands in exactly one place of the list', () => {
    const known = [
      ...SEALED_TABLES.flatMap(({ table, sealed, words, elsewhere, notSealed: columns }) =>
        [...sealed, ...words.map(({ column }) => column), ...elsewhere, ...Object.keys(columns)].map(
          (column) => `${table}.${column}`,
        ),
      ),
      ...Object.entries(COMPUTED_COLUMNS).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)),
      ...Object.keys(COLUMNS_NOT_SEALED),
    ]
    const actual = COLUMNS.filter(([table]) => !(table in TABLES_NOT_SEALED)).map(
      ([table, column]) => `${table}.${column}`,
    )
    expect(known.toSorted()).toEqual(actual.toSorted())
    for (const { reason } of notSealed()) expect(reason.length).toBeGreaterThan(20)
  })
})

describe('words of a published edition', () => {
  it.each(
    SEALED_TABLES.flatMap(({ table, words }) => words.map(({ column }) => [table, column] as const)),
  )('of %s.%s are named when they are emptied and no erasure is written down', async (table, column) => {
    const { rowid } = rowOf(table)
    expect(await after(`UPDATE ${table} SET "${column}" = 'erased on request' WHERE rowid = ?`, rowid)).toContain(
      column,
    )
  })
})

describe('a row of a published edition', () => {
  it.each(SEALED_TABLES.map(({ table }) => table))('of %s is missed when it is deleted', async (table) => {
    expect(await after(`DELETE FROM ${table} WHERE rowid = ?`, rowOf(table).rowid)).not.toBeNull()
  })
})
