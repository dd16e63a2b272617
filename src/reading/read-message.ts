/**
 * Reads one message: opens its parts, tells what it is, sets the newly written text apart and names its language
 * (docs/methodology.en.md §2). A pure function of the bytes: it never throws, what cannot be read ends as an explained `unreadable`.
 */
import type { MessageKind, Reading } from '../domain/message.js'
import { BrokenFormat } from './attachments/byte-reader.js'
import { isCompoundFile } from './attachments/compound-file.js'
import { readOutlookMessage } from './attachments/outlook-message.js'
import { decideKind } from './kind/decide-kind.js'
import { prepareMail } from './kind/evidence.js'
import { detectLanguage } from './language/detect-language.js'
import { authenticationStatements } from './mime/authentication-results.js'
import { bareMail } from './mime/bare-mail.js'
import { type HeaderFields, parseHeaderBlock } from './mime/headers.js'
import { addressesIn, dateOf, messageIdsIn, receivedDateOf, recipientsOf } from './mime/identifiers.js'
import { boundText, DEFAULT_LIMITS, type MimeLimits } from './mime/limits.js'
import { type OpenedMail, openMail } from './mime/open-mail.js'
import { READING_VERSION } from './version.js'
import { findWords, type ReadDocument } from './words-in-files.js'

/** How a message is read. */
export interface ReadOptions {
  /** Bounds other than the default ones. */
  readonly limits?: Partial<MimeLimits>
  /** Reads the text of attached PDFs; without it a person is asked to. */
  readonly readDocument?: ReadDocument
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
  textFromFiles: [],
  unreadWords: null,
  bounce: null,
  embeddedMessageIds: [],
  authentication: [],
  topmostReceivedAt: null,
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

function readOpened(mail: OpenedMail): Reading {
  const { headers } = mail
  const { from, subject, parts, evidence } = prepareMail(mail)
  const decision = decideKind(evidence)
  const { language, confidence } = detectLanguage(parts.text)
  const date = dateOf(headers)
  return {
    version: READING_VERSION,
    kind: decision.kind,
    kindConfidence: decision.confidence,
    kindClue: decision.clue,
    replyProbability: decision.replyProbability,
    kindSigns: decision.signs,
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
    textFromFiles: [],
    unreadWords: null,
    bounce: decision.bounce,
    embeddedMessageIds: embeddedIds(mail),
    authentication: authenticationStatements(headers.all('authentication-results')),
    topmostReceivedAt: receivedDateOf(headers),
    problems: date?.zone === 'assumed-utc' ? [...mail.problems, ZONELESS] : mail.problems,
  }
}

/** Kinds whose words matter to what is measured: where a file holds the answer, it is a reply. */
const SPEAKS: readonly MessageKind[] = ['reply', 'answered-elsewhere']

/** The reading with the words that the mail keeps in files, or with the note that a person must read them. */
async function withWordsOfFiles(mail: OpenedMail, reading: Reading, read: ReadDocument | null): Promise<Reading> {
  if (!SPEAKS.includes(reading.kind)) return reading
  const { text, textFromFiles, unreadWords } = await findWords(mail, reading, read)
  const kind = textFromFiles.length > 0 || unreadWords !== null ? 'reply' : reading.kind
  if (textFromFiles.length === 0) return { ...reading, kind, unreadWords }
  const { language, confidence } = detectLanguage(text)
  return { ...reading, kind, text, textFromFiles, unreadWords, language, languageConfidence: confidence }
}

const OUTLOOK_PROBLEM =
  'this is an Outlook .msg file that could not be opened; save the mail as .eml (or drag it to a folder from a mail program that writes .eml)'

/** A mail that Outlook saved, opened as if it had been received. */
function openOutlookFile(raw: Uint8Array, limits: MimeLimits): OpenedMail | null {
  try {
    const { headers, plain, html, attachments } = readOutlookMessage(raw, limits.textBytes)
    const cut = (text: string | null) => (text === null ? null : boundText(text.slice(0, limits.textBytes), limits))
    const fields = parseHeaderBlock(Buffer.from(headers), limits.headerFields)
    return { ...bareMail(fields, { plain: cut(plain), html: cut(html) }), attachments }
  } catch (error) {
    if (error instanceof BrokenFormat) return null
    throw error
  }
}

/**
 * Reads a raw message, or a mail that Outlook saved as .msg.
 * @param raw bytes as received
 * @returns the reading; of kind `unreadable` with its reason in `problems` where nothing can be made of the bytes
 */
export async function readMessage(raw: Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  if (raw.length === 0) return unreadable('the message is empty', 'no bytes')
  try {
    const limits = { ...DEFAULT_LIMITS, ...options.limits }
    const saved = isCompoundFile(raw)
    const mail = saved ? openOutlookFile(raw, limits) : await openMail(raw, limits)
    if (mail === null) return unreadable(OUTLOOK_PROBLEM, 'Outlook .msg')
    const nothing = mail.headers.fields.length === 0 && (mail.body.plain ?? '').trim() === ''
    if (nothing) return unreadable('neither headers nor text were found in the message', 'no headers, no text')
    return await withWordsOfFiles(mail, readOpened(mail), options.readDocument ?? null)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return unreadable(`the message could not be read: ${reason.slice(0, 200)}`, 'reading failed')
  }
}

const NO_HEADERS: HeaderFields = parseHeaderBlock(new Uint8Array(), 0)

function readBareBody(body: OpenedMail['body']): Reading {
  try {
    return readOpened(bareMail(NO_HEADERS, body))
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
