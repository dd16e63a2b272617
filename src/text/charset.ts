/**
 * Bytes to text when the declared charset is missing, wrong or unknown. The bytes speak first: valid UTF-8 with
 * multi-byte sequences is UTF-8 whatever a single-byte label says. Mojibake that the sender wrote himself stays as it is.
 */
import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** Labels under which bytes ≥ 0x80, or escape sequences, mean something of their own, so that UTF-8 must not be guessed. */
const MULTI_BYTE =
  /^(iso-?2022|euc|shift_?jis|sjis|x-sjis|gb|hz|big5|ks_c|cp9|windows-?9|ms9|utf-?16|utf-?7|ucs|unicode)/

/** Labels that TextDecoder does not know and iconv-lite does. */
const BY_ICONV =
  /^(utf-?7|unicode-1-1-utf-7|x-unicode-2-0-utf-7|utf-?32|cp(437|85\d|86\d|1125|775|737|720)|ibm(437|85\d))/

const lenientUtf8 = new TextDecoder('utf-8')
const windows1252 = new TextDecoder('windows-1252')

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const ESCAPE = 0x1b

function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  const text = view(bytes)
  if (!text.includes(ESCAPE)) return false
  return text.includes('\u001b$B') || text.includes('\u001b$@') || text.includes('\u001b(J')
}

function byLabel(bytes: Uint8Array, label: string): string | null {
  try {
    if (BY_ICONV.test(label) && iconv.encodingExists(label)) return iconv.decode(Buffer.from(bytes), label)
    return new TextDecoder(label).decode(bytes)
  } catch {
    const plain = label.replace(/^x-/, '').replace(/^cs/, '').replace(/_/g, '-')
    const alias = /^cp-?(\d{4})$/.exec(plain) ? plain.replace(/^cp-?/, 'windows-') : plain
    if (alias !== label) return byLabel(bytes, alias)
    return iconv.encodingExists(label) ? iconv.decode(Buffer.from(bytes), label) : null
  }
}

/** UTF-16 without a byte order mark: every second byte is zero in western text. */
function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 400) & ~1
  if (length < 8) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  if (odd > length / 3 && even === 0) return 'utf-16le'
  return even > length / 3 && odd === 0 ? 'utf-16be' : null
}

/** UTF-8 in which a few sequences are cut or broken, as against a single-byte text labelled UTF-8. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let valid = 0
  let broken = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!
    if (byte < 0x80) continue
    const following = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0
    let complete = following > 0
    for (let next = 1; next <= following; next += 1) {
      if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) complete = false
    }
    if (complete) {
      valid += 1
      at += following
    } else broken += 1
  }
  return valid > broken
}

/**
 * Decodes text bytes.
 * @param declared charset label as the mail gives it; null or unknown labels are guessed from the bytes
 * @returns the text; never throws, undecodable bytes become U+FFFD or their windows-1252 character
 */
export function decodeText(bytes: Uint8Array, declared: string | null): string {
  if (bytes.length === 0) return ''
  const label = (declared ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
    .split('*')[0]!
    .slice(0, 60)
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return lenientUtf8.decode(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (MULTI_BYTE.test(label)) {
    const text = byLabel(bytes, label)
    if (text !== null) return text
  }
  if (isAscii(bytes)) {
    if (hasJapaneseEscapes(bytes)) return new TextDecoder('iso-2022-jp').decode(bytes)
    const wide = looksLikeUtf16(bytes)
    if (wide) return new TextDecoder(wide).decode(bytes)
    return view(bytes).toString('latin1')
  }
  if (isUtf8(bytes)) return view(bytes).toString('utf8')
  if (/^utf-?8/.test(label) && mostlyUtf8(bytes)) return lenientUtf8.decode(bytes)
  if (label !== '' && !/^(utf-?8|us-ascii|ascii|ansi)/.test(label)) {
    const text = byLabel(bytes, label)
    if (text !== null) return text
  }
  return mostlyUtf8(bytes) ? lenientUtf8.decode(bytes) : windows1252.decode(bytes)
}
