/** The guards of the ledger allow an erasure and nothing else. */
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '../../../../src/domain/message.js'
import { ERASED } from '../../../../src/ledger/erased-forms.js'
import type { Ledger } from '../../../../src/ledger/ledger.js'
import { sampleLedger, sampleReading } from '../../../ledger/samples.js'
import { PRIVATE_NAMES } from '../../../reports/synthetic-ledger.js'
import { erase, OPERATOR, person, published } from './published-study.js'

describe('the guards', () => {
  const sealedReading = (ledger: Ledger) =>
    ledger.sqlite.prepare('SELECT message, reading FROM readings ORDER BY message LIMIT 1').get() as {
      message: string
      reading: string
    }

  it('let no other change through, whatever is written into a reading', () => {
    const ledger = published()
    const { message, reading } = sealedReading(ledger)
    const update = ledger.sqlite.prepare('UPDATE readings SET reading = ? WHERE message = ?')
    const record = () =>
      ledger.erasures.record({ request: 'r', kind: 'reading', id: message, hash: null, erasedAt: 0, reason: 'x' })
    void fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(JSON.parse(reading) as Reading)),
        fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string())),
        fc.boolean(),
        (field, value, written) => {
          if (written) record()
          const changed = JSON.stringify({ ...(JSON.parse(reading) as object), [field]: value })
          fc.pre(changed !== reading)
          expect(() => update.run(changed, message)).toThrow(/published edition never changes/)
        },
      ),
    )
    expect(sealedReading(ledger).reading).toBe(reading)
  })

  it('need the erasure to be written down first', () => {
    const ledger = published()
    const { message } = sealedReading(ledger)
    expect(() => ledger.erasures.emptyReading(message, 'domain')).toThrow(/never changes/)
    ledger.erasures.record({ request: 'r', kind: 'reading', id: message, hash: null, erasedAt: 0, reason: 'x' })
    ledger.erasures.emptyReading(message, 'domain')
    expect(ledger.readings.get(message)).toMatchObject({ text: '', signature: '', problems: [ERASED] })
    expect(() => ledger.readings.store(message, sampleReading(), 0)).toThrow(/never changes/)
  })
})

