/**
 * Decides which probe a message answers. The token of the reply address wins over every other clue; else the surest
 * candidate, unless it is below the review threshold or another is within the margin: then a person decides.
 */
import type { MatchCandidate, MatchClue, MatchDecision } from '../domain/match.js'
import type { Reading } from '../domain/message.js'
import type { Instant } from '../domain/time.js'
import { CLUES_BY_STRENGTH, identifierClues, likenessClues, mayQuoteAnother, type SeenClue, wordsFor } from './clues.js'
import type { OpenProbe } from './open-probe.js'
import { factsOf } from './probe-facts.js'
import type { ProbeIndex } from './probe-index.js'
import { isHelpDesk, type SenderStanding, senderHost, standingOf } from './sender.js'
import { isReplySubject, subjectSimilarity } from './words.js'

/** How sure matching must be. */
export interface MatchOptions {
  /** Confidence below which a person decides; 0–1. Default 0.8. */
  readonly reviewThreshold?: number
  /** Two candidates closer than this are a person's to tell apart; 0–1. Default 0.05. */
  readonly margin?: number
  /** The study's own help desk domains, beside the built-in list. */
  readonly helpDeskDomains?: readonly string[]
}

/** Below this a person decides: one match in five would be wrong. */
export const DEFAULT_REVIEW_THRESHOLD = 0.8
/** Two candidates closer than this are a person's to tell apart. */
export const DEFAULT_MARGIN = 0.05
/** A second clue that agrees removes this share of the doubt left. */
const AGREEMENT = 0.5

/** What a message says of one probe, all clues taken together. */
interface Claim {
  readonly open: OpenProbe
  readonly best: SeenClue
  readonly clues: readonly SeenClue[]
  readonly confidence: number
}

/** Matches one message against the open probes of an index. */
export function matchMessage(
  reading: Reading,
  receivedAt: Instant,
  index: ProbeIndex,
  options: MatchOptions = {},
): MatchDecision {
  const named = identifierClues(reading, index)
  if (identifiersSettle(named, reading, index, options)) {
    const claim = claimOf(named)
    const reason = reasonOf([claim])
    return { outcome: 'matched', probes: [claim.open.id], candidates: [candidateOf(claim)], reason }
  }
  return matchByNamed(named, reading, receivedAt, index, options)
}

/**
 * Matches by every clue, whatever identifiers settle: the plain rule. `matchMessage` comes to the same outcome and probes (a
 * property test compares them) and differs in what it lists beside them where identifiers settle it.
 */
export function matchByAllClues(
  reading: Reading,
  receivedAt: Instant,
  index: ProbeIndex,
  options: MatchOptions = {},
): MatchDecision {
  return matchByNamed(identifierClues(reading, index), reading, receivedAt, index, options)
}

/** The same with the clues by identifiers that are known. */
function matchByNamed(
  named: readonly SeenClue[],
  reading: Reading,
  receivedAt: Instant,
  index: ProbeIndex,
  options: MatchOptions,
): MatchDecision {
  if (isOwnMail(reading, index))
    return { outcome: 'none', probes: [], candidates: [], reason: 'It comes from one of our own addresses.' }
  const likeness = likenessClues(reading, receivedAt, index, options.helpDeskDomains ?? [])
  return decide(claimsOf([...named, ...likeness]), reading, options)
}

function isOwnMail({ from, kind }: Reading, index: ProbeIndex): boolean {
  return from !== null && kind !== 'bounce' && index.isOurs(from.address)
}

/** Clues that settle a match by themselves, to whomever of ours the mail is addressed. */
const SETTLING: readonly MatchClue[] = ['reply-address-token']
/** Clues that settle it unless the mail is addressed to another persona of ours as well. */
const SETTLING_FOR_PERSONA: readonly MatchClue[] = ['in-reply-to', 'embedded-message-id']

/**
 * True where identifiers of ours name one probe and no other, one of them being its reply address or the Message-ID answered,
 * the mail comes from its brand, from a help desk in the brand's name or from a mail system, and no other probe of the brand is
 * quoted: text, subject and addresses could then only agree, and are not asked.
 */
