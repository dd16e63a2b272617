/**
 * Gathers what in a message points to which open probe (docs/methodology.en.md §3), strongest clue first. A confidence is the share of
 * such matches that are right; `npm run accuracy -- matching` measures it on simulated threads and prints both.
 */
import type { MatchClue } from '../domain/match.js'
import type { Reading } from '../domain/message.js'
import type { Instant } from '../domain/time.js'
import { hostOf, registrableDomain } from './domains.js'
import type { OpenProbe } from './open-probe.js'
import { factsOf } from './probe-facts.js'
import type { ProbeIndex } from './probe-index.js'
import { isHelpDesk, senderHost, standingOf } from './sender.js'
import { ShingleSet, shingleSetOf, shinglesOf } from './shingles.js'
import { subjectWords, wordSimilarity, wordsOf } from './words.js'

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
/** Of several texts found again, those below this share of the best are left out. */
const NEAR_THE_BEST = 0.75
/** Clocks of mail servers differ; an answer cannot come earlier than this before its question. */
const CLOCK_TOLERANCE_MS = 10 * 60_000
/** Characters of what was seen that are kept. */
const LONGEST_SEEN = 160
/** Addresses of a body that are looked up. */
const MOST_ADDRESSES = 100

/** One clue seen for one probe. */
export interface SeenClue {
  readonly open: OpenProbe
  readonly clue: MatchClue
  readonly confidence: number
  /** What was seen, in words, and the value it was seen of: put together only where somebody reads it, by `wordsFor`. */
  readonly what: string
  readonly value: string
}

/** What was seen, for people. */
export function wordsFor({ what, value }: SeenClue): string {
  return `${what}${value}`.slice(0, LONGEST_SEEN)
}

/** Clues by an identifier of ours, each of which proves that our mail, or its address, was seen; in no particular order. */
export function identifierClues(reading: Reading, index: ProbeIndex): SeenClue[] {
  const { recipients, inReplyTo, references, embeddedMessageIds, bounce } = reading
  const seen: SeenClue[] = []
  for (const address of recipients) note(seen, index.byRecipient(address), 'reply-address-token', 'sent to ', address)
  byIds(seen, inReplyTo, index, 'in-reply-to', 'In-Reply-To ')
  byIds(seen, references, index, 'references', 'References ')
  const original = bounce?.originalMessageId ?? null
  const embedded = original === null ? embeddedMessageIds : [...embeddedMessageIds, original]
  byIds(seen, embedded, index, 'embedded-message-id', 'embedded message ')
  if (reading.quoted.includes('@') || reading.text.includes('@'))
    for (const address of addressesIn(`${reading.quoted}\n${reading.text}`))
      note(seen, index.byRecipient(address), 'embedded-token', 'names ', address)
  return seen
}

function note(
  seen: SeenClue[],
  probes: readonly OpenProbe[],
  clue: keyof typeof CLUE_CONFIDENCE,
  what: string,
  value: string,
): void {
  for (const open of probes) seen.push({ open, clue, confidence: CLUE_CONFIDENCE[clue], what, value })
}

function byIds(
  seen: SeenClue[],
  ids: readonly string[],
  index: ProbeIndex,
  clue: keyof typeof CLUE_CONFIDENCE,
  what: string,
): void {
  if (ids.length === 0) return
  for (const id of ids.length > 1 ? new Set(ids) : ids) note(seen, index.byMessageId(id), clue, what, id)
}

/** Clues by what our mail said and who wrote to whom, in no particular order; text and subject may only look alike. */
export function likenessClues(
  reading: Reading,
  receivedAt: Instant,
  index: ProbeIndex,
  helpDeskDomains: readonly string[],
): SeenClue[] {
  const seen: SeenClue[] = []
  for (const [open, share] of quotedProbes(reading, index)) {
    const confidence = quotedConfidence(share) * plausibility(reading, open, index, helpDeskDomains)
    const value = `${Math.round(share * 100)} % of our text`
    if (isLater(receivedAt, open)) seen.push({ open, clue: 'quoted-text', confidence, what: 'quotes ', value })
  }
  seen.push(...personaClues(reading, receivedAt, index, helpDeskDomains))
  return seen
}

/** True unless the mail came before the probe went. */
function isLater(receivedAt: Instant, { sentAt }: OpenProbe): boolean {
  return sentAt === null || receivedAt >= sentAt - CLOCK_TOLERANCE_MS
}

