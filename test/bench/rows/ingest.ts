/** Ingest: a mailbox of Dovecot into the ledger, durable, against mbsync into a Maildir. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLedger } from '../../../src/ledger/ledger.js'
import { openMailbox } from '../../../src/mail/mailbox.js'
import { createRandom } from '../../../src/ranking/random.js'
import { sampleAccount } from '../../mail/sample-account.js'
import { letters } from '../frame/letters.js'
import {
  type BenchResult,
  type Bound,
  compare,
  figureRow,
  growthExponent,
  missingRow,
  secondsOf,
} from '../frame/row.js'

/** Rows of this file. */
export const names = ['ingest', 'ingest-read', 'ingest-growth', 'ingest-memory'] as const

const MESSAGES = 10_000
const SMALLEST = 4_000
const LARGEST = 200_000

const imapPort = process.env.REPLYMARK_TEST_IMAP_PORT
const mailFolder = process.env.REPLYMARK_TEST_MAIL_FOLDER ?? ''
const password = process.env.REPLYMARK_TEST_MAIL_PASSWORD ?? ''

/** A raw mail of a given size: a letter, the rest a base64 attachment that does not compress. */
function rawMail(number: number, text: string, size: number, noise: string): string {
  const head = [
    `From: Service clients <contact@brand-${number % 97}.example>`,
    `To: shopper+t${number}@shopper.example`,
    'Subject: Re: votre question',
    `Message-ID: <mail-${number}@brand-${number % 97}.example>`,
    'Date: Mon, 2 Mar 2026 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text.replaceAll('\n', '\r\n'),
    '--part',
    'Content-Type: image/jpeg; name="photo.jpg"',
    'Content-Transfer-Encoding: base64',
    '',
    '',
  ].join('\r\n')
  const start = (number * 7919) % 1000
  return `${head}${noise.slice(start, start + Math.max(0, size - head.length - 20))}\r\n--part--\r\n`
}

/** Lines of 76 characters of random base64. */
function base64Noise(length: number): string {
  const random = createRandom(3)
  const bytes = Buffer.alloc(Math.ceil((length * 3) / 4))
  for (let place = 0; place + 4 <= bytes.length; place += 4) bytes.writeUInt32LE(random.next32() >>> 0, place)
  return bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n').slice(0, length)
}

/** Fills a user's mailbox by writing its Maildir, as a delivery agent would leave it. */
function fillMailbox(user: string, count: number): void {
  const home = join(mailFolder, user)
  const folder = join(home, 'Maildir')
  for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(folder, name), { recursive: true })
  const texts = letters('fr', 200)
  const random = createRandom(5)
  const noise = base64Noise(LARGEST + 2000)
  for (let number = 0; number < count; number += 1) {
    // Sizes are log-uniform: many small mails, few large ones, as in a real mailbox.
    const size = SMALLEST * (LARGEST / SMALLEST) ** random.uniform()
    const name = `${1_767_000_000 + number}.M${number}P1.bench:2,`
    writeFileSync(join(folder, 'cur', name), rawMail(number, texts[number % texts.length] ?? '', size, noise))
  }
  const { uid, gid } = statSync(mailFolder)
  execFileSync('chown', ['-R', `${uid}:${gid}`, home])
  chownSync(home, uid, gid)
}

function accountOf(user: string) {
  const account = sampleAccount({ imapPort: Number(imapPort) })
  return { ...account, imap: { ...account.imap, user } }
}

