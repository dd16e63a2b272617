/** Whole mails of every family, kind and wording: what the model of kinds learns from. Same seed, same bytes. */
import type { MessageKind } from '../../../src/domain/message.js'
import { createRandom, type Random } from '../../../src/ranking/random.js'
import { composeLetter, type Spoken } from './compose.js'
import { FAMILIES, type Family } from './families.js'
import { asHtml } from './html.js'
import { drawFacts, type Facts, FRENCH_FORMS, slotsOf } from './slots.js'
import { say, type Wording } from './wordings.js'

/** A mail of known kind. */
export interface TrainingMail {
  readonly raw: Buffer
  readonly kind: MessageKind
  /** Whose systems: all of a group are left out together. */
  readonly family: string
  readonly group: string
  /** Whose words. */
  readonly manner: string
  readonly wording: string
  readonly spoken: readonly Spoken[]
}

const TICKET_DECORATION = ['[{marque}] {subject}', '[#{num}] {subject}', '{subject} [ref:{num}]', '{subject} (#{num})']

function quoted(text: string, facts: Facts, random: Random): string {
  const french = FRENCH_FORMS.has(facts.language)
  const date = french ? 'lun. 2 mars 2026 à 10:24' : 'Mon, 2 Mar 2026 at 10:24'
  const mail = `${facts.first.toLowerCase()}@persona.example`
  const marks = text.split('\n').map((line) => `> ${line}`)
  return random.pick([
    `${french ? `Le ${date}, ${facts.first} ${facts.last} <${mail}> a écrit :` : `On ${date}, ${facts.first} ${facts.last} <${mail}> wrote:`}\n${marks.join('\n')}`,
    french
      ? `De : ${facts.first} ${facts.last} <${mail}>\nEnvoyé : lundi 2 mars 2026 10:24\nÀ : contact@${facts.domain}\nObjet : ${facts.subject}\n\n${text}`
      : `From: ${facts.first} ${facts.last} <${mail}>\nSent: 02 March 2026 10:24\nTo: contact@${facts.domain}\nSubject: ${facts.subject}\n\n${text}`,
  ])
}

function senderOf(family: Family, kind: MessageKind, facts: Facts, random: Random): string {
  const local = random.pick(family.senders)
  const personal =
    local === 'PERSON'
      ? facts.agent
          .toLowerCase()
          .normalize('NFD')
          .replace(/[^a-z ]/g, '')
          .replace(' ', '.')
      : local
  const named =
    local === 'PERSON' || (kind === 'reply' && random.below(2) === 0)
      ? random.pick([facts.agent, `${facts.agent} (${facts.brand})`, `${facts.agent.split(' ')[0]} - ${facts.brand}`])
      : random.pick([facts.brand, `Service Clients ${facts.brand}`, `${facts.brand} Support`, ''])
  return named === '' ? `<${personal}@${facts.domain}>` : `"${named}" <${personal}@${facts.domain}>`
}

function encoded(word: string): string {
  return /^[\x20-\x7e]*$/.test(word) ? word : `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`
}

/** Slips that people make: accents left out, no capital, a letter lost. */
function withSlips(text: string, random: Random): string {
  const way = random.below(3)
  if (way === 0) return text.normalize('NFD').replace(/\p{M}/gu, '')
  if (way === 1) return text.toLowerCase()
  return text.replace(/\p{L}{6,}/gu, (word) => (random.below(12) === 0 ? word.slice(0, 3) + word.slice(4) : word))
}

