/** Writes a mail's bytes as the shopper's program would: fields, their order and case, date, encoding. One text part, nothing loaded. */
import { formatZonedMailDate } from '../../calendar/rfc5322-date.js'
import type { StudyLanguage } from '../../domain/language.js'
import type { Instant } from '../../domain/time.js'
import { languagePack } from '../../languages/index.js'
import { displayName, encodeWords, flowed, isAscii, quotedPrintable } from './encoding.js'
import type { ClientKind, MailClient } from './mail-client.js'

/** What is written. Addresses and identifiers are checked before, texts are one line each but for `text`. */
export interface Letter {
  readonly client: MailClient
  readonly messageId: string
  readonly fromName: string
  readonly fromAddress: string
  /** Written as Reply-To where it is another than From's. */
  readonly replyAddress: string
  readonly recipient: string
  readonly subject: string
  /** LF line ends. */
  readonly text: string
  readonly language: StudyLanguage
  readonly timeZone: string
  readonly inReplyTo: string | null
}

/** Longest line in bytes that may stand unencoded (RFC 5322 §2.1.1 has 998 with multi-byte characters in mind). */
const LONGEST_LINE = 900

type Field = readonly [name: string, value: string]

/** Body and the fields that describe it. */
interface Content {
  readonly type: string
  readonly encoding: '7bit' | '8bit' | 'quoted-printable'
  readonly body: string
}

/** Text as it is or that flows; quoted-printable where a line would be too long for a server. */
function unencoded(text: string, width: number, typeOf: (ascii: boolean) => string): Content {
  const body = flowed(text, width)
  const ascii = isAscii(text)
  if (body.split('\r\n').some((line) => Buffer.byteLength(line) > LONGEST_LINE))
    return { type: typeOf(ascii), encoding: 'quoted-printable', body: quotedPrintable(body.replaceAll('\r\n', '\n')) }
  return { type: typeOf(ascii), encoding: ascii ? '7bit' : '8bit', body }
}

/** As Apple's programs do: quoted-printable wherever plain lines do not do. */
function quoted(text: string): Content {
  const plain = isAscii(text) && text.split('\n').every((line) => line.length <= LONGEST_LINE && !/[ \t]$/.test(line))
  return plain
    ? { type: 'text/plain; charset=us-ascii', encoding: '7bit', body: text.replaceAll('\n', '\r\n') }
    : { type: 'text/plain; charset=utf-8', encoding: 'quoted-printable', body: quotedPrintable(text) }
}

/** Days of one figure have a zero before them in the dates of some programs. */
function zeroed(date: string): string {
  return date.replace(/, (\d) /, ', 0$1 ')
}

/** What a language is called in Content-Language: its own name where its country is its own, `en-GB` else. */
function contentLanguage(language: StudyLanguage): string {
  const locale = languagePack(language).formats.locale
  const [own = locale, country = ''] = locale.split('-')
  return country.toLowerCase() === own ? own : locale
}

/** The thread it continues: both fields name one identifier, since a shopper writes once before. */
const thread = (letter: Letter, name: string): readonly Field[] => (letter.inReplyTo ? [[name, letter.inReplyTo]] : [])

const replyTo = ({ replyAddress, fromAddress }: Letter): readonly Field[] =>
  replyAddress === fromAddress ? [] : [['Reply-To', replyAddress]]

const from = ({ fromName, fromAddress }: Letter, charset: string): string => {
  const name = displayName(fromName, charset)
  return name === '' ? fromAddress : `${name} <${fromAddress}>`
}

type Writer = (letter: Letter, date: string) => { readonly fields: readonly Field[]; readonly content: Content }

const thunderbird: Writer = (letter, date) => {
  const content = unencoded(letter.text, 72, () => 'text/plain; charset=UTF-8; format=flowed')
  const fields: readonly Field[] = [
    ['Message-ID', letter.messageId],
    ['Date', date],
    ['MIME-Version', '1.0'],
    ['User-Agent', letter.client.release],
    ['Subject', encodeWords(letter.subject, 'UTF-8', 'Subject: '.length)],
    ['Content-Language', contentLanguage(letter.language)],
    ['To', letter.recipient],
    ...thread(letter, 'References'),
    ['From', from(letter, 'UTF-8')],
    ...replyTo(letter),
    ...thread(letter, 'In-Reply-To'),
    ['Content-Type', content.type],
    ['Content-Transfer-Encoding', content.encoding],
  ]
  return { fields, content }
}

