/**
 * Where the words of an answer are when they are not in the mail: read out of an attached PDF or mail where that can be done,
 * else named, so that a person reads them. An answer nobody read is never one that says nothing.
 */
import type { AttachmentSummary, TextFromFile, UnreadForm, UnreadWords } from '../domain/message.js'
import { addressesIn, recipientsOf } from './mime/identifiers.js'
import type { AttachedFile, AttachedMail, OpenedMail } from './mime/open-mail.js'
import { type MailBodies, separateNewText } from './new-text/separate.js'
import type { SeparatedText } from './new-text/separated-text.js'
import { coverOf } from './points-to-file.js'

/** What a document's text could be got of. */
export interface DocumentText {
  /** Text of its pages; empty for scans. LF line ends. */
  readonly text: string
  /** False where pages were left out for their number or their time. */
  readonly complete: boolean
}

/** Reads the text of a PDF outside this thread; null where it cannot be read. Bounded in bytes, pages and time by who provides it. */
export type ReadDocument = (bytes: Uint8Array) => Promise<DocumentText | null>

/** New text with what was found in files. */
export interface WordsFound {
  readonly text: string
  readonly textFromFiles: readonly TextFromFile[]
  readonly unreadWords: UnreadWords | null
}

interface FoundWords {
  readonly attachment: number
  readonly text: string
}

const PDF = /^application\/(?:x-)?pdf$/
const DOCUMENT =
  /^application\/(?:msword|rtf|vnd\.(?:openxmlformats-officedocument|oasis\.opendocument|ms-(?:word|excel|powerpoint)))|\.(?:docx?|odt|rtf|pages|xlsx?|pptx?|xps)$/i
/** Letters of a page of a scan that carries an invisible stamp of its own are fewer. */
const FEWEST_LETTERS = 40
/** Pictures below are logos and the like, when something else is there. */
const SMALL_PICTURE = 4_096

function formOf({ contentType, fileName }: AttachmentSummary): UnreadForm {
  if (PDF.test(contentType) || /\.pdf$/i.test(fileName) || DOCUMENT.test(contentType) || DOCUMENT.test(fileName))
    return 'document'
  if (/^image\//.test(contentType)) return 'picture'
  if (/^(?:audio|video)\//.test(contentType)) return 'recording'
  return /^message\//.test(contentType) || /\.(?:eml|msg)$/i.test(fileName) ? 'mail' : 'file'
}

/** Files that accompany letters and hold no words of theirs. */
function isCompanion({ contentType, fileName }: AttachmentSummary): boolean {
  return (
    /^application\/(?:pgp-(?:signature|keys|encrypted)|(?:x-)?pkcs7-(?:signature|mime)|ms-tnef|vnd\.ms-tnef)$/.test(
      contentType,
    ) ||
    /^(?:text\/(?:calendar|x?-?vcard|directory))$/.test(contentType) ||
    /\.(?:p7s|asc|vcf|ics|dat)$/i.test(fileName)
  )
}

/** The attached mail's own words: not those of a mail that we wrote, which an answer carries back. */
function wordsOfMail(attached: AttachedMail, outer: OpenedMail): SeparatedText | null {
  const from = addressesIn(attached.headers.raw('from'))[0]
  if (from && recipientsOf(outer.headers).includes(from.address.toLowerCase())) return null
  const writer = {
    senderName: from?.name ?? '',
    senderAddress: from?.address ?? '',
    subject: attached.headers.text('subject'),
  }
  const parts = separateNewText(attached.body, writer)
  return /\p{L}/u.test(parts.text) ? parts : null
}

/** Looks for the words of a letter whose own text is `text`. */
export async function findWords(
  mail: OpenedMail,
  parts: Pick<SeparatedText, 'text' | 'quoted'>,
  readDocument: ReadDocument | null,
): Promise<WordsFound> {
  const { text } = parts
  const cover = coverOf(text)
  if (mail.locked && cover !== 'letter') return { text, textFromFiles: [], unreadWords: mail.locked }
  if (cover === 'letter') return { text, textFromFiles: [], unreadWords: null }

  const found: FoundWords[] = []
  let unread: UnreadWords | null = null
  const place = (summary: AttachmentSummary) => mail.attachments.indexOf(summary)
  for (const attached of mail.attachedMails) {
    const words = wordsOfMail(attached, mail)
    if (words) found.push({ attachment: place(attached.summary), text: words.text })
  }
  for (const file of mail.files.filter(({ summary }) => !isCompanion(summary))) {
    const { summary } = file
    const form = formOf(summary)
    if (form === 'mail' && mail.attachedMails.some((attached) => attached.summary === summary)) continue
    if (form === 'picture' && summary.size < SMALL_PICTURE && mail.files.length > 1) continue
    const words = form === 'document' ? await wordsOfPdf(file, readDocument) : null
    if (words) found.push({ attachment: place(summary), text: words.text })
    if (!words?.complete) unread ??= { form, attachment: place(summary) }
  }
  if (found.length > 0) unread = unreadBeside(unread, cover)
  else if (unread === null && cover === 'nothing') unread = wordsOutOfSight(mail.body, parts.quoted)
  return { ...joinFiles(text, found), unreadWords: unread }
}

/** Where one file was read, pictures beside it are decoration; another document is not. */
function unreadBeside(unread: UnreadWords | null, cover: string): UnreadWords | null {
  return unread?.form === 'picture' && cover === 'points' ? null : unread
}

/** A body of a picture alone, or an answer typed inside the quoted mail. */
function wordsOutOfSight(body: MailBodies, quoted: string): UnreadWords | null {
  if (/<img\b/i.test((body.html ?? '').slice(0, 200_000)) && quoted === '') return { form: 'picture', attachment: null }
  return null
}

async function wordsOfPdf(file: AttachedFile, readDocument: ReadDocument | null): Promise<DocumentText | null> {
  const { contentType, fileName } = file.summary
  if (!readDocument || !(PDF.test(contentType) || /\.pdf$/i.test(fileName))) return null
  const document = await readDocument(await file.bytes())
  const letters = document?.text.match(/\p{L}/gu)?.length ?? 0
  return document && letters >= FEWEST_LETTERS ? document : null
}

/** The new text with the files' words below it, each behind a blank line. */
function joinFiles(text: string, found: readonly FoundWords[]): Omit<WordsFound, 'unreadWords'> {
  let joined = text
  const textFromFiles: TextFromFile[] = []
  for (const { attachment, text: words } of found) {
    if (joined !== '') joined += '\n\n'
    textFromFiles.push({ attachment, start: joined.length, end: joined.length + words.length })
    joined += words
  }
  return { text: joined, textFromFiles }
}
