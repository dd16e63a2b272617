/** Finds everything that the ledger holds on one person: mail from or about an address or a name, and every row that names them. */

import type { StoredAmendment } from '../../../src/domain/amendment.js'
import type { Assessment } from '../../../src/domain/assessment.js'
import { ReplymarkError } from '../../../src/domain/error.js'
import type { Message, Reading } from '../../../src/domain/message.js'
import type { Ledger } from '../../../src/ledger/ledger.js'
import type { Attribution } from '../../../src/ledger/matches.js'
import type { Review } from '../../../src/ledger/reviews.js'
import { namesIn } from '../../../src/text/mask-names.js'
import { isFullName, isRoleAddress, personFinder } from './person-names.js'

/** Whom to look for. */
export interface PersonQuery {
  readonly address: string
  /** Full names they go by; those of their display names are found without. */
  readonly names: readonly string[]
  /** Takes all mail of a role's mailbox (`contact@…`) as theirs. */
  readonly wholeMailbox: boolean
  /** Beginnings of hashes of messages to leave aside. */
  readonly keep: readonly string[]
  /** Hashes of messages known to be theirs, whatever they say. */
  readonly known?: ReadonlySet<string>
}

/** A message with the person in it. */
export interface HeldMessage {
  readonly message: Message
  /** Null where it was never read. */
  readonly reading: Reading | null
  /** `own`: they wrote it. `mention`: somebody else's that holds their address or full name. */
  readonly relation: 'own' | 'mention'
  /** Where they were found, for people. */
  readonly why: readonly string[]
  readonly attributions: readonly Attribution[]
  /** True where the raw bytes are still there. */
  readonly bytes: boolean
  /** True where a former request emptied it. */
  readonly erased: boolean
}

/** An assessment that quotes them. */
export interface HeldAssessment {
  readonly edition: string
  readonly variant: string
  readonly assessment: Assessment
}

/** Everything that is held on a person. */
export interface PersonData {
  /** Lower case. */
  readonly address: string
  /** Null, or why the address is a role's and its mail is told apart by name. */
  readonly role: string | null
  /** Names looked for: those given and those of their display names. */
  readonly names: readonly string[]
  readonly messages: readonly HeldMessage[]
  /** Probes that one of these messages answers. */
  readonly answered: ReadonlySet<string>
  readonly assessments: readonly HeldAssessment[]
  readonly reviews: readonly Review[]
  readonly decisions: ReturnType<Ledger['erasures']['decisionRows']>
  readonly audit: ReturnType<Ledger['audit']['newest']>
  readonly states: ReturnType<Ledger['erasures']['stateRows']>
  /** Probes of which the last SMTP answer names them. */
  readonly reasons: readonly { readonly probe: string; readonly reason: string }[]
  /** Amendments of editions whose reason names them. */
  readonly amendments: readonly StoredAmendment[]
  /** Tells whether a text holds their address or full name. */
  holds(text: string): boolean
  /** True for an actor or author that is this person. */
  isAuthor(actor: string): boolean
  /** True for a review of one of these messages, or of a finding or mistake of an exchange that one of them answers. */
  isAbout(review: Review): boolean
}

function wrongAddress(address: string): never {
  throw new ReplymarkError('usage', `“${address}” is not an e-mail address`, {
    hint: 'Write it as name@example.org.',
  })
}

/** Why an address is a role's; null where it may be a person's. */
function roleOf(ledger: Ledger, address: string): string | null {
  for (const { configuration } of ledger.editions.list())
    for (const brand of configuration.brands)
      if (brand.contacts.some((contact) => contact.address.toLowerCase() === address))
        return `it is the service address of brand ${brand.id}`
  return isRoleAddress(address) ? `“${address.split('@')[0]}” names a service` : null
}

function refuseOwnAddress(ledger: Ledger, address: string): void {
  const ours = ledger.editions
    .list()
    .flatMap(({ id }) => ledger.probes.ofEdition(id))
    .some((probe) => probe.fromAddress.toLowerCase() === address || probe.replyAddress.toLowerCase() === address)
  if (ours)
    throw new ReplymarkError('conflict', `${address} is an address of this study’s own shoppers, who are invented`, {
      hint: 'Nobody is behind it. Name the person who wrote to it instead.',
    })
}

/** Headers that say who wrote. RFC 5322 §3.6.2, and the return path of RFC 5321 §4.4. */
const AUTHOR_HEADERS = /^(?:from|sender|reply-to|return-path|resent-from|resent-sender|x-sender)\s*:/i

/** Bytes of a header section that are looked through. */
const HEADER_BYTES = 256 * 1024

/** Header fields of raw bytes, unfolded (RFC 5322 §2.2.3). */
function headerFields(raw: Buffer): readonly string[] {
  const start = raw.subarray(0, HEADER_BYTES).toString('utf8')
  const end = start.search(/\r?\n\r?\n/)
  return (end === -1 ? start : start.slice(0, end)).replace(/\r?\n[ \t]/g, ' ').split(/\r?\n/)
}

