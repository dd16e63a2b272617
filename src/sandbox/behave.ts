/** What an invented brand does with one of our e-mails: everything it sends back, when, and what is true of it. */

import { createHash } from 'node:crypto'
import type { Brand } from '../domain/brand.js'
import type { MessageKind } from '../domain/message.js'
import type { Persona } from '../domain/persona.js'
import type { Scenario } from '../domain/scenario.js'
import { DAY_MS, HOUR_MS, type Instant } from '../domain/time.js'
import { inLanguage } from '../languages/index.js'
import type { Random } from '../ranking/random.js'
import { buildMail, layOut, type MailDraft, paragraphs, systemHeaders } from './build-mail.js'
import { deliveryReport } from './delivery-reports.js'
import { decideFacts, decidesToAnswer } from './facts.js'
import { fill, slotsOf, writeLetter } from './letter.js'
import { afterWorkingHours, drawArrival } from './office-hours.js'
import {
  ABSENCES,
  type AutomaticText,
  CHALLENGES,
  ENGLISH_RECEIPTS,
  FRENCH_RECEIPTS,
  OFFERS,
  STRANGERS,
  SURVEYS,
} from './phrases/automatic.js'
import type { Profile } from './profile.js'
import type { ReceivedProbe } from './received-probe.js'
import { traceOf } from './trace.js'
import type { TrueExchange, TrueMessage } from './truth.js'

/** Domain of the help desk through which some brands answer. */
export const HELP_DESK_DOMAIN = 'guichet-client.example'

const MINUTE_MS = 60_000

/** Who wrote what to whom, as the sandbox knows it. */
export interface Occasion {
  readonly probeId: string
  readonly edition: string
  readonly brand: Brand
  readonly scenario: Scenario
  readonly persona: Persona
  readonly profile: Profile
}

/** A mail on its way to our mailbox. */
export interface Delivery {
  readonly folder: 'INBOX' | 'Junk'
  readonly raw: Buffer
  readonly truth: TrueMessage
}

/** Everything a brand does about one e-mail. */
export interface Reaction {
  readonly deliveries: readonly Delivery[]
  readonly exchange: TrueExchange
}

/** What is under way while a brand reacts. */
interface Desk extends Occasion {
  readonly probe: ReceivedProbe
  readonly random: Random
  readonly slots: Readonly<Record<string, string>>
  readonly deliveries: Delivery[]
}

/** IMAP dates have whole seconds. */
const toSecond = (moment: Instant): Instant => Math.floor(moment / 1_000) * 1_000

const domainOf = (brand: Brand): string => brand.domains[0] ?? `${brand.id}.example`

function deliver(
  desk: Desk,
  written: Buffer,
  kind: MessageKind,
  at: Instant,
  from: TrueMessage['from'] = 'brand',
): void {
  const raw = Buffer.concat([Buffer.from(traceOf(written, at), 'latin1'), written])
  const hash = createHash('sha256').update(raw).digest('hex')
  const folder = kind !== 'bounce' && desk.random.uniform() < 0.04 ? 'Junk' : 'INBOX'
  desk.deliveries.push({ folder, raw, truth: { hash, probe: desk.probeId, kind, from, at: toSecond(at) } })
}

/** What every mail of a brand has. */
function envelope({ brand, profile, probe }: Desk, at: Instant, random: Random) {
  return {
    fromName: brand.name,
    fromAddress: profile.helpDesk ? `${brand.id}@${HELP_DESK_DOMAIN}` : probe.recipient,
    to: probe.replyTo,
    // Senders' clocks are not to be trusted: some are wrong by an hour.
    date: at + (random.uniform() < 0.1 ? -HOUR_MS : -random.below(90) * 1_000),
    messageId: `<${random.next32().toString(36)}${random.next32().toString(36)}@${domainOf(brand)}>`,
    html: null,
  }
}

