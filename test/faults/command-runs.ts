/** Fault runs of commands that must not stop half-way: an edition is published, a ledger of an older version migrated, both killed. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { closeEdition } from '../../src/editions/closing.js'
import { verifyEdition } from '../../src/editions/verification.js'
import { openLedger } from '../../src/ledger/ledger.js'
import { migrate } from '../../src/ledger/migrate.js'
import { MIGRATIONS } from '../../src/ledger/migrations/index.js'
import { AFTER, syntheticLedger } from '../reports/synthetic-ledger.js'
import { startChild } from './child.js'
import { pause } from './patience.js'
import type { CommandKill, RunPlan } from './plan.js'
import type { RunReport } from './service-run.js'
import { ledgerOf, writeStudyFiles } from './study.js'

/** A report without findings. */
export const NOTHING_WRONG: RunReport = {
  lost: [],
  countedTwice: [],
  sentTwice: [],
  unsupportedStates: [],
  unfinished: [],
  wrongMarks: [],
  recoverySeconds: null,
  faults: [],
  endings: [],
  log: '',
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replymark-fault-'))
  const nowhere = { id: 'fault', user: 'nobody', smtpPort: 1, imapPort: 1 }
  writeStudyFiles({ folder, ...nowhere, addressing: 'plus' })
  return folder
}

/** What a command writes when nobody kills it. */
interface Whole {
  readonly statement: number
  readonly file: number
  /** Milliseconds. */
  readonly time: number
}

/** Runs a command to its end and counts. */
async function measure(words: readonly string[], counts: string): Promise<Whole> {
  const began = Date.now()
  const child = startChild({ arguments: words, environment: { FAULT_COUNTS: counts }, clock: null })
  const exit = await child.ended
  if (exit !== 0) throw new Error(`${words[0]} ends with ${exit}: ${child.log().slice(-300)}`)
  return { ...JSON.parse(readFileSync(counts, 'utf8')), time: Date.now() - began }
}

/** Starts a command and kills it at its moment; it may be faster. */
async function strike(
  words: readonly string[],
  kill: CommandKill,
  whole: Whole,
): Promise<{ killed: boolean; log: string }> {
  const nth = Math.max(1, Math.ceil(kill.share * whole[kill.at]))
  const environment: Record<string, string> = kill.at === 'time' ? {} : { FAULT_KILL_AT: `${kill.at}:${nth}` }
  const child = startChild({ arguments: words, environment, clock: null })
  if (kill.at === 'time') {
    await Promise.race([child.ended, pause(nth)])
    child.kill()
  }
  return { killed: (await child.ended) === 'SIGKILL', log: child.log() }
}

/** Runs a command to its end. */
async function again(words: readonly string[]): Promise<{ exit: number | string; log: string }> {
  const child = startChild({ arguments: words, environment: {}, clock: null })
  return { exit: await child.ended, log: child.log() }
}

/** Makes something once for all runs of this process. */
function once<Thing>(make: () => Promise<Thing>): () => Promise<Thing> {
  let made: Promise<Thing> | null = null
  return () => {
    made ??= make()
    return made
  }
}

/** A folder that lives as long as this process. */
function lastingFolder(): string {
  const folder = newFolder()
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Files and their sizes; of drawings and what holds them the names alone, since letters of another seal are as wide as they are. */
function filesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted()
    .map((name) => (/\.(?:svg|html|png)$/.test(name) ? name : `${name} ${statSync(join(folder, name)).size}`))
    .join('\n')
}

const publishWords = (folder: string) => [
  ...['publish', '--study', folder],
  ...['--edition', '2026', '--out', join(folder, 'site')],
]

/** A closed edition, copied for every run; and what publishing it writes when nobody kills it. */
const toPublish = once(async () => {
  const folder = lastingFolder()
  const closed = join(folder, 'closed.sqlite')
  const ledger = syntheticLedger({ brands: 8, years: [2026] }, closed)
  closeEdition(ledger, '2026', AFTER, 'faults')
  ledger.sqlite.pragma('journal_mode = DELETE')
  ledger.close()
  cpSync(closed, ledgerOf(folder))
  const whole = await measure(publishWords(folder), join(folder, 'counts.json'))
  return { closed, whole, site: filesOf(join(folder, 'site')) }
})

