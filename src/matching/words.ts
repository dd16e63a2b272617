/** Words of subjects and texts as they are compared: lower case, without accents; shingles of four words for quoted text. */

/** Reply and forward marks before a subject, in the usual languages. */
const SUBJECT_MARK =
  /^\s*(?:(?:re|ref|rép|rep|aw|antw|sv|vs|odp|rv|ris|r|res|tr|fw|fwd|wg|rif|vb|doorst|enc|i|pd|réponse automatique|automatic reply|automatische antwort|absence|out of office|accusé de réception)\s?(?:\[\d+\]|\(\d+\))?\s?[:：]|\[[^\]]{1,60}\]|\([^)]{1,30}#[^)]{1,30}\)|\{[^}]{1,40}\})\s*/iu

/** Words of a text by Unicode's own tables: slow, right for every script, and what the fast way below is tested against. */
export function wordsByUnicode(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Characters below this (Latin with its supplements) fold one by one. */
const LATIN_END = 0x180
/** General punctuation without the joiners before it: never part of a word, never composed. */
const PUNCTUATION_START = 0x2010
const PUNCTUATION_END = 0x2028
/** Code of each Latin letter or figure folded; 0 for what ends a word. Made from the slow way. */
const FOLDED = Uint16Array.from({ length: LATIN_END }, (_, code) => {
  const [word = ''] = wordsByUnicode(String.fromCharCode(code))
  return word.length === 1 ? word.charCodeAt(0) : 0
})

/** Words of a text: letters and figures, folded. Texts beyond Latin take the slow way. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  let word = ''
  /** Start of what is not yet in `word`, because folding leaves it as it is. */
  let start = 0
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    if (code >= LATIN_END && (code < PUNCTUATION_START || code >= PUNCTUATION_END)) return wordsByUnicode(text)
    const folded = code < LATIN_END ? FOLDED[code]! : 0
    if (folded === code) continue
    word += text.slice(start, place)
    start = place + 1
    if (folded !== 0) word += String.fromCharCode(folded)
    else if (word !== '') {
      words.push(word)
      word = ''
    }
  }
  word += text.slice(start)
  if (word !== '') words.push(word)
  return words
}

/** Subject without reply marks and bracketed ticket numbers before it. */
export function bareSubject(subject: string): string {
  let bare = subject.slice(0, 500)
  for (let round = 0; round < 8; round += 1) {
    const next = bare.replace(SUBJECT_MARK, '')
    if (next === bare) break
    bare = next
  }
  return bare.trim()
}

/** True where a subject bears a reply mark. */
export function isReplySubject(subject: string): boolean {
  return bareSubject(subject) !== subject.trim()
}

/**
 * How much of our subject is in theirs, 0–1: share of our words found there, lowered where theirs says much else.
 * Ticket numbers and the like around our subject cost little.
 */
export function subjectSimilarity(ours: string, theirs: string): number {
  const own = new Set(wordsOf(bareSubject(ours)))
  const other = new Set(wordsOf(bareSubject(theirs)))
  if (own.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const word of own) if (other.has(word)) shared += 1
  const recall = shared / own.size
  const precision = shared / other.size
  return recall * (0.7 + 0.3 * precision)
}

const SHINGLE_WORDS = 4
/** Words of a message that are looked at; the quote of a probe stands far above this bound. */
const MOST_WORDS = 8_000

/** 32-bit FNV-1a over the four words of each shingle. */
function hashOf(words: readonly string[], start: number): number {
  let hash = 0x811c9dc5
  for (let index = start; index < start + SHINGLE_WORDS; index += 1) {
    const word = words[index]!
    for (let at = 0; at < word.length; at += 1) {
      hash ^= word.charCodeAt(at)
      hash = Math.imul(hash, 0x01000193)
    }
    hash ^= 32
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** Hashes of all shingles of a text, each once. */
export function shinglesOf(text: string): Set<number> {
  const words = wordsOf(text.slice(0, 100_000)).slice(0, MOST_WORDS)
  const shingles = new Set<number>()
  for (let start = 0; start + SHINGLE_WORDS <= words.length; start += 1) shingles.add(hashOf(words, start))
  return shingles
}

/** Share of `part`'s shingles found in `whole`, 0–1. */
export function containment(part: ReadonlySet<number> | Uint32Array, whole: ReadonlySet<number>): number {
  const size = part instanceof Uint32Array ? part.length : part.size
  if (size === 0) return 0
  let shared = 0
  for (const shingle of part) if (whole.has(shingle)) shared += 1
  return shared / size
}
