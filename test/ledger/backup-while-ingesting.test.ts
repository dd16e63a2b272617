/**
 * A backup taken at any point of a stream of mail, inside a write transaction too, restores to a ledger that verifies and to which
 * the mailbox gives everything that came after, once. Interleaved by numbers; at full rate: `npm run faults -- --backup`.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { closeEdition } from '../../src/editions/closing.js'
import { publishEdition } from '../../src/editions/publishing.js'
import { verifyEdition } from '../../src/editions/verification.js'
import { parseEvidenceKey } from '../../src/ledger/evidence.js'
import { type Ledger, openLedger } from '../../src/ledger/ledger.js'
import { AFTER, syntheticLedger } from '../reports/synthetic-ledger.js'

const folder = mkdtempSync(join(tmpdir(), 'replymark-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const KEY = parseEvidenceKey('0123456789abcdef'.repeat(4))!
const PLACE = { account: 'main', folder: 'Archive', uidValidity: '9' }

/** Mails that come in one second. */
const MAILS = 200

const published = join(folder, 'published.sqlite')
{
  const ledger = syntheticLedger({ brands: 2, years: [2026], evidenceKey: KEY }, published)
  closeEdition(ledger, '2026', AFTER, 'test')
  publishEdition(ledger, '2026', AFTER, 'test')
  ledger.sqlite.pragma('journal_mode = DELETE')
  ledger.close()
}

const mailbox = Array.from({ length: MAILS }, (_, index) =>
  Buffer.from(`Subject: ${index + 1}\r\n\r\n${`mail ${index + 1} `.repeat(40)}`),
)

/** Fetches at most so many mails after the cursor, as a mailbox does. */
function fetch(ledger: Ledger, most: number): number {
  const last = ledger.messages.cursor(PLACE.account, PLACE.folder)?.lastUid ?? 0
  const messages = mailbox.slice(last, last + most).map((raw, index) => ({
    uid: last + index + 1,
    internalDate: AFTER + last + index,
    raw,
  }))
  if (messages.length > 0) ledger.messages.ingest({ ...PLACE, lastUid: last + messages.length, messages }, AFTER + last)
  return messages.length
}

let run = 0

describe('a backup while 200 mails come in', () => {
  it('restores to a ledger that verifies, and everything after it is fetched once', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 5, maxLength: 40 }),
        fc.nat({ max: 40 }),
        fc.boolean(),
        async (batches, after, inside) => {
          run += 1
          const file = join(folder, `source-${run}.sqlite`)
          const copy = join(folder, `copy-${run}.sqlite`)
          copyFileSync(published, file)
          const source = openLedger(file, { evidenceKey: KEY })
          const before = source.messages.count()
          // `replymark backup` is another process with a connection of its own.
          const reader = openLedger(file, { mode: 'read', evidenceKey: null })
          let committed = 0
          for (const [index, most] of batches.entries()) {
            if (index !== after % batches.length) {
              fetch(source, most)
              continue
            }
            committed = source.messages.count() - before
            if (!inside) await reader.backup(copy)
            else {
              // Half-way through a write: what is not committed must not be in the copy.
              let whole: Promise<void> | null = null
              source.transaction(() => {
                fetch(source, most)
                whole = reader.backup(copy)
                fetch(source, 1)
              })
              await whole
            }
          }
          while (fetch(source, 50) > 0);
          const all = source.messages.list().map(({ hash }) => hash)
          reader.close()
          source.close()

          const restored = openLedger(copy, { evidenceKey: KEY })
          expect(restored.integrityProblems()).toEqual([])
          expect(restored.messages.count() - before).toBe(committed)
          expect(restored.messages.cursor(PLACE.account, PLACE.folder)?.lastUid ?? 0).toBe(committed)
          expect(await verifyEdition(restored, '2026')).toMatchObject({ sound: true, difference: null })
          while (fetch(restored, 37) > 0);
          expect(restored.messages.list().map(({ hash }) => hash)).toEqual(all)
          for (const hash of all) expect(restored.messages.raw(hash)).not.toBeNull()
          expect(restored.messages.sightings(all.at(-1)!)).toHaveLength(1)
          expect(await verifyEdition(restored, '2026')).toMatchObject({ sound: true })
          restored.close()
        },
      ),
      { numRuns: 12 },
    ))
})