function identifiersSettle(
  named: readonly SeenClue[],
  reading: Reading,
  index: ProbeIndex,
  { reviewThreshold = DEFAULT_REVIEW_THRESHOLD, helpDeskDomains = [] }: MatchOptions,
): boolean {
  const open = named[0]?.open
  if (!open || named.some((clue) => clue.open !== open)) return false
  const sure = named.some(
    ({ clue, confidence }) =>
      SETTLING.includes(clue) ||
      (SETTLING_FOR_PERSONA.includes(clue) && confidence >= reviewThreshold && isToPersonaAlone(reading, open, index)),
  )
  if (!sure || isOwnMail(reading, index)) return false
  const standing = standingOf(reading, open, helpDeskDomains)
  if (standing === 'help-desk' || standing === 'stranger') return false
  if (standing === 'system' && writesForAnother(reading, open, index, helpDeskDomains)) return false
  return !mayQuoteAnother(reading, open, index)
}

/** True where no other persona of ours is addressed beside the probe's. */
function isToPersonaAlone({ recipients }: Reading, open: OpenProbe, index: ProbeIndex): boolean {
  const { ownAddresses } = factsOf(open)
  return recipients.every((address) => ownAddresses.includes(address) || !index.isOurs(address))
}

/** True where a bounce or report comes from another brand of the study, or from a help desk, which may stand for one. */
function writesForAnother(
  reading: Reading,
  { brand }: OpenProbe,
  index: ProbeIndex,
  helpDeskDomains: readonly string[],
): boolean {
  const host = senderHost(reading)
  if (host === '') return false
  return isHelpDesk(host, helpDeskDomains) || index.byBrandHost(host).some((other) => other.brand.id !== brand.id)
}

/** The decision on the claims of a message. */
function decide(claims: readonly Claim[], reading: Reading, options: MatchOptions): MatchDecision {
  const { reviewThreshold = DEFAULT_REVIEW_THRESHOLD, margin = DEFAULT_MARGIN, helpDeskDomains = [] } = options
  const first = claims[0]
  if (!first) return { outcome: 'none', probes: [], candidates: [], reason: 'Nothing in it points to a probe.' }
  const candidates = claims.map(candidateOf)
  if (first.best.clue === 'reply-address-token') return byToken(reading, claims, candidates, helpDeskDomains)
  const rivals = claims
    .slice(1)
    .filter((claim) => first.confidence - claim.confidence < margin && !answersTogether(first, claim))
  if (first.confidence < reviewThreshold) {
    const reason = `The surest clue, ${first.best.clue}, is right in ${percent(first.confidence)} of cases only.`
    return { outcome: 'doubtful', probes: [], candidates, reason }
  }
  if (rivals.length > 0) {
    const reason = `${first.open.id} and ${rivals[0]!.open.id} are as likely as each other.`
    return { outcome: 'doubtful', probes: [], candidates, reason }
  }
  const matched = claims.filter(
    (claim) => claim === first || (claim.confidence >= reviewThreshold && answersTogether(first, claim)),
  )
  return { outcome: 'matched', probes: matched.map(({ open }) => open.id), candidates, reason: reasonOf(matched) }
}

/** The reply address was used: matched if the sender is the brand, a help desk or answers our mail; else a leak, or doubtful. */
function byToken(
  reading: Reading,
  claims: readonly Claim[],
  candidates: readonly MatchCandidate[],
  helpDeskDomains: readonly string[],
): MatchDecision {
  const addressed = claims.filter(({ best }) => best.clue === 'reply-address-token')
  const probes = addressed.map(({ open }) => open.id)
  const standings = addressed.map((claim) => standingOf(reading, claim.open, helpDeskDomains))
  const known = addressed.filter((claim, at) => isKnown(reading, claim, standings[at]!))
  if (known.length > 0) {
    const also = claims.filter(
      (claim) => !addressed.includes(claim) && known.some((one) => answersTogether(one, claim)),
    )
    const matched = [...known, ...also]
    return { outcome: 'matched', probes: matched.map(({ open }) => open.id), candidates, reason: reasonOf(matched) }
  }
  const sender = reading.from?.address ?? 'an unknown sender'
  const doubt = doubtOf(reading, addressed, standings)
  if (doubt !== null) {
    // What points at our mail without naming it leaves the question open; a person sees it.
    const lowered = candidates.map((one) => (probes.includes(one.probe) ? { ...one, confidence: 0.5 } : one))
    return {
      outcome: 'doubtful',
      probes: [],
      candidates: lowered,
      reason: `${sender} is not the brand's domain, but ${doubt}.`,
    }
  }
  const reason = `${sender} is neither the brand nor a help desk and answers nothing of ours, yet knows the probe's address.`
  return { outcome: 'stranger', probes, candidates, reason }
}

