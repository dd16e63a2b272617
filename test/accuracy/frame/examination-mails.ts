/**
 * Builds whole raw mails from the compact descriptions in test/fixtures/examination: headers as the common help desks and mail
 * programs set them, their ways of quoting, and bodies in plain text or HTML.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** One described mail with what a careful reader says of it. */
export interface ExaminationMail {
  readonly id: string
  readonly kind?: string
  readonly wrap?: string
  readonly quote?: string
  readonly lang?: 'fr' | 'en'
  readonly html?: 'simple' | 'table'
  readonly zendesk?: boolean
  readonly subject?: string
  readonly to?: string
  readonly scenario?: string
  /** No answer yet: its kind is not judged. */
  readonly holding?: boolean
  /** Newly written text, as expected. */
  readonly text?: string
  /** The whole body where answers stand between quoted lines. */
  readonly raw?: string
  readonly before?: string
  readonly after?: string
  readonly foot?: string
  readonly marks?: string
  readonly 'raw-mail'?: string
  /** A second kind that a careful reader may defend. */
  readonly or?: string
  /** The mail's own headers, instead of those of `wrap`. */
  readonly headers?: string
}

const FOLDER = join(import.meta.dirname, '../../fixtures/examination')

/** Descriptions of one file of the set. */
export function examinationMails(file: string): ExaminationMail[] {
  return parse(readFileSync(join(FOLDER, file), 'utf8')) as ExaminationMail[]
}

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  plain: ['Reply-To: contact@altamont.example'],
  outlook: [
    'X-Mailer: Microsoft Outlook 16.0',
    'Thread-Topic: Question',
    'Thread-Index: AQHab12',
    'Content-Language: fr-FR',
  ],
  gmail: ['X-Received: by 2002:a05:6402:1 with SMTP id q1'],
  'iphone-fr': ['X-Mailer: iPhone Mail (22D72)'],
  'iphone-en': ['X-Mailer: iPhone Mail (22D72)'],
  thunderbird: ['User-Agent: Mozilla Thunderbird'],
  zendesk: [
    'X-Mailer: Zendesk Mailer',
    'X-Zendesk-From-Account-Id: 12ab',
    'Auto-Submitted: auto-generated',
    'X-Auto-Response-Suppress: All',
  ],
  freshdesk: [
    'X-Freshdesk-Ticket-Id: 20418',
    'Auto-Submitted: auto-generated',
    'X-Auto-Response-Suppress: DR, RN, OOF',
  ],
  salesforce: [
    'X-SFDC-LK: 00D20',
    'X-SFDC-User: 00520',
    'X-Sender: postmaster@salesforce.example',
    'X-mail_abuse_inquiries: abuse',
  ],
  gorgias: ['X-Gorgias-Internal-Message-Id: 991', 'List-Unsubscribe: <mailto:u@gorgias.example>', 'Precedence: bulk'],
  front: ['X-Mailer: Front (1.0)', 'X-Front-Id: cnv_1'],
  dynamics: ['X-MS-CRM-Id: 1', 'X-Auto-Response-Suppress: DR, OOF, AutoReply'],
  helpscout: ['X-HelpScout-Message-Type: reply', 'X-Auto-Response-Suppress: DR, OOF, AutoReply'],
  otrs: ['X-Mailer: OTRS Mail Service (6.0)', 'X-Powered-By: OTRS'],
  zammad: ['X-Mailer: Zammad Mail Service', 'X-Auto-Response-Suppress: All'],
  intercom: ['X-Intercom-Bin: 1', 'X-Mailer: Intercom', 'Precedence: bulk'],
  hubspot: ['X-HubSpot-Message-Id: 1', 'List-Unsubscribe: <https://hs.example/u>'],
  auto: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All', 'Precedence: auto_reply'],
  oof: [
    'Auto-Submitted: auto-generated',
    'X-Auto-Response-Suppress: All',
    'X-MS-Exchange-Inbox-Rules-Loop: a@b.example',
  ],
  marketing: [
    'List-Unsubscribe: <https://news.example/u/1>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'List-Id: <news.lune.example>',
    'Precedence: bulk',
  ],
  transaction: ['X-Mailer: PHPMailer 6.9'],
}
const UNTHREADED = new Set(['marketing', 'transaction'])