/** Whether the edition of a ledger is closed, or published with a seal that holds; one sentence each where not. */
async function publishedOrClosed(file: string, mustBe: readonly string[]): Promise<readonly string[]> {
  const ledger = openLedger(file, { evidenceKey: null })
  try {
    const { state } = ledger.editions.require('2026')
    const problems = [...ledger.integrityProblems()]
    if (!mustBe.includes(state)) problems.push(`the edition is ${state}`)
    if (state === 'published') {
      const verified = await verifyEdition(ledger, '2026')
      if (!verified.sound) problems.push(`the seal does not verify: ${JSON.stringify(verified).slice(0, 300)}`)
    }
    return problems
  } finally {
    ledger.close()
  }
}

/** A publication killed at some moment: afterwards the edition is closed, or published whole; publishing again gives the whole site. */
export async function runPublish(plan: RunPlan): Promise<RunReport> {
  const folder = newFolder()
  try {
    const { closed, whole, site } = await toPublish()
    cpSync(closed, ledgerOf(folder))
    const words = publishWords(folder)
    const first = await strike(words, plan.commandKill, whole)
    const problems = [...(await publishedOrClosed(ledgerOf(folder), ['closed', 'published']))]
    const second = await again(words)
    if (second.exit !== 0) problems.push(`publishing again ends with ${second.exit}: ${second.log.slice(-300)}`)
    problems.push(...(await publishedOrClosed(ledgerOf(folder), ['published'])))
    if (filesOf(join(folder, 'site')) !== site)
      problems.push('the site is not the one that an undisturbed command writes')
    return {
      ...NOTHING_WRONG,
      unsupportedStates: problems,
      faults: [first.killed ? `killed-publishing-at-${plan.commandKill.at}` : 'published'],
      log: first.log + second.log,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rows of a ledger that is migrated. */
const ROWS = 20_000

/** A ledger of the first version, copied for every run; and what its migration writes when nobody kills it. */
const toMigrate = once(async () => {
  const folder = lastingFolder()
  const old = join(folder, 'old.sqlite')
  const ledger = new Database(old)
  migrate(ledger, old, () => 1, MIGRATIONS.slice(0, 1))
  const add = ledger.prepare('INSERT INTO evidence (hash, size) VALUES (?, ?)')
  ledger.transaction(() => {
    for (let row = 0; row < ROWS; row++) add.run(row.toString(16).padStart(64, '0'), row)
  })()
  ledger.close()
  cpSync(old, ledgerOf(folder))
  return { old, whole: await measure(['migrate', '--study', folder], join(folder, 'counts.json')) }
})

/** A migration killed at some moment: afterwards the ledger has whole steps only, and migrating again finishes it. */
export async function runMigrate(plan: RunPlan): Promise<RunReport> {
  const folder = newFolder()
  const file = ledgerOf(folder)
  try {
    const { old, whole } = await toMigrate()
    cpSync(old, file)
    const words = ['migrate', '--study', folder]
    const { at, share } = plan.commandKill
    // A migration writes to the ledger alone.
    const kill = { at: at === 'file' ? 'statement' : at, share } as const
    const first = await strike(words, kill, whole)
    const second = await again(words)
    const problems: string[] = []
    if (second.exit !== 0) problems.push(`migrating again ends with ${second.exit}: ${second.log.slice(-300)}`)
    const ledger = openLedger(file, { evidenceKey: null })
    const found = ledger.messages.evidenceTotals().number
    const lost = found === ROWS ? [] : [`${ROWS - found} of ${ROWS} rows are gone after the migration`]
    problems.push(...ledger.integrityProblems())
    ledger.close()
    return {
      ...NOTHING_WRONG,
      lost,
      unsupportedStates: problems,
      faults: [first.killed ? `killed-migrating-at-${kill.at}` : 'migrated'],
      log: first.log + second.log,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