/**
 * True where the sender is the brand, writes in its name, or shows that it has our mail. Naming the probe's address proves
 * nothing: every newsletter names the address it was sent to.
 */
function isKnown(reading: Reading, { open, clues }: Claim, standing: SenderStanding): boolean {
  if (standing === 'brand' || standing === 'named-help-desk' || standing === 'system') return true
  if (clues.some(({ clue }) => clue !== 'reply-address-token' && clue !== 'embedded-token')) return true
  return standing === 'help-desk' && subjectSimilarity(open.subject, reading.subject) >= 0.6
}

/** Why a stranger's mail may yet be the brand's answer; null where nothing says so. */
function doubtOf(reading: Reading, addressed: readonly Claim[], standings: readonly SenderStanding[]): string | null {
  if (standings.includes('help-desk')) return 'it is a help desk that names no brand'
  if (['acknowledgement', 'out-of-office', 'challenge'].includes(reading.kind))
    return `it is an automatic answer (${reading.kind})`
  const similar = addressed.some(({ open }) => subjectSimilarity(open.subject, reading.subject) >= 0.6)
  if (similar && isReplySubject(reading.subject)) return 'its subject is a reply to ours'
  return null
}

/** What the clues of one probe come to. */
function claimOf(clues: SeenClue[]): Claim {
  const sorted = clues.length > 1 ? clues.sort(compareClues) : clues
  const best = sorted[0]!
  let sorts = 1
  for (let at = 1; at < sorted.length; at += 1) if (sorted[at]!.clue !== sorted[at - 1]!.clue) sorts += 1
  const doubt = (1 - best.confidence) * AGREEMENT ** (sorts - 1)
  return { open: best.open, best, clues: sorted, confidence: Math.round((1 - doubt) * 10_000) / 10_000 }
}

/** Clues by probe, surest claim first; equal ones in the order of clue strength, then of probe id. */
function claimsOf(clues: readonly SeenClue[]): Claim[] {
  const claims = [...Map.groupBy(clues, ({ open }) => open).values()].map(claimOf)
  return claims.sort((one, other) => {
    const token = Number(other.best.clue === 'reply-address-token') - Number(one.best.clue === 'reply-address-token')
    return (
      token ||
      other.confidence - one.confidence ||
      compareClues(one.best, other.best) ||
      compareIds(one.open.id, other.open.id)
    )
  })
}

/** Place of each clue among them. */
const STRENGTH = Object.fromEntries(CLUES_BY_STRENGTH.map((clue, place) => [clue, place])) as Record<MatchClue, number>

function compareIds(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function compareClues(one: SeenClue, other: SeenClue): number {
  const strength = STRENGTH[one.clue] - STRENGTH[other.clue]
  return strength || other.confidence - one.confidence || compareIds(wordsFor(one), wordsFor(other))
}

/**
 * True where a second probe is answered by the same message: both are addressed or named in In-Reply-To, or the text of the
 * second is quoted too, to the same brand. The earlier mail of a thread is quoted by every answer and does not count.
 */
function answersTogether(first: Claim, second: Claim): boolean {
  if (first.open.brand.id !== second.open.brand.id) return false
  if (first.open.followsProbe === second.open.id || second.open.followsProbe === first.open.id) return false
  const clues = new Set(second.clues.map(({ clue }) => clue))
  if (clues.has('reply-address-token')) return true
  const direct = first.clues.some(({ clue }) => clue === 'reply-address-token' || clue === 'in-reply-to')
  return direct && (clues.has('in-reply-to') || (clues.has('quoted-text') && clues.size >= 2))
}

function candidateOf({ open, best, confidence }: Claim): MatchCandidate {
  return { probe: open.id, clue: best.clue, confidence, seen: wordsFor(best) }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function reasonOf(matched: readonly Claim[]): string {
  const what = matched.map(({ open, best }) => `${open.id}: ${wordsFor(best)}`).join('; ')
  return `${matched.length > 1 ? `Answers ${matched.length} probes. ` : ''}${what}.`
}
