/** The rooms that the service calls, wired: which reading version is current, and how messages are matched. */
import type { MatchCandidate, MatchClue, MatchDecision } from '../domain/match.js'
import type { Reading } from '../domain/message.js'
import type { StoredProbe } from '../ledger/probes.js'
import { READING_VERSION } from '../reading/version.js'
import type { ServiceParts } from './context.js'

/** Clues that name one of our mails or addresses outright. */
function candidatesOf(
  reading: Reading,
  byAddress: ReadonlyMap<string, StoredProbe>,
  byMessageId: ReadonlyMap<string, StoredProbe>,
): readonly MatchCandidate[] {
  const seen = (
    clue: MatchClue,
    keys: readonly string[],
    probes: ReadonlyMap<string, StoredProbe>,
    confidence: number,
  ) =>
    keys.flatMap((key) => {
      const probe = probes.get(key)
      return probe ? [{ probe: probe.id, clue, confidence, seen: key }] : []
    })
  const all = [
    ...seen('reply-address-token', reading.recipients, byAddress, 1),
    ...seen('in-reply-to', reading.inReplyTo, byMessageId, 0.999),
    ...seen('references', reading.references, byMessageId, 0.998),
    ...seen('embedded-message-id', reading.embeddedMessageIds, byMessageId, 0.997),
  ]
  const strongest = new Map<string, MatchCandidate>()
  for (const candidate of all) if (!strongest.has(candidate.probe)) strongest.set(candidate.probe, candidate)
  return [...strongest.values()]
}

function decide(candidates: readonly MatchCandidate[]): MatchDecision {
  const [first] = candidates
  if (!first) return { outcome: 'none', probes: [], candidates, reason: 'nothing in it names one of our mails' }
  return { outcome: 'matched', probes: [first.probe], candidates, reason: `${first.clue}: ${first.seen}` }
}

/** The rooms of this program. */
export const serviceParts: ServiceParts = {
  readingVersion: READING_VERSION,
  createMatcher(probes) {
    const byAddress = new Map(probes.map((probe) => [probe.replyAddress.toLowerCase(), probe]))
    const byMessageId = new Map(probes.flatMap((probe) => (probe.messageId ? [[probe.messageId, probe] as const] : [])))
    return (_message, reading) => decide(candidatesOf(reading, byAddress, byMessageId))
  },
}
