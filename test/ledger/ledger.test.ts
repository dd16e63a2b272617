/** What the ledger keeps and what it refuses, over all query groups. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { ReplymarkError } from '../../src/domain/error.js'
import { type Ledger, openLedger } from '../../src/ledger/ledger.js'
import { PROBE_MOVES } from '../../src/ledger/probe-moves.js'
import { MONDAY, markSent, sampleConfiguration, sampleLedger, sampleProbe, sampleReading } from './samples.js'

const folder = mkdtempSync(join(tmpdir(), 'replymark-ledger-'))
afterAll(() => rmSync(folder, { recursive: true }))

function failure(work: () => unknown): ReplymarkError {
  try {
    work()
  } catch (error) {
    if (error instanceof ReplymarkError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

function ingest(ledger: Ledger, text: string, uid = 1, internalDate: number | null = MONDAY, folderName = 'INBOX') {
  const batch = { account: 'main', folder: folderName, uidValidity: '7', lastUid: uid }
  return ledger.messages.ingest({ ...batch, messages: [{ uid, internalDate, raw: Buffer.from(text) }] }, MONDAY + 1000)
}

describe('opening', () => {
  it('migrates a fresh file, and finds it complete the next time', () => {
    const file = join(folder, 'fresh', 'ledger.sqlite')
    openLedger(file, { evidenceKey: null }).close()
    const again = openLedger(file, { evidenceKey: null })
    expect(again.sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(again.sqlite.pragma('synchronous', { simple: true })).toBe(2)
    expect(again.integrityProblems()).toEqual([])
    again.close()
  })

  it('refuses a file with a pending migration and names the command', () => {
    const file = join(folder, 'pending.sqlite')
    const ledger = openLedger(file, { evidenceKey: null })
    ledger.sqlite.exec("DELETE FROM migrations WHERE name > '0001-tables'")
    ledger.close()
    const error = failure(() => openLedger(file, { evidenceKey: null }))
    expect(error.code).toBe('conflict')
    expect(error.details.hint).toContain('replymark migrate')
  })

  it('refuses a file that a newer program wrote', () => {
    const file = join(folder, 'newer.sqlite')
    const ledger = openLedger(file, { evidenceKey: null })
    ledger.sqlite.exec("INSERT INTO migrations VALUES ('9999-later', 0)")
    ledger.close()
    expect(failure(() => openLedger(file, { evidenceKey: null })).message).toContain('newer Replymark')
  })

  it('says in one sentence that a file is damaged, and leaves it as it is', () => {
    const file = join(folder, 'damaged.sqlite')
    writeFileSync(file, 'SQLite format 3\0 and then nothing that makes sense'.repeat(200))
    const error = failure(() => openLedger(file, { evidenceKey: null }))
    expect(error.code).toBe('ledger')
    expect(error.message).toContain('damaged')
  })

  it('refuses to read a ledger that does not exist', () => {
    expect(failure(() => openLedger(join(folder, 'none.sqlite'), { mode: 'read', evidenceKey: null })).code).toBe(
      'not-found',
    )
  })

  it('says that another process holds the ledger', () => {
    const file = join(folder, 'busy.sqlite')
    const first = openLedger(file, { evidenceKey: null })
    const second = openLedger(file, { evidenceKey: null, busyTimeout: 1 })
    first.sqlite.exec('BEGIN IMMEDIATE')
    expect(failure(() => second.settings.set('a', 1, MONDAY)).message).toContain('Another process')
    first.sqlite.exec('ROLLBACK')
    second.settings.set('a', 1, MONDAY)
    expect(first.settings.get('a')).toBe(1)
    first.close()
    second.close()
  })

  it('says that the disk is full, and keeps what was there', () => {
    const ledger = sampleLedger()
    ledger.sqlite.pragma('max_page_count = 1')
    const error = failure(() => {
      for (let uid = 1; uid < 2000; uid++) ingest(ledger, `${uid} ${'x'.repeat(200)}${Math.sin(uid)}`, uid)
    })
    expect(error.message).toContain('disk is full')
    ledger.sqlite.pragma('max_page_count = 1000000')
    expect(ledger.probes.ofEdition('2026')).toHaveLength(1)
    const stored = ledger.messages.count()
    expect(ledger.messages.cursor('main', 'INBOX')?.lastUid ?? 0).toBe(stored)
  })
})

describe('probes', () => {
  it('move along the allowed states only', () => {
    const allowed = new Set(PROBE_MOVES.map(String))
    expect(allowed.has('sent,sending')).toBe(false)
    expect(allowed.has('uncertain,sending')).toBe(false)
    expect(allowed.has('uncertain,planned')).toBe(false)
    const ledger = sampleLedger()
    const probe = sampleProbe()
    markSent(ledger, probe)
    expect(failure(() => ledger.probes.move(probe.id, 'sent', 'sending', { at: MONDAY, by: 'test' })).code).toBe(
      'conflict',
    )
    expect(ledger.probes.get(probe.id)?.state).toBe('sent')
  })

  it('do not move from a state they are not in', () => {
    const ledger = sampleLedger()
    expect(ledger.probes.move(sampleProbe().id, 'sending', 'sent', { at: MONDAY, by: 'test' })).toBe(false)
  })

  it('keep their Message-ID, text and addresses once handed to SMTP', () => {
    const ledger = sampleLedger()
    markSent(ledger, sampleProbe())
    expect(() => ledger.sqlite.exec("UPDATE probes SET message_id = '<other@x>'")).toThrow('fixed once')
    expect(() => ledger.sqlite.exec("UPDATE probes SET text = 'other'")).toThrow('keeps its text')
    expect(() => ledger.sqlite.exec('DELETE FROM probes')).toThrow('only planned')
  })

  it('are due in order, and not before a deferral has passed', () => {
    const ledger = sampleLedger(3)
    const first = sampleProbe(1).id
    ledger.probes.move(first, 'planned', 'sending', { at: MONDAY, by: 'test', messageId: '<1@x>' })
    ledger.probes.move(first, 'sending', 'planned', { at: MONDAY, by: 'test', retryAt: MONDAY + 3_600_000 })
    expect(ledger.probes.due(MONDAY + 120_000, 10).map((probe) => probe.id)).toEqual([sampleProbe(2).id])
    expect(ledger.probes.due(MONDAY + 3_600_000, 10)).toHaveLength(3)
    expect(ledger.probes.get(first)?.deferrals).toBe(1)
  })

  it('write every change of state beside them', () => {
    const ledger = sampleLedger()
    markSent(ledger, sampleProbe())
    expect(ledger.probes.historyOf(sampleProbe().id).map((change) => change.to)).toEqual(['planned', 'sending', 'sent'])
  })

  it('count against caps from the moment they are handed to SMTP', () => {
    const ledger = sampleLedger(2)
    ledger.probes.move(sampleProbe(1).id, 'planned', 'sending', { at: MONDAY, by: 'test', messageId: '<1@x>' })
    expect(ledger.probes.handedToBrand('maison-lune', MONDAY)).toEqual({ number: 1, last: MONDAY })
    expect(ledger.probes.handedToDomain('maison-lune.example', MONDAY + 1).number).toBe(0)
    expect(ledger.probes.handedByAccount('main', 0).number).toBe(1)
  })
})

describe('messages', () => {
  it('are stored once with the cursor, whatever is fetched again', () => {
    const ledger = sampleLedger()
    expect(ingest(ledger, 'one').stored).toHaveLength(1)
    expect(ingest(ledger, 'one')).toMatchObject({ stored: [], known: [expect.any(String)] })
    expect(ingest(ledger, 'one', 9, MONDAY, 'Junk').known).toHaveLength(1)
    expect(ledger.messages.count()).toBe(1)
    expect(ledger.messages.cursor('main', 'Junk')).toMatchObject({ uidValidity: '7', lastUid: 9 })
    const [message] = ledger.messages.list()
    expect(ledger.messages.sightings(message?.hash ?? '')).toHaveLength(2)
    expect(ledger.messages.raw(message?.hash ?? '')?.toString()).toBe('one')
  })

  it('date from the earliest delivery, whichever is seen first', () => {
    const ledger = sampleLedger()
    ingest(ledger, 'twice', 1, MONDAY + 5000)
    ingest(ledger, 'twice', 2, MONDAY + 1000, 'Junk')
    ingest(ledger, 'twice', 3, MONDAY + 9000, 'Other')
    expect(ledger.messages.list()[0]).toMatchObject({ receivedAt: MONDAY + 1000, folder: 'Junk' })
  })

  it('are never changed or deleted', () => {
    const ledger = sampleLedger()
    ingest(ledger, 'one')
    expect(() => ledger.sqlite.exec("UPDATE evidence_bytes SET bytes = x'00'")).toThrow('never changes')
    expect(() => ledger.sqlite.exec('UPDATE evidence SET size = 1')).toThrow('never changes')
    expect(() => ledger.sqlite.exec('DELETE FROM evidence_bytes')).toThrow('recorded purge')
    expect(() => ledger.sqlite.exec('DELETE FROM messages')).toThrow('never lost')
  })

  it('keep hash and size when their bytes are purged', () => {
    const ledger = sampleLedger()
    const [hash = ''] = ingest(ledger, 'one').stored
    ledger.messages.purge(hash, MONDAY, 'retention')
    expect(ledger.messages.raw(hash)).toBeNull()
    expect(ledger.messages.get(hash)?.size).toBe(3)
  })
})

describe('a published edition', () => {
  function published() {
    const ledger = sampleLedger()
    const probe = sampleProbe()
    markSent(ledger, probe)
    const [hash = ''] = ingest(ledger, 'answer').stored
    ledger.readings.store(hash, sampleReading(), MONDAY)
    const decision = { outcome: 'matched' as const, probes: [probe.id], candidates: [], reason: 'token' }
    ledger.matches.store(hash, decision, [{ probe: probe.id, role: 'answer', by: 'match' }], MONDAY)
    const item = ledger.reviews.openItem(
      {
        subject: 'match',
        target: hash,
        edition: '2026',
        brand: 'maison-lune',
        reason: 'two candidates',
        openedBy: 'test',
      },
      MONDAY,
    )
    ledger.editions.move('2026', 'running', MONDAY)
    ledger.editions.move('2026', 'closed', MONDAY + 2000)
    ledger.editions.move('2026', 'published', MONDAY + 3000)
    return { ledger, probe, hash, item, decision }
  }

  it('never changes in any of its parts', () => {
    const { ledger, probe, hash, item, decision } = published()
    const refused = [
      () => ledger.probes.move(probe.id, 'sent', 'answered', { at: MONDAY, by: 'test' }),
      () => ledger.probes.add([sampleProbe(2)], MONDAY),
      () => ledger.readings.store(hash, sampleReading({ text: 'other' }), MONDAY),
      () => ledger.matches.store(hash, decision, [], MONDAY),
      () => ledger.standings.replace('2026', 'edition', [{ brand: 'x', rank: 1, index: {} } as never], MONDAY),
      () => ledger.assessments.store('2026', 'edition', [{ probe: probe.id, gridHash: 'x', mark: 1 } as never], MONDAY),
      () =>
        ledger.reviews.decide({
          item,
          decision: 'accept',
          replacement: null,
          comment: '',
          decidedAt: MONDAY,
          decidedBy: 'p',
        }),
      () => ledger.editions.move('2026', 'running', MONDAY),
      () => ledger.editions.plan(sampleConfiguration(), MONDAY),
    ]
    for (const work of refused) expect(failure(work).code).toBe('conflict')
    expect(ledger.matches.exchange(probe.id)?.messages).toHaveLength(1)
  })

  it('can be marked again as a named variant', () => {
    const { ledger, probe } = published()
    ledger.assessments.store('2026', 'trial', [{ probe: probe.id, gridHash: 'x', mark: 50 } as never], MONDAY)
    expect(ledger.assessments.variants('2026')).toEqual(['trial'])
  })

  it('keeps what comes later apart', () => {
    const { ledger, probe } = published()
    const batch = { account: 'main', folder: 'INBOX', uidValidity: '7', lastUid: 2 }
    const late = { uid: 2, internalDate: MONDAY + 9000, raw: Buffer.from('late') }
    const [hash = ''] = ledger.messages.ingest({ ...batch, messages: [late] }, MONDAY + 9000).stored
    ledger.readings.store(hash, sampleReading(), MONDAY + 9000)
    const decision = { outcome: 'matched' as const, probes: [probe.id], candidates: [], reason: 'token' }
    ledger.matches.store(hash, decision, [{ probe: probe.id, role: 'answer', by: 'match' }], MONDAY + 9000)
    expect(ledger.matches.exchange(probe.id)?.messages).toHaveLength(1)
    expect(ledger.matches.attributions(hash)).toHaveLength(1)
  })
})

describe('reviews', () => {
  it('hold the newest decision and forget none', () => {
    const ledger = sampleLedger()
    const doubt = { subject: 'kind', target: 'h', edition: '2026', brand: null, reason: 'r', openedBy: 'test' } as const
    const item = ledger.reviews.openItem(doubt, MONDAY)
    expect(ledger.reviews.openItem(doubt, MONDAY + 1)).toBe(item)
    expect(ledger.reviews.open({ edition: '2026' })).toHaveLength(1)
    const decision = { item, replacement: null, comment: '', decidedAt: MONDAY, decidedBy: 'person' }
    ledger.reviews.decide({ ...decision, decision: 'accept' })
    ledger.reviews.decide({ ...decision, decision: 'overrule', replacement: 'survey' })
    expect(ledger.reviews.open()).toEqual([])
    expect(ledger.reviews.decisionOn('kind', 'h')).toMatchObject({ decision: 'overrule', replacement: 'survey' })
    expect(ledger.reviews.decisionsOf(item)).toHaveLength(2)
    expect(ledger.reviews.list()[0]?.decision?.decision).toBe('overrule')
  })
})

describe('backup', () => {
  it('is one consistent moment, though another process writes all the while', async () => {
    const file = join(folder, 'busy-source.sqlite')
    const source = openLedger(file, { evidenceKey: null })
    ingest(source, 'first')
    const script = fileURLToPath(new URL('./write-on-and-on.ts', import.meta.url))
    const writer = spawn(process.execPath, ['--import', 'tsx', script, file], { stdio: 'inherit' })
    try {
      await vi.waitFor(() => expect(source.messages.count()).toBeGreaterThan(50), { timeout: 30_000 })
      const copy = join(folder, 'busy-copy.sqlite')
      const reader = openLedger(file, { mode: 'read', evidenceKey: null })
      await reader.backup(copy)
      reader.close()
      const restored = openLedger(copy, { evidenceKey: null })
      expect(restored.integrityProblems()).toEqual([])
      const stored = restored.messages.list()
      expect(stored.length).toBeGreaterThan(50)
      // The cursor and every message up to it are there: nothing of a transaction is missing.
      expect(restored.messages.cursor('main', 'INBOX')?.lastUid).toBe(stored.length)
      for (const { hash } of stored) expect(restored.messages.raw(hash)?.length).toBeGreaterThan(0)
      restored.close()
    } finally {
      writer.kill('SIGKILL')
      source.close()
    }
  })

  it('copies a ledger that opens and is sound', async () => {
    const ledger = sampleLedger(2)
    const copy = join(folder, 'copy.sqlite')
    await ledger.backup(copy)
    const restored = openLedger(copy, { evidenceKey: null })
    expect(restored.probes.ofEdition('2026')).toHaveLength(2)
    expect(restored.integrityProblems()).toEqual([])
    restored.close()
  })
})
