/** When a mail arrived by its topmost Received header (RFC 5321 §4.4: the last server writes on top), where IMAP gives no INTERNALDATE. */
import type { ReadMoment } from '../calendar/iso-moment.js'
import { parseMailDate, withoutComments } from '../calendar/rfc5322-date.js'

/** A Received field is within the first bytes; more is not looked at. */
const HEAD_BYTES = 16_384

/**
 * The time in the topmost Received header.
 * @param raw raw bytes of the message
 * @returns null where there is none, or its date cannot be read
 */
export function receivedHeaderTime(raw: Uint8Array): ReadMoment | null {
  const head = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, HEAD_BYTES)).toString('latin1')
  const header = head.split(/\r?\n\r?\n/, 1)[0] ?? ''
  const unfolded = header.replace(/\r?\n[ \t]+/g, ' ')
  const line = unfolded.split(/\r?\n/).find((field) => /^received:/i.test(field))
  if (!line) return null
  const bare = withoutComments(line)
  return parseMailDate(bare.slice(bare.lastIndexOf(';') + 1))
}
