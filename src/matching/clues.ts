/**
 * Gathers what in a message points to which open probe (METHODOLOGY §3), strongest clue first. A confidence is the share of
 * such matches that are right; `npm run accuracy -- matching` measures it on simulated threads and prints both.
 */
import type { MatchCandidate, MatchClue } from '../domain/match.js'
import type { Reading } from '../domain/message.js'
import type { Instant } from '../domain/time.js'
import { hostOf, registrableDomain } from './domains.js'
import type { OpenProbe } from './open-probe.js'
import type { ProbeIndex } from './probe-index.js'
import { isHelpDesk, standingOf } from './sender.js'
import { containment, shinglesOf, subjectSimilarity, wordsOf } from './words.js'

/** Clues in the order of their strength. */
export const CLUES_BY_STRENGTH: readonly MatchClue[] = [
  'reply-address-token',
  'in-reply-to',
  'references',
  'embedded-message-id',
  'embedded-token',
  'quoted-text',
  'persona-and-domain',
]

/** Confidence of the clues that are there or not. Token: where the sender is known to be the brand. */
export const CLUE_CONFIDENCE: Readonly<Record<Exclude<MatchClue, 'quoted-text' | 'persona-and-domain'>, number>> = {
  'reply-address-token': 0.99,
  'in-reply-to': 0.98,
  references: 0.94,
  'embedded-message-id': 0.97,
  'embedded-token': 0.93,
}

/** Least share of our text that must be found again to speak of a quote; chance overlap of letters stays far below. */
const LEAST_QUOTED = 0.25
/** Clocks of mail servers differ; an answer cannot come earlier than this before its question. */
const CLOCK_TOLERANCE_MS = 10 * 60_000
/** Addresses of a body that are looked up. */
const MOST_ADDRESSES = 100

/** One clue seen for one probe. */
export interface SeenClue extends MatchCandidate {
  readonly open: OpenProbe
}

/** Every clue of a message, in no particular order; a probe may appear under several. */
export function cluesOf(
  reading: Reading,
  receivedAt: Instant,
  index: ProbeIndex,
  helpDeskDomains: readonly string[],
): SeenClue[] {
  const seen: SeenClue[] = []
  const note = (open: OpenProbe, clue: MatchClue, confidence: number, what: string) =>
    seen.push({ open, probe: open.id, clue, confidence, seen: what.slice(0, 160) })
  for (const address of reading.recipients) {
    for (const open of index.byRecipient(address))
      note(open, 'reply-address-token', CLUE_CONFIDENCE['reply-address-token'], `sent to ${address}`)
  }
  const byId = (ids: readonly string[], clue: 'in-reply-to' | 'references' | 'embedded-message-id', what: string) => {
    for (const id of new Set(ids))
      for (const open of index.byMessageId(id)) note(open, clue, CLUE_CONFIDENCE[clue], `${what} ${id}`)
  }
  byId(reading.inReplyTo, 'in-reply-to', 'In-Reply-To')
  byId(reading.references, 'references', 'References')
  const original = reading.bounce?.originalMessageId ?? null
  byId(
    [...reading.embeddedMessageIds, ...(original === null ? [] : [original])],
    'embedded-message-id',
    'embedded message',
  )
  for (const address of addressesIn(`${reading.quoted}\n${reading.text}`)) {
    for (const open of index.byRecipient(address))
      note(open, 'embedded-token', CLUE_CONFIDENCE['embedded-token'], `names ${address}`)
  }
  for (const [open, share] of quotedProbes(reading, index)) {
    const confidence = quotedConfidence(share) * plausibility(reading, open, index, helpDeskDomains)
    note(open, 'quoted-text', confidence, `quotes ${Math.round(share * 100)} % of our text`)
  }
  for (const clue of personaClues(reading, receivedAt, index, helpDeskDomains)) seen.push(clue)
  // An identifier of ours proves by itself that our mail was seen; text and subject may only look alike.
  const proves = (clue: MatchClue) => clue !== 'quoted-text' && clue !== 'persona-and-domain'
  return seen.filter(
    ({ open, clue }) => proves(clue) || open.sentAt === null || receivedAt >= open.sentAt - CLOCK_TOLERANCE_MS,
  )
}

