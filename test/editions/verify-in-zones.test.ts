/** An edition sealed in one time zone verifies in every other, with mails whose dates name no zone: once, `verify` cried tampering. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeEdition } from '../../src/editions/closing.js'
import { publishEdition } from '../../src/editions/publishing.js'
import { openLedger } from '../../src/ledger/ledger.js'
import { readMessage } from '../../src/reading/read-message.js'
import { AFTER, syntheticLedger } from '../reports/synthetic-ledger.js'
import { inZones, ZONES } from '../zones/in-zones.js'

const folder = mkdtempSync(join(tmpdir(), 'replymark-zones-'))
const file = join(folder, 'ledger.sqlite')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Dates without zone, or with none that is known; the third is an hour that New York does not have. */
const DATES = [
  'Tue, 3 Mar 2026 10:00:00',
  'Tue, 3 Mar 2026 10:00:00 IST',
  'Sun, 8 Mar 2026 02:30:00',
  'Tue Mar  3 10:00:00 2026',
]

beforeAll(async () => {
  const ledger = syntheticLedger({ brands: 3, years: [2026] }, file)
  const probe = ledger.probes.ofEdition('2026')[0]
  if (!probe) throw new Error('the ledger has no probe')
  for (const [index, date] of DATES.entries()) {
    const raw = Buffer.from(
      `From: x@y.example\r\nDate: ${date}\r\nSubject: Soldes ${index}\r\n\r\nSoldes : moins trente pour cent.\r\n`,
    )
    const at = AFTER - 30 * 86_400_000 + index
    const message = { uid: 900 + index, internalDate: at, raw }
    const batch = { account: 'zones', folder: 'INBOX', uidValidity: '1', lastUid: message.uid, messages: [message] }
    const hash = ledger.messages.ingest(batch, at).stored[0] ?? ''
    ledger.readings.store(hash, await readMessage(raw), at)
    const decision = { outcome: 'stranger', probes: [probe.id], candidates: [], reason: 'token' } as const
    ledger.matches.store(hash, decision, [{ probe: probe.id, role: 'stranger', by: 'match' }], at)
  }
  closeEdition(ledger, '2026', AFTER, 'test')
  publishEdition(ledger, '2026', AFTER, 'test')
  ledger.close()
})

const script = `
  import { verifyEdition } from './src/editions/verification.ts'
  import { openLedger } from './src/ledger/ledger.ts'
  const ledger = openLedger(${JSON.stringify(file)}, { mode: 'read', evidenceKey: null })
  const { sound, difference } = await verifyEdition(ledger, '2026')
  console.log(JSON.stringify({ sound, difference, zone: process.env.TZ }))
  ledger.close()`

describe('a sealed edition', () => {
  it('holds dates without zone, read as UTC', () => {
    const ledger = openLedger(file, { mode: 'read', evidenceKey: null })
    const dates = ledger.messages
      .list()
      .filter(({ account }) => account === 'zones')
      .map(({ hash }) => ledger.readings.get(hash)?.date)
    ledger.close()
    expect(dates.toSorted()).toEqual(
      [
        Date.UTC(2026, 2, 3, 10),
        Date.UTC(2026, 2, 3, 10),
        Date.UTC(2026, 2, 3, 10),
        Date.UTC(2026, 2, 8, 2, 30),
      ].toSorted(),
    )
  })

  it('verifies in four zones', async () => {
    const found = (await inZones(script)).map(({ said }) => JSON.parse(said))
    expect(found).toEqual(ZONES.map((zone) => ({ sound: true, difference: null, zone })))
  }, 300_000)
})