async function sendText(
  desk: Desk,
  text: AutomaticText,
  kind: MessageKind,
  at: Instant,
  changes: Partial<MailDraft>,
  from?: TrueMessage['from'],
) {
  const own = desk.random.fork(kind, at)
  const body = fill(text.text, desk.slots)
  const html = desk.profile.html === 'plain' ? null : `<html><body>${paragraphs(body)}</body></html>`
  const subject = fill(text.subject, desk.slots)
  deliver(desk, await buildMail({ ...envelope(desk, at, own), subject, text: body, html, ...changes }), kind, at, from)
}

function sendReport(
  desk: Desk,
  kind: 'bounce' | 'delay-notice',
  at: Instant,
  action: 'failed' | 'delayed' | 'turned-away' = kind === 'bounce' ? 'failed' : 'delayed',
): void {
  deliver(
    desk,
    deliveryReport(desk.probe, action, at, domainOf(desk.brand), desk.random.fork('report')),
    kind,
    at,
    'post-office',
  )
}

const RECEIPT_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'Auto-Submitted': 'auto-replied' },
  { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  { Precedence: 'auto_reply', 'X-Autoreply': 'yes' },
]

async function acknowledge(desk: Desk, arrived: Instant): Promise<TrueExchange['receipt']> {
  const { profile, scenario, random, probe } = desk
  if (!profile.acknowledges) return null
  const promises = profile.receiptPromises
  const texts = inLanguage({ fr: FRENCH_RECEIPTS, en: ENGLISH_RECEIPTS }, scenario.language).filter(
    (text) => text.promises === promises,
  )
  const at = arrived + 5_000 + random.below(80_000)
  await sendText(desk, random.pick(texts), 'acknowledgement', at, {
    inReplyTo: probe.messageId,
    headers: random.pick(RECEIPT_HEADERS),
  })
  return { promises }
}

async function answerLetter(desk: Desk, arrived: Instant): Promise<TrueExchange['answer']> {
  const { brand, persona, scenario, profile, probe } = desk
  const own = desk.random.fork('answer')
  const at = toSecond(drawArrival(arrived + 10 * MINUTE_MS, brand, profile, own))
  const facts = decideFacts(profile, scenario, persona, own)
  const letter = writeLetter(facts, { brand, persona, scenario }, own)
  const { language } = facts
  const layout = layOut({
    letter: letter.text,
    signature: letter.signature,
    probe,
    brand,
    language,
    system: profile.system,
    quoting: profile.quoting,
  })
  const reference = desk.slots.ref ?? ''
  const request = inLanguage({ fr: 'Votre demande auprès de', en: 'Your request to' }, language)
  const raw = await buildMail({
    ...envelope(desk, at, own),
    fromName: { person: letter.agent, team: brand.name, none: '' }[facts.signature],
    to: profile.ignoresReplyTo ? probe.fromAddress : probe.replyTo,
    toName: probe.fromName,
    subject: profile.changesSubject ? `[${reference}] ${request} ${brand.name}` : `Re: ${probe.subject}`,
    text: layout.text,
    html: profile.html === 'plain' ? null : layout.html,
    htmlOnly: profile.html === 'html-only',
    // A CRM writes a new mail; some people do too, and paste the question below.
    inReplyTo:
      profile.system === 'crm' || (profile.ignoresReplyTo && profile.system === 'outlook') ? null : probe.messageId,
    headers: systemHeaders(profile.system, reference),
  })
  deliver(desk, raw, 'reply', at)
  if (own.uniform() < profile.survey)
    await sendText(desk, own.pick(SURVEYS), 'survey', afterWorkingHours(at, 12, brand, false), {})
  return { at, facts, givesContact: letter.givesContact, words: letter.words, planted: letter.planted }
}

