/**
 * `npm run faults -- --backup`: mail comes in at full rate over real IMAP, backups are taken meanwhile by the command line, and each
 * is put back by the steps of docs/operations.md. Every restored ledger must verify, and the service must fetch what came after.
 */
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { closeEdition } from '../../src/editions/closing.js'
import { publishEdition } from '../../src/editions/publishing.js'
import { LEDGER_FILE, openLedger } from '../../src/ledger/ledger.js'
import { dovecot, rawMail, withImap } from '../integration/dovecot.js'
import { AFTER, syntheticLedger } from '../reports/synthetic-ledger.js'
import { type Child, startChild } from './child.js'
import { ledgerOf, SMTP_PASSWORD, writeStudyFiles } from './study.js'

/** What to do. */
export interface BackupOptions {
  readonly perSecond: number
  readonly seconds: number
}

/** What became of one backup. */
export interface RestoredBackup {
  /** Messages stored when the backup began and when it was whole. */
  readonly storedBefore: number
  readonly storedAfter: number
  /** Messages in the copy. */
  readonly inCopy: number
  /** Messages that the service fetched after the restore. */
  readonly fetchedAfter: number
  readonly verified: boolean
  readonly problems: readonly string[]
}

/** What a run found. */
export interface BackupSummary {
  readonly mails: number
  /** Mails a second that the mail server took while the service fetched and backups were made. */
  readonly deliveredPerSecond: number
  /** Mails a second that the service stored while backups were made, the slowest first. */
  readonly storedPerSecond: readonly number[]
  readonly backups: readonly RestoredBackup[]
  /** Messages lost or stored twice over all restores, and restored ledgers that did not verify. */
  readonly lost: number
  readonly twice: number
  readonly unverified: number
}

/** Backups a run, spread over the stream of mails. */
const BACKUPS = 3

/** Share of the mails that wait in the mailbox when the service starts. */
const WAITING = 0.6

/** Connections by which mail is delivered. */
const CONNECTIONS = 4

const PATIENCE_MS = 180_000

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, milliseconds)))

function storedIn(file: string): number {
  const ledger = openLedger(file, { mode: 'read', evidenceKey: null })
  try {
    return ledger.messages.count()
  } finally {
    ledger.close()
  }
}

async function untilStored(file: string, number: number): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (storedIn(file) < number && Date.now() < end) await pause(100)
}

async function command(words: readonly string[]): Promise<{ exit: number | string; log: string }> {
  const child = startChild({ arguments: words, environment: {}, clock: null })
  return { exit: await child.ended, log: child.log() }
}

/** Delivers mails at a rate, on the clock: one that is late is sent at once. */
async function deliverAt(user: string, mails: readonly string[], perSecond: number): Promise<number> {
  if (!dovecot) throw new Error('Dovecot is not running')
  const transport = nodemailer.createTransport({
    host: dovecot.host,
    port: dovecot.lmtpPort,
    lmtp: true,
    ignoreTLS: true,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Number.MAX_SAFE_INTEGER,
  })
  const start = Date.now()
  const envelope = { from: 'contact@maison-lune.example', to: [`${user}@shopper.example`] }
  const under: Promise<unknown>[] = []
  for (const [index, raw] of mails.entries()) {
    const early = start + (index * 1_000) / perSecond - Date.now()
    if (early > 0) await pause(early)
    under.push(transport.sendMail({ envelope, raw }))
  }
  await Promise.all(under)
  transport.close()
  return (mails.length * 1_000) / (Date.now() - start)
}

/** Hashes of what the mailbox holds: every one must be in the ledger in the end. */
async function hashesInMailbox(user: string): Promise<readonly string[]> {
  return withImap(user, async (client) => {
    const lock = await client.getMailboxLock('INBOX')
    try {
      const hashes: string[] = []
      for await (const { source } of client.fetch('1:*', { source: true }))
        if (source) hashes.push(createHash('sha256').update(source).digest('hex'))
      return hashes
    } finally {
      lock.release()
    }
  })
}

