/** Builds the raw bytes of what brands send, as the usual systems write it: mailbox programs, Outlook, webmail, tickets, CRM. */

import { DateTime } from 'luxon'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type { Brand } from '../domain/brand.js'
import type { StudyLanguage } from '../domain/language.js'
import type { Instant } from '../domain/time.js'
import { inLanguage, languagePack } from '../languages/index.js'
import type { MailSystem } from './profile.js'
import type { ReceivedProbe } from './received-probe.js'

/** One mail before it has bytes. */
export interface MailDraft {
  readonly fromName: string
  readonly fromAddress: string
  readonly to: string
  readonly toName?: string
  readonly subject: string
  readonly text: string
  /** Null: text only. */
  readonly html: string | null
  /** True: no text part. */
  readonly htmlOnly?: boolean
  readonly date: Instant
  readonly messageId: string
  readonly inReplyTo?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

/** Raw bytes of a draft; the same draft gives the same bytes. */
export async function buildMail(draft: MailDraft): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: draft.fromName, address: draft.fromAddress },
    to: { name: draft.toName ?? '', address: draft.to },
    subject: draft.subject,
    date: new Date(draft.date),
    messageId: draft.messageId,
    ...(draft.htmlOnly ? {} : { text: draft.text }),
    ...(draft.html === null ? {} : { html: draft.html }),
    ...(draft.inReplyTo ? { inReplyTo: draft.inReplyTo, references: draft.inReplyTo } : {}),
    headers: { ...draft.headers },
    baseBoundary: draft.messageId.replaceAll(/[^a-zA-Z0-9]/g, '').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false,
  } as ConstructorParameters<typeof MailComposer>[0])
  return composer.compile().build()
}

/** Text as HTML paragraphs. */
export function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeHtml(part).replaceAll('\n', '<br>\n')}</p>`)
    .join('\n')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A reply's parts. */
export interface ReplyParts {
  readonly letter: string
  readonly signature: string
  readonly probe: ReceivedProbe
  readonly brand: Brand
  readonly language: StudyLanguage
  readonly system: MailSystem
  readonly quoting: 'above' | 'below' | 'none'
}

/** A reply with its quote, as text and as HTML. */
export function layOut(parts: ReplyParts): { readonly text: string; readonly html: string } {
  const { letter, signature, system } = parts
  const own = [letter, system === 'mailbox' && signature ? `-- \n${signature}` : signature]
    .filter((part) => part !== '')
    .join('\n\n')
  const ownHtml = `${paragraphs(letter)}${signature ? `\n<div class="signature">${escapeHtml(signature).replaceAll('\n', '<br>')}</div>` : ''}`
  if (parts.quoting === 'none') return { text: own, html: page(ownHtml) }
  const quote = quoteOf(parts)
  if (system === 'ticket') {
    const marker = inLanguage(
      { fr: '## Répondez au-dessus de cette ligne ##', en: '##- Please type your reply above this line -##' },
      parts.language,
    )
    return {
      text: `${marker}\n\n${own}\n\n${quote.text}`,
      html: page(`<div style="color:#999">${marker}</div>${ownHtml}${quote.html}`),
    }
  }
  // A customer service writes above the quote; those who write below it quote first.
  if (parts.quoting === 'below' && system === 'mailbox')
    return { text: `${quote.text}\n\n${own}`, html: page(`${quote.html}${ownHtml}`) }
  return { text: `${own}\n\n${quote.text}`, html: page(`${ownHtml}${quote.html}`) }
}

function page(body: string): string {
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${body}</body></html>`
}

function quoteOf({ probe, brand, language, system }: ReplyParts): { readonly text: string; readonly html: string } {
  const sent = DateTime.fromMillis(probe.acceptedAt, {
    zone: brand.timeZone,
    locale: languagePack(language).formats.locale,
  })
  const quoted = probe.text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
  const inner = paragraphs(probe.text)
  if (system === 'outlook') {
    const labels = inLanguage({ fr: ['De', 'Envoyé', 'À', 'Objet'], en: ['From', 'Sent', 'To', 'Subject'] }, language)
    const when = sent.toFormat(inLanguage({ fr: 'cccc d LLLL yyyy HH:mm', en: 'cccc, d LLLL yyyy HH:mm' }, language))
    const lines = [
      `${labels[0]} : ${probe.fromName} <${probe.fromAddress}>`,
      `${labels[1]} : ${when}`,
      `${labels[2]} : ${probe.recipient}`,
      `${labels[3]} : ${probe.subject}`,
    ]
    return {
      text: `${lines.join('\n')}\n\n${probe.text}`,
      html: `<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p>${lines.map(escapeHtml).join('<br>')}</p></div>${inner}`,
    }
  }
  if (system === 'crm') {
    const line = inLanguage(
      {
        fr: '--------------- Message original ---------------',
        en: '--------------- Original Message ---------------',
      },
      language,
    )
    const heading = `${line}\n${inLanguage({ fr: 'De', en: 'From' }, language)} : ${probe.fromName} [${probe.fromAddress}]\n${inLanguage({ fr: 'Envoyé', en: 'Sent' }, language)} : ${sent.toFormat('dd/MM/yyyy HH:mm')}\n${inLanguage({ fr: 'À', en: 'To' }, language)} : ${probe.recipient}\n${inLanguage({ fr: 'Objet', en: 'Subject' }, language)} : ${probe.subject}`
    return {
      text: `${heading}\n\n${probe.text}`,
      html: `<br>${escapeHtml(heading).replaceAll('\n', '<br>')}<br><br>${inner}`,
    }
  }
  const when = sent.toFormat(inLanguage({ fr: "ccc d LLL yyyy 'à' HH:mm", en: "ccc, d LLL yyyy 'at' HH:mm" }, language))
  const intro = inLanguage(
    {
      fr: `Le ${when}, ${probe.fromName} <${probe.fromAddress}> a écrit :`,
      en: `On ${when}, ${probe.fromName} <${probe.fromAddress}> wrote:`,
    },
    language,
  )
  const html =
    system === 'webmail'
      ? `<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${escapeHtml(intro)}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">${inner}</blockquote></div>`
      : `<div class="moz-cite-prefix">${escapeHtml(intro)}<br></div><blockquote type="cite">${inner}</blockquote>`
  return { text: `${intro}\n${quoted}`, html }
}

/** Headers that a system puts on what its agents write. */
export function systemHeaders(system: MailSystem, reference: string): Record<string, string> {
  switch (system) {
    case 'ticket':
      return {
        'X-Mailer': 'Ticket Desk',
        'X-Ticket-Id': reference,
        'X-Auto-Response-Suppress': 'All',
        'Auto-Submitted': 'no',
      }
    case 'crm':
      return { 'X-SFDC-LK': `00D${reference}`, 'X-Priority': '3', 'X-Auto-Response-Suppress': 'OOF' }
    case 'outlook':
      return { 'Thread-Topic': reference, 'X-MS-Has-Attach': '', 'Accept-Language': 'fr-FR' }
    case 'webmail':
      return {}
    case 'mailbox':
      return { 'User-Agent': 'Mozilla Thunderbird' }
  }
}
