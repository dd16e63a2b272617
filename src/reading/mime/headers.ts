/**
 * A header block as fields: unfolded, 8-bit bytes read as UTF-8 or windows-1252, encoded words (RFC 2047) decoded on
 * demand by postal-mime. Lines that are no field are skipped; lengths and counts are bounded.
 */
import { decodeWords } from 'postal-mime'
import { decodeText } from '../../text/charset.js'
import { isSpacedAscii } from '../printable.js'

/** One field of a header block. */
export interface HeaderField {
  /** Lower case. */
  readonly name: string
  /** Unfolded and trimmed, encoded words as written. */
  readonly raw: string
}

/** Longest value kept of one field. */
const LONGEST_VALUE = 32_768

/** The fields of one header block, in their order. */
export class HeaderFields {
  readonly #byName = new Map<string, string[]>()

  constructor(readonly fields: readonly HeaderField[]) {
    for (const { name, raw } of fields) {
      const values = this.#byName.get(name)
      if (values) values.push(raw)
      else this.#byName.set(name, [raw])
    }
  }

  /** Value of the first field of that name as written; empty where there is none. */
  raw(name: string): string {
    return this.#byName.get(name)?.[0] ?? ''
  }

  /** Value of the first field of that name with encoded words decoded; empty where there is none. */
  text(name: string): string {
    return decodeHeaderText(this.raw(name))
  }

  /** Values of all fields of that name as written. */
  all(name: string): readonly string[] {
    return this.#byName.get(name) ?? []
  }

  has(name: string): boolean {
    return this.#byName.has(name)
  }
}

/** Decodes encoded words, those too that stand next to other characters or hold spaces; control characters are dropped. */
export function decodeHeaderText(raw: string): string {
  if (isSpacedAscii(raw) && !raw.includes('=?')) return raw
  const decoded = raw.includes('=?') ? decodeWords(raw.slice(0, LONGEST_VALUE)) : raw
  return decoded
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
}

/** A field's first line: a name of printable characters without space, then a colon (RFC 5322 §2.2; spaces before the colon: §4.5). */
const FIELD = /^([\x21-\x39\x3b-\x7e]{1,120})[ \t]{0,20}:/

/** Lines of a header block, whatever ends them. */
function linesOf(block: string): string[] {
  const unix = block.includes('\r') ? block.replaceAll('\r\n', '\n') : block
  return unix.includes('\r') ? unix.split(/[\r\n]/) : unix.split('\n')
}

/** Parses the bytes of a header block. */
export function parseHeaderBlock(bytes: Uint8Array, maximumFields: number): HeaderFields {
  const fields: { name: string; pieces: string[]; length: number }[] = []
  for (const line of linesOf(decodeText(bytes, null))) {
    const last = fields.at(-1)
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (last && last.length < LONGEST_VALUE) {
        last.pieces.push(line)
        last.length += line.length
      }
      continue
    }
    const field = FIELD.exec(line.slice(0, 160))
    if (!field) continue
    if (fields.length >= maximumFields) break
    const value = line.slice(field[0].length, field[0].length + LONGEST_VALUE)
    fields.push({ name: field[1]!.toLowerCase(), pieces: [value], length: value.length })
  }
  return new HeaderFields(
    fields.map(({ name, pieces }) => ({ name, raw: pieces.join('').slice(0, LONGEST_VALUE).trim() })),
  )
}

/** True where a line could be a field's first line. */
export function looksLikeField(line: string): boolean {
  return FIELD.test(line.slice(0, 160))
}
