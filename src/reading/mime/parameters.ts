/**
 * Structured header values such as `text/plain; charset=utf-8`: the value and its parameters, with continuations and
 * charsets of RFC 2231. Lenient: unquoted spaces, missing semicolons at the end and comments are survived.
 */
import { decodeWords } from 'postal-mime'
import { decodeText } from '../../text/charset.js'

/** A value with its parameters. */
export interface StructuredValue {
  /** Lower case, trimmed (`text/plain`). */
  readonly value: string
  /** By lower-case name; the first of a repeated name counts. */
  readonly parameters: ReadonlyMap<string, string>
}

/** Parameter values longer than this are cut: no boundary (70 at most by RFC 2046) or file name is. */
const LONGEST_PARAMETER = 2_000

function splitOutsideQuotes(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let quoted = false
  let comment = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!
    if (quoted) {
      if (character === '\\' && at + 1 < text.length) {
        piece += character + text[at + 1]
        at += 1
        continue
      }
      if (character === '"') quoted = false
      piece += character
    } else if (character === '(' && text.indexOf(')', at) > at) comment += 1
    else if (character === ')' && comment > 0) comment -= 1
    else if (comment > 0) continue
    else if (character === ';') {
      pieces.push(piece)
      piece = ''
    } else {
      if (character === '"') quoted = true
      piece += character
    }
  }
  pieces.push(piece)
  return pieces
}

function unquote(text: string): string {
  const trimmed = text.trim()
  if (!trimmed.startsWith('"')) return trimmed
  const end = trimmed.lastIndexOf('"')
  return trimmed.slice(1, end > 0 ? end : undefined).replace(/\\(.)/g, '$1')
}

function percentDecoded(text: string, charset: string): string {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const hex = text[at] === '%' ? Number.parseInt(text.slice(at + 1, at + 3), 16) : Number.NaN
    if (Number.isNaN(hex)) bytes.push(text.charCodeAt(at) & 0xff)
    else {
      bytes.push(hex)
      at += 2
    }
  }
  return decodeText(Uint8Array.from(bytes), charset)
}

/** Joins `name*0`, `name*1*`, … and decodes `charset'language'percent-encoded` values (RFC 2231 §3 and §4). */
function joinContinuations(raw: ReadonlyMap<string, string>): Map<string, string> {
  const joined = new Map<string, string>()
  const sections = new Map<string, { index: number; encoded: boolean; value: string }[]>()
  for (const [name, value] of raw) {
    const parts = /^([^*]+)\*(\d{1,3})?(\*)?$/.exec(name)
    if (!parts) {
      joined.set(name, value)
      continue
    }
    const list = sections.get(parts[1]!) ?? []
    list.push({ index: Number(parts[2] ?? 0), encoded: parts[2] === undefined || parts[3] !== undefined, value })
    sections.set(parts[1]!, list)
  }
  for (const [name, list] of sections) {
    list.sort((one, other) => one.index - other.index)
    const first = list[0]!
    if (!list.some(({ encoded }) => encoded)) {
      joined.set(name, list.map(({ value }) => value).join(''))
      continue
    }
    const prefix = first.encoded ? /^([^']{0,60})'([^']{0,60})'/.exec(first.value) : null
    const charset = prefix?.[1] || 'utf-8'
    const text = list
      .map(({ value, encoded }, at) => ({ value: at === 0 && prefix ? value.slice(prefix[0].length) : value, encoded }))
      .map(({ value, encoded }) => (encoded ? value : value.replace(/%/g, '%25')))
      .join('')
    joined.set(name, percentDecoded(text, charset))
  }
  return joined
}

/** Parses a structured header value; an empty text gives an empty value without parameters. */
export function parseStructuredValue(text: string): StructuredValue {
  const [value = '', ...rest] = splitOutsideQuotes(text.slice(0, 8 * LONGEST_PARAMETER))
  const raw = new Map<string, string>()
  for (const piece of rest) {
    const equals = piece.indexOf('=')
    if (equals < 1) continue
    const name = piece.slice(0, equals).trim().toLowerCase()
    if (!raw.has(name)) raw.set(name, unquote(piece.slice(equals + 1)).slice(0, LONGEST_PARAMETER))
  }
  const parameters = joinContinuations(raw)
  for (const name of ['name', 'filename']) {
    const written = parameters.get(name)
    if (written?.includes('=?')) parameters.set(name, decodeWords(written))
  }
  return { value: value.trim().toLowerCase(), parameters }
}
