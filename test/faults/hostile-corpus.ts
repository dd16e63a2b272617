/**
 * `npm run faults -- --hostile`: the whole corpus at full size into a real mailbox, one mail at a time, for the built service as
 * it really starts, a process of its own. What the ledger holds of each mail, the processor time it took, and the memory at its
 * highest (VmHWM of Linux, set back for each mail). HOSTILE_ONLY holds a part of the names of those to send.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readGrid } from '../../src/cli/commands/mark/read-inputs.js'
import { DAY_MS } from '../../src/domain/time.js'
import { type Ledger, openLedger } from '../../src/ledger/ledger.js'
import { MAX_MESSAGE_BYTES } from '../../src/mail/mailbox.js'
import { HOSTILE_MAILS, type HostileMail, head } from '../fixtures/hostile/generate.js'
import { dovecot, drop } from '../integration/dovecot.js'
import { markSent, sampleConfiguration, sampleProbe } from '../ledger/samples.js'
import { type Child, startChild } from './child.js'
import { storedProblems } from './hostile.js'
import { createFolders } from './mailbox-troubles.js'
import { pause, until } from './patience.js'
import { ledgerOf, SMTP_PASSWORD, writeStudyFiles } from './study.js'

/** Processor time that one mail may take, in milliseconds. */
const MOST_MS = 2_000
/** Time by the clock after which a mail counts as stuck. */
const PATIENCE_MS = 60_000
/** Resident memory that the service may reach, in megabytes. */
const MOST_MEMORY_MB = 512
/** Mails named in the summary. */
const SHOWN = 10
/** Time without work after which a service is taken to have done what there was. */
const QUIET_MS = 100
const LONG_QUIET_MS = 1_000
/** A tick of the kernel's accounts in milliseconds (sysconf(_SC_CLK_TCK) is 100 on Linux everywhere). */
const TICK_MS = 10

/** What became of the corpus. */
export interface HostileSummary {
  readonly mails: number
  /** Megabytes of mail. */
  readonly megabytes: number
  readonly slowest: readonly { readonly name: string; readonly milliseconds: number }[]
  /** Mails during which most memory was resident, in megabytes. */
  readonly largest: readonly { readonly name: string; readonly peakMemoryMb: number }[]
  /** Resident memory of the service with its engines open, before the first mail of the corpus, in megabytes. */
  readonly startMemoryMb: number
  /** Resident memory of the service at its highest over its whole life, in megabytes. */
  readonly peakMemoryMb: number
  /** One sentence each. */
  readonly problems: readonly string[]
}

/** One letter in each language: opens the engines. */
const WARM_UP: readonly HostileMail[] = [
  'Bonjour Claire, votre colis arrive demain.',
  'Dear Claire, your parcel arrives tomorrow.',
].map((letter, index) => ({
  name: `letter ${index}`,
  bytes: (to) => Buffer.from(`${head(to)}\r\n\r\n${letter}\r\n`),
}))

const SAMPLE_BRAND = 'maison-lune.example'
const brandDomain = (number: number) => `brand-${number}.example`

/** The mail as one of a brand of its own: a brand's exchanges are marked again together whenever it answers one of them. */
function fromBrand(number: number, mail: Buffer): Buffer {
  const at = mail.indexOf(SAMPLE_BRAND)
  if (at < 0) return mail
  return Buffer.concat([
    mail.subarray(0, at),
    Buffer.from(brandDomain(number)),
    mail.subarray(at + SAMPLE_BRAND.length),
  ])
}

/** The bytes as the server gives them: line ends of the network, no NUL (RFC 9051 §9, `literal`), not more than is fetched. */
function asServed(bytes: Buffer): Buffer {
  const served = Buffer.from(
    bytes
      .toString('latin1')
      .replace(/(?<!\r)\n/g, '\r\n')
      .replaceAll('\0', '\x80'),
    'latin1',
  )
  return served.subarray(0, MAX_MESSAGE_BYTES)
}

/** What the kernel accounts a process, its threads among it. */
function usageOf(child: Child): {
  readonly milliseconds: number
  readonly residentMb: number
  readonly peakMb: number
} {
  const folder = `/proc/${child.process.pid}`
  const status = readFileSync(join(folder, 'status'), 'utf8')
  const megabytes = (field: string) =>
    Math.round((Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) * 1_024) / 1e6)
  const stat = readFileSync(join(folder, 'stat'), 'latin1')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // utime and stime are the fields 14 and 15 (proc_pid_stat(5)); the first two are cut off.
  const milliseconds = (Number(fields[11]) + Number(fields[12])) * TICK_MS
  return { milliseconds, residentMb: megabytes('VmRSS'), peakMb: megabytes('VmHWM') }
}

/** Sets the highest resident memory of a process back to what it is now (proc_pid_clear_refs(5)). */
function forgetPeak(child: Child): void {
  writeFileSync(`/proc/${child.process.pid}/clear_refs`, '5')
}

function sampleBrand({ brands: [brand] }: ReturnType<typeof sampleConfiguration>) {
  if (!brand) throw new Error('the sample has no brand')
  return brand
}

