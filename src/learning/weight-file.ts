/**
 * A file of learnt weights: a header in JSON (name, version, what it was trained on, notices), then tables of int8 weights with one
 * scale each. The hash of the whole file names it, so that an engine can say which weights it judged by.
 */
import { createHash } from 'node:crypto'
import { ReplymarkError } from '../domain/error.js'

/** A table of weights: the true weight is `values[i] * scale`. */
export interface WeightTable {
  readonly name: string
  readonly scale: number
  readonly values: Int8Array
}

/** What a weight file says of itself. */
export interface WeightNotice {
  /** Kebab-case name of the model. */
  readonly name: string
  /** Raised when features or layout change their meaning: other code must not read the weights. */
  readonly version: number
  /** Texts that the weights were learnt from, each with its licence; sets that they may have seen. */
  readonly trainedOn: readonly string[]
  /** Licence under which the weights may be passed on. */
  readonly licence: string
  /** Anything else that the model needs: labels, thresholds. */
  readonly settings: Readonly<Record<string, unknown>>
}

/** A file as read. */
export interface WeightFile {
  readonly notice: WeightNotice
  readonly tables: ReadonlyMap<string, WeightTable>
  /** First 12 hexadecimal digits of the SHA-256 of the file. */
  readonly hash: string
}

const MAGIC = 'RMWT'
/** Bytes before the header: four letters, its length. */
const PREFIX = 8

interface Header {
  readonly notice: WeightNotice
  readonly tables: readonly { readonly name: string; readonly scale: number; readonly length: number }[]
}

/** Brings weights to int8 with the scale that keeps the largest, after cutting at `limit` (in the weights' own unit). */
export function quantise(name: string, weights: Float32Array, limit: number): WeightTable {
  let largest = 0
  for (const weight of weights) if (Math.abs(weight) > largest) largest = Math.abs(weight)
  const scale = Math.min(largest, limit) / 127 || 1
  const values = new Int8Array(weights.length)
  for (let index = 0; index < weights.length; index++)
    values[index] = Math.max(-127, Math.min(127, Math.round(weights[index]! / scale)))
  return { name, scale, values }
}

/** The bytes of a weight file; the same for the same input. */
export function encodeWeightFile(notice: WeightNotice, tables: readonly WeightTable[]): Uint8Array {
  const header: Header = {
    notice,
    tables: tables.map(({ name, scale, values }) => ({ name, scale, length: values.length })),
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const size = PREFIX + text.length + tables.reduce((sum, { values }) => sum + values.length, 0)
  const bytes = new Uint8Array(size)
  bytes.set(new TextEncoder().encode(MAGIC), 0)
  new DataView(bytes.buffer).setUint32(4, text.length, true)
  bytes.set(text, PREFIX)
  let at = PREFIX + text.length
  for (const { values } of tables) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at)
    at += values.length
  }
  return bytes
}

function readHeader(bytes: Uint8Array, broken: (what: string) => ReplymarkError): { header: Header; end: number } {
  if (bytes.length < PREFIX || new TextDecoder().decode(bytes.subarray(0, 4)) !== MAGIC)
    throw broken('is no weight file')
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true)
  const end = PREFIX + length
  try {
    return { header: JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, end))) as Header, end }
  } catch {
    throw broken('has no readable header')
  }
}

function errorsOf(place: string): (what: string) => ReplymarkError {
  return (what) =>
    new ReplymarkError('configuration', `The weight file ${place} ${what}.`, {
      hint: 'Restore it from the repository, or train it anew with npm run train.',
    })
}

/**
 * What a weight file says of itself, whatever its version.
 * @param place where the bytes are from, for the error
 * @throws ReplymarkError `configuration` where the bytes are no weight file
 */
export function readWeightNotice(bytes: Uint8Array, place: string): WeightNotice {
  return readHeader(bytes, errorsOf(place)).header.notice
}

/**
 * Reads a weight file.
 * @param place where the bytes are from, for the error
 * @throws ReplymarkError `configuration` where the bytes are no weight file, are cut short or are of another version
 */
export function decodeWeightFile(bytes: Uint8Array, version: number, place: string): WeightFile {
  const broken = errorsOf(place)
  const { header, end } = readHeader(bytes, broken)
  if (header.notice.version !== version)
    throw broken(`is of version ${header.notice.version}, version ${version} is needed`)
  const tables = new Map<string, WeightTable>()
  let at = end
  for (const { name, scale, length: size } of header.tables) {
    if (at + size > bytes.length) throw broken('is cut short')
    tables.set(name, { name, scale, values: new Int8Array(bytes.buffer, bytes.byteOffset + at, size) })
    at += size
  }
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { notice: header.notice, tables, hash }
}