function holdsAddress(raw: Buffer, address: string): boolean {
  return personFinder({ address, names: [] })(raw.toString('latin1')).length > 0
}

/** Every free text of a reading with its place, for people. */
function textsOf(reading: Reading): readonly (readonly [string, string])[] {
  const { from, replyTo, recipients, bounce, attachments, kindClue } = reading
  const people = (list: readonly { readonly name: string; readonly address: string }[]) =>
    list.map(({ name, address }) => `${name} <${address}>`).join('\n')
  return [
    ['sender', from ? people([from]) : ''],
    ['Reply-To', people(replyTo)],
    ['recipients', recipients.join('\n')],
    ['subject', reading.subject],
    ['text', reading.text],
    ['quoted text', reading.quoted],
    ['signature', reading.signature],
    ['footer', `${reading.boilerplate}\n${kindClue.seen}`],
    ['delivery report', `${bounce?.recipient ?? ''}\n${bounce?.diagnostic ?? ''}`],
    ['names of attachments', attachments.map(({ fileName }) => fileName).join('\n')],
    ['Message-IDs', [reading.messageId, ...reading.references, ...reading.inReplyTo].join('\n')],
  ]
}

/** Hashes of messages that a header says the address wrote, and the readings of those. One message in memory at a time. */
function writtenBy(ledger: Ledger, address: string): ReadonlyMap<string, Reading | null> {
  const finder = personFinder({ address, names: [] })
  const written = new Map<string, Reading | null>()
  for (const { hash } of ledger.messages.list()) {
    const reading = ledger.readings.get(hash)
    const raw = ledger.messages.raw(hash)
    const fields = raw ? headerFields(raw).filter((field) => AUTHOR_HEADERS.test(field)) : []
    const stored = reading ? [reading.from, ...reading.replyTo].map((person) => person?.address ?? '') : []
    if ([...fields, ...stored].some((text) => finder(text).length > 0)) written.set(hash, reading)
  }
  return written
}

/** Full names in the display names of an address, less the words of brands and the shoppers' own names. */
function displayNames(ledger: Ledger, address: string, readings: Iterable<Reading | null>): readonly string[] {
  const configurations = ledger.editions.list().map(({ configuration }) => configuration)
  const brandWords = configurations.flatMap(({ brands }) => brands.flatMap(({ name, aliases }) => [name, ...aliases]))
  const shoppers = personFinder({
    address: null,
    names: configurations.flatMap(({ personas }) => personas.map((one) => `${one.firstName} ${one.lastName}`)),
  })
  const names = [...readings].flatMap((reading) => {
    if (reading?.from?.address.toLowerCase() !== address) return []
    const name = namesIn({ from: reading.from, signature: '' }, brandWords).join(' ')
    return isFullName(name) && shoppers(name).length === 0 ? [name] : []
  })
  return [...new Set(names)]
}

/**
 * Tells where a name may mean this person: in mail of the address's own domain, and in exchanges with the brands whose domain it is or
 * whom they answered for. The same name anywhere else is a namesake's.
 */
function namesakeGuard(ledger: Ledger, address: string, written: ReadonlyMap<string, Reading | null>) {
  const own = address.split('@')[1] ?? ''
  const isOwn = (domain: string) => domain === own || domain.endsWith(`.${own}`) || own.endsWith(`.${domain}`)
  const brandOf = new Map(
    ledger.editions.list().flatMap(({ id }) => ledger.probes.ofEdition(id).map((probe) => [probe.id, probe.brand])),
  )
  const brands = new Set<string | undefined>(
    ledger.editions
      .list()
      .flatMap(({ configuration }) => configuration.brands)
      .filter(({ domains }) => domains.some((domain) => isOwn(domain.toLowerCase())))
      .map(({ id }) => id),
  )
  for (const hash of written.keys())
    for (const { probe, role } of ledger.matches.attributions(hash))
      if (role === 'answer') brands.add(brandOf.get(probe))
  return (reading: Reading | null, probes: readonly string[]): boolean =>
    isOwn((reading?.from?.address ?? '@').split('@').at(-1)!.toLowerCase()) ||
    probes.some((probe) => brands.has(brandOf.get(probe)))
}

/**
 * Finds all that is held on a person.
 * @throws ReplymarkError `usage` for what is no address or too short a name, `conflict` for a role's mailbox without a name or an
 * invented shopper's address, `configuration` where evidence needs a key
 */