const QUESTION = {
  fr: ['Bonjour,', '', "J'ai une question au sujet de ma commande, pouvez-vous m'aider ?", '', 'Claire Aubry'],
  en: ['Hello,', '', 'I have a question about an order, could you help me?', '', 'Claire Aubry'],
}

function quoteOf(style: string): string {
  const lines = style.endsWith('-en') ? QUESTION.en : QUESTION.fr
  const marked = lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')
  const plain = lines.join('\n')
  const styles: Record<string, string> = {
    'outlook-fr': `De : Claire Aubry <claire.aubry@persona.example>\nEnvoyé : lundi 2 mars 2026 10:24\nÀ : contact@altamont.example\nObjet : Question\n\n${plain}`,
    'outlook-en': `From: Claire Aubry <claire.aubry@persona.example>\nSent: 02 March 2026 10:24\nTo: contact@altamont.example\nSubject: Question\n\n${plain}`,
    'gmail-fr': `Le lun. 2 mars 2026 à 10:24, Claire Aubry <claire.aubry@persona.example> a écrit :\n\n${marked}`,
    'gmail-en': `On Mon, Mar 2, 2026 at 10:24 AM Claire Aubry <claire.aubry@persona.example> wrote:\n\n${marked}`,
    'apple-fr': `Le 2 mars 2026 à 10:24, Claire Aubry <claire.aubry@persona.example> a écrit :\n\n${marked}`,
    'apple-en': `On 2 Mar 2026, at 10:24, Claire Aubry <claire.aubry@persona.example> wrote:\n\n${marked}`,
    'thunderbird-fr': `Le 02/03/2026 à 10:24, Claire Aubry a écrit :\n${marked}`,
    'otrs-fr': `02/03/2026 10:24 - Claire Aubry a écrit :\n\n${marked}`,
    'zammad-fr': `Le lundi 2 mars 2026 à 10:24:10, Claire Aubry a écrit :\n\n${marked}`,
  }
  return styles[style] ?? ''
}

const asHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const paragraphs = (text: string) =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((block) => `<p>${asHtml(block).replace(/\n/g, '<br>')}</p>`)
    .join('\n')

function htmlBody(mail: ExaminationMail): string {
  const quote = mail.quote
    ? `<div class="gmail_quote"><div>${asHtml(quoteOf(mail.quote).split('\n>')[0]!)}</div><blockquote>${asHtml(QUESTION.fr.join(' '))}</blockquote></div>`
    : ''
  const outlook = mail.quote?.startsWith('outlook')
    ? `<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>De :</b> Claire Aubry<br><b>Envoyé :</b> lundi 2 mars 2026 10:24<br><b>À :</b> contact@altamont.example<br><b>Objet :</b> Question</p></div>${paragraphs(QUESTION.fr.join('\n'))}`
    : quote
  const inner = `${paragraphs(mail.text ?? '')}${mail.after ? paragraphs(mail.after) : ''}`
  if (mail.html === 'table')
    return `<html><body><table width="600"><tr><td><img src="https://img.example/logo.png" alt=""></td></tr><tr><td>${inner}</td></tr></table>${outlook}</body></html>`
  return `<html><body>${inner}${outlook}</body></html>`
}

function plainBody(mail: ExaminationMail): string {
  const english = mail.lang === 'en'
  const body = mail.raw ?? `${mail.before ?? ''}${mail.text ?? ''}${mail.after ? `\n${mail.after}` : ''}`
  const wrapped = mail.zendesk
    ? english
      ? `##- Please type your reply above this line -##\n\n${body}\n${mail.foot ?? ''}\nThis email is a service from Altamont. Delivered by Zendesk\n`
      : `##- Veuillez saisir votre réponse au-dessus de cette ligne -##\n\n${body}\n${mail.foot ?? ''}\nCet e-mail est un service de Altamont. Fourni par Zendesk\n`
    : body
  return mail.quote ? `${wrapped}\n${quoteOf(mail.quote)}\n` : wrapped
}

