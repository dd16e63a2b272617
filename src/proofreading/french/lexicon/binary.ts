/**
 * The compiled lexicon's file: a header of counts, then typed arrays (distinct readings, lemma classes, per-form numbers,
 * an open-addressing hash table) and the bytes of all forms. Little endian; one byte a letter (Latin-1, œ as 0x9C).
 */
import type { LexiconMaterial } from './material.js'

/** Raised whenever the layout or the data's meaning changes: proofreaders name it. Caches are keyed by the sources themselves. */
export const LEXICON_VERSION = '7'
const MAGIC = 0x524d4658
/** 32-bit words a reading takes: nominal masks and kind, then two of tenses. */
export const WORDS_PER_READING = 4
const HEADER_WORDS = 8

/** Views into a loaded file. */
export interface LexiconViews {
  readonly readings: Uint32Array
  readonly lemmaForms: Uint32Array
  readonly lemmaClasses: Uint16Array
  readonly offsets: Uint32Array
  readonly formReadings: Uint16Array
  readonly formLemmas: Uint16Array
  readonly formOtherLemmas: Uint16Array
  readonly table: Uint32Array
  readonly text: Uint8Array
}

/** Byte of a letter, or 0 where the alphabet has none. */
export function letterByte(code: number): number {
  if (code < 256) return code
  return code === 0x153 ? 0x9c : 0
}

/** FNV-1a over the bytes of a word; -1 where a letter has no byte. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index++) {
    const byte = letterByte(word.charCodeAt(index))
    if (byte === 0) return -1
    hash = Math.imul(hash ^ byte, 0x01000193)
  }
  hash ^= hash >>> 15
  return hash >>> 0
}

/** Packs the readings into the file's bytes. */
export function encodeLexicon(material: LexiconMaterial): Uint8Array {
  const entries = [...material.forms].filter(([text]) => hashWord(text) >= 0)
  const distinct = new Map<string, number>()
  const readings: number[] = []
  const formReadings = new Uint16Array(entries.length)
  const formLemmas = new Uint16Array(entries.length)
  const formOtherLemmas = new Uint16Array(entries.length)
  const offsets = new Uint32Array(entries.length + 1)
  const formIds = new Map<string, number>()
  for (const [id, [text, reading]] of entries.entries()) {
    const [
      present = 0,
      imperfect = 0,
      past = 0,
      future = 0,
      conditional = 0,
      subjunctive = 0,
      pastSubjunctive = 0,
      imperative = 0,
    ] = reading.tenses
    const packed = [
      reading.noun | (reading.adjective << 4) | (reading.participle << 8) | (reading.name << 12),
      reading.kind,
      present | (imperfect << 6) | (past << 12) | (future << 18) | (conditional << 24),
      subjunctive | (pastSubjunctive << 6) | (imperative << 12),
    ]
    const key = packed.join()
    let number = distinct.get(key)
    if (number === undefined) {
      number = distinct.size
      distinct.set(key, number)
      readings.push(...packed)
    }
    formReadings[id] = number
    formLemmas[id] = reading.lemma
    formOtherLemmas[id] = reading.otherLemma
    offsets[id + 1] = offsets[id]! + text.length
    formIds.set(text, id)
  }
  const text = new Uint8Array(offsets[entries.length]!)
  let size = 1
  while (size < entries.length * 2) size *= 2
  const table = new Uint32Array(size)
  for (const [id, [word]] of entries.entries()) {
    for (let index = 0; index < word.length; index++) text[offsets[id]! + index] = letterByte(word.charCodeAt(index))
    let slot = hashWord(word) & (size - 1)
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1)
    table[slot] = id + 1
  }
  const lemmaForms = new Uint32Array(material.lemmas.size + 1)
  const lemmaClasses = new Uint16Array(material.lemmas.size + 1)
  for (const [infinitive, id] of material.lemmas) {
    lemmaForms[id] = (formIds.get(infinitive) ?? -1) + 1
    lemmaClasses[id] = material.classes[id] ?? 0
  }
  const header = new Uint32Array([MAGIC, readings.length, lemmaForms.length, entries.length, size, text.length, 0, 0])
  const parts = [
    header,
    new Uint32Array(readings),
    lemmaForms,
    offsets,
    table,
    lemmaClasses,
    formReadings,
    formLemmas,
    formOtherLemmas,
    text,
  ]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return bytes
}

/**
 * Views over a file's bytes.
 * @returns undefined where the bytes are no lexicon of this layout
 */
export function decodeLexicon(buffer: ArrayBuffer): LexiconViews | undefined {
  if (buffer.byteLength < HEADER_WORDS * 4) return undefined
  const [magic, readings = 0, lemmas = 0, forms = 0, size = 0, letters = 0] = new Uint32Array(buffer, 0, HEADER_WORDS)
  const expected = (HEADER_WORDS + readings + lemmas + forms + 1 + size) * 4 + lemmas * 2 + forms * 6 + letters
  if (magic !== MAGIC || buffer.byteLength !== expected) return undefined
  let at = HEADER_WORDS * 4
  const words = (count: number): Uint32Array => {
    const view = new Uint32Array(buffer, at, count)
    at += count * 4
    return view
  }
  const halves = (count: number): Uint16Array => {
    const view = new Uint16Array(buffer, at, count)
    at += count * 2
    return view
  }
  return {
    readings: words(readings),
    lemmaForms: words(lemmas),
    offsets: words(forms + 1),
    table: words(size),
    lemmaClasses: halves(lemmas),
    formReadings: halves(forms),
    formLemmas: halves(forms),
    formOtherLemmas: halves(forms),
    text: new Uint8Array(buffer, at, letters),
  }
}
