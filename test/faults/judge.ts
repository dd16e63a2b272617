/** Compares what the servers saw in a run with what the ledger says (DESIGN.md, promises 1 and 2). */
import type { ProbeState } from '../../src/domain/probe.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { MARK_HEADER, type MarkedMail } from './answers.js'
import type { Attempt } from './brand-server.js'

/** What is wrong; one sentence each. */
export interface Verdict {
  readonly lost: readonly string[]
  readonly countedTwice: readonly string[]
  readonly sentTwice: readonly string[]
  readonly unsupportedStates: readonly string[]
}

/** What the servers of a run saw. */
export interface Facts {
  readonly attempts: readonly Attempt[]
  /** Mails that the mailbox's server took, each once however often it was delivered. */
  readonly delivered: readonly MarkedMail[]
  /** Kills of the service. */
  readonly kills: number
}

function marksOf(ledger: Ledger): Map<string, string[]> {
  const marks = new Map<string, string[]>()
  const pattern = new RegExp(`^${MARK_HEADER}: (\\S{1,100})`, 'm')
  for (const { hash } of ledger.messages.list()) {
    const mark = pattern.exec(ledger.messages.raw(hash)?.toString('latin1') ?? '')?.[1] ?? `unmarked ${hash}`
    marks.set(mark, [...(marks.get(mark) ?? []), hash])
  }
  return marks
}

/** States that a probe may be in, given everything that happened to its mail. */
function supported(attempts: readonly Attempt[], came: ReadonlySet<string>): ProbeState[] {
  if (came.has('reply')) return ['answered']
  if (came.has('bounce')) return ['bounced']
  if (came.has('receipt')) return ['sent']
  const last = attempts.at(-1)
  if (!last) return []
  if (last.script.do === 'refuse') return last.script.code >= 500 ? ['refused'] : []
  if (last.kept) return last.script.do === 'accept' ? ['sent'] : ['uncertain']
  // Cut after bytes were on the wire: the service cannot know that the server dropped them.
  return last.script.do === 'accept' || last.script.at === 'RCPT' ? [] : ['uncertain']
}

/** Judges a settled run. */
export function judge(ledger: Ledger, edition: string, facts: Facts): Verdict {
  const lost: string[] = []
  const countedTwice: string[] = []
  const sentTwice: string[] = []
  const unsupportedStates: string[] = []
  const marks = marksOf(ledger)

  for (const mail of facts.delivered) {
    const hashes = marks.get(mail.mark) ?? []
    if (hashes.length === 0) lost.push(`${mail.mark} was delivered and is not in the ledger`)
    if (mail.messageId === null) continue
    const probe = ledger.probes.byMessageId(mail.messageId)
    for (const hash of hashes) {
      const owners = ledger.matches.attributions(hash).map((attribution) => attribution.probe)
      if (owners.length > 1) countedTwice.push(`${mail.mark} belongs to ${owners.join(' and ')}`)
      if (!probe || !owners.includes(probe.id)) lost.push(`${mail.mark} is not with its probe`)
    }
  }
  const seen = new Map<string, number>()
  for (const { hash } of ledger.messages.list())
    for (const place of ledger.messages.sightings(hash)) {
      const key = `${place.folder} ${place.uidValidity} ${place.uid}`
      seen.set(key, (seen.get(key) ?? 0) + 1)
    }
  for (const [place, number] of seen) if (number > 1) countedTwice.push(`${place} is ${number} messages`)
  const assessed = ledger.assessments.ofEdition(edition).map(({ probe }) => probe)
  if (new Set(assessed).size !== assessed.length) countedTwice.push('an exchange has two assessments')

  const kept = Map.groupBy(
    facts.attempts.filter((attempt) => attempt.kept),
    (attempt) => attempt.from,
  )
  for (const [from, mails] of kept)
    if (mails.length > 1) sentTwice.push(`${from}: the server took ${mails.length} mails`)

  for (const probe of ledger.probes.ofEdition(edition)) {
    const attempts = facts.attempts.filter((attempt) => attempt.from === probe.replyAddress)
    const came = new Set<string>(
      facts.delivered
        .filter(({ messageId }) => messageId !== null && messageId === probe.messageId)
        .map(({ kind }) => kind),
    )
    const allowed = supported(attempts, came)
    const interrupted = ledger.probes
      .historyOf(probe.id)
      .some(({ to, reason }) => to === 'uncertain' && reason?.includes('the service ended'))
    // A kill makes it unknown, unless evidence came.
    if (interrupted && facts.kills > 0 && came.size === 0) allowed.push('uncertain')
    if (!allowed.includes(probe.state))
      unsupportedStates.push(
        `${probe.id} is ${probe.state} (${probe.stateReason}); its evidence supports ${allowed.join(' or ') || 'nothing final'}; attempts ${JSON.stringify(attempts.map(({ script, kept: took }) => ({ ...script, took })))}`,
      )
    if (
      probe.state === 'uncertain' &&
      !ledger.reviews.open({ subject: 'uncertain-probe' }).some(({ target }) => target === probe.id)
    )
      unsupportedStates.push(`${probe.id} is uncertain and nobody is asked`)
  }
  return { lost, countedTwice, sentTwice, unsupportedStates }
}
