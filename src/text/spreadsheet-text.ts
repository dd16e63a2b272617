/**
 * Text files as spreadsheets write them: UTF-8 with or without a mark, UTF-16, or the Windows code page of western Europe;
 * comma, semicolon or tab between columns; numbers with a decimal comma. What can be read in two ways is refused with its line.
 */
import { isUtf8 } from 'node:buffer'

/** A file's text, or why and on which line it is none. */
export type DecodedFile =
  | { readonly text: string; readonly fault: null }
  | { readonly text: null; readonly fault: { readonly line: number; readonly message: string; readonly hint: string } }

/** What stands between columns. */
export type Delimiter = ',' | ';' | '\t'

const SAVE_AS = 'save it as UTF-8 (in a spreadsheet: “CSV UTF-8”)'

/** Bytes that windows-1252 leaves open (WHATWG Encoding Standard maps them to control characters). */
const UNASSIGNED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
/** É, à and é of the old Macintosh code page; in windows-1252 ƒ, ˆ and Ž, which no word has after a small letter. */
const MACINTOSH = new Set([0x83, 0x88, 0x8e])

function lineAt(bytes: Uint8Array, end: number): number {
  let line = 1
  for (let at = 0; at < end; at += 1)
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line += 1
  return line
}

function isSmallLetter(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x61 && byte <= 0x7a
}

/** Length of the UTF-8 sequence that begins here; 0 where none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  for (const length of [2, 3, 4])
    if (at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length))) return length
  return 0
}

/** First byte ≥ 0x80 that is no UTF-8, and how many sequences there are that only UTF-8 explains. */
function surveyUtf8(bytes: Uint8Array): { readonly broken: number; readonly sequences: number } {
  let broken = -1
  let sequences = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at]! < 0x80) continue
    const length = sequenceAt(bytes, at)
    if (length > 0) {
      sequences += 1
      at += length - 1
    } else if (broken < 0) broken = at
  }
  return { broken, sequences }
}

function decodeWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedFile {
  const whole = bytes.subarray(0, bytes.length & ~1)
  const lenient = new TextDecoder(encoding).decode(whole)
  const at = lenient.indexOf('\ufffd')
  if (at < 0 && whole.length === bytes.length) return { text: lenient, fault: null }
  const before = at < 0 ? lenient : lenient.slice(0, at)
  return {
    text: null,
    fault: {
      line: before.split(/\r\n|\n|\r/).length,
      message: `is cut or damaged: this is no ${encoding.toUpperCase()} text`,
      hint: SAVE_AS,
    },
  }
}

/** UTF-16 without its mark: in western text every second byte is zero. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const looked = bytes.subarray(0, 400)
  const zeros = (odd: number) => looked.reduce((sum, byte, at) => sum + (at % 2 === odd && byte === 0 ? 1 : 0), 0)
  const half = looked.length / 2
  if (zeros(1) > half * 0.7 && zeros(0) < half * 0.1) return 'utf-16le'
  return zeros(0) > half * 0.7 && zeros(1) < half * 0.1 ? 'utf-16be' : null
}

/** Decodes a text file; the mark at its beginning is left out. */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeWide(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeWide(bytes, 'utf-16be')
  const wide = wideWithoutMark(bytes)
  if (wide) return decodeWide(bytes, wide)
  const fault = (at: number, message: string, hint = SAVE_AS): DecodedFile => ({
    text: null,
    fault: { line: lineAt(bytes, at), message, hint },
  })
  const zero = bytes.indexOf(0)
  if (zero >= 0)
    return fault(zero, 'holds a byte that no text has: this is no CSV file', 'export the sheet as “CSV UTF-8”')
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes), fault: null }
  const { broken, sequences } = surveyUtf8(bytes)
  if (sequences > 0) return fault(broken, 'has a character that is not UTF-8, in a file that is UTF-8 elsewhere')
  const open = bytes.findIndex(
    (byte, at) => UNASSIGNED.has(byte) || (MACINTOSH.has(byte) && isSmallLetter(bytes[at - 1])),
  )
  if (open >= 0) return fault(open, 'has a character that is neither UTF-8 nor Windows-1252')
  return { text: new TextDecoder('windows-1252').decode(bytes), fault: null }
}

/** Excel's line that names the delimiter: `sep=;`, `"sep=,"`. */
const SEPARATOR_LINE = /^\s*"?sep=([;,\t])"?[;,\s]*$/i

/** The delimiter that a line `sep=…` names; null where the line is none. */
export function namedDelimiter(line: string): Delimiter | null {
  return (SEPARATOR_LINE.exec(line)?.[1] as Delimiter | undefined) ?? null
}

/** The delimiter of a header line: the one that stands there most often outside quotes; a comma where none does. */
export function delimiterOf(header: string): Delimiter {
  // Every second piece between quotes stands inside them, doubled quotes included.
  const bare = header
    .split('"')
    .filter((_, piece) => piece % 2 === 0)
    .join('')
  const counts = ([',', ';', '\t'] as const).map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }))
  return counts.toSorted((left, right) => right.count - left.count)[0]!.delimiter
}

/** Thousands as French spreadsheets show them: groups of three behind a space of any width. */
const GROUPED = /^-?\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:,\d+)?$/

/** A cell that is a number in some notation. */
export type NumberCell = number | 'ambiguous' | null

/**
 * The number that a cell holds; null where it holds none.
 * @param delimiter of the file: a spreadsheet writes `;` or tab where the comma is its decimal sign, so that `1,234` can mean
 * a thousand in files with commas alone, and is `ambiguous` there
 */
export function numberIn(cell: string, delimiter: Delimiter): NumberCell {
  if (/^-?\d+(?:\.\d+)?$/.test(cell)) return Number(cell)
  if (/^-?\d{1,3},\d{3}$/.test(cell) && delimiter === ',') return 'ambiguous'
  if (/^-?\d+,\d+$/.test(cell)) return Number(cell.replace(',', '.'))
  if (GROUPED.test(cell)) return Number(cell.replace(/[ \u00a0\u202f\u2009]/g, '').replace(',', '.'))
  return null
}