/** Seconds to bring a whole mailbox into a fresh ledger. */
async function ingestSeconds(user: string, expected: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'replymark-ingest-'))
  try {
    const ledger = openLedger(join(folder, 'ledger.sqlite'), { evidenceKey: null })
    const seconds = await secondsOf(async () => {
      const mailbox = await openMailbox(accountOf(user), {
        password,
        store: {
          cursor: (account, name) => ledger.messages.cursor(account, name),
          since: () => 0,
          aside: () => [],
          setAside: () => {},
          store: (batch) => void ledger.messages.ingest(batch, Date.now()),
        },
      })
      await mailbox.poll()
      await mailbox.close()
    })
    const stored = ledger.messages.count()
    ledger.close()
    if (stored !== expected) throw new Error(`${stored} of ${expected} messages were stored`)
    return seconds
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Seconds mbsync needs for the same mailbox into a fresh Maildir. */
async function mbsyncSeconds(user: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'replymark-mbsync-'))
  try {
    const configuration = join(folder, 'mbsyncrc')
    writeFileSync(
      configuration,
      [
        'IMAPStore far',
        'Host 127.0.0.1',
        `Port ${imapPort}`,
        `User ${user}`,
        `Pass ${password}`,
        'SSLType None',
        'AuthMechs LOGIN',
        '',
        'MaildirStore near',
        `Path ${folder}/`,
        `Inbox ${folder}/inbox`,
        '',
        'Channel all',
        'Far :far:INBOX',
        'Near :near:INBOX',
        'Create Near',
        'Sync Pull New',
        `SyncState ${folder}/`,
        '',
      ].join('\n'),
    )
    return await secondsOf(() => {
      const run = spawnSync('mbsync', ['-q', '-c', configuration, 'all'], { encoding: 'utf8' })
      if (run.status !== 0) throw new Error(`mbsync: ${run.stderr}`)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same, each message also read and matched by the service with two threads. */
async function ingestReadSeconds(user: string, expected: number): Promise<number> {
  const { ingestAndRead } = await import('../frame/whole-service.js')
  return ingestAndRead(accountOf(user), password, expected)
}

const READ_NOTE =
  'profile: the two threads that read are the limit, the main thread waits for them four fifths of the time: a letter of 150 words takes 1.5 ms, most of it the patterns that tell its kind, asked of every sentence; mbsync only copies'

/** Measures them. */
export async function bench(asked: (name: string) => boolean): Promise<readonly BenchResult[]> {
  const least = (limit: number): Bound => ({ of: 'ratio', at: 'least', limit })
  const work = `${MESSAGES} messages of 4–200 KB from Dovecot into the ledger, raw bytes and cursor committed`
  if (!imapPort) {
    const missing = 'Dovecot is not running (scripts/services.sh starts it)'
    return names
      .filter(asked)
      .map((name) => missingRow(name, work, 'messages/s', least(name === 'ingest' ? 2 : 0.8), missing))
  }
  const user = `bench${process.pid}`
  fillMailbox(user, MESSAGES)
  const results: BenchResult[] = []
  const installed = spawnSync('mbsync', ['--version']).status === 0
  const peer = {
    name: 'mbsync',
    round: installed ? async () => MESSAGES / (await mbsyncSeconds(user)) : null,
    missing: 'mbsync is not installed (Debian: isync)',
  }
  if (asked('ingest')) {
    results.push(
      await compare({
        name: 'ingest',
        work,
        unit: 'messages/s',
        bound: least(2),
        project: async () => MESSAGES / (await ingestSeconds(user, MESSAGES)),
        peer,
        rounds: 3,
      }),
    )
  }
  if (asked('ingest-read')) {
    results.push(
      await compare({
        name: 'ingest-read',
        work: `${work}; each message also read and matched, two threads`,
        unit: 'messages/s',
        bound: least(0.8),
        project: async () => MESSAGES / (await ingestReadSeconds(user, MESSAGES)),
        peer,
        rounds: 3,
        note: READ_NOTE,
      }),
    )
  }
  if (asked('ingest-growth')) {
    const points = []
    for (const size of [100, 1000]) {
      const smaller = `${user}x${size}`
      fillMailbox(smaller, size)
      await ingestSeconds(smaller, size)
      points.push({ size, seconds: Math.min(await ingestSeconds(smaller, size), await ingestSeconds(smaller, size)) })
    }
    points.push({ size: MESSAGES, seconds: await ingestSeconds(user, MESSAGES) })
    const note = points.map(({ size, seconds }) => `${size} messages ${seconds.toFixed(2)} s`).join(', ')
    results.push(
      figureRow({
        name: 'ingest-growth',
        work: 'ingest of 100, 1 000 and 10 000 messages',
        unit: 'exponent',
        bound: { of: 'value', at: 'most', limit: 1.1 },
        value: growthExponent(points),
        note,
      }),
    )
  }
  if (asked('ingest-memory')) {
    const script = `import('./test/bench/rows/ingest.ts').then(async ({ ingestOnce }) => { await ingestOnce(${JSON.stringify(user)}, ${MESSAGES}); console.log(process.resourceUsage().maxRSS) })`
    const run = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], { encoding: 'utf8' })
    const bound = { of: 'value', at: 'most', limit: 400 } as const
    const what = `peak memory of a process that ingests ${MESSAGES} messages`
    results.push(
      run.status === 0
        ? figureRow({ name: 'ingest-memory', work: what, unit: 'MB', bound, value: Number(run.stdout) / 1024 })
        : missingRow('ingest-memory', what, 'MB', bound, run.stderr.slice(-200)),
    )
  }
  return results
}

/** One ingest, for the memory row's own process. */
export async function ingestOnce(user: string, expected: number): Promise<void> {
  await ingestSeconds(user, expected)
}
