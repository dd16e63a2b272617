/** The hostile corpus through reading, matching and marking: time of each mail, memory of the process, and what was not stored or explained. */
import { readGrid } from '../../src/cli/commands/mark/read-inputs.js'
import { createWorkBench } from '../../src/queue/work.js'
import { assessEdition } from '../../src/service/assess-edition.js'
import { interpretMessages } from '../../src/service/interpret-messages.js'
import { settleStates } from '../../src/service/settle-probes.js'
import { HOSTILE_MAILS, head } from '../fixtures/hostile/generate.js'
import { faultsOf } from '../fuzz/check-reading.js'
import { markSent, sampleProbe } from '../ledger/samples.js'
import { type FakeContext, fakeContext } from '../service/fake-context.js'

/** What became of the corpus. */
export interface HostileSummary {
  readonly mails: number
  /** Longest time of one mail from its bytes to its mark: processor time in milliseconds, so that a busy machine does not count. */
  readonly slowestMs: number
  readonly slowest: string
  /** Resident memory at its highest, in megabytes; making the mails is part of it. */
  readonly peakMemoryMb: number
  /** One sentence each. */
  readonly problems: readonly string[]
}

/** A context of its own for each mail, over one set of engines: one probe, sent. */
export async function hostileContexts(): Promise<() => FakeContext> {
  const grid = await readGrid('replymark')
  const bench = createWorkBench()
  const proofreading = { engine: { fr: 'replymark', en: 'replymark' }, server: null, tradeWords: [] } as const
  return () => {
    const context = fakeContext({ probes: 1, configuration: { grid, proofreading }, execute: bench.execute })
    context.ledger.editions.move('2026', 'running', context.time)
    markSent(context.ledger, sampleProbe(1))
    return context
  }
}

/** What is wrong with one mail after it went the whole way; empty where nothing is. */
export async function throughEverything(context: FakeContext, bytes: Buffer): Promise<readonly string[]> {
  const { ledger } = context
  const { stored } = ledger.messages.ingest(
    {
      account: 'main',
      folder: 'INBOX',
      uidValidity: '1',
      lastUid: 1,
      messages: [{ uid: 1, internalDate: context.time, raw: bytes }],
    },
    context.time,
  )
  const round = await interpretMessages(context)
  settleStates(context, '2026')
  const assessment = await assessEdition(context, '2026')
  const problems = [...round.failed, ...assessment.failed].map(() => 'its reading or marking failed')
  const [hash] = stored
  if (!hash) return [...problems, 'it was not stored']
  if (!ledger.messages.raw(hash)?.equals(bytes)) problems.push('its bytes are not those that came in')
  const reading = ledger.readings.get(hash)
  if (!reading) problems.push('it has no reading')
  else problems.push(...faultsOf(reading))
  if (!ledger.matches.get(hash)) problems.push('it was not matched')
  const [assessed] = ledger.assessments.ofEdition('2026')
  // A mail without a readable address is nobody's answer; it is stored and read all the same.
  if (!assessed && ledger.matches.attributions(hash).length > 0) problems.push('its exchange was not assessed')
  for (const finding of assessed?.findings ?? [])
    if (finding.outcome === 'error') problems.push(`${finding.criterion} failed: ${finding.message}`)
  return problems
}

/** Sends the corpus through. @param scale 1 for full size */
export async function runHostile(scale: number): Promise<HostileSummary> {
  const newContext = await hostileContexts()
  const problems: string[] = []
  let slowestMs = 0
  let slowest = ''
  // Opens the engines: loading them is no part of a mail's time.
  const to = sampleProbe(1).replyAddress
  for (const letter of ['Bonjour Claire, votre colis arrive demain.', 'Dear Claire, your parcel arrives tomorrow.'])
    await throughEverything(newContext(), Buffer.from(`${head(to)}\r\n\r\n${letter}\r\n`))
  for (const mail of HOSTILE_MAILS) {
    const bytes = mail.bytes(to, scale)
    const context = newContext()
    const started = process.cpuUsage()
    for (const problem of await throughEverything(context, bytes)) problems.push(`${mail.name}: ${problem}`)
    const { user, system } = process.cpuUsage(started)
    const elapsed = (user + system) / 1_000
    if (elapsed > 2_000) problems.push(`${mail.name}: took ${Math.round(elapsed)} ms`)
    if (elapsed > slowestMs) {
      slowestMs = Math.round(elapsed)
      slowest = mail.name
    }
    context.ledger.close()
    if (process.env.FAULTS_VERBOSE) process.stderr.write(`${Math.round(elapsed)} ms ${mail.name}\n`)
  }
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1_000)
  if (peakMemoryMb > 512) problems.push(`memory reached ${peakMemoryMb} MB`)
  return { mails: HOSTILE_MAILS.length, slowestMs, slowest, peakMemoryMb, problems }
}