function bodyOf(text: string, family: Family, facts: Facts, random: Random): { headers: string[]; body: string } {
  const form = random.pick(family.bodies)
  const plain = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit']
  if (form === 'plain') return { headers: plain, body: text }
  const html = asHtml(text, random.below(4) === 0 ? 'bare' : family.layout, facts, random)
  if (form === 'html')
    return { headers: ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: 8bit'], body: html }
  return {
    headers: ['Content-Type: multipart/alternative; boundary="part"'],
    body: `--part\n${plain.join('\n')}\n\n${text}\n--part\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${html}\n--part--\n`,
  }
}

/** One mail. */
export function composeMail(family: Family, kind: MessageKind, wording: Wording, random: Random): TrainingMail {
  const facts = drawFacts(wording.language, random)
  const slots = slotsOf(facts, random)
  const letter = composeLetter(kind, wording, slots, random)
  const personal = kind === 'reply' || family.group === 'person'
  let text = personal && random.below(8) === 0 ? withSlips(letter.text, random) : letter.text
  const threads = random.uniform() < family.threads
  const subjects = wording.sections.get(`subject ${kind}`) ?? ['{sujet}']
  let subject = say(random.pick(subjects), slots, random)
  if (family.group === 'desk' && random.below(3) === 0)
    subject = say(random.pick(TICKET_DECORATION), { ...slots, subject: () => subject }, random)
  // Programs answer under the customer's subject as people do.
  const answersUnder = threads ? 0.5 : 0.12
  if (kind !== 'reply' && random.uniform() < (family.group === 'person' ? 0.8 : answersUnder))
    subject = random.pick([`Re: ${facts.subject}`, `RE: ${facts.subject}`, facts.subject])
  // Above and below: what a help desk puts around every mail.
  const mention = () => {
    const rules = wording.sections.get(random.pick(['automation', 'pointer', 'pointer', 'survey', 'promotion'])) ?? []
    return rules.length > 0 ? say(random.pick(rules), slots, random) : ''
  }
  if (family.group === 'desk' && random.below(3) === 0) {
    const rules = (wording.sections.get('automation') ?? []).filter((line) => /au-dessus|above/.test(line))
    if (rules.length > 0) text = `##- ${say(random.pick(rules), slots, random)} -##\n\n${text}`
  }
  if (family.group === 'desk' && random.below(5) === 0)
    text = `${random.pick(wording.sections.get('receipt') ?? ['']).length > 0 && kind !== 'reply' ? mention() : `${facts.agent} (${facts.brand})\n${facts.reference}`}\n\n${text}`
  if ((family.group === 'desk' || family.group === 'site') && random.below(2) === 0)
    for (let line = 0; line <= random.below(4); line++) text += `\n\n${mention()}`
  const quotes = random.uniform() < (threads ? 0.5 : kind === 'acknowledgement' ? 0.12 : 0.05)
  if (quotes) {
    const said = (wording.sections.get('echo') ?? []).filter((line) => !/:$/.test(line))
    text += `\n\n${quoted(`${say(random.pick(said), slots, random)}\n${facts.first} ${facts.last}`, facts, random)}`
  }
  const stripped = random.uniform() < 0.3
  const own = stripped ? [] : family.headers(facts, random)
  const automatic = !stripped && kind !== 'reply' && family.automatic ? family.automatic(facts, random) : []
  const list =
    family.group === 'mailing' && !stripped && random.below(5) > 0
      ? [
          `List-Unsubscribe: <https://${facts.domain}/u/${random.below(9999)}>`,
          ...(random.below(2) === 0 ? ['List-Unsubscribe-Post: List-Unsubscribe=One-Click'] : []),
        ]
      : []
  const body = bodyOf(text, family, facts, random)
  const headers = [
    `From: ${encoded(senderOf(family, kind, facts, random)).replace(/^=\?/, '=?')}`,
    `To: ${random.below(3) === 0 ? '' : `"${facts.first} ${facts.last}" `}<${facts.first
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, '')}@persona.example>`,
    `Subject: ${encoded(subject)}`,
    'Date: Tue, 3 Mar 2026 10:15:00 +0100',
    ...(own.some((line) => /^message-id/i.test(line)) ? [] : [`Message-ID: <${random.next32()}@${facts.domain}>`]),
    ...(threads
      ? [
          'In-Reply-To: <probe@persona.example>',
          ...(random.below(4) > 0 ? ['References: <probe@persona.example>'] : []),
        ]
      : []),
    'MIME-Version: 1.0',
    ...own,
    ...automatic.filter((line) => !own.includes(line)),
    ...list,
    ...body.headers,
  ]
  if (random.below(12) === 0) headers.splice(0, headers.length - body.headers.length)
  const clean = headers.map((line) => (/^From:/.test(line) ? fromLine(line) : line))
  return {
    raw: Buffer.from(`${clean.join('\n')}\n\n${body.body}\n`),
    kind,
    family: family.id,
    group: family.group,
    manner: wording.manner,
    wording: wording.name,
    spoken: letter.spoken,
  }
}

/** An encoded word stands for the display name only. */
function fromLine(line: string): string {
  const whole = /^From: =\?utf-8\?B\?(.+)\?=$/.exec(line)
  if (!whole) return line
  const decoded = Buffer.from(whole[1]!, 'base64').toString()
  const parts = /^"(.*)" (<.*>)$/.exec(decoded)
  return parts ? `From: ${encoded(parts[1]!)} ${parts[2]}` : `From: ${decoded}`
}

/** Share of each kind among mails that reach a study. */
const SHARES: Readonly<Partial<Record<MessageKind, number>>> = {
  reply: 0.42,
  acknowledgement: 0.24,
  'out-of-office': 0.06,
  challenge: 0.05,
  survey: 0.05,
  marketing: 0.045,
  transactional: 0.045,
  'forwarding-notice': 0.03,
  'answered-elsewhere': 0.02,
  'reading-receipt': 0.01,
  unrelated: 0.03,
}

/** Mails of one wording. */
export function generateMails(wording: Wording, count: number, seed: number): TrainingMail[] {
  const random = createRandom(seed).fork(wording.name)
  const mails: TrainingMail[] = []
  for (const [kind, share] of Object.entries(SHARES) as [MessageKind, number][]) {
    const able = FAMILIES.filter(({ kinds }) => kinds.includes(kind))
    for (let at = 0; at < Math.max(4, Math.round(count * share)); at++)
      mails.push(composeMail(random.pick(able), kind, wording, random))
  }
  return mails
}
