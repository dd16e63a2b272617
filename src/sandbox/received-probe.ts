/** What an invented brand sees of one of our e-mails: what came over SMTP, parsed by mailparser as a brand's system would. */
import { type AddressObject, simpleParser } from 'mailparser'
import type { Instant } from '../domain/time.js'

/** One e-mail that came over SMTP. */
export interface ReceivedProbe {
  /** Virtual time of acceptance. */
  readonly acceptedAt: Instant
  readonly envelopeFrom: string
  readonly recipient: string
  readonly messageId: string
  readonly fromName: string
  readonly fromAddress: string
  readonly replyTo: string
  readonly subject: string
  readonly text: string
  /** Raw header block, for delivery failures. */
  readonly headers: string
}

const firstAddress = (value: AddressObject | AddressObject[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.value[0]

/** Parses an e-mail that came over SMTP. */
export async function parseProbe(
  raw: Buffer,
  envelope: { readonly from: string; readonly to: string },
  acceptedAt: Instant,
): Promise<ReceivedProbe> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true })
  const from = firstAddress(mail.from)
  const end = raw.indexOf('\r\n\r\n')
  return {
    acceptedAt,
    envelopeFrom: envelope.from,
    recipient: envelope.to,
    messageId: mail.messageId ?? '',
    fromName: from?.name ?? '',
    fromAddress: from?.address ?? envelope.from,
    replyTo: firstAddress(mail.replyTo)?.address ?? from?.address ?? envelope.from,
    subject: mail.subject ?? '',
    text: (mail.text ?? '').replaceAll('\r\n', '\n').trimEnd(),
    headers: raw.subarray(0, end < 0 ? raw.length : end).toString('latin1'),
  }
}
