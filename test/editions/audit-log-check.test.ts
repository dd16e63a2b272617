import { beforeEach, describe, expect, it } from 'vitest'
import { checkAuditLog } from '../../src/editions/audit-log-check.js'
import { auditChainAfter, auditWordsHash } from '../../src/ledger/audit-chain.js'
import { type Ledger, openLedger } from '../../src/ledger/ledger.js'

let ledger: Ledger
const add = (action: string) =>
  ledger.audit.add({ at: 5, actor: 'user:x', action, target: 'edition 2026', details: { b: [1, null], a: 'é' } })
beforeEach(() => {
  ledger = openLedger(':memory:', { evidenceKey: null })
  for (const action of ['plan', 'pause', 'start', 'close-edition']) add(action)
})

/** Takes the guards away, as somebody with the file and SQL could. */
function unguarded(statement: string): string | null {
  ledger.sqlite.exec('DROP TRIGGER audit_log_update; DROP TRIGGER audit_log_delete; DROP TRIGGER audit_log_insert')
  ledger.sqlite.exec(statement)
  return checkAuditLog(ledger).difference
}

describe('the chain of the audit log', () => {
  it('is sound while nothing is changed, over many pages too', () => {
    expect(checkAuditLog(ledger)).toEqual({ difference: null, chained: 4, before: 0 })
    ledger.transaction(() => {
      for (let entry = 0; entry < 2_100; entry += 1) add('decide-review')
    })
    expect(checkAuditLog(ledger)).toEqual({ difference: null, chained: 2_104, before: 0 })
  })

  it.each([
    ['a moment', 'UPDATE audit_log SET at = 6 WHERE sequence = 2', /entry 2 \(pause\) is not the one/],
    ['an action', `UPDATE audit_log SET action = 'start' WHERE sequence = 2`, /entry 2/],
    ['who did it', `UPDATE audit_log SET actor = 'user:y' WHERE sequence = 2`, /entry 2/],
    ['what it was done to', `UPDATE audit_log SET target = 'edition 2025' WHERE sequence = 3`, /entry 3/],
    ['details', `UPDATE audit_log SET details = NULL WHERE sequence = 1`, /entry 1/],
    ['the hash of its words', `UPDATE audit_log SET words_hash = '${'a'.repeat(64)}' WHERE sequence = 2`, /entry 2/],
    ['its chain', `UPDATE audit_log SET chain = '${'a'.repeat(64)}' WHERE sequence = 2`, /entry 2/],
    ['the chain taken away', 'UPDATE audit_log SET chain = NULL WHERE sequence = 3', /entry 3/],
    ['an entry taken out', 'DELETE FROM audit_log WHERE sequence = 2', /entry 2 missing/],
    ['two taken out', 'DELETE FROM audit_log WHERE sequence IN (2, 3)', /entries 2 to 3 missing/],
    ['the first', 'DELETE FROM audit_log WHERE sequence = 1', /entry 1 missing/],
    ['the last', 'DELETE FROM audit_log WHERE sequence = 4', /entries 4 to 4 missing/],
    [
      'an erasure that nobody asked for',
      `UPDATE audit_log SET target = 'erased on request' WHERE sequence = 4`,
      /entry 4/,
    ],
  ])('names the first broken entry: %s', (_what, statement, expected) => {
    expect(unguarded(statement)).toMatch(expected)
  })

  it('names an entry that was changed with its own hashes made to fit: the next one tells', () => {
    const [, second] = [...ledger.audit.inOrder()]
    const forged = { ...second!, actor: 'user:y' }
    const wordsHash = auditWordsHash(forged)
    const [first] = [...ledger.audit.inOrder()]
    const chain = auditChainAfter(first!.chain, forged, wordsHash)
    expect(
      unguarded(
        `UPDATE audit_log SET actor = 'user:y', words_hash = '${wordsHash}', chain = '${chain}' WHERE sequence = 2`,
      ),
    ).toMatch(/entry 3 \(start\)/)
  })

  it('stands an erasure on request, and a change beside one does not pass for it', () => {
    const erasure = {
      request: 'r',
      kind: 'audit' as const,
      id: '3',
      erasedAt: 9,
      reason: 'asked',
      hash: null,
      leftHash: null,
    }
    ledger.sqlite
      .prepare(
        'INSERT INTO erasures (request, kind, id, erased_at, reason) VALUES (@request, @kind, @id, @erasedAt, @reason)',
      )
      .run(erasure)
    ledger.sqlite.exec(`UPDATE audit_log SET actor = 'user:erased', details = NULL WHERE sequence = 3`)
    expect(checkAuditLog(ledger).difference).toBeNull()
    expect(unguarded('UPDATE audit_log SET at = 6 WHERE sequence = 3')).toMatch(/entry 3/)
  })

  it('begins where an older ledger was migrated, and says how many entries came before', () => {
    ledger.sqlite.exec('DROP TRIGGER audit_log_update; DROP TRIGGER audit_log_insert')
    ledger.sqlite.exec('UPDATE audit_log SET chain = NULL, words_hash = NULL')
    add('publish-edition')
    expect(checkAuditLog(ledger)).toEqual({ difference: null, chained: 1, before: 4 })
  })

  it('is kept by the ledger: no entry without it', () => {
    expect(() =>
      ledger.sqlite.exec(`INSERT INTO audit_log (at, actor, action, target) VALUES (1, 'a', 'b', 'c')`),
    ).toThrow(/hash of the one before/)
  })
})
