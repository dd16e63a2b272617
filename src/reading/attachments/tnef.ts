/**
 * winmail.dat (MS-OXTNEF): the wrapper in which Outlook and Exchange send a letter to those whose mail program they take for
 * their own. The body and the names of the files inside are read; nothing is unpacked.
 */
import type { AttachmentSummary } from '../../domain/message.js'
import { decodeText } from '../../text/charset.js'
import { BrokenFormat, ByteReader } from './byte-reader.js'
import { charsetOfCodePage } from './code-page.js'
import { bodyOf, PROPERTY, type Properties, type PropertyValue, textOf, untilZero, VALUE_TYPE } from './mapi-text.js'
import type { BodyForms } from './rtf-content.js'

const SIGNATURE = 0x223e9f78
/** Attributes that are read (MS-OXTNEF 2.1.3.2). */
const ATTRIBUTE = {
  body: 0x0002800c,
  attachmentTitle: 0x00018010,
  attachmentStart: 0x00069002,
  attachmentProperties: 0x00069005,
  messageProperties: 0x00069003,
  codePage: 0x00069007,
  attachmentData: 0x0006800f,
} as const
/** Bytes of values of a fixed length by type, padded to four (MS-OXCDATA 2.11.1). */
const FIXED: Readonly<Record<number, number>> = {
  1: 0,
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
}
const MOST_ATTACHMENTS = 200
const MOST_PROPERTIES = 4_000

/** What a winmail.dat holds. */
export interface TnefContent extends BodyForms {
  readonly attachments: readonly AttachmentSummary[]
}

/**
 * Reads winmail.dat.
 * @returns what could be read before the bytes broke off; null where they are no TNEF at all
 */
export function readTnef(bytes: Uint8Array, mostBytes: number): TnefContent | null {
  const reader = new ByteReader(bytes)
  if (reader.left < 6 || reader.long() !== SIGNATURE) return null
  reader.skip(2)
  let charset: string | null = 'windows-1252'
  let simpleBody: Uint8Array | null = null
  let message: Properties = new Map()
  const files: { fileName: string; contentType: string; size: number }[] = []
  try {
    while (reader.left >= 9) {
      reader.skip(1)
      const attribute = reader.long()
      const value = reader.bytes(reader.long())
      reader.skip(Math.min(2, reader.left))
      const file = files.at(-1)
      if (attribute === ATTRIBUTE.codePage) charset = charsetOfCodePage(new ByteReader(value).long()) ?? charset
      else if (attribute === ATTRIBUTE.body) simpleBody = value
      else if (attribute === ATTRIBUTE.messageProperties) message = readProperties(value)
      else if (attribute === ATTRIBUTE.attachmentStart && files.length < MOST_ATTACHMENTS)
        files.push({ fileName: '', contentType: 'application/octet-stream', size: 0 })
      else if (attribute === ATTRIBUTE.attachmentData && file) file.size = value.length
      else if (attribute === ATTRIBUTE.attachmentTitle && file) file.fileName = nameOf(value, charset)
      else if (attribute === ATTRIBUTE.attachmentProperties && file) describe(file, readProperties(value), charset)
    }
  } catch (error) {
    if (!(error instanceof BrokenFormat)) throw error
  }
  const codePage = message.get(PROPERTY.internetCodePage)
  const inner = codePage ? charsetOfCodePage(new ByteReader(codePage.bytes).long()) : null
  const body = bodyOf(message, inner ?? charset, mostBytes)
  const written = (body.plain ?? body.html ?? '').trim() !== ''
  const plain = simpleBody ? untilZero(decodeText(simpleBody, charset)) : null
  return { ...(written ? body : { plain, html: null }), attachments: files }
}

function nameOf(value: Uint8Array, charset: string | null): string {
  return untilZero(decodeText(value, charset)).slice(0, 255)
}

function describe(
  file: { fileName: string; contentType: string },
  properties: Properties,
  charset: string | null,
): void {
  const name = textOf(properties, PROPERTY.attachmentLongName, charset)
  const type = textOf(properties, PROPERTY.attachmentMimeType, charset)
  if (name) file.fileName = name.slice(0, 255)
  if (type) file.contentType = type.toLowerCase().slice(0, 127)
}

/** A list of MAPI properties (MS-OXTNEF 2.1.3.4); of several values the first is kept. */
function readProperties(bytes: Uint8Array): Properties {
  const reader = new ByteReader(bytes)
  const properties = new Map<number, PropertyValue>()
  const count = Math.min(reader.long(), MOST_PROPERTIES)
  for (let index = 0; index < count; index += 1) {
    const type = reader.short()
    const id = reader.short()
    if (id >= 0x8000) skipName(reader)
    const values = readValues(reader, type)
    if (values !== null) properties.set(id, { type: type & 0x0fff, bytes: values })
  }
  return properties
}

function skipName(reader: ByteReader): void {
  reader.skip(16)
  if (reader.long() === 0) reader.skip(4)
  else skipPadded(reader, reader.long())
}

function skipPadded(reader: ByteReader, length: number): void {
  reader.skip(Math.min((length + 3) & ~3, reader.left))
}

function readValues(reader: ByteReader, type: number): Uint8Array | null {
  const several = (type & 0x1000) !== 0
  const single = type & 0x0fff
  const variable = Object.values(VALUE_TYPE).includes(single as never)
  const count = several || variable ? reader.long() : 1
  let first: Uint8Array | null = null
  for (let index = 0; index < count; index += 1) {
    const length = variable ? reader.long() : FIXED[single]
    if (length === undefined) throw new BrokenFormat(`a value of the unknown type ${single}`)
    if (length === 0 && !variable) return first
    const value = reader.bytes(length)
    if (variable) reader.skip(Math.min(((length + 3) & ~3) - length, reader.left))
    first ??= value
  }
  return first
}