/** Addresses written in a text, each once. */
function addressesIn(text: string): Set<string> {
  const found = text.slice(0, 100_000).matchAll(/[\w.+=-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g)
  const addresses = new Set<string>()
  for (const [address] of found) {
    addresses.add(address.toLowerCase())
    if (addresses.size >= MOST_ADDRESSES) break
  }
  return addresses
}

/** 0.62 at the least share, 0.92 where nearly all of it is quoted: variants of one scenario share sentences. */
function quotedConfidence(share: number): number {
  return Math.min(0.92, 0.5 + 0.5 * share)
}

/**
 * Variants are sent to many brands: a quote speaks less for a probe where the sender is another brand of the study, or
 * where the mail went to another persona.
 */
function plausibility(
  reading: Reading,
  open: OpenProbe,
  index: ProbeIndex,
  helpDeskDomains: readonly string[],
): number {
  const standing = standingOf(reading, open, helpDeskDomains)
  const host = reading.from ? hostOf(reading.from.address) : ''
  const otherBrand = standing === 'stranger' && host !== '' && index.byBrandHost(host).length > 0
  const own = [open.personaAddress.toLowerCase(), open.replyAddress.toLowerCase()]
  const otherPersona =
    reading.recipients.some((address) => index.isOurs(address)) &&
    !reading.recipients.some((address) => own.includes(address))
  return (otherBrand ? 0.5 : 1) * (otherPersona ? 0.6 : 1)
}

/** Shingles of open probes, for as long as they are open: a probe is compared with many messages. 4 bytes a shingle. */
const shinglesByProbe = new WeakMap<OpenProbe, Uint32Array>()

function ownShingles(open: OpenProbe): Uint32Array {
  const known = shinglesByProbe.get(open)
  if (known) return known
  const shingles = Uint32Array.from(shinglesOf(open.text))
  shinglesByProbe.set(open, shingles)
  return shingles
}

/** Probes whose text the message repeats, with the share of it; those far below the best are left out. */
function quotedProbes(reading: Reading, index: ProbeIndex): [OpenProbe, number][] {
  const shingles = shinglesOf(`${reading.quoted}\n${reading.text}`)
  if (shingles.size === 0) return []
  const host = reading.from ? hostOf(reading.from.address) : ''
  const candidates = new Map<string, OpenProbe>()
  const add = (probes: readonly OpenProbe[]) => {
    for (const open of probes) candidates.set(open.id, open)
  }
  add(index.byShingles(shingles))
  if (host !== '') add(index.byBrandHost(host))
  for (const address of reading.recipients) add(index.byPersona(address))
  const shares = [...candidates.values()]
    .map((open): [OpenProbe, number] => [open, containment(ownShingles(open), shingles)])
    .filter(([, share]) => share >= LEAST_QUOTED)
  const best = Math.max(0, ...shares.map(([, share]) => share))
  return shares.filter(([, share]) => share >= best * 0.75)
}

/**
 * The subject decides: a brand may still answer the mail of an earlier edition, or write to the persona unasked. A single
 * open probe is the likelier one; mail after the window, or in a thread of ours that is no longer open, the less likely.
 */
function personaConfidence(similarity: number, single: boolean, late: boolean, otherThread: boolean): number {
  const base = single ? 0.62 + 0.36 * similarity : 0.5 + 0.44 * similarity
  return Math.max(0.05, base - (late ? 0.15 : 0) - (otherThread ? 0.3 : 0))
}

/** True where In-Reply-To names a mail from our own domain that is none of the open probes. */
function answersOtherMail(reading: Reading, open: OpenProbe, index: ProbeIndex): boolean {
  const ours = hostOf(open.personaAddress)
  const ids = reading.inReplyTo.filter((id) => hostOf(id.replace(/>$/, '')) === ours)
  return ids.length > 0 && ids.every((id) => index.byMessageId(id).length === 0)
}

/** Persona's address and brand's domain; subject and time decide how much that says. */
function personaClues(
  reading: Reading,
  receivedAt: Instant,
  index: ProbeIndex,
  helpDeskDomains: readonly string[],
): SeenClue[] {
  const host = reading.from ? hostOf(reading.from.address) : ''
  if (host === '') return []
  const desk = isHelpDesk(host, helpDeskDomains)
  const seen: SeenClue[] = []
  const words = wordsOf(`${reading.from!.name} ${reading.from!.address.slice(0, -registrableDomain(host).length)}`)
  for (const address of reading.recipients) {
    const probes = desk ? index.byPersonaAndName(address, words) : index.byPersonaAndHost(address, host)
    const open = probes.filter(({ sentAt }) => sentAt === null || receivedAt >= sentAt - CLOCK_TOLERANCE_MS)
    for (const one of open) {
      const similarity = subjectSimilarity(one.subject, reading.subject)
      const late = one.windowEnd !== null && receivedAt > one.windowEnd
      const otherThread = answersOtherMail(reading, one, index)
      const sure = personaConfidence(similarity, open.length === 1, late, otherThread)
      const confidence = sure - (desk ? 0.04 : 0)
      const what = `${reading.from!.address} to ${address}, subject ${Math.round(similarity * 100)} % ours`
      seen.push({ open: one, probe: one.id, clue: 'persona-and-domain', confidence, seen: what })
    }
  }
  return seen
}
