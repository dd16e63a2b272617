/** The hostile corpus through reading, matching and marking: what was not stored or explained, mail by mail. */

import { assessEdition } from '../../jobs/assess-exchanges/assess-edition.js'
import { interpretMessages } from '../../jobs/interpret-messages/interpret-messages.js'
import { readGrid } from '../../src/cli/commands/mark/read-inputs.js'
import type { ProbeState } from '../../src/domain/probe.js'
import { settleStates } from '../../src/editions/settle-states.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { createWorkPool } from '../../src/queue/work.js'
import { faultsOf } from '../fuzz/check-reading.js'
import { type FakeContext, fakeContext } from '../jobs/fake-context.js'
import { markSent, sampleProbe } from '../ledger/samples.js'

/** States whose exchange must have a mark. */
const MARKED: readonly ProbeState[] = ['answered', 'bounced']

/** One mail and the probe that it answers. */
export interface AddressedMail {
  readonly name: string
  /** Number of the probe, from 1. */
  readonly probe: number
  readonly bytes: Buffer
}

/** Contexts over one set of engines, each with so many probes sent. @param file of the ledger; in memory by default */
export async function hostileContexts(): Promise<(probes: number, file?: string) => FakeContext> {
  const grid = await readGrid('replymark')
  const pool = createWorkPool()
  const proofreading = { engine: { fr: 'replymark', en: 'replymark' }, server: null, tradeWords: [] } as const
  return (probes, file) => {
    const context = fakeContext({
      probes,
      configuration: { grid, proofreading },
      execute: pool.execute,
      ...(file === undefined ? {} : { file }),
    })
    context.ledger.editions.move('2026', 'running', context.time)
    for (let probe = 1; probe <= probes; probe += 1) markSent(context.ledger, sampleProbe(probe))
    return context
  }
}

/** Sends mails the whole way. What is wrong with each afterwards, by name; nothing for those that ended well. */
export async function throughEverything(
  context: FakeContext,
  mails: readonly AddressedMail[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { ledger } = context
  const hashes = mails.map(({ bytes }, index) => {
    const { stored } = ledger.messages.ingest(
      {
        account: 'main',
        folder: 'INBOX',
        uidValidity: '1',
        lastUid: index + 1,
        messages: [{ uid: index + 1, internalDate: context.time, raw: bytes }],
      },
      context.time,
    )
    return stored[0]
  })
  const round = await interpretMessages(context)
  settleStates(context.ledger, '2026', context.now())
  const assessment = await assessEdition(context, '2026')
  const problems = new Map<string, readonly string[]>()
  for (const [index, { name, probe, bytes }] of mails.entries()) {
    const hash = hashes[index]
    const { id } = sampleProbe(probe)
    const own: string[] = []
    if (hash !== undefined && round.failed.includes(hash)) own.push('its reading failed')
    own.push(...storedProblems(ledger, { hash, probe: id, bytes }))
    if (assessment.failed.includes(id)) own.push('its marking failed')
    if (own.length > 0) problems.set(name, own)
  }
  return problems
}

/** What a ledger should hold of a mail. */
export interface MailToFind {
  /** Of the message; undefined where it was not stored. */
  readonly hash: string | undefined
  /** Id of the probe that it answers. */
  readonly probe: string
  /** Bytes that came in. */
  readonly bytes: Buffer
}

/** What is wrong with what a ledger holds of a mail; one sentence each. */
export function storedProblems(ledger: Ledger, { hash, probe, bytes }: MailToFind): string[] {
  if (hash === undefined) return ['it was not stored']
  const problems: string[] = []
  if (!ledger.messages.raw(hash)?.equals(bytes)) problems.push('its bytes are not those that came in')
  const reading = ledger.readings.get(hash)
  problems.push(...(reading ? faultsOf(reading) : ['it has no reading']))
  const match = ledger.matches.get(hash)
  if (!match) problems.push('it was not matched')
  // A doubt must stand where a person sees it.
  else if (match.outcome === 'doubtful' && !ledger.reviews.open().some(({ target }) => target === hash))
    problems.push('its match is doubtful and nobody is asked')
  const marks = ledger.assessments.ofProbe(probe)
  // A mail without a readable address, or by a stranger, is nobody's answer; it is stored, read and matched all the same.
  if (!marks && MARKED.includes(ledger.probes.get(probe)?.state ?? 'sent'))
    problems.push('its exchange was not assessed')
  for (const finding of marks?.findings ?? [])
    if (finding.outcome === 'error') problems.push(`${finding.criterion} failed: ${finding.message}`)
  return problems
}
