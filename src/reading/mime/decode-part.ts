/**
 * Decodes the body of one part: transfer encoding by postal-mime, charset by our own repair, format=flowed by RFC 3676.
 * postal-mime is kept over mailparser: it opens twice as many mails a second and takes parts and headers one at a time.
 * mailparser keeps more charsets, but neither mends a wrong label or a broken boundary (`npm run accuracy -- mime`).
 */
import PostalMime from 'postal-mime'
import { decodeText } from '../../text/charset.js'
import { unflow } from './flowed.js'
import { realEncoding } from './real-encoding.js'
import type { MimePart } from './scan.js'

/** Undoes base64 or quoted-printable. The bytes pass as an attachment, so that the library guesses no charset. */
async function transferDecoded(body: Uint8Array, encoding: string): Promise<Uint8Array> {
  const header = Buffer.from(
    `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`,
    'latin1',
  )
  const { attachments } = await PostalMime.parse(Buffer.concat([header, body]))
  const content = attachments[0]?.content
  if (content instanceof ArrayBuffer) return new Uint8Array(content)
  return content instanceof Uint8Array ? content : body
}

/** A page's own charset, read where the part's header names none. */
function metaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2_048)).toString('latin1')
  return /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})/i.exec(head)?.[1] ?? null
}

function declaredEncoding(part: MimePart): 'base64' | 'quoted-printable' | null {
  const name = /base64|quoted-printable/.exec(part.headers.raw('content-transfer-encoding').toLowerCase())?.[0]
  return name === 'base64' || name === 'quoted-printable' ? name : null
}

/**
 * Bytes of a part that is no text.
 * @param mostBytes encoded bytes to read; the rest is left
 */
export async function bytesOfPart(part: MimePart, mostBytes: number): Promise<Uint8Array> {
  const body = part.body.subarray(0, mostBytes)
  const encoding = declaredEncoding(part)
  return encoding ? await transferDecoded(body, encoding) : body
}

/**
 * Text of a text part.
 * @param mostBytes encoded bytes to read; the rest is left
 */
export async function decodePart(part: MimePart, mostBytes: number): Promise<string> {
  const body = part.body.subarray(0, mostBytes)
  const encoding = realEncoding(body, declaredEncoding(part))
  const bytes = encoding ? await transferDecoded(body, encoding) : body
  const { value, parameters } = part.contentType
  const declared = parameters.get('charset') ?? (value === 'text/html' ? metaCharset(bytes) : null)
  const text = decodeText(bytes, declared).replace(/\r\n?/g, '\n').replace(/\0/g, '')
  if (value !== 'text/html' && /^flowed$/i.test(parameters.get('format') ?? '')) {
    return unflow(text, /^yes$/i.test(parameters.get('delsp') ?? ''))
  }
  return text
}
