/** Words of subjects and texts as they are compared: lower case, without accents; shingles of four words for quoted text. */

/** Reply and forward marks before a subject, in the usual languages. */
const SUBJECT_MARK =
  /^\s*(?:(?:re|ref|rép|rep|aw|antw|sv|vs|odp|rv|ris|r|res|tr|fw|fwd|wg|rif|vb|doorst|enc|i|pd|réponse automatique|automatic reply|automatische antwort|absence|out of office|accusé de réception)\s?(?:\[\d+\]|\(\d+\))?\s?[:：]|\[[^\]]{1,60}\]|\([^)]{1,30}#[^)]{1,30}\)|\{[^}]{1,40}\})\s*/iu

/** Words of a text: letters and figures, folded. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
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

/** Hashes of all shingles of a text. */
export function shinglesOf(text: string): Set<number> {
  const words = wordsOf(text.slice(0, 100_000)).slice(0, MOST_WORDS)
  const shingles = new Set<number>()
  for (let start = 0; start + SHINGLE_WORDS <= words.length; start += 1) shingles.add(hashOf(words, start))
  return shingles
}

/** Share of `part`'s shingles found in `whole`, 0–1. */
export function containment(part: ReadonlySet<number>, whole: ReadonlySet<number>): number {
  if (part.size === 0) return 0
  let shared = 0
  for (const shingle of part) if (whole.has(shingle)) shared += 1
  return shared / part.size
}
