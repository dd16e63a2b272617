/**
 * Finds the words of a letter that spelling is about, in one pass: what is an address, a link, a reference, a file name, a
 * number with its unit, a hashtag or code is passed over, as docs/methodology.en.md §5 asks.
 */
import { APOSTROPHE, CODE, characterClass, DIGIT, DOT, FOREIGN, HYPHEN, LETTER, SPACE } from './characters.js'

/** Receives one word: `text.slice(start, end)`, with its inner apostrophes and hyphens. */
export type WordVisitor = (start: number, end: number) => void

const WORD = LETTER | APOSTROPHE | HYPHEN
const AT = 0x40
const SLASH = 0x2f
const COLON = 0x3a

/** Calls `visit` for each word to check, in order. */
export function scanWords(text: string, visit: WordVisitor): void {
  const length = text.length
  let at = 0
  while (at < length) {
    let kind = characterClass(text.charCodeAt(at))
    if (kind === SPACE) {
      at++
      continue
    }
    const start = at
    let seen = 0
    do {
      seen |= kind
      at++
      kind = at < length ? characterClass(text.charCodeAt(at)) : SPACE
    } while (kind !== SPACE)
    if ((seen & LETTER) === 0 || seen & FOREIGN) continue
    if (seen & (CODE | DOT | DIGIT)) scanChunk(text, start, at, visit)
    else scanPlain(text, start, at, visit)
  }
}

/** A chunk of letters and punctuation only. */
function scanPlain(text: string, start: number, end: number, visit: WordVisitor): void {
  let at = start
  while (at < end) {
    while (at < end && (characterClass(text.charCodeAt(at)) & WORD) === 0) at++
    const from = at
    while (at < end && characterClass(text.charCodeAt(at)) & WORD) at++
    visitTrimmed(text, from, at, visit)
  }
}

function visitTrimmed(text: string, from: number, to: number, visit: WordVisitor): void {
  let start = from
  let end = to
  while (start < end && (characterClass(text.charCodeAt(start)) & LETTER) === 0) start++
  while (end > start && (characterClass(text.charCodeAt(end - 1)) & LETTER) === 0) end--
  if (end > start) visit(start, end)
}

/** A chunk with full stops, digits or signs inside: sentence ends, abbreviations, references, addresses. */
function scanChunk(text: string, from: number, to: number, visit: WordVisitor): void {
  let start = from
  let end = to
  while (end > start && (characterClass(text.charCodeAt(end - 1)) & (LETTER | DIGIT | CODE)) === 0) end--
  while (start < end && (characterClass(text.charCodeAt(start)) & (LETTER | DIGIT | CODE | APOSTROPHE)) === 0) start++
  // Emphasis marks of plain-text mail (*important*, _important_) are not code.
  while (end - start > 2 && isEmphasis(text.charCodeAt(start)) && text.charCodeAt(start) === text.charCodeAt(end - 1)) {
    start++
    end--
  }
  let seen = 0
  let slashes = 0
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    const kind = characterClass(unit)
    if (unit === SLASH) slashes++
    else if (kind === CODE) return
    if (unit === COLON && text.charCodeAt(at + 1) === SLASH) return
    seen |= kind
  }
  if (text.charCodeAt(start) === AT) return
  if (slashes > 0 && (seen & DOT || text.charCodeAt(start) === SLASH || slashes > 2)) return
  if (seen & DOT && !onlySentenceDots(text, start, end)) return
  scanRuns(text, start, end, visit)
}

function isEmphasis(unit: number): boolean {
  return unit === 0x2a || unit === 0x5f
}

/** Whether each full stop inside the chunk ends a sentence ("merci.Nous") or belongs to an ellipsis, rather than to a name or abbreviation. */
function onlySentenceDots(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== 0x2e) continue
    if (text.charCodeAt(at + 1) === 0x2e || text.charCodeAt(at - 1) === 0x2e) continue
    const before = text.slice(Math.max(start, at - 2), at)
    const after = text.slice(at + 1, at + 3)
    const endsWord = before.length === 2 && before === before.toLowerCase() && before !== before.toUpperCase()
    const startsSentence =
      after.length === 2 && after[0] !== after[0]?.toLowerCase() && after[1] !== after[1]?.toUpperCase()
    if (!endsWord || !startsSentence) return false
  }
  return true
}

/** Words of a chunk, leaving out every run that holds a digit (`12h30`, `3ème`, `CMD-2024-001`). */
function scanRuns(text: string, start: number, end: number, visit: WordVisitor): void {
  let at = start
  while (at < end) {
    while (at < end && (characterClass(text.charCodeAt(at)) & (WORD | DIGIT)) === 0) at++
    const from = at
    let seen = 0
    while (at < end && characterClass(text.charCodeAt(at)) & (WORD | DIGIT)) {
      seen |= characterClass(text.charCodeAt(at))
      at++
    }
    if ((seen & DIGIT) === 0) visitTrimmed(text, from, at, visit)
  }
}
