/**
 * Reads one message: opens its parts, tells what it is, sets the newly written text apart and names its language
 * (METHODOLOGY §2). A pure function of the bytes: it never throws, what cannot be read ends as an explained `unreadable`.
 */
import type { Reading } from '../domain/message.js'
import { decideKind } from './kind/decide-kind.js'
import { detectLanguage } from './language/detect-language.js'
import { type HeaderFields, parseHeaderBlock } from './mime/headers.js'
import { addressesIn, dateOf, messageIdsIn, recipientsOf } from './mime/identifiers.js'
import { boundText, DEFAULT_LIMITS, type MimeLimits } from './mime/limits.js'
import { type OpenedMail, openMail } from './mime/open-mail.js'
import { type BodyLine, joinLines } from './new-text/body-line.js'
import { linesOfHtml } from './new-text/html/html-lines.js'
import { separateNewText } from './new-text/separate.js'
import { READING_VERSION } from './version.js'

/** How a message is read. */
export interface ReadOptions {
  /** Bounds other than the default ones. */
  readonly limits?: Partial<MimeLimits>
}

/** Said of a Date header that names no zone, or none with one meaning (RFC 5322 §4.3). */
const ZONELESS = 'the Date header names no known time zone: it was read as UTC'

const UNREADABLE: Reading = {
  version: READING_VERSION,
  kind: 'unreadable',
  kindConfidence: 1,
  kindClue: { rule: 'unreadable', seen: '' },
  messageId: null,
  inReplyTo: [],
  references: [],
  from: null,
  replyTo: [],
  recipients: [],
  subject: '',
  date: null,
  text: '',
  quoted: '',
  signature: '',
  boilerplate: '',
  language: null,
  languageConfidence: 0,
  attachments: [],
  bounce: null,
  embeddedMessageIds: [],
  problems: [],
}

function unreadable(problem: string, seen: string): Reading {
  return { ...UNREADABLE, kindClue: { rule: 'unreadable', seen }, problems: [problem] }
}

function embeddedIds(mail: OpenedMail): string[] {
  const ids = mail.embedded.flatMap((headers) =>
    ['message-id', 'in-reply-to', 'references'].flatMap((name) => messageIdsIn(headers.raw(name))),
  )
  return [...new Set(ids)]
}

/** Turns HTML into lines, that of one mail once, whoever asks. */
function htmlReader(): (html: string) => readonly BodyLine[] {
  const read = new Map<string, readonly BodyLine[]>()
  return (html) => {
    const lines = read.get(html) ?? linesOfHtml(html)
    read.set(html, lines)
    return lines
  }
}

function readOpened(mail: OpenedMail): Reading {
  const { headers, body } = mail
  const from = addressesIn(headers.raw('from'))[0] ?? null
  const subject = headers.text('subject')
  const readHtml = htmlReader()
  const writer = { senderName: from?.name ?? '', senderAddress: from?.address ?? '', subject }
  const parts = separateNewText(body, writer, readHtml)
  const bodyText = body.plain ?? joinLines(readHtml(body.html ?? '').map(({ text }) => text))
  const decision = decideKind({
    mail,
    subject,
    from,
    newText: parts.text,
    bodyText,
    quoted: parts.quoted,
    boilerplate: parts.boilerplate,
  })
  const { language, confidence } = detectLanguage(parts.text)
  const date = dateOf(headers)
  return {
    version: READING_VERSION,
    kind: decision.kind,
    kindConfidence: decision.confidence,
    kindClue: decision.clue,
    messageId: messageIdsIn(headers.raw('message-id'))[0] ?? null,
    inReplyTo: messageIdsIn(headers.raw('in-reply-to')),
    references: messageIdsIn(headers.raw('references')),
    from,
    replyTo: addressesIn(headers.raw('reply-to')),
    recipients: recipientsOf(headers),
    subject,
    date: date?.instant ?? null,
    ...parts,
    language,
    languageConfidence: confidence,
    attachments: mail.attachments,
    bounce: decision.bounce,
    embeddedMessageIds: embeddedIds(mail),
    problems: date?.zone === 'assumed-utc' ? [...mail.problems, ZONELESS] : mail.problems,
  }
}

/**
 * Reads a raw message.
 * @param raw bytes as received
 * @returns the reading; of kind `unreadable` with its reason in `problems` where nothing can be made of the bytes
 */
export async function readMessage(raw: Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  if (raw.length === 0) return unreadable('the message is empty', 'no bytes')
  try {
    const mail = await openMail(raw, { ...DEFAULT_LIMITS, ...options.limits })
    const nothing = mail.headers.fields.length === 0 && (mail.body.plain ?? '').trim() === ''
    if (nothing) return unreadable('neither headers nor text were found in the message', 'no headers, no text')
    return readOpened(mail)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return unreadable(`the message could not be read: ${reason.slice(0, 200)}`, 'reading failed')
  }
}

const NO_HEADERS: HeaderFields = parseHeaderBlock(new Uint8Array(), 0)

function readBareBody(body: OpenedMail['body']): Reading {
  const bare: OpenedMail = {
    headers: NO_HEADERS,
    contentType: body.html === null ? 'text/plain' : 'text/html',
    reportType: '',
    body,
    reports: [],
    embedded: [],
    embeddedText: '',
    attachments: [],
    problems: [],
  }
  try {
    return readOpened(bare)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return unreadable(`the text could not be read: ${reason.slice(0, 200)}`, 'reading failed')
  }
}

/** A bare body within the bounds that hold for mails. */
function bounded(text: string): string {
  const lines = text.slice(0, DEFAULT_LIMITS.textBytes).replace(/\r\n?/g, '\n')
  return boundText(lines, DEFAULT_LIMITS)
}

/** Reads a bare plain-text body without headers. */
export function readPlainBody(text: string): Reading {
  return readBareBody({ plain: bounded(text), html: null })
}

/** Reads a bare HTML body without headers. */
export function readHtmlBody(html: string): Reading {
  return readBareBody({ plain: null, html: bounded(html) })
}
