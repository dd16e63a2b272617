/** Rows that contradict each other; changed-before-sealing.test.ts changes each column alone. */
import { beforeEach, describe, expect, it } from 'vitest'
import { inconsistency } from '../../src/editions/row-consistency.js'
import { decideReview } from '../../src/ledger/decide-review.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { AFTER, syntheticLedger } from '../reports/synthetic-ledger.js'

let ledger: Ledger
const found = () => inconsistency(ledger, ledger.editions.require('2026'))
beforeEach(() => {
  ledger = syntheticLedger({ brands: 2, years: [2026] })
  const target = ledger.messages.list()[0]!.hash
  const item = { subject: 'match' as const, target, edition: '2026', brand: null, reason: 'unsure', openedBy: 'test' }
  const id = ledger.reviews.openItem(item, AFTER)
  decideReview(ledger, { item: id, decision: 'accept', by: 'user:x', at: AFTER })
  decideReview(ledger, { item: id, decision: 'dismiss', by: 'user:y', at: AFTER })
  ledger.editions.move('2026', 'closed', AFTER)
  ledger.editions.move('2026', 'published', AFTER)
  for (const { name } of ledger.sqlite.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as {
    name: string
  }[])
    ledger.sqlite.exec(`DROP TRIGGER "${name}"`)
  ledger.sqlite.pragma('foreign_keys = OFF')
})

describe('rows of an edition', () => {
  it('agree where nobody changed them', () => {
    expect(found()).toBeNull()
  })

  it.each([
    ['a change of state left out', 'DELETE FROM probe_states WHERE sequence = 3', /history of probe .* has a gap/],
    ['a history left out', `DELETE FROM probe_states WHERE probe LIKE '%refund'`, /its history ends with null/],
    ['a state put back', `UPDATE probes SET state = 'sent' WHERE rowid = 1`, /is sent; its history ends with/],
    [
      'the first decision taken out',
      'DELETE FROM review_decisions WHERE sequence = 1',
      /is not the one of the audit log/,
    ],
    ['decisions in each other’s place', 'UPDATE review_decisions SET sequence = 9 WHERE sequence = 1', /audit log/],
    ['another who decided', `UPDATE review_decisions SET decided_by = 'user:z' WHERE sequence = 2`, /audit log/],
    ['evidence taken out', 'DELETE FROM evidence', /evidence of message .* is missing/],
    ['a match taken out', 'DELETE FROM matches', /not what its match says/],
    [
      'a person who decided nothing',
      `UPDATE exchange_messages SET decided_by = 'review' WHERE rowid > 1`,
      /nobody did/,
    ],
    ['a kind in the column alone', `UPDATE readings SET kind = 'bounce'`, /columns of the reading/],
    ['a mark in the column alone', 'UPDATE assessments SET mark = 99', /columns of the assessment/],
  ])('contradict each other: %s', (_what, statement, expected) => {
    ledger.sqlite.exec(statement)
    expect(found()).toMatch(expected)
  })

  it('do not where a name was erased on request in one of the two', () => {
    ledger.sqlite.exec(`UPDATE review_decisions SET decided_by = 'user:erased' WHERE sequence = 1`)
    ledger.sqlite.exec(`UPDATE audit_log SET details = NULL WHERE sequence = 2`)
    ledger.sqlite.exec(`UPDATE probes SET state_reason = 'erased on request' WHERE rowid = 1`)
    expect(found()).toBeNull()
  })
})
