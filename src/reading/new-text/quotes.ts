/**
 * Marks quoted mail: lines behind `>` or `|`, and what a quote header opens. Below a header, marked lines alone are
 * quoted where there are any (so that answers below and between quotes stay text); else everything to the end.
 */
import { hasTextBefore, isFree, type Marking, markRange } from './marking.js'
import { introducesQuote } from './quote-headers/attribution.js'
import { quoteHeaderAt } from './quote-headers/quote-header.js'
import { recallsQuestion } from './quote-headers/separators.js'
import { closingIn } from './signature/closing-formulas.js'
import { isDivider } from './visible-form.js'

/** Marks every quoted line of a body. */
export function markQuotes(marking: Marking): void {
  markQuoteCharacters(marking)
  markIntroductions(marking)
  markHeaders(marking)
  markRecall(marking)
  freeWordsInColour(marking)
}

/** Says that the answer stands inside the quoted mail. */
const POINTS_INSIDE =
  /\b(?:en (?:rouge|bleu|vert|couleur|gras)|dans (?:le|ton|votre) (?:texte|mail|message|courriel)|in (?:red|blue|green|colou?r|bold)|(?:see|answers?|replies|comments?) (?:below|inline|in ?line)|(?:mes|nos) r[eé]ponses|(?:my|our) (?:answers|replies|comments)|ci-dessous|in rot)(?![\p{L}])/iu
/** Words above a quote that hold no answer of their own. */
const MOST_POINTING_WORDS = 25

/**
 * Lines inside a quote in a colour that the others lack are the answer, where hardly anything stands outside or the writer says so
 * (Outlook's habit of answering in red inside the mail).
 */
function freeWordsInColour(marking: Marking): void {
  const { lines, parts, visible } = marking
  const quoted = visible.flatMap((line, index) => (line !== '' && parts[index] === 'quoted' ? [index] : []))
  const coloured = quoted.filter((index) => lines[index]!.coloured)
  if (coloured.length === 0 || coloured.length * 2 > quoted.length) return
  const outside = visible.filter((line, index) => line !== '' && isFree(marking, index)).join(' ')
  if (outside.split(' ').length > MOST_POINTING_WORDS && !POINTS_INSIDE.test(outside)) return
  for (const index of coloured) parts[index] = null
}

/** A help desk's "Rappel de votre message :" below its answer; above the leave-taking it belongs to the letter. */
function markRecall(marking: Marking): void {
  const { visible } = marking
  const free = visible.map((_, index) => index).filter((index) => isFree(marking, index))
  const start = free.find((index) => recallsQuestion(visible[index]!) && hasTextBefore(marking, index))
  if (start === undefined) return
  const closes = (index: number) => closingIn(visible[index]!) !== null
  if (!free.some((index) => index < start && closes(index)) && free.some((index) => index > start && closes(index)))
    return
  markRange(marking, dividersAbove(marking, start), visible.length, 'quoted')
}

/** Lines that begin with `>`; a space before it and several levels are usual (crisp-oss/email-reply-parser #32). */
function markQuoteCharacters({ visible, parts, fenced }: Marking): void {
  const only = loneMark(visible)
  for (let index = 0; index < visible.length; index += 1) {
    if (parts[index] !== null || fenced[index] || index === only) continue
    const line = visible[index]!
    if (line.startsWith('>') && !/^>>> ?\w+\(|^>>>.{3,200}>>>$/.test(line)) parts[index] = 'quoted'
  }
  for (let index = 1; index < visible.length - 1; index += 1) {
    if (parts[index] !== null || fenced[index] || parts[index - 1] !== 'quoted' || parts[index + 1] !== 'quoted')
      continue
    // The tail of a long quoted line that a program wrapped without its mark.
    const line = visible[index]!
    if (visible[index - 1]!.length >= 68 && /^[\p{Ll}\d]/u.test(line) && line.length <= 40) parts[index] = 'quoted'
  }
}

/**
 * The one line with a mark that stands directly below a line of text and is no quote: a path of menus, a line of code. A quote
 * has a blank line, its attribution or another of its lines above. -1 where there is none.
 */
function loneMark(visible: readonly string[]): number {
  const marked = visible.flatMap((line, index) => (line.startsWith('>') ? [index] : []))
  const [index] = marked
  if (marked.length !== 1 || index === undefined || index === 0) return -1
  const above = visible[index - 1]!
  return above === '' || /[:：]$/.test(above) ? -1 : index
}

/** The attribution above marked lines in a language without an entry: it ends with a colon and names an address or a date. */
function markIntroductions(marking: Marking): void {
  const { visible, parts } = marking
  for (let index = 1; index < visible.length; index += 1) {
    if (parts[index] !== 'quoted') continue
    let last = index - 1
    while (last >= 0 && index - last <= 3 && visible[last] === '' && parts[last] === null) last -= 1
    if (last < 0 || !isFree(marking, last)) continue
    let joined = ''
    for (let first = last; first >= 0 && last - first < 4 && isFree(marking, first); first -= 1) {
      joined = joined === '' ? visible[first]! : `${visible[first]!} ${joined}`
      if (!introducesQuote(joined) || !startsHeader(visible[first]!)) continue
      parts.fill('quoted', first, index)
      break
    }
  }
}

/** A first line that can be the start of an attribution: not the end of a sentence of the letter. */
function startsHeader(line: string): boolean {
  return !/[.!?]\s+\p{Lu}/u.test(line.replace(/\b\p{L}{1,4}\./gu, '')) && line.length <= 200
}

function markHeaders(marking: Marking): void {
  const { visible, parts, lines } = marking
  for (let index = 0; index < visible.length; index += 1) {
    if (!isFree(marking, index)) continue
    const header = quoteHeaderAt(visible, index, lines[index]!.afterDivider)
    if (!header) continue
    const below = nextVisible(visible, header.end + 1)
    const marked = below !== null && parts[below] === 'quoted'
    if (header.strength === 'weak' && !marked) continue
    const onlyForward = header.forwarded && !hasTextBefore(marking, index)
    const end = marked || onlyForward ? header.end + 1 : visible.length
    markRange(marking, dividersAbove(marking, index), end, 'quoted')
    index = end - 1
  }
}

/** First line of the dividers and blank lines that stand directly above a header. */
function dividersAbove(marking: Marking, index: number): number {
  let start = index
  for (let above = index - 1; above >= 0 && index - above <= 6; above -= 1) {
    if (marking.parts[above] !== null) break
    if (marking.visible[above] === '') continue
    if (!isDivider(marking.visible[above]!)) break
    start = above
  }
  return start
}

function nextVisible(visible: readonly string[], start: number): number | null {
  for (let index = start; index < visible.length; index += 1) {
    if (visible[index] !== '') return index
  }
  return null
}
