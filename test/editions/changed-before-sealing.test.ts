/**
 * Changes every column of every table of a closed edition before it is sealed, as somebody with the file and SQL could: publishing
 * refuses it, `verify` names it although the seal was made over the change, or it is listed as believed, with the reason.
 */
import { describe, expect, it } from 'vitest'
import { assessEdition } from '../../jobs/assess-exchanges/assess-edition.js'
import { interpretMessages } from '../../jobs/interpret-messages/interpret-messages.js'
import { sendDue } from '../../jobs/send-probes/send-due.js'
import { readGrid } from '../../src/cli/commands/mark/read-inputs.js'
import { DAY_MS, HOUR_MS } from '../../src/domain/time.js'
import { applyAmendment } from '../../src/editions/amend/apply-amendment.js'
import { closeEdition } from '../../src/editions/closing.js'
import { preregistrationHash, preregistrationOf } from '../../src/editions/preregistration.js'
import { publishEdition } from '../../src/editions/publishing.js'
import { settleStates } from '../../src/editions/settle-states.js'
import { verifyEdition } from '../../src/editions/verification.js'
import { decideReview } from '../../src/ledger/decide-review.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { BELIEVED_BEFORE_SEALING, TABLES_NOT_SEALED } from '../../src/ledger/sealed-rows.js'
import { commitmentOf } from '../../src/planning/plan-secret.js'
import { brandMail, fakeContext, receive } from '../jobs/fake-context.js'
import { sampleProbe } from '../ledger/samples.js'
import { changedValue } from './changed-value.js'

const GRID = await readGrid('replymark')
const SECRET = 'a'.repeat(64)

/** A closed edition of one answer that was really read and marked, its guards taken away. */
async function closed(): Promise<{ readonly ledger: Ledger; readonly now: number }> {
  const context = fakeContext({ configuration: { grid: GRID, planCommitment: commitmentOf(SECRET) } })
  const { ledger } = context
  ledger.sqlite.exec(`INSERT INTO plan_secrets VALUES ('2026', '${SECRET}', 1)`)
  const { configuration } = ledger.editions.require('2026')
  const fixed = preregistrationOf(configuration, ledger.probes.ofEdition('2026'))
  ledger.preregistrations.store(fixed, preregistrationHash(fixed), context.time)
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
    context.time,
  )
  await sendDue(context, true)
  context.time += 5 * HOUR_MS
  const how = { by: 'user:x', at: context.time, reason: 'it slept' }
  applyAmendment(ledger, '2026', { change: { kind: 'redrawn' } }, how)
  receive(context, brandMail(sampleProbe(1).replyAddress, 'Bonjour,\n\nVotre colis arivera demain.\n\nPaul Martin'))
  await interpretMessages(context)
  settleStates(ledger, '2026', context.time)
  await assessEdition(context, '2026')
  ledger.reviews.openItem(
    {
      subject: 'finding',
      target: `${sampleProbe(1).id}#greeting`,
      edition: '2026',
      brand: 'maison-lune',
      reason: 'unsure',
      openedBy: 'test',
    },
    context.time,
  )
  context.time += 40 * DAY_MS
  ledger.settings.set('mailbox-read:main', context.time, context.time)
  for (const { id } of ledger.reviews.open({ edition: '2026' }))
    decideReview(ledger, { item: id, decision: 'accept', comment: 'seen', by: 'user:x', at: context.time })
  closeEdition(ledger, '2026', context.time, 'test')
  for (const { name } of ledger.sqlite.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as {
    name: string
  }[])
    ledger.sqlite.exec(`DROP TRIGGER "${name}"`)
  ledger.sqlite.pragma('foreign_keys = OFF')
  ledger.sqlite.pragma('ignore_check_constraints = ON')
  return { ledger, now: context.time }
}

const { ledger, now } = await closed()
const COLUMNS = (
  ledger.sqlite
    .prepare(
      `SELECT m.name AS "table", c.name AS "column" FROM sqlite_master AS m, pragma_table_info(m.name) AS c
       WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY 1, 2`,
    )
    .all() as { table: string; column: string }[]
)
  .filter(({ table }) => !(table in TABLES_NOT_SEALED) && table !== 'seals' && table !== 'publications')
  .map(({ table, column }) => `${table}.${column}`)

/** What publishing and verifying say after one change, which is taken back. */
async function saidAfter(table: string, column: string): Promise<string | null> {
  ledger.sqlite.exec('SAVEPOINT honest')
  try {
    const row = ledger.sqlite.prepare(`SELECT rowid AS id, "${column}" AS value FROM ${table} LIMIT 1`).get() as {
      readonly id: number
      readonly value: unknown
    }
    ledger.sqlite.prepare(`UPDATE ${table} SET "${column}" = ? WHERE rowid = ?`).run(changedValue(row.value), row.id)
    publishEdition(ledger, '2026', now, 'test')
    return (await verifyEdition(ledger, '2026')).difference
  } catch (error) {
    // Refused, or not to be read any more: nobody gets a sealed edition of it.
    return (error as Error).message
  } finally {
    ledger.sqlite.exec('ROLLBACK TO honest')
    ledger.sqlite.exec('RELEASE honest')
  }
}

describe('a column changed before sealing', () => {
  it('is none where nothing was changed: the edition verifies in full', async () => {
    ledger.sqlite.exec('SAVEPOINT honest')
    publishEdition(ledger, '2026', now, 'test')
    expect(await verifyEdition(ledger, '2026')).toMatchObject({ state: 'verified', difference: null })
    ledger.sqlite.exec('ROLLBACK TO honest')
    ledger.sqlite.exec('RELEASE honest')
  })

  it.each(COLUMNS)('%s is named, or believed for a stated reason', async (name) => {
    const [table = '', column = ''] = name.split('.')
    const said = await saidAfter(table, column)
    if (name in BELIEVED_BEFORE_SEALING) expect(said).toBeNull()
    else expect(said).not.toBeNull()
  })

  it('is believed only where there is such a column, and for a reason', () => {
    for (const [name, reason] of Object.entries(BELIEVED_BEFORE_SEALING)) {
      expect(COLUMNS).toContain(name)
      expect(reason.length).toBeGreaterThan(20)
    }
  })
})
