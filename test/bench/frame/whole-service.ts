/** The real service over a study made for a benchmark: mailbox → ledger → read → match. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serviceParts } from '../../../src/app/parts.js'
import { createService } from '../../../src/app/service.js'
import type { Account, Study } from '../../../src/domain/study.js'
import { openLedger } from '../../../src/ledger/ledger.js'
import { sampleConfiguration } from '../../ledger/samples.js'
import { secondsOf } from './row.js'

/** A study with one account and nothing else. */
export function benchStudy(account: Account, folder: string): Study {
  const { limits, proofreading, brands, sectors, personas, scenarios, grid, edition } = sampleConfiguration()
  return {
    folder,
    id: 'bench',
    title: 'Bench',
    operator: 'Bench',
    languages: ['fr'],
    dataFolder: folder,
    live: true,
    sectors,
    brands,
    personas,
    scenarios,
    accounts: [account],
    editions: [edition],
    grids: [grid],
    limits,
    proofreading,
    helpDeskDomains: [],
    answers: { authservIds: [], clockSkewSeconds: 120 },
    reviews: { per100Messages: 12 },
    retentionDays: null,
  }
}

/** Seconds from an empty ledger to every message stored, read and matched. */
export async function ingestAndRead(account: Account, password: string, expected: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'replymark-service-'))
  const ledger = openLedger(join(folder, 'ledger.sqlite'), { evidenceKey: null })
  const service = await createService({
    study: benchStudy(account, folder),
    ledger,
    environment: { [account.imap.passwordVariable]: password },
    live: false,
    parts: serviceParts,
    now: Date.now,
    threads: 2,
  })
  try {
    const seconds = await secondsOf(async () => {
      await service.pollMailboxes()
      await service.process()
    })
    const left = ledger.messages.unread(serviceParts.readingVersion, 10).length
    if (ledger.messages.count() !== expected || left > 0)
      throw new Error(`${ledger.messages.count()} of ${expected} stored, ${left} unread`)
    return seconds
  } finally {
    await service.stop()
    ledger.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