/** Runs it. */
export async function runBackup({ perSecond, seconds }: BackupOptions): Promise<BackupSummary> {
  if (!dovecot) throw new Error('Dovecot is not running')
  const folder = mkdtempSync(join(tmpdir(), 'replymark-backup-'))
  const user = `backup${process.pid}`
  const file = ledgerOf(folder)
  writeStudyFiles({ folder, id: user, user, smtpPort: 1, imapPort: dovecot.imapPort, addressing: 'plus' })
  const made = syntheticLedger({ brands: 8, years: [2026] }, file)
  closeEdition(made, '2026', AFTER, 'faults')
  publishEdition(made, '2026', AFTER, 'faults')
  const before = made.messages.count()
  made.close()

  const environment = { REPLYMARK_SMTP_PASSWORD: SMTP_PASSWORD, REPLYMARK_IMAP_PASSWORD: dovecot.password }
  const startService = (): Child =>
    startChild({ arguments: ['run', '--no-web', '--study', folder, '--threads', '1'], environment, clock: null })
  const mails = Array.from({ length: perSecond * seconds }, (_, index) =>
    rawMail(
      `Bonjour,\nVotre colis numéro ${index} arrive demain.\n${'Merci de votre patience. '.repeat(40)}\nCordialement,\nPaul`,
      {
        'Message-ID': `<${index}@maison-lune.example>`,
      },
    ),
  )
  const all = before + mails.length
  const copies: { copy: string; storedBefore: number; storedAfter: number; seconds: number; problems: string[] }[] = []
  // Most of it waits in the mailbox, so that the service fetches as fast as it can; the rest is delivered at the rate meanwhile.
  const waiting = Math.round(mails.length * WAITING)
  await deliverAt(user, mails.slice(0, waiting), Number.MAX_SAFE_INTEGER)
  // Always ended as by a power failure: what was stored must be there all the same.
  let service = startService()
  try {
    const delivering = deliverAt(user, mails.slice(waiting), perSecond)
    for (let number = 1; number <= BACKUPS; number++) {
      await untilStored(file, before + Math.round((waiting * (number - 0.5)) / BACKUPS))
      const copy = join(folder, `backup-${number}.sqlite`)
      const storedBefore = storedIn(file)
      const begunAt = Date.now()
      const { exit, log } = await command(['backup', copy, '--study', folder])
      copies.push({
        copy,
        storedBefore,
        storedAfter: storedIn(file),
        seconds: (Date.now() - begunAt) / 1_000,
        problems: exit === 0 ? [] : [`backup: ${exit} ${log}`],
      })
    }
    const deliveredPerSecond = await delivering
    await untilStored(file, all)
    const storedPerSecond = copies
      .map(({ storedBefore, storedAfter, seconds: took }) => Math.round((storedAfter - storedBefore) / took))
      .toSorted((one, other) => one - other)
    service.kill()
    await service.ended

    const wanted = await hashesInMailbox(user)
    const backups: RestoredBackup[] = []
    let lost = 0
    let twice = 0
    for (const [index, { copy, storedBefore, storedAfter, problems }] of copies.entries()) {
      // The steps of docs/operations.md: service stopped, files moved aside, copy in their place, verify, start.
      const data = join(folder, 'data')
      const aside = join(folder, `aside-${index}`)
      cpSync(data, aside, { recursive: true })
      for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
      cpSync(copy, join(data, 'put-back'))
      renameSync(join(data, 'put-back'), join(data, LEDGER_FILE))
      const inCopy = storedIn(file) - before
      const verified = await command(['verify', '--study', folder, '--edition', '2026'])
      if (verified.exit !== 0) problems.push(`verify after the restore: ${verified.exit} ${verified.log}`)
      service = startService()
      await untilStored(file, all)
      service.kill()
      await service.ended
      const again = await command(['verify', '--study', folder, '--edition', '2026'])
      if (again.exit !== 0) problems.push(`verify after fetching: ${again.exit} ${again.log}`)
      const ledger = openLedger(file, { evidenceKey: null })
      const soundness = ledger.integrityProblems()
      problems.push(...soundness)
      const missing = wanted.filter((hash) => ledger.messages.get(hash) === null || ledger.messages.raw(hash) === null)
      lost += missing.length
      twice += Math.max(0, ledger.messages.count() - all)
      backups.push({
        storedBefore: storedBefore - before,
        storedAfter: storedAfter - before,
        inCopy,
        fetchedAfter: ledger.messages.count() - before - inCopy,
        verified: problems.length === 0,
        problems,
      })
      ledger.close()
    }
    return {
      mails: mails.length,
      deliveredPerSecond: Math.round(deliveredPerSecond),
      storedPerSecond,
      backups,
      lost: lost + (mails.length - wanted.length),
      twice,
      unverified: backups.filter(({ verified }) => !verified).length,
    }
  } finally {
    service.kill()
    await service.ended
    rmSync(folder, { recursive: true, force: true })
  }
}