/** Addresses written in a text, each once. */
function addressesIn(text: string): Set<string> {
  const addresses = new Set<string>()
  const found = text.slice(0, 100_000).matchAll(/[\w.+=-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g)
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
  const host = senderHost(reading)
  const otherBrand = standing === 'stranger' && host !== '' && index.byBrandHost(host).length > 0
  return (otherBrand ? 0.5 : 1) * (isToOther(reading, open, index) ? 0.6 : 1)
}

/** True where the mail is addressed to personas of ours and the probe's is none of them. */
function isToOther(reading: Reading, open: OpenProbe, index: ProbeIndex): boolean {
  const { ownAddresses } = factsOf(open)
  return (
    reading.recipients.some((address) => index.isOurs(address)) &&
    !reading.recipients.some((address) => ownAddresses.includes(address))
  )
}

/** Shingles of the message looked at last: two questions are asked of them. */
const lastShingles = new ShingleSet()
let lastText = ''

function messageShingles({ quoted, text }: Reading): ShingleSet {
  const whole = `${quoted}\n${text}`
  if (whole !== lastText) shingleSetOf(whole, lastShingles)
  lastText = whole
  return lastShingles
}

/** True where a message is too short to hold as much of any probe's text as makes a quote. */
function isTooShort({ quoted, text }: Reading, index: ProbeIndex): boolean {
  // n shingles have n + 3 words, of a letter each at least and with a character between two.
  return (quoted.length + text.length) / 2 - 2 < LEAST_QUOTED * index.fewestShingles
}

/** Probes whose text the message repeats, with the share of it; those far below the best are left out. */
function quotedProbes(reading: Reading, index: ProbeIndex): [OpenProbe, number][] {
  if (isTooShort(reading, index)) return []
  const message = messageShingles(reading)
  if (message.size < LEAST_QUOTED * index.fewestShingles) return []
  const host = senderHost(reading)
  const candidates = new Set<OpenProbe>()
  // The likeliest first: the better the best one so far, the sooner the others are given up.
  if (host !== '')
    for (const address of reading.recipients)
      for (const open of index.byPersonaAndHost(address, host)) candidates.add(open)
  for (const open of index.byShingles(message)) candidates.add(open)
  if (host !== '') for (const open of index.byBrandHost(host)) candidates.add(open)
  for (const address of reading.recipients) for (const open of index.byPersona(address)) candidates.add(open)
  const shares: [OpenProbe, number][] = []
  let best = 0
  for (const open of candidates) {
    const share = message.share(factsOf(open).shingles, Math.max(LEAST_QUOTED, best * NEAR_THE_BEST))
    if (share === null || share < LEAST_QUOTED) continue
    shares.push([open, share])
    best = Math.max(best, share)
  }
  return shares.filter(([, share]) => share >= best * NEAR_THE_BEST)
}

/** Words of a subject from which it is ours and no common turn ("votre demande"). */
const LEAST_SUBJECT_WORDS = 3

/** True where a message repeats our text or our whole subject: whoever wrote it has the e-mail, not only its address. */
export function repeatsMail(
  reading: Pick<Reading, 'quoted' | 'text' | 'subject'>,
  mail: { readonly subject: string; readonly text: string },
): boolean {
  const subject = wordsOf(mail.subject)
  if (
    subject.length >= LEAST_SUBJECT_WORDS &&
    ` ${wordsOf(reading.subject).join(' ')} `.includes(` ${subject.join(' ')} `)
  )
    return true
  return shingleSetOf(`${reading.quoted}\n${reading.text}`).share(shinglesOf(mail.text), LEAST_QUOTED) !== null
}

/** True where a message may repeat the text of a probe of the same brand other than `named`. */
export function mayQuoteAnother(reading: Reading, named: OpenProbe, index: ProbeIndex): boolean {
  if (isTooShort(reading, index)) return false
  const own = index.byBrand(named.brand.id)
  if (own?.length === 1) return false
  const message = messageShingles(reading)
  if (message.size < LEAST_QUOTED * index.fewestShingles) return false
  if (own === null) return true
  return own.some((open) => open !== named && message.share(factsOf(open).shingles, LEAST_QUOTED) !== null)
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
  if (reading.inReplyTo.length === 0) return false
  const ours = factsOf(open).ownHost
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
  const host = senderHost(reading)
  if (host === '') return []
  const desk = isHelpDesk(host, helpDeskDomains)
  const seen: SeenClue[] = []
  const sender = reading.from!
  const words = desk ? wordsOf(`${sender.name} ${sender.address.slice(0, -registrableDomain(host).length)}`) : []
  const theirs = subjectWords(reading.subject)
  for (const address of reading.recipients) {
    const probes = desk ? index.byPersonaAndName(address, words) : index.byPersonaAndHost(address, host)
    const open = probes.filter((one) => isLater(receivedAt, one))
    for (const one of open) {
      const similarity = wordSimilarity(factsOf(one).subjectWords, theirs)
      const late = one.windowEnd !== null && receivedAt > one.windowEnd
      const otherThread = answersOtherMail(reading, one, index)
      const sure = personaConfidence(similarity, open.length === 1, late, otherThread)
      const confidence = sure - (desk ? 0.04 : 0)
      const value = ` to ${address}, subject ${Math.round(similarity * 100)} % ours`
      seen.push({ open: one, clue: 'persona-and-domain', confidence, what: sender.address, value })
    }
  }
  return seen
}
