/** Compares what the servers saw in a run with what the ledger says (docs/design.md, promises 1 and 2). */
import type { ProbeState } from '../../src/domain/probe.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import type { StoredProbe } from '../../src/ledger/probes.js'
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
  /** How often each was delivered, by its mark; once where it is not told. */
  readonly deliveries?: ReadonlyMap<string, number>
  /** Kills of the service. */
  readonly kills: number
  /** Message-IDs whose copy lies in the folder of sent mail. */
  readonly sentCopies?: ReadonlySet<string>
  /** An older ledger was put back. */
  readonly restored?: boolean
  /** Every answer window is over. */
  readonly windowsOver?: boolean
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

/** State of a mail that went out and to which nothing final came. */
function waiting({ windowsOver }: Facts): ProbeState {
  return windowsOver ? 'unanswered' : 'sent'
}

/** States that a probe may be in, given everything that happened to its mail. */
function supported(probe: StoredProbe, attempts: readonly Attempt[], ledger: Ledger, facts: Facts): ProbeState[] {
  const { messageId } = probe
  const mine = facts.delivered.filter((mail) => mail.messageId !== null && mail.messageId === messageId)
  const came = new Set<string>(mine.map(({ kind }) => kind))
  if (came.has('reply')) return ['answered']
  if (came.has('bounce')) return ['bounced']
  if (came.has('receipt')) return [waiting(facts)]
  if (messageId !== null && facts.sentCopies?.has(messageId)) return [waiting(facts)]
  const allowed: ProbeState[] = []
  const last = attempts.at(-1)
  if (last?.script.do === 'refuse') {
    if (last.script.code >= 500) allowed.push('refused')
  } else if (last?.kept) allowed.push(last.script.do === 'accept' ? waiting(facts) : 'uncertain')
  // Cut after bytes were on the wire: the service cannot know that the server dropped them.
  else if (last && last.script.do !== 'accept' && last.script.at !== 'RCPT') allowed.push('uncertain')
  const uncertain = ledger.probes.historyOf(probe.id).filter(({ to }) => to === 'uncertain')
  // A kill makes it unknown, and so does an older ledger of which the journal knows better.
  if (facts.kills > 0 && uncertain.some(({ reason }) => reason?.includes('the service ended')))
    allowed.push('uncertain')
  if (facts.restored && uncertain.some(({ reason }) => reason?.includes('says the journal'))) allowed.push('uncertain')
  return allowed
}

/** What keeps an edition whose windows are over from being closed; it must be closed where nothing does. */
function closingProblem(ledger: Ledger, edition: string): string | null {
  const { state } = ledger.editions.require(edition)
  const undecided = ledger.reviews.open({ edition }).length
  if (state === 'closed') return undecided === 0 ? null : `edition is closed over ${undecided} open review(s)`
  return undecided > 0 ? null : `edition is ${state}, its windows are over and nothing is open`
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
    if (hashes.length > (facts.deliveries?.get(mail.mark) ?? 1))
      countedTwice.push(`${mail.mark} is ${hashes.length} messages`)
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
    const allowed = supported(probe, attempts, ledger, facts)
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
  const open = facts.windowsOver ? closingProblem(ledger, edition) : null
  if (open !== null) unsupportedStates.push(open)
  return { lost, countedTwice, sentTwice, unsupportedStates }
}
