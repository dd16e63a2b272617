/** Fault runs of commands that must not stop half-way: an edition is published, a ledger of an older version migrated, both killed. */
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { closeEdition } from '../../reports/publication.js'
import { verifyEdition } from '../../reports/verification.js'
import { openLedger } from '../../src/ledger/ledger.js'
import { migrate } from '../../src/ledger/migrate.js'
import { MIGRATIONS } from '../../src/ledger/migrations/index.js'
import { AFTER, syntheticLedger } from '../reports/synthetic-ledger.js'
import { startChild } from './child.js'
import type { RunPlan } from './plan.js'
import type { RunReport } from './service-run.js'
import { ledgerOf, writeStudyFiles } from './study.js'

const NOTHING_WRONG = { lost: [], countedTwice: [], sentTwice: [], unsupportedStates: [], faults: [], log: '' }

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replymark-fault-'))
  writeStudyFiles({ folder, id: 'fault', user: 'nobody', smtpPort: 1, imapPort: 1, addressing: 'plus' })
  return folder
}

/** Runs a command, kills it after a while, and runs it again to its end. */
async function killedAndAgain(
  words: readonly string[],
  killAfterMs: number,
): Promise<{ killed: boolean; exit: number | string; log: string }> {
  const first = startChild({ arguments: words, environment: {}, clock: null })
  await Promise.race([first.ended, pause(killAfterMs)])
  first.kill()
  const killed = (await first.ended) === 'SIGKILL'
  const second = startChild({ arguments: words, environment: {}, clock: null })
  const exit = await second.ended
  return { killed, exit, log: first.log() + second.log() }
}

let closed: string | null = null

/** A closed edition, made once and copied for every run. */
function closedLedger(): string {
  if (closed === null) {
    const folder = mkdtempSync(join(tmpdir(), 'replymark-fault-closed-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    closed = join(folder, 'closed.sqlite')
    const ledger = syntheticLedger({ brands: 8, years: [2026] }, closed)
    closeEdition(ledger, '2026', AFTER, 'faults')
    ledger.sqlite.pragma('journal_mode = DELETE')
    ledger.close()
  }
  return closed
}

/** Files and their sizes, without the databases' own. */
function filesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted()
    .map((name) => `${name} ${statSync(join(folder, name)).size}`)
    .join('\n')
}

/** A publication killed at some moment: afterwards the edition is closed or published whole, and publishing again gives the whole site. */
export async function runPublish(plan: RunPlan): Promise<RunReport> {
  const folder = newFolder()
  const site = join(folder, 'site')
  try {
    cpSync(closedLedger(), ledgerOf(folder))
    const words = ['publish', '--study', folder, '--edition', '2026', '--out', site]
    const { killed, exit, log } = await killedAndAgain(words, plan.killAfterMs)
    const problems: string[] = []
    const ledger = openLedger(ledgerOf(folder), { evidenceKey: null })
    const { state } = ledger.editions.require('2026')
    if (state !== 'published')
      problems.push(`the edition is ${state} after publishing again (exit ${exit}): ${log.slice(-300)}`)
    else if (exit !== 0) problems.push(`publishing again ends with ${exit}: ${log.slice(-300)}`)
    else {
      const verified = await verifyEdition(ledger, '2026')
      if (!verified.sound) problems.push(`the seal does not verify: ${JSON.stringify(verified).slice(0, 300)}`)
      if (filesOf(site) === '') problems.push('the site is empty')
    }
    problems.push(...ledger.integrityProblems())
    ledger.close()
    return { ...NOTHING_WRONG, unsupportedStates: problems, faults: [killed ? 'killed-publishing' : 'published'], log }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A migration killed at some moment: afterwards the ledger has whole steps only, and migrating again finishes it. */
export async function runMigrate(plan: RunPlan): Promise<RunReport> {
  const folder = newFolder()
  const file = ledgerOf(folder)
  try {
    const old = new Database(file)
    old.pragma('journal_mode = WAL')
    migrate(old, file, () => 1, MIGRATIONS.slice(0, 1))
    const add = old.prepare('INSERT INTO evidence (hash, size) VALUES (?, ?)')
    const rows = 20_000
    old.transaction(() => {
      for (let row = 0; row < rows; row++) add.run(row.toString(16).padStart(64, '0'), row)
    })()
    old.close()
    const { killed, exit, log } = await killedAndAgain(['migrate', '--study', folder], plan.killAfterMs)
    const problems: string[] = []
    if (exit !== 0) problems.push(`migrating again ends with ${exit}: ${log.slice(-300)}`)
    const ledger = openLedger(file, { evidenceKey: null })
    const found = ledger.messages.evidenceTotals().number
    const lost = found === rows ? [] : [`${rows - found} of ${rows} rows are gone after the migration`]
    problems.push(...ledger.integrityProblems())
    ledger.close()
    return {
      ...NOTHING_WRONG,
      lost,
      unsupportedStates: problems,
      faults: [killed ? 'killed-migrating' : 'migrated'],
      log,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