/** A study whose edition has a probe sent for each mail. */
async function prepare(folder: string, user: string, probes: number): Promise<Ledger> {
  const study = { folder, id: user, user, smtpPort: 1, imapPort: dovecot?.imapPort ?? 0, addressing: 'plus' as const }
  writeStudyFiles(study)
  const ledger = openLedger(ledgerOf(folder), { evidenceKey: null })
  const sample = sampleConfiguration()
  const now = Date.now()
  const day = (offset: number) => new Date(now + offset * DAY_MS).toISOString().slice(0, 10)
  ledger.editions.plan(
    {
      ...sample,
      study: { ...sample.study, id: user },
      edition: { ...sample.edition, sendFrom: day(-5), sendUntil: day(30), answerWindowDays: 60 },
      brands: Array.from({ length: probes }, (_, index) => ({
        ...sampleBrand(sample),
        id: `brand-${index + 1}`,
        name: `Brand ${index + 1}`,
        domains: [brandDomain(index + 1)],
        contacts: [{ address: `contact@${brandDomain(index + 1)}`, department: 'customer-service' as const }],
      })),
      grid: await readGrid('replymark'),
      proofreading: { engine: { fr: 'replymark', en: 'replymark' }, server: null, tradeWords: [] },
    },
    now,
  )
  const all = Array.from({ length: probes }, (_, index) => {
    const brand = { brand: `brand-${index + 1}`, recipient: `contact@${brandDomain(index + 1)}` }
    return sampleProbe(index + 1, { ...brand, account: 'courrier' })
  })
  ledger.probes.add(all, now)
  ledger.editions.move('2026', 'running', now)
  for (const probe of all) markSent(ledger, probe, now - DAY_MS)
  return ledger
}

/** Sends the corpus at full size to the service. */
export async function runHostile(): Promise<HostileSummary> {
  const folder = mkdtempSync(join(tmpdir(), 'replymark-hostile-'))
  const user = `hostile${process.pid}`
  const only = process.env.HOSTILE_ONLY ?? ''
  const mails = [...WARM_UP, ...HOSTILE_MAILS.filter(({ name }) => name.includes(only))]
  const ledger = await prepare(folder, user, mails.length)
  await createFolders(user)
  const child = startChild({
    arguments: ['run', '--study', folder, '--threads', '1', '--port', '0'],
    environment: { REPLYMARK_SMTP_PASSWORD: SMTP_PASSWORD, REPLYMARK_IMAP_PASSWORD: dovecot?.password ?? '' },
    clock: null,
  })
  const problems: string[] = []
  const taken: { name: string; milliseconds: number; peakMemoryMb: number }[] = []
  let bytesSent = 0
  let startMemoryMb = 0
  let peakMemoryMb = 0
  let sequence = 0

  /** Sends a mail and waits until the service has nothing left to do. */
  async function send({ name, bytes }: HostileMail, number: number): Promise<string[]> {
    const { id, replyAddress } = sampleProbe(number)
    const mail = fromBrand(number, bytes(replyAddress, 1))
    bytesSent += mail.length
    forgetPeak(child)
    const before = usageOf(child)
    drop(user, mail)
    const arrived = () => ledger.messages.page(sequence, 1)[0]
    const matched = () => ledger.matches.get(arrived()?.hash ?? '') !== null
    await until(() => matched() || !child.alive, PATIENCE_MS)
    const marked = () => ledger.assessments.ofProbe(id) !== null
    // Most get a mark. Of those that get none nothing tells but the quiet.
    for (let last = -1, now = 0; child.alive && last !== now; await pause(marked() ? QUIET_MS : LONG_QUIET_MS)) {
      last = now
      now = usageOf(child).milliseconds
    }
    if (!child.alive) return ['the service ended']
    const after = usageOf(child)
    peakMemoryMb = Math.max(peakMemoryMb, before.peakMb, after.peakMb)
    taken.push({ name, milliseconds: after.milliseconds - before.milliseconds, peakMemoryMb: after.peakMb })
    if (process.env.FAULTS_VERBOSE)
      process.stderr.write(`${JSON.stringify({ ...taken.at(-1), residentMb: after.residentMb })}\n`)
    const message = arrived()
    sequence = message?.sequence ?? sequence
    return storedProblems(ledger, { hash: message?.hash, probe: id, bytes: asServed(mail) })
  }

  try {
    await until(() => child.log().includes('service started') || !child.alive, PATIENCE_MS)
    for (const [index, mail] of mails.entries()) {
      const own = await send(mail, index + 1)
      for (const problem of own) problems.push(`${mail.name}: ${problem}`)
      if (!child.alive) break
      if (index + 1 > WARM_UP.length) continue
      taken.length = 0
      bytesSent = 0
      startMemoryMb = usageOf(child).residentMb
    }
    for (const { name, milliseconds } of taken)
      if (milliseconds > MOST_MS) problems.push(`${name}: took ${milliseconds} ms`)
    if (peakMemoryMb > MOST_MEMORY_MB) problems.push(`memory reached ${peakMemoryMb} MB`)
    if (problems.length > 0 && process.env.FAULTS_VERBOSE) process.stderr.write(child.log())
    return {
      mails: taken.length,
      megabytes: Math.round(bytesSent / 1_000_000),
      slowest: taken
        .toSorted((one, other) => other.milliseconds - one.milliseconds)
        .slice(0, SHOWN)
        .map(({ name, milliseconds }) => ({ name, milliseconds })),
      largest: taken
        .toSorted((one, other) => other.peakMemoryMb - one.peakMemoryMb)
        .slice(0, SHOWN)
        .map(({ name, peakMemoryMb: megabytes }) => ({ name, peakMemoryMb: megabytes })),
      startMemoryMb,
      peakMemoryMb,
      problems,
    }
  } finally {
    child.kill('SIGTERM')
    await Promise.race([child.ended, pause(10_000)])
    child.kill()
    ledger.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