export function findPerson(ledger: Ledger, query: PersonQuery): PersonData {
  const address = query.address.trim().toLowerCase()
  if (!/^[^\s@<>]{1,64}@[^\s@<>]{1,255}$/.test(address)) wrongAddress(query.address)
  for (const name of query.names)
    if (!isFullName(name))
      throw new ReplymarkError('usage', `“${name}” is too short to tell a person`, {
        hint: 'Give first and last name: --name "Marie Durand".',
      })
  refuseOwnAddress(ledger, address)
  const role = query.wholeMailbox ? null : roleOf(ledger, address)
  if (role && query.names.length === 0)
    throw new ReplymarkError('conflict', `${address} is not one person’s address: ${role}`, {
      hint: 'Add --name "First Last" for the mails of that mailbox which the person signed; or --whole-mailbox where one person alone writes from it.',
    })

  const written = writtenBy(ledger, address)
  const names = role ? query.names : [...new Set([...query.names, ...displayNames(ledger, address, written.values())])]
  const trace = personFinder({ address: role ? null : address, names })
  const holds = (text: string) => trace(text).length > 0
  const isNear = namesakeGuard(ledger, address, written)
  const authors = new Set([address, `user:${address}`, ...names, ...names.map((name) => `user:${name}`)])
  const isAuthor = (actor: string) => authors.has(actor) || holds(actor)

  const messages = ledger.messages.list().flatMap((message): HeldMessage[] => {
    const { hash } = message
    if (query.keep.some((beginning) => beginning !== '' && hash.startsWith(beginning))) return []
    const reading = ledger.readings.get(hash)
    const attributions = ledger.matches.attributions(hash)
    const near = isNear(
      reading,
      attributions.map(({ probe }) => probe),
    )
    const found = (text: string) => trace(text).some((by) => by === 'address' || near)
    const where = (reading ? textsOf(reading) : []).flatMap(([place, text]) => (found(text) ? [place] : []))
    const signed = where.includes('sender') || where.includes('signature')
    const known = query.known?.has(hash) === true
    const own = known || (role ? written.has(hash) && signed : written.has(hash) || where.includes('sender'))
    const raw = ledger.messages.raw(hash)
    // Addresses stand in bytes as they are; names may be encoded there, and are looked for in what was read.
    const inBytes = !role && !own && where.length === 0 && raw !== null && holdsAddress(raw, address)
    const why = [
      ...(written.has(hash) && own ? ['header of its author'] : []),
      ...where,
      ...(inBytes ? ['raw bytes'] : []),
      ...(known ? ['erased by a former request'] : []),
    ]
    if (why.length === 0) return []
    const erased = ledger.erasures.has('reading', hash)
    return [{ message, reading, relation: own ? 'own' : 'mention', why, attributions, bytes: raw !== null, erased }]
  })

  const answered = new Set(
    messages.flatMap(({ attributions }) =>
      attributions.filter(({ role: as }) => as === 'answer').map(({ probe }) => probe),
    ),
  )
  const hashes = new Set(messages.map(({ message }) => message.hash))
  const isAbout = ({ subject, target }: Review) =>
    hashes.has(target) || ((subject === 'finding' || subject === 'mistake') && answered.has(target.split('#')[0]!))
  const assessments = ledger.editions.list().flatMap(({ id }) =>
    ledger.assessments.variants(id).flatMap((variant) =>
      ledger.assessments
        .ofEdition(id, variant)
        .filter((one) => answered.has(one.probe) || (isNear(null, [one.probe]) && holds(JSON.stringify(one))))
        .map((assessment): HeldAssessment => ({ edition: id, variant, assessment })),
    ),
  )
  const decisions = ledger.erasures.decisionRows()
  const named = new Set(
    decisions
      .filter((one) => isAuthor(one.decidedBy) || holds(`${one.comment}\n${JSON.stringify(one.replacement)}`))
      .map((one) => one.item),
  )
  const reviews = ledger.reviews
    .list()
    .filter((review) => named.has(review.id) || isAbout(review) || isAuthor(review.openedBy) || holds(review.reason))
  const held = new Set(reviews.map(({ id }) => id))
  return {
    address,
    role,
    names,
    messages,
    answered,
    assessments,
    reviews,
    decisions: decisions.filter(({ item }) => held.has(item)),
    audit: ledger.audit
      .newest(Number.MAX_SAFE_INTEGER)
      .filter(
        ({ actor, target, details }) =>
          isAuthor(actor) ||
          holds(`${target}\n${JSON.stringify(details ?? '')}`) ||
          (details !== null && answered.has(target.split('#')[0]!) && target.includes('#')),
      ),
    states: ledger.erasures.stateRows().filter(({ by, reason }) => isAuthor(by) || holds(reason ?? '')),
    reasons: ledger.erasures
      .reasonRows()
      .flatMap(({ probe, reason }) => (reason !== null && holds(reason) ? [{ probe, reason }] : [])),
    amendments: ledger.amendments.list().filter(({ reason }) => holds(reason)),
    holds,
    isAuthor,
    isAbout,
  }
}
