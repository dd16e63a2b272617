/** From an opened mail to what its kind is decided by; also the text in its parts, since both rest on the same lines. */
import type { MailAddress } from '../../domain/message.js'
import { writtenForm } from '../../text/written-form.js'
import { addressesIn } from '../mime/identifiers.js'
import type { OpenedMail } from '../mime/open-mail.js'
import { type BodyLine, joinLines } from '../new-text/body-line.js'
import { linesOfHtml } from '../new-text/html/html-lines.js'
import { separateNewText } from '../new-text/separate.js'
import type { SeparatedText } from '../new-text/separated-text.js'
import type { KindEvidence } from './features.js'

/** Turns HTML into lines, that of one mail once, whoever asks. */
function htmlReader(): (html: string) => readonly BodyLine[] {
  const read = new Map<string, readonly BodyLine[]>()
  return (html) => {
    const lines = read.get(html) ?? linesOfHtml(html)
    read.set(html, lines)
    return lines
  }
}

/** What was made of a mail before its kind is decided. */
export interface PreparedMail {
  readonly from: MailAddress | null
  readonly subject: string
  readonly parts: SeparatedText
  readonly evidence: KindEvidence
}

/** Separates the text and gathers the evidence. */
export function prepareMail(mail: OpenedMail): PreparedMail {
  const { headers, body } = mail
  const sender = addressesIn(headers.raw('from'))[0] ?? null
  const from = sender && { ...sender, name: writtenForm(sender.name) }
  const subject = writtenForm(headers.text('subject'))
  const readHtml = htmlReader()
  const writer = { senderName: from?.name ?? '', senderAddress: from?.address ?? '', subject }
  const parts = separateNewText(body, writer, readHtml)
  const bodyText =
    body.plain === null ? joinLines(readHtml(body.html ?? '').map(({ text }) => text)) : writtenForm(body.plain)
  const evidence: KindEvidence = {
    mail,
    subject,
    from,
    newText: parts.text,
    bodyText,
    quoted: parts.quoted,
    boilerplate: parts.boilerplate,
  }
  return { from, subject, parts, evidence }
}