describe('after everything was erased, the guards', () => {
  let ledger: Ledger
  beforeAll(() => {
    ledger = published()
    for (const { domains } of ledger.editions.require('2026').configuration.brands)
      for (const name of PRIVATE_NAMES.slice(0, 2)) erase(ledger, person(`sav@${domains[0]}`, { names: [name] }))
    erase(ledger, person(OPERATOR))
    for (const table of [
      'assessments',
      'review_decisions',
      'review_items',
      'audit_log',
      'matches',
      'probe_states',
      'probes',
      'erasures',
    ])
      expect(ledger.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBeGreaterThan(0)
    for (const kind of ['assessment', 'review', 'audit', 'match-clues', 'probe-state', 'probe-reason'])
      for (const row of [1, 2, 3])
        ledger.erasures.record({
          request: 'r',
          kind: kind as 'audit',
          id: String(row),
          hash: 'a',
          erasedAt: 0,
          reason: 'x',
        })
    for (const [kind, ids] of [
      ['assessment', 'SELECT probe FROM assessments'],
      ['review', 'SELECT id FROM review_items'],
      ['match-clues', 'SELECT message FROM matches'],
      ['probe-reason', 'SELECT id FROM probes'],
    ] as const)
      for (const id of ledger.sqlite.prepare(ids).pluck().all() as string[])
        ledger.sqlite
          .prepare(
            `INSERT INTO erasures (request, kind, id, hash, left_hash, erased_at, reason) VALUES ('r', ?, ?, 'a', 'b', 0, 'x')`,
          )
          .run(kind, id)
  })

  it.each([
    ['a score', `UPDATE assessments SET assessment = json_set(assessment, '$.findings[0].score', 0.5)`],
    ['a mark', 'UPDATE assessments SET mark = 99'],
    ['a mark in its JSON', `UPDATE assessments SET assessment = json_set(assessment, '$.mark', 99)`],
    ['the place of a mistake', `UPDATE assessments SET assessment = json_set(assessment, '$.mistakes[0].start', 7)`],
    ['a finding fewer', `UPDATE assessments SET assessment = json_remove(assessment, '$.findings[0]')`],
    [
      'another sentence',
      `UPDATE assessments SET assessment = json_set(assessment, '$.findings[0].message.en', 'good')`,
    ],
    ['a decision', `UPDATE review_decisions SET decision = 'overrule'`],
    ['a comment', `UPDATE review_decisions SET comment = 'otherwise'`],
    ['who decided', `UPDATE review_decisions SET decided_by = 'user:else'`],
    ['why a review was opened', `UPDATE review_items SET reason = 'otherwise'`],
    ['what the log says', `UPDATE audit_log SET action = 'nothing'`],
    ['who did it', `UPDATE audit_log SET actor = 'user:else'`],
    ['a candidate', `UPDATE matches SET candidates = '[{"probe":"x"}]', reason = 'erased on request'`],
    ['what it answers', `UPDATE matches SET probes = '[]'`],
    ['a state', `UPDATE probe_states SET to_state = 'sent'`],
    ['a probe', `UPDATE probes SET state_reason = 'otherwise'`],
    ['when it was sent', 'UPDATE probes SET sent_at = 1'],
    ['what was erased', `UPDATE erasures SET reason = 'otherwise'`],
    ['a hash that is written', `UPDATE erasures SET left_hash = 'f00'`],
    ['that it was erased', 'DELETE FROM erasures'],
  ])('refuse %s', (_, statement) => {
    expect(() => ledger.sqlite.exec(statement)).toThrow(/replymark: /)
  })
})

describe('an emptied reading', () => {
  it('holds none of the words, names and addresses that any field held', () => {
    const mark = 'Zyxwv'
    const every: Reading = sampleReading({
      kindClue: { rule: 'default', seen: mark },
      messageId: `<${mark}@a.example>`,
      inReplyTo: [mark],
      references: [mark],
      from: { name: mark, address: `${mark}@maison-lune.example` },
      replyTo: [{ name: mark, address: mark }],
      recipients: [mark],
      subject: mark,
      date: 1,
      text: mark,
      quoted: mark,
      signature: mark,
      boilerplate: mark,
      attachments: [{ fileName: mark, contentType: 'text/plain', size: 1 }],
      bounce: {
        status: '5.1.1',
        hard: true,
        reason: 'user-unknown',
        recipient: mark,
        originalMessageId: mark,
        replyCode: '550',
        diagnostic: mark,
      },
      embeddedMessageIds: [mark],
      problems: [mark],
    })
    // A field that is added to readings must be added here, and to the emptied form: no string may be left out.
    const unmarked = Object.entries(every).filter(([, value]) => !JSON.stringify(value).includes(mark))
    expect(unmarked.map(([field]) => field).toSorted()).toEqual([
      'date',
      'kind',
      'kindConfidence',
      'language',
      'languageConfidence',
      'version',
    ])
    for (const kept of ['domain', 'nothing'] as const) {
      const ledger = sampleLedger()
      const batch = { account: 'main', folder: 'INBOX', uidValidity: '1', lastUid: 1 }
      const { stored } = ledger.messages.ingest(
        { ...batch, messages: [{ uid: 1, internalDate: 1, raw: Buffer.from('x') }] },
        1,
      )
      ledger.readings.store(stored[0]!, every, 1)
      ledger.erasures.emptyReading(stored[0]!, kept)
      const left = ledger.readings.get(stored[0]!)!
      expect(JSON.stringify(left)).not.toContain(mark)
      expect(left.from).toEqual({ name: '', address: kept === 'domain' ? '@maison-lune.example' : '' })
      expect(left).toMatchObject({ kind: 'reply', version: 1, language: 'fr', bounce: { status: '5.1.1', hard: true } })
    }
  })
})