/** Mail that nobody asked for: the brand's own offers, and those of strangers who bought the address. */
async function sendOffers(desk: Desk): Promise<void> {
  const { profile, probe, brand } = desk
  const own = desk.random.fork('offers')
  const reference = desk.slots.ref ?? ''
  if (own.uniform() < profile.marketing) {
    const at = probe.acceptedAt + (4 + own.below(9)) * DAY_MS + own.below(600) * MINUTE_MS
    const headers = { 'List-Unsubscribe': `<https://www.${domainOf(brand)}/stop/${reference}>`, Precedence: 'bulk' }
    await sendText(desk, own.pick(OFFERS), 'marketing', at, { fromAddress: `lettre@${domainOf(brand)}`, headers })
  }
  if (own.uniform() < profile.sellsAddresses) {
    const at = probe.acceptedAt + (3 + own.below(15)) * DAY_MS + own.below(1_200) * MINUTE_MS
    const stranger = own.pick(STRANGERS)
    const headers = { 'List-Unsubscribe': `<https://${stranger.domain}/out/${reference}>` }
    await sendText(
      desk,
      stranger,
      'marketing',
      at,
      { fromName: stranger.name, fromAddress: `info@${stranger.domain}`, headers },
      'stranger',
    )
  }
}

/** Share of e-mails that a brand's server turns away for what their sender is. */
const TURNED_AWAY = 0.015

/** Lets a brand react. The same occasion and random stream give the same bytes. */
export async function react(probe: ReceivedProbe, occasion: Occasion, random: Random): Promise<Reaction> {
  const { brand, scenario, persona, profile } = occasion
  const slots = { ...slotsOf(brand, persona, scenario.language, random.fork('slots')), subject: probe.subject }
  const desk: Desk = { ...occasion, probe, random, slots, deliveries: [] }
  const exchange = {
    probe: occasion.probeId,
    edition: occasion.edition,
    brand: brand.id,
    scenario: scenario.id,
    persona: persona.id,
    sentAt: probe.acceptedAt,
    undelivered: false,
  }
  // From a stream of its own, so that everything else happens as it would without.
  if (profile.failure === null && random.fork('turned-away').uniform() < TURNED_AWAY) {
    sendReport(desk, 'bounce', toSecond(probe.acceptedAt + 4_000), 'turned-away')
    return {
      deliveries: desk.deliveries,
      exchange: { ...exchange, undelivered: true, answer: null, receipt: null },
    }
  }
  if (profile.failure === 'hard-bounce') {
    sendReport(desk, 'bounce', toSecond(probe.acceptedAt + 2_000 + random.below(30_000)))
    return { deliveries: desk.deliveries, exchange: { ...exchange, answer: null, receipt: null } }
  }
  if (profile.challenges) {
    // We never answer a machine: nothing more comes of it.
    const headers = { 'Auto-Submitted': 'auto-replied' }
    await sendText(desk, random.pick(CHALLENGES), 'challenge', probe.acceptedAt + MINUTE_MS, {
      inReplyTo: probe.messageId,
      headers,
    })
    return { deliveries: desk.deliveries, exchange: { ...exchange, answer: null, receipt: null } }
  }
  const held = random.uniform() < profile.delayNotice
  if (held) sendReport(desk, 'delay-notice', toSecond(probe.acceptedAt + 4 * HOUR_MS))
  const arrived = probe.acceptedAt + (held ? 5 * HOUR_MS : 0)
  const receipt = await acknowledge(desk, arrived)
  if (random.uniform() < profile.outOfOffice) {
    const headers: Readonly<Record<string, string>> =
      random.uniform() < 0.7 ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' } : {}
    await sendText(desk, random.pick(ABSENCES), 'out-of-office', arrived + 20_000, {
      inReplyTo: probe.messageId,
      headers,
    })
  }
  const answer = decidesToAnswer(profile, persona, random.fork('decision')) ? await answerLetter(desk, arrived) : null
  await sendOffers(desk)
  return { deliveries: desk.deliveries, exchange: { ...exchange, answer, receipt } }
}
