/** Retention: bytes go when their time is over, and every seal still verifies, encrypted or not. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { purgeEvidence } from '../../../jobs/purge-evidence/purge-evidence.js'
import { DAY_MS, type Instant } from '../../../src/domain/time.js'
import { closeEdition } from '../../../src/editions/closing.js'
import { publishEdition } from '../../../src/editions/publishing.js'
import { verifyEdition } from '../../../src/editions/verification.js'
import { parseEvidenceKey } from '../../../src/ledger/evidence.js'
import { type Ledger, openLedger } from '../../../src/ledger/ledger.js'
import { sampleReading } from '../../ledger/samples.js'
import { AFTER, PRIVATE_NAMES, type SyntheticOptions, syntheticLedger } from '../../reports/synthetic-ledger.js'
import { fakeContext } from '../fake-context.js'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const KEY = parseEvidenceKey('0123456789abcdef'.repeat(4))!
const YEARS = ['2025', '2026']

function published(options: SyntheticOptions = {}, file = ':memory:', editions = YEARS): Ledger {
  const ledger = syntheticLedger({ brands: 4, retentionDays: 30, ...options }, file)
  for (const id of editions) {
    closeEdition(ledger, id, AFTER, 'test')
    publishEdition(ledger, id, AFTER, 'test')
  }
  return ledger
}

function purge(ledger: Ledger, time: Instant): number {
  return purgeEvidence({ ...fakeContext(), ledger, now: () => time }).purged
}

let uid = 10_000

/** A mail that came in late; with a probe where it answers one. */
function arrive(ledger: Ledger, raw: string, at: Instant, probe: string | null): string {
  uid += 1
  const batch = { account: 'main', folder: 'INBOX', uidValidity: '1', lastUid: uid }
  const { stored } = ledger.messages.ingest(
    { ...batch, messages: [{ uid, internalDate: at, raw: Buffer.from(raw) }] },
    at,
  )
  const hash = stored[0]!
  ledger.readings.store(hash, sampleReading(), at)
  const probes = probe === null ? [] : [probe]
  const outcome = probe === null ? 'none' : 'matched'
  ledger.matches.store(
    hash,
    { outcome, probes, candidates: [], reason: '' },
    probes.map((id) => ({ probe: id, role: 'answer', by: 'match' })),
    at,
  )
  return hash
}

describe.each([
  ['readable', undefined],
  ['encrypted', KEY],
])('the purge of %s evidence', (_, evidenceKey) => {
  it('deletes every byte once its time is over, not a day before, and leaves seals that verify', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'replymark-purge-'))
    folders.push(folder)
    const file = join(folder, 'ledger.sqlite')
    const ledger = published(evidenceKey ? { evidenceKey } : {}, file)
    const messages = ledger.messages.list()
    const roots = YEARS.map((id) => ledger.standings.seal(id)!.root)
    expect(purge(ledger, AFTER + 30 * DAY_MS)).toBe(0)
    expect(purge(ledger, AFTER + 31 * DAY_MS)).toBe(messages.length)
    expect(purge(ledger, AFTER + 32 * DAY_MS)).toBe(0)
    for (const { hash } of messages) expect(ledger.messages.raw(hash)).toBeNull()
    ledger.close()

    // Another process without the key verifies it all the same: nothing is left that needs it.
    const later = openLedger(file, { mode: 'read', evidenceKey: null })
    for (const [index, id] of YEARS.entries()) {
      const found = await verifyEdition(later, id)
      expect(found).toMatchObject({ sound: true, difference: null, root: roots[index], erased: {} })
      expect(found.notes.join()).toContain(`the bytes of ${found.checked.evidence} message(s) were purged`)
    }
    expect(later.integrityProblems()).toEqual([])
    later.close()
    // The readings stay, and with them the agents' names; the letters as they came in are gone from the disk.
    const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toString('utf8')
    expect(bytes.includes(`From: ${PRIVATE_NAMES[0]}`)).toBe(false)
  })
})

describe('the purge', () => {
  it('keeps all bytes of a study that names no retention time', () => {
    expect(purge(published({ retentionDays: null }), AFTER + 10_000 * DAY_MS)).toBe(0)
  })

  it('keeps what an edition that is not over needs as well, and mail that answers nothing while one is open', () => {
    const ledger = published({}, ':memory:', ['2025'])
    const [first] = ledger.probes.ofEdition('2025').filter(({ state }) => state === 'answered')
    const [second] = ledger.probes.ofEdition('2026')
    const at = AFTER - 1
    const shared = arrive(ledger, 'shared', at, second!.id)
    const none = arrive(ledger, 'none', at, null)
    purge(ledger, AFTER + 31 * DAY_MS)
    const answers = ledger.matches.exchange(first!.id)!.messages
    expect(answers.map(({ message }) => ledger.messages.raw(message.hash))).toEqual(answers.map(() => null))
    expect(ledger.messages.raw(shared)).not.toBeNull()
    expect(ledger.messages.raw(none)).not.toBeNull()
  })

  it('takes mail that came after publication, and mail that answers nothing, with the last edition', async () => {
    const ledger = published()
    const [probe] = ledger.probes.ofEdition('2026')
    const late = [arrive(ledger, 'late', AFTER + DAY_MS, probe!.id), arrive(ledger, 'none', AFTER + DAY_MS, null)]
    purge(ledger, AFTER + 31 * DAY_MS)
    expect(late.map((hash) => ledger.messages.raw(hash))).toEqual([null, null])
    expect(await verifyEdition(ledger, '2026')).toMatchObject({ sound: true })
    expect(ledger.audit.newest(1)[0]).toMatchObject({ action: 'purge-evidence' })
  })
})
