/**
 * Outlook's .msg files (MS-OXMSG): what people get who drag a mail out of Outlook. Headers, body and the names of attached files
 * are taken out; nothing inside is opened.
 */
import type { AttachmentSummary } from '../../domain/message.js'
import { BrokenFormat } from './byte-reader.js'
import { charsetOfCodePage } from './code-page.js'
import { openCompoundFile } from './compound-file.js'
import { bodyOf, PROPERTY, type Properties, type PropertyValue, textOf, VALUE_TYPE } from './mapi-text.js'

/** A mail out of a .msg file. */
export interface OutlookMessage {
  /** Header block as it came, or one made of sender and subject where the mail was never sent over the internet. */
  readonly headers: string
  readonly plain: string | null
  readonly html: string | null
  readonly attachments: readonly AttachmentSummary[]
}

const STREAM = /^(?:__substg1\.0_([\dA-F]{4})([\dA-F]{4}))$/i
const ATTACHMENT = /^(__attach_version1\.0_#[\dA-F]{8}\/)__substg1\.0_/i
const FIXED_PROPERTIES = '__properties_version1.0'
/** Bytes of the header of the message's own list of fixed properties (MS-OXMSG 2.4.1.1), and of one entry. */
const FIXED_HEADER = 32
const FIXED_ENTRY = 16
const MOST_ATTACHMENTS = 200

type Streams = ReadonlyMap<string, () => Uint8Array>

/** Properties whose values are streams of their own below a path. */
function propertiesBelow(streams: Streams, path: string): Properties {
  const properties = new Map<number, PropertyValue>()
  for (const [name, read] of streams) {
    if (!name.startsWith(path)) continue
    const parts = STREAM.exec(name.slice(path.length))
    if (!parts) continue
    const type = Number.parseInt(parts[2]!, 16)
    const known = Object.values(VALUE_TYPE).includes(type as never)
    if (known) properties.set(Number.parseInt(parts[1]!, 16), { type, bytes: read() })
  }
  return properties
}

/** A number among the fixed properties; null where it is not there. */
function fixedNumber(list: Uint8Array, id: number): number | null {
  const bytes = Buffer.from(list)
  for (let at = FIXED_HEADER; at + FIXED_ENTRY <= bytes.length; at += FIXED_ENTRY)
    if (bytes.readUInt16LE(at + 2) === id) return bytes.readUInt32LE(at + 8)
  return null
}

function quoted(name: string): string {
  return `"${name.replace(/["\\\r\n]/g, ' ')}"`
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}

/**
 * Reads a .msg file.
 * @param mostBytes bytes to which a body may be unpacked
 * @throws BrokenFormat where the bytes are no Outlook message that can be read
 */
export function readOutlookMessage(bytes: Uint8Array, mostBytes: number): OutlookMessage {
  const streams = openCompoundFile(bytes)
  const properties = propertiesBelow(streams, '')
  if (properties.size === 0) throw new BrokenFormat('it holds no mail')
  const fixed = streams.get(FIXED_PROPERTIES)?.() ?? new Uint8Array()
  const codePage = fixedNumber(fixed, PROPERTY.internetCodePage) ?? fixedNumber(fixed, PROPERTY.messageCodePage) ?? 0
  const charset = charsetOfCodePage(codePage)
  const text = (id: number) => textOf(properties, id, charset)?.trim() ?? ''
  const address = text(PROPERTY.senderSmtpAddress) || text(PROPERTY.senderAddress)
  const made = [
    `From: ${quoted(text(PROPERTY.senderName))} <${address.includes('@') ? oneLine(address) : ''}>`,
    `Subject: ${oneLine(text(PROPERTY.subject))}`,
  ].join('\n')
  const stores = new Set([...streams.keys()].flatMap((name) => ATTACHMENT.exec(name)?.[1] ?? []))
  const attachments = [...stores].slice(0, MOST_ATTACHMENTS).map((path): AttachmentSummary => {
    const file = propertiesBelow(streams, path)
    const name = textOf(file, PROPERTY.attachmentLongName, charset) ?? textOf(file, PROPERTY.attachmentName, charset)
    return {
      fileName: (name ?? '').slice(0, 255),
      contentType: (textOf(file, PROPERTY.attachmentMimeType, charset) ?? 'application/octet-stream').slice(0, 127),
      size: file.get(PROPERTY.attachmentData)?.bytes.length ?? 0,
    }
  })
  return { headers: text(PROPERTY.transportHeaders) || made, ...bodyOf(properties, charset, mostBytes), attachments }
}
