/**
 * `npm run faults -- --hostile`: the whole corpus at full size, sent to a process of its own whose time and memory are measured.
 * HOSTILE_NODE holds further flags for that process, such as --max-old-space-size=192.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HOSTILE_MAILS, head } from '../fixtures/hostile/generate.js'
import { sampleProbe } from '../ledger/samples.js'

/** Processor time that one mail may take, in milliseconds. */
const MOST_MS = 2_000
/** Time by the clock after which a mail counts as stuck. */
const PATIENCE_MS = 60_000
/** Resident memory that the service may reach, in megabytes. */
const MOST_MEMORY_MB = 512
/** Mails named in the summary. */
const SLOWEST_SHOWN = 10

/** What the service's process is told: a mail's file, and where its ledger may stand. */
export interface MailToRead {
  readonly name: string
  readonly file: string
  readonly ledger: string
}

/** What it answers. */
export interface MailReport {
  /** From the bytes to the mark: processor time, so that a busy machine does not count. */
  readonly milliseconds: number
  /** Resident memory at its highest so far, in megabytes. */
  readonly peakMemoryMb: number
  readonly problems: readonly string[]
}

/** What became of the corpus. */
export interface HostileSummary {
  readonly mails: number
  /** Megabytes of mail. */
  readonly megabytes: number
  readonly slowest: readonly { readonly name: string; readonly milliseconds: number }[]
  /** Resident memory of the service with its engines open, before the first mail, in megabytes. */
  readonly startMemoryMb: number
  /** Resident memory of the service at its highest, in megabytes, and the mail that took it there. */
  readonly peakMemoryMb: number
  readonly peakMemoryAt: string
  /** One sentence each. */
  readonly problems: readonly string[]
}

/** One letter in each language. */
export const HOSTILE_WARM_UP: readonly string[] = [
  'Bonjour Claire, votre colis arrive demain.',
  'Dear Claire, your parcel arrives tomorrow.',
].map((letter) => `${head(sampleProbe(1).replyAddress)}\r\n\r\n${letter}\r\n`)

/** Sends the corpus at full size through a process of its own. */
export async function runHostile(): Promise<HostileSummary> {
  const folder = mkdtempSync(join(tmpdir(), 'replymark-hostile-'))
  const file = join(folder, 'mail.eml')
  const service = fork(fileURLToPath(new URL('./hostile-service.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx', ...(process.env.HOSTILE_NODE ?? '').split(' ').filter(Boolean)],
  })
  const problems: string[] = []
  const times: { name: string; milliseconds: number }[] = []
  let heard: (report: MailReport | null) => void = () => {}
  service.on('message', (report) => heard(report as MailReport))
  service.on('exit', () => heard(null))
  const answer = async () => {
    const patience = setTimeout(() => service.kill('SIGKILL'), PATIENCE_MS)
    const report = await new Promise<MailReport | null>((resolve) => {
      heard = resolve
    })
    clearTimeout(patience)
    return report
  }
  let bytesSent = 0
  try {
    const startMemoryMb = (await answer())?.peakMemoryMb ?? 0
    let peakMemoryMb = startMemoryMb
    let peakMemoryAt = 'loading the engines'
    for (const [index, { name, bytes }] of HOSTILE_MAILS.entries()) {
      const mail = bytes(sampleProbe(1).replyAddress, 1)
      bytesSent += mail.length
      writeFileSync(file, mail)
      service.send({ name, file, ledger: join(folder, `ledger-${index}.db`) } satisfies MailToRead)
      const report = await answer()
      if (!report) {
        problems.push(`${name}: the service ended, or did not answer for ${PATIENCE_MS / 1_000} s`)
        break
      }
      if (process.env.FAULTS_VERBOSE) process.stderr.write(`${JSON.stringify({ name, ...report })}\n`)
      times.push({ name, milliseconds: report.milliseconds })
      for (const problem of report.problems) problems.push(`${name}: ${problem}`)
      if (report.milliseconds > MOST_MS) problems.push(`${name}: took ${report.milliseconds} ms`)
      if (report.peakMemoryMb > peakMemoryMb) {
        peakMemoryMb = report.peakMemoryMb
        peakMemoryAt = name
      }
    }
    if (peakMemoryMb > MOST_MEMORY_MB) problems.push(`memory reached ${peakMemoryMb} MB at ${peakMemoryAt}`)
    return {
      mails: times.length,
      megabytes: Math.round(bytesSent / 1_000_000),
      slowest: times.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, SLOWEST_SHOWN),
      startMemoryMb,
      peakMemoryMb,
      peakMemoryAt,
      problems,
    }
  } finally {
    if (service.connected) service.disconnect()
    rmSync(folder, { recursive: true, force: true })
  }
}
