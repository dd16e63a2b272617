/** Erasing a person: what goes, what stays, that seals hold after any sequence of requests, and that guards allow nothing else. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { assessEdition } from '../../../../jobs/assess-exchanges/assess-edition.js'
import { interpretMessages } from '../../../../jobs/interpret-messages/interpret-messages.js'
import { erasableRows, erasePerson } from '../../../../jobs/purge-evidence/person/erase-person.js'
import { journalErasure, repeatErasures } from '../../../../jobs/purge-evidence/person/erasure-journal.js'
import { exportPerson } from '../../../../jobs/purge-evidence/person/export-person.js'
import { findPerson } from '../../../../jobs/purge-evidence/person/person-data.js'
import { settleStates } from '../../../../src/editions/settle-states.js'
import { verifyEdition } from '../../../../src/editions/verification.js'
import { ERASED, ERASED_AUTHOR } from '../../../../src/ledger/erased-forms.js'
import { openLedger } from '../../../../src/ledger/ledger.js'
import { MONDAY, markSent, sampleLedger } from '../../../ledger/samples.js'
import { AFTER, PRIVATE_NAMES } from '../../../reports/synthetic-ledger.js'
import { brandMail, fakeContext, receive } from '../../fake-context.js'
import { AGENT, erase, everything, marksOf, OPERATOR, person, published } from './published-study.js'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replymark-person-'))
  folders.push(folder)
  return folder
}

describe('erasing a person of published editions', () => {
  it('leaves no trace of the name or the address, every mark, and seals that verify and say how many were erased', async () => {
    const ledger = published()
    const before = marksOf(ledger)
    const domains = ledger.editions.require('2026').configuration.brands.map(({ domains: [domain] }) => domain!)
    const data = findPerson(ledger, person(`sav@${domains[0]}`, { names: [AGENT] }))
    expect(data.role).toContain('service')
    expect(erasableRows(data).reading).toBeGreaterThan(0)
    for (const domain of domains) erase(ledger, person(`sav@${domain}`, { names: [AGENT] }))
    expect(everything(ledger).includes(AGENT)).toBe(false)
    expect(marksOf(ledger)).toEqual(before)
    for (const id of ['2025', '2026']) {
      const found = await verifyEdition(ledger, id)
      expect(found).toMatchObject({ sound: true, difference: null })
      expect(found.erased.reading).toBeGreaterThan(0)
      expect(found.notes.join()).toContain('erased on a person')
    }
    const { reviews } = ledger
    expect(reviews.list({ subject: 'finding' }).every(({ reason }) => reason === ERASED)).toBe(true)
  })

  it('leaves a namesake at another brand alone', () => {
    const ledger = published()
    const { brands } = ledger.editions.require('2026').configuration
    const own = brands[0]!.domains[0]!
    const data = findPerson(ledger, person(`sav@${own}`, { names: [AGENT] }))
    expect(data.messages.length).toBeGreaterThan(0)
    for (const { reading } of data.messages) expect(reading!.from!.address).toBe(`sav@${own}`)
    erase(ledger, person(`sav@${own}`, { names: [AGENT] }))
    expect(everything(ledger).includes(`${AGENT} <sav@${brands[2]!.domains[0]}>`)).toBe(true)
  })

  it('keeps what an operator decided, without who it was', async () => {
    const ledger = published()
    // The seal holds the audit log up to its own publication, whose entry names its root.
    const sealedEntries = ledger.sqlite
      .prepare(
        `SELECT count(*) AS n FROM audit_log WHERE actor LIKE '%' || ? AND sequence <
           (SELECT sequence FROM audit_log WHERE action = 'publish-edition' AND target = 'edition 2026')`,
      )
      .get(OPERATOR) as { readonly n: number }
    erase(ledger, person(OPERATOR))
    expect(everything(ledger).includes(OPERATOR)).toBe(false)
    const decided = ledger.reviews.list({ subject: 'finding' }).map(({ decision }) => decision)
    expect(decided.length).toBeGreaterThan(0)
    for (const decision of decided)
      expect(decision).toMatchObject({ decidedBy: ERASED_AUTHOR, comment: `${AGENT} signs here`, decision: 'accept' })
    expect((await verifyEdition(ledger, '2026')).erased).toEqual({
      review: decided.length,
      words: sealedEntries.n,
    })
  })

  it('verifies after any sequence of erasures, in any order and repeated', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            who: fc.constantFrom(
              ...PRIVATE_NAMES.slice(0, 2),
              OPERATOR,
              'promo@stranger.example',
              'nobody@else.example',
            ),
            brand: fc.nat({ max: 3 }),
            whole: fc.boolean(),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        async (requests) => {
          const ledger = published()
          const before = marksOf(ledger)
          const { brands } = ledger.editions.require('2026').configuration
          for (const [index, { who, brand, whole }] of requests.entries()) {
            const mailbox = `sav@${brands[brand]!.domains[0]}`
            const query = who.includes('@') ? person(who) : person(mailbox, { names: [who], wholeMailbox: whole })
            erase(ledger, query, AFTER + index)
            for (const id of ['2025', '2026'])
              expect(await verifyEdition(ledger, id)).toMatchObject({ sound: true, difference: null })
          }
          expect(marksOf(ledger)).toEqual(before)
          ledger.close()
        },
      ),
      { numRuns: 15 },
    ))

  it('leaves nothing in the file or its write-ahead file', () => {
    const folder = newFolder()
    const ledger = published(join(folder, 'ledger.sqlite'))
    const bytes = () =>
      Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toString('utf8')
    expect(bytes().includes(AGENT)).toBe(true)
    for (const { domains } of ledger.editions.require('2026').configuration.brands)
      expect(erase(ledger, person(`sav@${domains[0]}`, { names: [AGENT] })).writeAheadKept).toBe(false)
    expect(bytes().includes(AGENT)).toBe(false)
    ledger.close()
  })

  it('is not undone by the mailbox: the same bytes are known and not stored again', () => {
    const ledger = published()
    const [message] = findPerson(ledger, person('promo@stranger.example')).messages
    const raw = ledger.messages.raw(message!.message.hash)!
    erase(ledger, person('promo@stranger.example'))
    const batch = { account: 'main', folder: 'INBOX', uidValidity: '2', lastUid: 1 }
    const again = ledger.messages.ingest({ ...batch, messages: [{ uid: 1, internalDate: AFTER, raw }] }, AFTER + 9)
    expect(again).toEqual({ stored: [], known: [message!.message.hash] })
    expect(ledger.messages.raw(message!.message.hash)).toBeNull()
  })
})

describe('erasing a person of a running edition', () => {
  async function answered() {
    const context = fakeContext({ probes: 2 })
    const { ledger } = context
    ledger.editions.move('2026', 'running', MONDAY)
    const probes = ledger.probes.ofEdition('2026')
    for (const probe of probes) markSent(ledger, probe)
    const text = (number: number) =>
      `Bonjour Madame Vasseur,\n\nVotre colis ${number} arrive demain, toutes nos excuses.\n\nMon collègue Paul Martin vous l’a promis.\n\nCordialement,\nL’équipe`
    const hashes = probes.map((probe, index) =>
      receive(
        context,
        brandMail(probe.replyAddress, text(index)).replace(
          'Paul Martin <contact@',
          index === 0 ? 'Paul Martin <paul.martin@' : 'Léa Morin <lea@',
        ),
      ),
    )
    return { context, ledger, probes, hashes }
  }

  it('waits until the exchange is assessed, and keeps its mark and its match from then on', async () => {
    const { context, ledger, probes, hashes } = await answered()
    const query = person('paul.martin@maison-lune.example', { keep: [hashes[1]!] })
    expect(() => erase(ledger, query)).toThrow(/cannot be erased yet/)
    await interpretMessages(context)
    expect(() => erase(ledger, query)).toThrow(/cannot be erased yet/)
    settleStates(context.ledger, '2026', context.now())
    await assessEdition(context, '2026')
    const before = ledger.assessments.ofProbe(probes[0]!.id)!
    expect(before.mark).not.toBeUndefined()
    const data = findPerson(ledger, query)
    expect(data.names).toEqual(['Paul Martin'])
    expect(data.messages.map(({ message, relation }) => [message.hash, relation])).toEqual([[hashes[0], 'own']])
    erase(ledger, query, context.time)

    await interpretMessages(context, true)
    settleStates(context.ledger, '2026', context.now())
    const round = await assessEdition(context, '2026', { again: true })
    expect(round).toMatchObject({ assessed: 2, computed: 1, failed: [] })
    const after = ledger.assessments.ofProbe(probes[0]!.id)!
    expect(after.mark).toBe(before.mark)
    expect(after.findings.map(({ score }) => score)).toEqual(before.findings.map(({ score }) => score))
    expect(ledger.matches.attributions(hashes[0]!)).toMatchObject([{ probe: probes[0]!.id, role: 'answer' }])
    expect(ledger.probes.get(probes[0]!.id)!.state).toBe('answered')
    await context.queue.close()
  })

  it('finds a full name in the letters of others, and leaves what it is told to keep', async () => {
    const { context, ledger, hashes } = await answered()
    await interpretMessages(context)
    const found = findPerson(ledger, person('paul.martin@maison-lune.example'))
    expect(found.messages.map(({ relation, why }) => [relation, why])).toEqual([
      ['own', ['header of its author', 'sender', 'text']],
      ['mention', ['text']],
    ])
    expect(
      findPerson(ledger, person('paul.martin@maison-lune.example', { keep: [hashes[1]!.slice(0, 10)] })).messages,
    ).toHaveLength(1)
    await context.queue.close()
  })
})

describe('whom a request may name', () => {
  it.each([
    ['no address', person('paul'), /not an e-mail address/],
    ['a first name alone', person('p@x.example', { names: ['Paul'] }), /too short to tell a person/],
    [
      'a brand’s service address',
      person('contact@maison-lune.example'),
      /not one person’s address.*service address of brand maison-lune/,
    ],
    ['a role', person('service.client@other.example'), /names a service/],
    ['an invented shopper', person('claire.vasseur@shopper.example'), /invented/],
    ['a probe’s own address', person('claire.vasseur+tok00001@shopper.example'), /invented/],
  ])('refuses %s', (_, query, message) => {
    expect(() => findPerson(sampleLedger(), query)).toThrow(message)
  })

  it('refuses a reason that names them, and none at all', () => {
    const ledger = sampleLedger()
    const data = findPerson(ledger, person('lea@x.example', { names: ['Léa Morin'] }))
    for (const reason of ['', 'asked by lea@x.example', 'for Lea MORIN'])
      expect(() => erasePerson(ledger, data, { reason, by: 'cli', at: 1 })).toThrow(/Why|names the person/)
  })
})

describe('after an older backup is put back', () => {
  it('does again what erased.log names, and only once', async () => {
    const folder = newFolder()
    const file = join(folder, 'ledger.sqlite')
    const ledger = published(file)
    const older = join(folder, 'older.sqlite')
    await ledger.backup(older)
    const data = findPerson(ledger, person('promo@stranger.example'))
    journalErasure(ledger, data, 'abc', AFTER)
    erasePerson(ledger, data, { reason: 'asked', by: 'cli', at: AFTER, request: 'abc' })
    expect(repeatErasures(ledger, AFTER).repeated).toEqual([])
    ledger.close()
    expect(readFileSync(join(folder, 'erased.log'), 'utf8')).not.toContain('promo')

    const restoredFolder = newFolder()
    const restoredFile = join(restoredFolder, 'ledger.sqlite')
    const { copyFileSync } = await import('node:fs')
    copyFileSync(older, restoredFile)
    copyFileSync(join(folder, 'erased.log'), join(restoredFolder, 'erased.log'))
    const restored = openLedger(restoredFile, { evidenceKey: null })
    expect(everything(restored).includes('promo@stranger.example')).toBe(true)
    expect(repeatErasures(restored, AFTER).repeated).toHaveLength(1)
    expect(everything(restored).includes('promo@stranger.example')).toBe(false)
    expect(repeatErasures(restored, AFTER)).toEqual({ repeated: [], waiting: 0 })
    expect((await verifyEdition(restored, '2026')).sound).toBe(true)
    restored.close()
  })
})

describe('an export', () => {
  it('holds every message of and about them with its raw bytes, and what names them', () => {
    const ledger = published()
    const { domains } = ledger.editions.require('2026').configuration.brands[0]!
    const data = findPerson(ledger, person(`sav@${domains[0]}`, { names: [AGENT] }))
    const [json, ...mails] = exportPerson(ledger, data, null, AFTER)
    const written = JSON.parse(String(json!.content))
    expect(written.messages).toHaveLength(mails.length)
    for (const mail of mails) expect(mail.content.toString()).toContain(AGENT)
    expect(written.messages[0]).toMatchObject({ relation: 'own', raw: mails[0]!.path, erased: false })
    expect(written.reviews.length).toBeGreaterThan(0)
    expect(written.account).toBeNull()
    const operator = JSON.parse(
      String(exportPerson(ledger, findPerson(ledger, person(OPERATOR)), null, AFTER)[0]!.content),
    )
    expect(operator.auditLog.length).toBeGreaterThan(0)
    expect(operator.messages).toEqual([])
  })
})
