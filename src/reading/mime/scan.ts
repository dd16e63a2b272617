/**
 * Finds the parts of a message in its bytes, without decoding them: the structure of RFC 2045/2046, bounded in depth, number
 * and size before any library sees the bytes (neither mailparser nor postal-mime bounds parts or time). Lenient where mail
 * is broken: missing terminators, boundaries that never occur, headers that are no headers.
 */
import { HeaderFields, looksLikeField, parseHeaderBlock } from './headers.js'
import type { MimeLimits } from './limits.js'
import { parseStructuredValue, type StructuredValue } from './parameters.js'

/** A part of a message: leaf, multipart or embedded message. */
export interface MimePart {
  readonly headers: HeaderFields
  readonly contentType: StructuredValue
  /** Encoded body; for a multipart the whole of it, preamble and delimiters included. */
  readonly body: Uint8Array
  /** Parts of a multipart, or the one embedded message; empty for a leaf. */
  readonly children: readonly MimePart[]
}

/** A scanned message. */
export interface ScannedMail {
  readonly root: MimePart
  /** What was cut or repaired, for people. */
  readonly problems: readonly string[]
}

const LF = 0x0a
const CR = 0x0d

interface Scan {
  readonly limits: MimeLimits
  readonly problems: Set<string>
  parts: number
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Where the line that starts at `from` ends: after its line feed, or at the end of the bytes. */
function nextLine(bytes: Buffer, from: number): number {
  const feed = bytes.indexOf(LF, from)
  return feed < 0 ? bytes.length : feed + 1
}

function lineText(bytes: Buffer, from: number, to: number): string {
  let end = Math.min(to, from + 200)
  while (end > from && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end -= 1
  return bytes.toString('latin1', from, end)
}

/** Splits headers from body. A text without any header field is all body. */
function splitHeaders(bytes: Buffer, scan: Scan): { headers: HeaderFields; body: Buffer } {
  let at = 0
  // Mailbox files leave a "From " line, some gateways blank lines, before the first field.
  while (at < bytes.length && (bytes[at] === LF || bytes[at] === CR)) at += 1
  const leading = at
  if (/^>?From [^\n]{1,200}$/.test(lineText(bytes, at, nextLine(bytes, at)))) at = nextLine(bytes, at)
  const start = at
  const mostBytes = start + scan.limits.headerBytes
  let fields = 0
  let strayLines = 0
  while (at < bytes.length) {
    const next = nextLine(bytes, at)
    const line = lineText(bytes, at, next)
    if (
      line.trim() === '' &&
      !(line.length > 0 && fields > 0 && /^[ \t]/.test(lineText(bytes, next, nextLine(bytes, next))))
    ) {
      const headerEnd = at
      return finishHeaders(bytes, start, headerEnd, line.trim() === '' ? next : at, mostBytes, scan)
    }
    if (looksLikeField(line)) fields += 1
    else if (!line.startsWith(' ') && !line.startsWith('\t')) {
      strayLines += 1
      const follower = lineText(bytes, next, nextLine(bytes, next))
      if (fields === 0 || strayLines > 5 || !looksLikeField(follower)) {
        if (fields === 0) return { headers: new HeaderFields([]), body: bytes.subarray(leading) }
        scan.problems.add('a line among the headers is no header: the body was taken to start there')
        return finishHeaders(bytes, start, at, at, mostBytes, scan)
      }
    }
    at = next
  }
  if (fields === 0) return { headers: new HeaderFields([]), body: bytes.subarray(leading) }
  return finishHeaders(bytes, start, at, at, mostBytes, scan)
}

function finishHeaders(bytes: Buffer, start: number, end: number, body: number, most: number, scan: Scan) {
  if (end > most)
    scan.problems.add(`headers longer than ${scan.limits.headerBytes} bytes: the rest of them was not read`)
  const headers = parseHeaderBlock(bytes.subarray(start, Math.min(end, most)), scan.limits.headerFields)
  return { headers, body: bytes.subarray(body) }
}

/** The delimiter lines of one boundary: where each starts, and where the part behind it starts; up to the closing one. */
function delimiters(body: Buffer, boundary: string, most: number): { at: number; after: number; closing: boolean }[] {
  const needle = Buffer.from(`--${boundary}`, 'utf8')
  const found: { at: number; after: number; closing: boolean }[] = []
  let from = 0
  while (found.length <= most) {
    const at = body.indexOf(needle, from)
    if (at < 0) break
    from = at + needle.length
    if (at > 0 && body[at - 1] !== LF && body[at - 1] !== CR) continue
    const after = nextLine(body, from)
    const rest = body.toString('latin1', from, Math.min(after, from + 120)).trimEnd()
    if (rest !== '' && rest !== '--' && !/^-?-?\s*$/.test(rest)) continue
    found.push({ at, after, closing: rest.startsWith('--') })
    from = after
    if (rest.startsWith('--')) break
  }
  return found
}

/** A boundary as the body shows it, for multiparts that name none or a wrong one: a `--` line with a Content- field below. */
function shownBoundary(body: Buffer): string | null {
  let at = 0
  for (let line = 0; line < 200 && at < body.length; line += 1) {
    const next = nextLine(body, at)
    const shown = /^--(\S[^\r\n]{3,69})$/.exec(lineText(body, at, next).trimEnd())
    if (shown && /^content-[a-z-]+\s*:/i.test(lineText(body, next, nextLine(body, next)))) return shown[1]!
    at = next
  }
  return null
}

function withoutLastBreak(part: Buffer): Buffer {
  let end = part.length
  if (end > 0 && part[end - 1] === LF) end -= 1
  if (end > 0 && part[end - 1] === CR) end -= 1
  return part.subarray(0, end)
}

function childrenOf(body: Buffer, boundary: string, depth: number, defaultType: string, scan: Scan): MimePart[] {
  let used = boundary
  let marks = used === '' ? [] : delimiters(body, used, scan.limits.parts)
  if (marks.length === 0) {
    const shown = shownBoundary(body)
    if (shown === null) return []
    scan.problems.add('the boundary of a multipart is missing or wrong: the one its body shows was used')
    used = shown
    marks = delimiters(body, used, scan.limits.parts)
  }
  const children: MimePart[] = []
  for (const [index, mark] of marks.entries()) {
    if (mark.closing) break
    const end = marks[index + 1]?.at ?? body.length
    if (index === marks.length - 1) scan.problems.add('the last part of a multipart has no end: the message may be cut')
    const child = scanPart(withoutLastBreak(body.subarray(mark.after, end)), depth + 1, defaultType, scan)
    if (child) children.push(child)
  }
  return children
}

/** Embedded messages that may be looked into. `message/delivery-status` and the like are leaves. */
const EMBEDDED = /^message\/(rfc822|global|news)$/

function scanPart(bytes: Buffer, depth: number, defaultType: string, scan: Scan): MimePart | null {
  if (scan.parts >= scan.limits.parts) {
    scan.problems.add(`more than ${scan.limits.parts} parts: the rest of them was not read`)
    return null
  }
  scan.parts += 1
  const { headers, body } = splitHeaders(bytes, scan)
  const declared = parseStructuredValue(headers.raw('content-type'))
  const contentType = declared.value.includes('/') ? declared : { value: defaultType, parameters: declared.parameters }
  const leaf = { headers, contentType, body, children: [] }
  const multipart = contentType.value.startsWith('multipart/')
  if (!multipart && !EMBEDDED.test(contentType.value)) return leaf
  if (depth >= scan.limits.depth) {
    scan.problems.add(`parts nested deeper than ${scan.limits.depth}: the inner ones were not read`)
    return { ...leaf, contentType: { value: 'application/octet-stream', parameters: new Map() } }
  }
  if (!multipart) {
    // RFC 2046 §5.2.1 allows no encoding here but 7bit, 8bit and binary; an encoded one stays closed.
    if (/base64|quoted-printable/i.test(headers.raw('content-transfer-encoding'))) return leaf
    const inner = scanPart(body, depth + 1, 'text/plain', scan)
    return { ...leaf, children: inner ? [inner] : [] }
  }
  const digest = contentType.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  const children = childrenOf(body, contentType.parameters.get('boundary') ?? '', depth, digest, scan)
  if (children.length > 0) return { ...leaf, children }
  scan.problems.add('a multipart without parts: its body was read as plain text')
  return { ...leaf, contentType: { value: 'text/plain', parameters: contentType.parameters } }
}

/** Finds the parts of a message; never throws. */
export function scanMail(raw: Uint8Array, limits: MimeLimits): ScannedMail {
  const scan: Scan = { limits, problems: new Set(), parts: 0 }
  if (raw.length > limits.bytes) scan.problems.add(`longer than ${limits.bytes} bytes: the rest was not read`)
  const root = scanPart(view(raw).subarray(0, limits.bytes), 0, 'text/plain', scan)
  return { root: root!, problems: [...scan.problems] }
}
