/**
 * Sentences and clauses of a letter, with their places. Understands lists, hard-wrapped lines and the abbreviations
 * that end in a full stop; a clause is what one negation can reach.
 */
import type { Place } from './find.js'
import { MAXIMUM_TEXT } from './fold.js'
import { remember } from './remember.js'

/** A sentence: its place, and whether it asks. */
export interface Sentence extends Place {
  readonly question: boolean
}

const ABBREVIATIONS = new Set(
  'm mm mr mme mmes mlle mrs ms dr me st ste no n tel ref art cf ex p pp env max min etc approx vs ext av bd jan fev janv sept oct nov dec'.split(
    ' ',
  ),
)
/** Letters whose joined lines are remembered. */
const REMEMBERED = 8
/** Lines at least this long may have been wrapped by the sender's program (RFC 5322 recommends 78). */
const WRAP_WIDTH = 50

function endsSentence(folded: string, index: number): boolean {
  const next = folded.charAt(index + 1)
  if (next !== '' && !/[\s"'»”)\]]/.test(next)) return false
  if (folded.charAt(index) !== '.') return true
  const word = /([a-z]{1,6})$/.exec(folded.slice(Math.max(0, index - 7), index))?.[1] ?? ''
  return !(ABBREVIATIONS.has(word) || word.length === 1)
}

function newlineBreaks(text: string, lineStart: number, index: number): boolean {
  const line = text.slice(lineStart, index).trimEnd()
  const following = text.slice(index + 1, index + 200)
  const next = following.trimStart()
  if (next === '' || /^[^\S\n]*\n/.test(following)) return true
  if (/^(?:[-*•–—·>]|\d{1,2}[.)])\s/.test(next)) return true
  if (/[.!?:]$/.test(line)) return true
  if (line.length >= WRAP_WIDTH) return false
  return !/^\p{Ll}/u.test(next) || /,$/.test(line)
}

/**
 * The text with wrapped lines joined: a line end that only a program put there becomes a space, so that a phrase over two
 * lines is found. Of the same length, so that places hold.
 */
export const unwrap = remember((text): string => {
  let joined = ''
  let lineStart = 0
  for (let index = text.indexOf('\n'); index >= 0 && index < MAXIMUM_TEXT; index = text.indexOf('\n', lineStart)) {
    joined += text.slice(lineStart, index) + (newlineBreaks(text, lineStart, index) ? '\n' : ' ')
    lineStart = index + 1
  }
  return joined + text.slice(lineStart)
}, REMEMBERED)

/** The letter that was split last: several criteria ask for the same one. */
let last: { readonly text: string; readonly folded: string; readonly sentences: readonly Sentence[] } | null = null

/**
 * Splits a text into sentences.
 * @param text the text itself (case tells wrapped lines from new ones)
 * @param folded the same text, folded
 */
export function splitSentences(text: string, folded: string): readonly Sentence[] {
  if (last?.text === text && last.folded === folded) return last.sentences
  const sentences = sentencesOf(text, folded)
  last = { text, folded, sentences }
  return sentences
}

function sentencesOf(text: string, folded: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  let lineStart = 0
  const close = (end: number): void => {
    const raw = folded.slice(start, end)
    if (raw.trim() !== '') {
      const lead = raw.length - raw.trimStart().length
      const trail = raw.length - raw.trimEnd().length
      sentences.push({ start: start + lead, end: end - trail, question: /\?["'»”)\s]*$/.test(raw) })
    }
    start = end
  }
  const limit = folded.length
  for (let index = 0; index < limit; index += 1) {
    const unit = folded.charAt(index)
    if (text.charAt(index) === '\n') {
      if (newlineBreaks(text, lineStart, index)) close(index + 1)
      lineStart = index + 1
    } else if ((unit === '.' || unit === '!' || unit === '?' || unit === '…') && endsSentence(folded, index)) {
      close(index + 1)
    }
  }
  close(limit)
  return sentences
}

/** What ends the reach of a negation inside a sentence. */
const CLAUSE_BREAK =
  /[,;:()]| - |\b(?:mais|cependant|toutefois|neanmoins|en revanche|par contre|tandis que|alors que|puisque|parce que|car|but|however|although|though|whereas|while|because|since|so)\b|\b(?:et|and) (?=(?:nous|je|vous|il|elle|on|we|i|you|it|the|votre|le|la|les)\b)/g

/** Asides between commas that leave a clause whole: "la date, malheureusement, n'est pas connue". */
const ASIDE =
  /^[\s,]*(?:malheureusement|helas|a ce jour|pour l'instant|pour le moment|a l'heure actuelle|actuellement|en effet|bien sur|en l'etat|unfortunately|sadly|at present|at the moment|currently|at this stage|as yet|of course|indeed|for now)[\s,]*$/

/** Clauses of a sentence, in order, covering it whole. */
export function splitClauses(folded: string, sentence: Place): Place[] {
  const raw = folded.slice(sentence.start, sentence.end)
  const breaks = [...raw.matchAll(CLAUSE_BREAK)].map((match) => sentence.start + match.index)
  const edges = [sentence.start, ...breaks, sentence.end]
  const clauses: { start: number; end: number }[] = []
  let join = false
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const start = edges[index] ?? 0
    const end = edges[index + 1] ?? start
    const aside = ASIDE.test(folded.slice(start, end))
    const last = clauses.at(-1)
    if (last && (aside || join)) last.end = end
    else clauses.push({ start, end })
    join = aside
  }
  return clauses
}
