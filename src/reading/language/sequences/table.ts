/**
 * The compiled table of letter sequences: eld's data (Nito T.M., Apache-2.0) as typed arrays. As the literal of objects that eld
 * ships, the same data takes each thread 125 MB; as this file 2 MB. Sequences are of 3 to 6 bytes of eld's alphabet.
 */

/** What a table says beside its sequences, as JSON at the head of the file. */
export interface TableHead {
  /** Raised whenever the layout changes. */
  readonly version: number
  /** ISO 639-1 codes, by their numbers. */
  readonly languages: readonly string[]
  /** Mean score of a right answer, by the language's number. */
  readonly averages: readonly number[]
  /** What stands between words, as a pattern and its flags. */
  readonly separators: readonly [pattern: string, flags: string]
  /** The alphabet: code of the letter that stands for each byte of UTF-8 text. */
  readonly alphabet: readonly number[]
  /** Distinct rows of scores, and languages in all of them. */
  readonly rows: number
  readonly scores: number
  /** Distinct sequences, and slots of the hash table (a power of two). */
  readonly sequences: number
  readonly slots: number
}

/** A table, opened. */
export interface LetterTable extends TableHead {
  /** Place in the lists of languages and points where a row begins, one more than rows. */
  readonly rowStarts: Uint32Array
  /** Languages of all rows, and the points that a sequence gives each. */
  readonly rowLanguages: Uint8Array
  readonly rowPoints: Uint16Array
  /** Hash table: the first four bytes of a sequence, the other two, and its row from 1; 0 where the slot is empty. */
  readonly slotLow: Uint32Array
  readonly slotHigh: Uint16Array
  readonly slotRow: Uint16Array
}

/** Layout of the file. */
export const TABLE_VERSION = 1

/** Longest sequence that a table can hold, in bytes. */
export const LONGEST_SEQUENCE = 6

/** Slot at which the search for a sequence begins. */
export function firstSlot(low: number, high: number, slots: number): number {
  let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 15
  return hash & (slots - 1)
}

/** Row of a sequence, or -1 where the table lacks it. */
export function rowOf(table: LetterTable, low: number, high: number): number {
  const { slots, slotLow, slotHigh, slotRow } = table
  for (let slot = firstSlot(low, high, slots); slotRow[slot] !== 0; slot = (slot + 1) & (slots - 1))
    if (slotLow[slot] === low && slotHigh[slot] === high) return slotRow[slot]! - 1
  return -1
}

/** Lengths in bytes of the six arrays, in the order of the file: those of four bytes, of two, of one. */
function lengths({ rows, scores, slots }: TableHead): readonly number[] {
  return [(rows + 1) * 4, slots * 4, scores * 2, slots * 2, slots * 2, scores]
}

/** The file of a table: length of its head, the head as JSON filled up with spaces to a multiple of four, the arrays. */
export function encodeTable(table: LetterTable): Uint8Array {
  const { rowStarts, rowLanguages, rowPoints, slotLow, slotHigh, slotRow, ...head } = table
  const json = new TextEncoder().encode(JSON.stringify(head))
  const headLength = Math.ceil(json.length / 4) * 4
  const arrays = [rowStarts, slotLow, rowPoints, slotHigh, slotRow, rowLanguages]
  const file = new Uint8Array(4 + headLength + lengths(head).reduce((sum, length) => sum + length, 0))
  new DataView(file.buffer).setUint32(0, headLength, true)
  file.fill(0x20, 4, 4 + headLength)
  file.set(json, 4)
  let at = 4 + headLength
  for (const array of arrays) {
    file.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += array.byteLength
  }
  return file
}

/**
 * Views over a file's bytes, which must begin at a multiple of four.
 * @returns null where the bytes are no table of this layout
 */
export function decodeTable({ buffer, byteOffset, byteLength }: Uint8Array): LetterTable | null {
  if (byteLength < 8) return null
  const headLength = new DataView(buffer, byteOffset).getUint32(0, true)
  if (headLength > byteLength - 4) return null
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, byteOffset + 4, headLength))) as TableHead
  const sizes = lengths(head)
  const whole = 4 + headLength + sizes.reduce((sum, length) => sum + length, 0)
  if (head.version !== TABLE_VERSION || byteLength !== whole) return null
  const starts = sizes.map((_, index) =>
    sizes.slice(0, index).reduce((sum, length) => sum + length, byteOffset + 4 + headLength),
  )
  const { rows, scores, slots } = head
  return {
    ...head,
    rowStarts: new Uint32Array(buffer, starts[0], rows + 1),
    slotLow: new Uint32Array(buffer, starts[1], slots),
    rowPoints: new Uint16Array(buffer, starts[2], scores),
    slotHigh: new Uint16Array(buffer, starts[3], slots),
    slotRow: new Uint16Array(buffer, starts[4], slots),
    rowLanguages: new Uint8Array(buffer, starts[5], scores),
  }
}
