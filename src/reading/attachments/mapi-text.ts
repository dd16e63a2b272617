/**
 * What Outlook's property store says of a mail, the same in winmail.dat (MS-OXTNEF) and in .msg files (MS-OXMSG): the three
 * forms of the body by property tag (MS-OXPROPS), of which the best is taken, and texts in the code page of the mail.
 */
import { decodeText } from '../../text/charset.js'
import { decompressRtf } from './compressed-rtf.js'
import { type BodyForms, contentOfRtf } from './rtf-content.js'

/** Property ids that are read (MS-OXPROPS 2.x): the upper half of a property tag. */
export const PROPERTY = {
  subject: 0x0037,
  transportHeaders: 0x007d,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  senderSmtpAddress: 0x5d01,
  plainBody: 0x1000,
  compressedRtf: 0x1009,
  htmlBody: 0x1013,
  internetCodePage: 0x3fde,
  messageCodePage: 0x3ffd,
  attachmentData: 0x3701,
  attachmentName: 0x3704,
  attachmentLongName: 0x3707,
  attachmentMimeType: 0x370e,
} as const

/** Types of property values (MS-OXCDATA 2.11.1). */
export const VALUE_TYPE = { string8: 0x001e, unicode: 0x001f, binary: 0x0102, object: 0x000d } as const

/** A property's raw value. */
export interface PropertyValue {
  readonly type: number
  readonly bytes: Uint8Array
}

/** Properties by id. */
export type Properties = ReadonlyMap<number, PropertyValue>

/** Text up to its terminating zero, LF line ends. */
export function untilZero(text: string): string {
  const zero = text.indexOf('\0')
  return (zero < 0 ? text : text.slice(0, zero)).replace(/\r\n?/g, '\n')
}

/** A text property; null where it is absent or no text. */
export function textOf(properties: Properties, id: number, charset: string | null): string | null {
  const value = properties.get(id)
  if (!value) return null
  if (value.type === VALUE_TYPE.unicode) return untilZero(Buffer.from(value.bytes).toString('utf16le'))
  if (value.type !== VALUE_TYPE.string8 && value.type !== VALUE_TYPE.binary) return null
  return untilZero(decodeText(value.bytes, charset))
}

/**
 * The body out of its properties: plain text, HTML, or what the compressed RTF holds.
 * @param mostBytes bytes to which RTF may be unpacked
 */
export function bodyOf(properties: Properties, charset: string | null, mostBytes: number): BodyForms {
  const plain = textOf(properties, PROPERTY.plainBody, charset)
  const html = textOf(properties, PROPERTY.htmlBody, charset)
  if ((plain ?? '').trim() !== '' || (html ?? '').trim() !== '') return { plain, html }
  const packed = properties.get(PROPERTY.compressedRtf)
  const rtf = packed ? decompressRtf(packed.bytes, mostBytes) : null
  return rtf === null ? { plain: null, html: null } : contentOfRtf(rtf)
}
