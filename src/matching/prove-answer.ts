/**
 * Whether a message that names a probe may count without a person: an identifier is no proof, since brand, help desk and every
 * server on the way know it. A match is left to a person where the sender is neither the brand nor a known help desk, where its
 * domain disowns it, where its time cannot be, and where thread and address name different probes.
 */
import type { AnswerProof } from '../domain/authentication.js'
import type { MatchDecision } from '../domain/match.js'
import type { Message, Reading } from '../domain/message.js'
import { CLOCK_SKEW_MS, HOUR_MS } from '../domain/time.js'
import { isOfOwnMaking } from '../reading/bounce/own-making.js'
import { hostOf, registrableDomain } from './domains.js'
import { type MatchOptions, matchMessage } from './match-message.js'
import type { OpenProbe } from './open-probe.js'
import type { ProbeIndex } from './probe-index.js'
import { proofOf } from './proof.js'
import { isHelpDesk, senderHost, standingOf } from './sender.js'

/** What a study trusts and tolerates. */
export interface ProofOptions extends MatchOptions {
  /** authserv-ids of the operator's own servers (RFC 8601 §2.5). */
  readonly authservIds?: readonly string[]
  /** Milliseconds by which an answer may be dated before its question; 120 000 unless the study says otherwise. */
  readonly clockSkewMs?: number
  /** Hosts of our own accounts: their servers report bounces. */
  readonly ownHosts?: readonly string[]
  /** What this program found by itself of the message; null where it did not look. */
  readonly ownCheck?: AnswerProof | null
}

/** INTERNALDATE is when the last server delivered; further from that server's own Received field, one of the two is wrong. */
export const MOST_DELIVERY_MS = HOUR_MS

/** Providers whose servers report for the many domains they host. */
const MAIL_SYSTEMS: readonly string[] = [
  'google.com',
  'googlemail.com',
  'outlook.com',
  'microsoft.com',
  'ovh.net',
  'gandi.net',
  'ionos.com',
  'kundenserver.de',
  'mimecast.com',
  'pphosted.com',
  'messagelabs.com',
  'amazonses.com',
]

/** A span in words: seconds, minutes, hours or days. */
function span(milliseconds: number): string {
  const seconds = Math.abs(milliseconds) / 1_000
  if (seconds < 120) return `${Math.round(seconds)} s`
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)} h`
  return `${Math.round(seconds / 86_400)} days`
}

/**
 * Why the time of a message cannot be; null where it can.
 * @param skew milliseconds by which an answer may be dated before its question
 */
export function timeDoubt(
  { receivedAt, receivedFrom }: Message,
  reading: Reading,
  open: Pick<OpenProbe, 'sentAt'>,
  skew: number,
): string | null {
  if (open.sentAt !== null && receivedAt < open.sentAt - skew)
    return `It is dated ${span(open.sentAt - receivedAt)} before the e-mail it answers was accepted (tolerance ${span(skew)}).`
  const top = reading.topmostReceivedAt ?? null
  if (receivedFrom === 'internaldate' && top !== null && Math.abs(receivedAt - top) > Math.max(skew, MOST_DELIVERY_MS))
    return `The mailbox dates it ${span(receivedAt - top)} ${receivedAt > top ? 'after' : 'before'} the server that delivered it (its topmost Received).`
  return null
}

/** Why a report of a mail system may not be one; null where it may count. */
function reportDoubt(reading: Reading, open: OpenProbe, proof: AnswerProof, options: ProofOptions): string | null {
  const host = senderHost(reading)
  const domain = registrableDomain(host)
  const asReply = standingOf({ ...reading, kind: 'reply' }, open, options.helpDeskDomains ?? [])
  const { ownHosts = [] } = options
  const own = [...ownHosts, hostOf(open.personaAddress)].some((one) => one !== '' && registrableDomain(one) === domain)
  // What our own server writes never passed its border, where such statements are made: one that has it and does not pass is forged.
  if (own)
    return proof.by !== null && proof.verdict !== 'authenticated'
      ? `${host} is our own server, but the report came from outside.`
      : null
  // What takes an e-mail out of the count harms nobody and may be wished for: only our own server or a proven one says it.
  const ours = reading.bounce !== null && isOfOwnMaking(reading.bounce?.reason ?? '')
  if (ours && proof.verdict !== 'authenticated')
    return `It says that our e-mail was refused for what we are (${reading.bounce?.reason}), and nothing proves that ${host || 'anybody'} sent it.`
  if (asReply === 'brand') return null
  if (MAIL_SYSTEMS.includes(domain)) return null
  return `A ${reading.kind} from ${host || 'nobody'}, which is neither our server nor the brand’s nor a known provider’s.`
}

/** Why the sender may not be the brand; null where it may. */
function senderDoubt(reading: Reading, open: OpenProbe, proof: AnswerProof, options: ProofOptions): string | null {
  const host = senderHost(reading)
  if (proof.verdict === 'failed')
    return `It says it comes from ${host}, and ${proof.domain} disowns it (${proof.method} fails).`
  const standing = standingOf(reading, open, options.helpDeskDomains ?? [])
  if (standing === 'system') return reportDoubt(reading, open, proof, options)
  const { domain } = proof
  if (standing === 'brand' && proof.verdict === 'unproven' && domain !== '') {
    const host = registrableDomain(domain)
    if (!isHelpDesk(host, options.helpDeskDomains ?? []) && !MAIL_SYSTEMS.includes(host))
      return `It says it comes from ${senderHost(reading)}, and ${domain} sent it: only the latter vouches for it.`
  }
  if (standing !== 'stranger') return null
  const proven = proof.verdict === 'authenticated' ? ', which is what it says it is' : ''
  return `It knows an identifier of ours, and comes from ${host || 'nobody'}${proven}: neither the brand’s domain nor a known help desk’s.`
}

/** Why a message that several probes are matched to may not answer them all; null where nothing speaks against it. */
function threadDoubt(reading: Reading, probes: readonly OpenProbe[]): string | null {
  if (probes.length < 2) return null
  const thread = new Set([...reading.inReplyTo, ...reading.references].map((id) => id.toLowerCase()))
  const named = probes.filter(({ messageId }) => messageId !== null && thread.has(messageId.toLowerCase()))
  if (named.length === 0 || named.length === probes.length) return null
  const other = probes.find((probe) => !named.includes(probe))!
  return `Its thread answers ${named[0]!.id}, its address is that of ${other.id}.`
}

/** Matches a message, and leaves to a person what is not proven enough to count. */
export function matchAnswer(
  message: Message,
  reading: Reading,
  index: ProbeIndex,
  options: ProofOptions = {},
): MatchDecision {
  const decision = matchMessage(reading, message.receivedAt, index, options)
  if (decision.outcome !== 'matched') return decision
  const probes = decision.probes.flatMap((id) => index.get(id) ?? [])
  const proof = proofOf(reading, options.authservIds ?? [], options.ownCheck ?? null)
  const doubt =
    probes
      .map(
        (open) =>
          timeDoubt(message, reading, open, options.clockSkewMs ?? CLOCK_SKEW_MS) ??
          senderDoubt(reading, open, proof, options),
      )
      .find((one) => one !== null) ?? threadDoubt(reading, probes)
  return doubt === null ? decision : { ...decision, outcome: 'doubtful', probes: [], reason: doubt }
}
