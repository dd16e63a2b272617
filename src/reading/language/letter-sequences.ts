/**
 * Language by letter sequences, as eld (https://github.com/nitotm/efficient-language-detector-js, Nito T.M., Apache-2.0) finds it, over
 * a compact table: sequences of four bytes, three apart, each gives points to the languages it is frequent in. The same answers as
 * eld's own `detect`, which stands in the tests as the oracle.
 */
import { LETTER_TABLE } from './sequences/load.js'
import { LONGEST_SEQUENCE, rowOf } from './sequences/table.js'

/** What letter sequences say of a text. */
export interface SequenceLanguage {
  /** ISO 639-1 code; null where no sequence is known. */
  readonly language: string | null
  /** Whether the score is as high as that of right answers usually is. */
  readonly reliable: boolean
}

/** Characters that are looked at; then bytes, up to the next space, and in any case. */
const LONGEST_TEXT = 1_000
const ENOUGH_BYTES = 350
const MOST_BYTES = 380

/** Bytes of a word that sequences are taken from. */
const LONGEST_WORD = 70

/** Bytes of a sequence, and from the beginning of one to the next. */
const LENGTH = 4
const STRIDE = 3

const SPACE = 32

const SEPARATORS = new RegExp(...LETTER_TABLE.separators)

/** Words in letters of eld's alphabet, one for each byte of UTF-8. */
function wordsOf(text: string): readonly string[] {
  const letters = text.slice(0, LONGEST_TEXT).replace(SEPARATORS, ' ').trim().toLowerCase()
  const words: string[] = []
  let word = ''
  let bytes = 0
  const add = (...parts: readonly number[]): void => {
    for (const part of parts) word += String.fromCharCode(LETTER_TABLE.alphabet[part]!)
    bytes += parts.length
  }
  for (let at = 0; at < letters.length && bytes <= MOST_BYTES; at++) {
    const code = letters.charCodeAt(at)
    if (code === SPACE) {
      if (word !== '') words.push(word)
      word = ''
      if (bytes > ENOUGH_BYTES) break
      bytes++
    } else if (code < 0x80) {
      word += letters[at]
      bytes++
    } else if (code < 0x800) {
      add(0xc0 | (code >> 6), 0x80 | (code & 0x3f))
    } else if (code < 0xd800 || code >= 0xe000) {
      add(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
    } else {
      const point = 0x10000 + (((code & 0x3ff) << 10) | (letters.charCodeAt(++at) & 0x3ff))
      add(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f))
    }
  }
  if (word !== '') words.push(word)
  return words
}

/** Sequences of the words, each once; a space stands for a word's beginning and end. */
function sequencesOf(words: readonly string[]): ReadonlySet<string> {
  const sequences = new Set<string>()
  for (const word of words) {
    const length = Math.min(word.length, LONGEST_WORD)
    let at = 0
    for (; at + LENGTH < length; at += STRIDE) sequences.add((at === 0 ? ' ' : '') + word.slice(at, at + LENGTH))
    const last = length === 3 ? 0 : Math.max(0, length - LENGTH)
    sequences.add(`${at === 0 ? ' ' : ''}${word.slice(last)} `)
  }
  return sequences
}

/** Points of each language, by its number. */
function pointsOf(sequences: ReadonlySet<string>): Float64Array {
  const { languages, rowStarts, rowLanguages, rowPoints } = LETTER_TABLE
  const points = new Float64Array(languages.length)
  for (const sequence of sequences) {
    if (sequence.length > LONGEST_SEQUENCE) continue
    let low = 0
    for (let at = 0; at < 4; at++) low |= (sequence.charCodeAt(at) || 0) << (8 * at)
    const high = (sequence.charCodeAt(4) || 0) | ((sequence.charCodeAt(5) || 0) << 8)
    const row = rowOf(LETTER_TABLE, low >>> 0, high)
    if (row < 0) continue
    for (let at = rowStarts[row]!; at < rowStarts[row + 1]!; at++) points[rowLanguages[at]!]! += rowPoints[at]!
  }
  return points
}

/** Points as a score of 0 to 1. */
function scoreOf(points: number, sequences: number): number {
  const each = points / sequences
  return each / (each + 25)
}

/** Names the language of a text by its letter sequences. */
export function languageBySequences(text: string): SequenceLanguage {
  const sequences = sequencesOf(wordsOf(text))
  const points = pointsOf(sequences)
  let best = -1
  let second = -1
  for (const [number, own] of points.entries()) {
    if (own === 0) continue
    if (best < 0 || own > points[best]!) {
      second = best
      best = number
    } else if (second < 0 || own > points[second]!) second = number
  }
  if (best < 0) return { language: null, reliable: false }
  const score = scoreOf(points[best]!, sequences.size)
  // eld compares with the number of the language that comes second, not with its score; so do we, that readings stay the same.
  const tooNear = Math.abs(score - Math.max(0, second)) < 0.01
  const reliable = sequences.size >= 3 && score >= LETTER_TABLE.averages[best]! * 0.75 && !tooNear
  return { language: LETTER_TABLE.languages[best] ?? null, reliable }
}
