/**
 * Shingles of four words, by which quoted text is found again: their hashes, and how many of one text's stand in another.
 * Latin texts are folded and hashed in one pass; `shinglesByWords` does the same word by word for every other script.
 */
import { FOLDED, isPlain, wordsOf } from './words.js'

/** Words a shingle. */
const SHINGLE_WORDS = 4
/** Words of a message that are looked at; the quote of a probe stands far above this bound. */
const MOST_WORDS = 8_000
/** Characters of a message that are looked at. */
const MOST_CHARACTERS = 100_000

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const SPACE = 32

/** Distinct hashes of a text's shingles, in the order in which they come: 32-bit FNV-1a over the four words. The plain way. */
export function shinglesByWords(text: string): Uint32Array {
  const words = wordsOf(text.slice(0, MOST_CHARACTERS)).slice(0, MOST_WORDS)
  const shingles = new Set<number>()
  for (let start = 0; start + SHINGLE_WORDS <= words.length; start += 1) {
    let hash = FNV_OFFSET
    for (const word of words.slice(start, start + SHINGLE_WORDS)) {
      for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME)
      hash = Math.imul(hash ^ SPACE, FNV_PRIME)
    }
    shingles.add(hash >>> 0 || 1)
  }
  return Uint32Array.from(shingles)
}

/** The same, quickly. */
export function shinglesOf(text: string): Uint32Array {
  return shingleSetOf(text).hashes()
}

/**
 * The same as a set. One pass over the characters: four hashes are under way at a time, one for each word a shingle may have begun at.
 * @param seen emptied and filled; a new one by default
 */
export function shingleSetOf(text: string, seen = new ShingleSet()): ShingleSet {
  const end = Math.min(text.length, MOST_CHARACTERS)
  seen.clear((end >> 1) + 1)
  // Begun at this word, at the one before, and so on.
  let newest = FNV_OFFSET
  let second = FNV_OFFSET
  let third = FNV_OFFSET
  let oldest = FNV_OFFSET
  let words = 0
  let inWord = false
  for (let place = 0; place <= end; place += 1) {
    const code = place < end ? text.charCodeAt(place) : SPACE
    if (!isPlain(code)) return seen.fill(shinglesByWords(text))
    const folded = FOLDED[code] ?? 0
    if (folded === 0 && !inWord) continue
    const letter = folded === 0 ? SPACE : folded
    newest = Math.imul(newest ^ letter, FNV_PRIME)
    second = Math.imul(second ^ letter, FNV_PRIME)
    third = Math.imul(third ^ letter, FNV_PRIME)
    oldest = Math.imul(oldest ^ letter, FNV_PRIME)
    inWord = folded !== 0
    if (inWord) continue
    words += 1
    if (words >= SHINGLE_WORDS && words <= MOST_WORDS) seen.add(oldest >>> 0 || 1)
    oldest = third
    third = second
    second = newest
    newest = FNV_OFFSET
  }
  return seen
}

/** A set of shingle hashes, none of which is 0; made for fast look-up, and to be filled again and again. */
export class ShingleSet {
  #slots = new Uint32Array(8)
  /** Places of the slots in use, from 0; always 2ⁿ − 1. */
  #mask = 7
  #added = new Uint32Array(0)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Empties it and makes room. `most`: hashes that will be added at most. */
  clear(most: number): void {
    const slots = 1 << (32 - Math.clz32(Math.max(8, most * 2 - 1)))
    this.#mask = slots - 1
    this.#size = 0
    if (slots <= this.#slots.length) {
      this.#slots.fill(0, 0, slots)
      return
    }
    this.#slots = new Uint32Array(slots)
    this.#added = new Uint32Array(slots >> 1)
  }

  /** Empties it and adds all of these. */
  fill(hashes: Uint32Array): this {
    this.clear(hashes.length)
    for (const hash of hashes) this.add(hash)
    return this
  }

  add(hash: number): void {
    const slots = this.#slots
    const mask = this.#mask
    let slot = hash & mask
    while (slots[slot] !== 0) {
      if (slots[slot] === hash) return
      slot = (slot + 1) & mask
    }
    slots[slot] = hash
    this.#added[this.#size++] = hash
  }

  /** What was added, each once, in that order. */
  hashes(): Uint32Array {
    return this.#added.slice(0, this.#size)
  }

  /** The hash added at a place, from 0. */
  at(place: number): number {
    return this.#added[place]!
  }

  /**
   * Share of a text's shingles found in this set, 0–1; null as soon as it cannot reach `least` any more.
   * @param part distinct shingles of the text
   */
  share(part: Uint32Array, least = 0): number | null {
    if (part.length === 0) return least > 0 ? null : 0
    let mayMiss = part.length - Math.ceil(least * part.length - 1e-9)
    let shared = 0
    const slots = this.#slots
    const mask = this.#mask
    for (let at = 0; at < part.length; at += 1) {
      const hash = part[at]!
      let slot = hash & mask
      while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) & mask
      if (slots[slot] === hash) shared += 1
      else if (--mayMiss < 0) return null
    }
    return shared / part.length
  }
}