const appleMail: Writer = (letter, date) => {
  const content = quoted(letter.text)
  const { release } = letter.client
  const follows = letter.inReplyTo !== null
  const identifier: Field = ['Message-Id', letter.messageId]
  const fields: readonly Field[] = [
    ['From', from(letter, 'utf-8')],
    ['Content-Type', content.type],
    ['Content-Transfer-Encoding', content.encoding],
    ...replyTo(letter),
    ['Mime-Version', `1.0 (Mac OS X Mail 16.0 \\(${release}\\))`],
    ['Subject', encodeWords(letter.subject, 'utf-8', 'Subject: '.length)],
    ...(follows ? [] : [identifier]),
    ['Date', date],
    ...thread(letter, 'References'),
    ['To', letter.recipient],
    ...thread(letter, 'In-Reply-To'),
    ...(follows ? [identifier] : []),
    ['X-Mailer', `Apple Mail (2.${release})`],
  ]
  return { fields, content }
}

const iphone: Writer = (letter, date) => {
  const content = quoted(letter.text)
  const fields: readonly Field[] = [
    ['Content-Type', content.type],
    ['Content-Transfer-Encoding', content.encoding],
    ['From', from(letter, 'utf-8')],
    ...replyTo(letter),
    ['Mime-Version', '1.0 (1.0)'],
    ['Date', date],
    ['Subject', encodeWords(letter.subject, 'utf-8', 'Subject: '.length)],
    ['Message-Id', letter.messageId],
    ...thread(letter, 'References'),
    ...thread(letter, 'In-Reply-To'),
    ['To', letter.recipient],
    ['X-Mailer', `iPhone Mail (${letter.client.release})`],
  ]
  return { fields, content }
}

const roundcube: Writer = (letter, date) => {
  const type = (ascii: boolean) => `text/plain; charset=${ascii ? 'US-ASCII' : 'UTF-8'};\r\n format=flowed`
  const content = unencoded(letter.text, 76, type)
  const fields: readonly Field[] = [
    ['MIME-Version', '1.0'],
    ['Date', zeroed(date)],
    ['From', from(letter, 'UTF-8')],
    ['To', letter.recipient],
    ['Subject', encodeWords(letter.subject, 'UTF-8', 'Subject: '.length)],
    ...replyTo(letter),
    ...thread(letter, 'In-Reply-To'),
    ...thread(letter, 'References'),
    ['User-Agent', letter.client.release],
    ['Message-ID', letter.messageId],
    ['X-Sender', letter.fromAddress],
    ['Content-Type', content.type],
    ['Content-Transfer-Encoding', content.encoding],
  ]
  return { fields, content }
}

const k9: Writer = (letter, date) => {
  const body = quotedPrintable(letter.text)
  const content: Content = { type: 'text/plain;\r\n charset=utf-8', encoding: 'quoted-printable', body }
  const fields: readonly Field[] = [
    ['Date', zeroed(date)],
    ['From', from(letter, 'UTF-8')],
    ['To', letter.recipient],
    ['Subject', encodeWords(letter.subject, 'UTF-8', 'Subject: '.length)],
    ...replyTo(letter),
    ['User-Agent', letter.client.release],
    ...thread(letter, 'In-Reply-To'),
    ...thread(letter, 'References'),
    ['Message-ID', letter.messageId],
    ['MIME-Version', '1.0'],
    ['Content-Type', content.type],
    ['Content-Transfer-Encoding', content.encoding],
  ]
  return { fields, content }
}

const WRITERS: Readonly<Record<ClientKind, Writer>> = {
  thunderbird,
  'apple-mail': appleMail,
  iphone,
  roundcube,
  k9,
}

/** The bytes of a mail, with CRLF line ends; whether they hold 8-bit text is told beside them. */
export function writeMail(letter: Letter, at: Instant): { readonly raw: Buffer; readonly eightBit: boolean } {
  const { fields, content } = WRITERS[letter.client.kind](letter, formatZonedMailDate(at, letter.timeZone))
  const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const body = content.body.endsWith('\r\n') ? content.body : `${content.body}\r\n`
  return { raw: Buffer.from(`${head}\r\n${body}`), eightBit: content.encoding === '8bit' }
}