const FAILED = 'claire <info@altamont.example>: host mx.altamont.example[192.0.2.1] said: 550 5.1.1 User unknown'
const RAW: Readonly<Record<string, string>> = {
  dsn: `From: MAILER-DAEMON@mx.persona.example\nSubject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nI'm sorry to have to inform you that your message could not be delivered.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.persona.example\n\nFinal-Recipient: rfc822; info@altamont.example\nAction: failed\nStatus: 5.1.1\n\n--b--\n`,
  'dsn-delay': `From: MAILER-DAEMON@mx.persona.example\nSubject: Delayed Mail (still being retried)\nAuto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nYour message could not be delivered for more than 4 hours. It will be retried.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.persona.example\n\nFinal-Recipient: rfc822; info@altamont.example\nAction: delayed\nStatus: 4.4.1\n\n--b--\n`,
  'postfix-text': `From: MAILER-DAEMON@mx.altamont.example\nSubject: Undelivered Mail Returned to Sender\nReturn-Path: <>\n\nThis is the mail system at host mx.altamont.example.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n${FAILED}\n`,
  gmail: `From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>\nSubject: Delivery Status Notification (Failure)\nAuto-Submitted: auto-replied\n\n** Address not found **\n\nYour message wasn't delivered to info@altamont.example because the address couldn't be found, or is unable to receive mail.\n\nThe response from the remote server was:\n550 5.1.1 The email account that you tried to reach does not exist.\n`,
  'delay-text': `From: Mail Delivery System <Mailer-Daemon@mx.persona.example>\nSubject: Warning: message 1abC delayed 24 hours\nAuto-Submitted: auto-replied\n\nThis message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours on the queue.\n\nNo action is required on your part. Delivery attempts will continue for some time.\n`,
  exchange: `From: Microsoft Outlook <MicrosoftExchange329@altamont.example>\nSubject: Non remis : Question\nAuto-Submitted: auto-replied\n\nÉchec de la remise aux destinataires ou groupes suivants :\n\ninfo@altamont.example\nL'adresse de messagerie que vous avez entrée est introuvable. Vérifiez l'adresse et réessayez.\n\nInformations de diagnostic pour les administrateurs :\n550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup\n`,
}

/** The raw bytes of a described mail. */
export function rawMail(mail: ExaminationMail): Buffer {
  const common = `To: "${mail.to ?? 'Claire Aubry'}" <claire.aubry@persona.example>\nDate: Tue, 3 Mar 2026 10:15:00 +0100\nMessage-ID: <${mail.id}@altamont.example>\nMIME-Version: 1.0\n`
  if (mail['raw-mail']) {
    const raw = RAW[mail['raw-mail']]!
    const typed = /content-type: multipart/i.test(raw) ? '' : 'Content-Type: text/plain; charset=utf-8\n'
    return Buffer.from(`${common}${typed}${raw}`)
  }
  if (mail.headers) {
    const typed = /^content-type:/im.test(mail.headers) ? '' : 'Content-Type: text/plain; charset=utf-8\n'
    return Buffer.from(`${common}${typed}${mail.headers}\n${plainBody(mail)}`)
  }
  const wrap = mail.wrap ?? 'plain'
  const answers = UNTHREADED.has(wrap)
    ? []
    : ['In-Reply-To: <probe@persona.example>', 'References: <probe@persona.example>']
  const headers = [
    'From: Altamont <contact@altamont.example>',
    `Subject: ${mail.subject ?? 'Re: Question'}`,
    ...answers,
    ...(HEADERS[wrap] ?? []),
    `Content-Type: text/${mail.html ? 'html' : 'plain'}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
  ].join('\n')
  return Buffer.from(`${common}${headers}\n\n${mail.html ? htmlBody(mail) : plainBody(mail)}`)
}
