/** Words of subjects and texts as they are compared: lower case, without accents. */
import { unaccented } from '../text/unaccented.js'

/** Reply and forward marks before a subject, in the usual languages. */
const SUBJECT_MARK =
  /^\s*(?:(?:re|ref|rép|rep|aw|antw|sv|vs|odp|rv|ris|r|res|tr|fw|fwd|wg|rif|vb|doorst|enc|i|pd|réponse automatique|automatic reply|automatische antwort|absence|out of office|accusé de réception)\s?(?:\[\d+\]|\(\d+\))?\s?[:：]|\[[^\]]{1,60}\]|\([^)]{1,30}#[^)]{1,30}\)|\{[^}]{1,40}\})\s*/iu

/** Words of a text by Unicode's own tables: slow, right for every script, and what the fast way below is tested against. */
export function wordsByUnicode(text: string): string[] {
  return unaccented(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Characters below this (Latin with its supplements) fold one by one. */
const LATIN_END = 0x180
/** General punctuation without the joiners before it: never part of a word, never composed. */
const PUNCTUATION_START = 0x2010
const PUNCTUATION_END = 0x2028
/** True for characters whose folding `FOLDED` or the end of a word tells; any other asks for the tables of Unicode. */
export function isPlain(code: number): boolean {
  return code < LATIN_END || (code >= PUNCTUATION_START && code < PUNCTUATION_END)
}

/** Code of each Latin letter or figure folded; 0 for what ends a word. Made from the slow way. */
export const FOLDED: Readonly<Uint16Array> = Uint16Array.from({ length: LATIN_END }, (_, code) => {
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
    if (!isPlain(code)) return wordsByUnicode(text)
    const folded = FOLDED[code] ?? 0
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

/** The distinct words of a subject without its reply marks. */
export function subjectWords(subject: string): ReadonlySet<string> {
  return new Set(wordsOf(bareSubject(subject)))
}

/**
 * How much of our subject is in theirs, 0–1: share of our words found there, lowered where theirs says much else.
 * Ticket numbers and the like around our subject cost little.
 */
export function subjectSimilarity(ours: string, theirs: string): number {
  return wordSimilarity(subjectWords(ours), subjectWords(theirs))
}

/** The same for subjects whose words are known. */
export function wordSimilarity(own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (own.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const word of own) if (other.has(word)) shared += 1
  const recall = shared / own.size
  const precision = shared / other.size
  return recall * (0.7 + 0.3 * precision)
}
