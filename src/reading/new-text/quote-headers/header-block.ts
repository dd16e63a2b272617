/**
 * Finds the block of header lines above a quoted mail ("De : … Envoyé : … À : … Objet : …"). A list that happens to use
 * such words ("De : Paris / À : Lyon / Date : 12 mars") is none: it names neither an address nor a subject.
 */
import { HEADER_LABELS, type HeaderLabelKind } from './header-labels.js'

const KINDS = Object.keys(HEADER_LABELS) as HeaderLabelKind[]
const LABEL_PATTERNS = KINDS.map((kind) => ({
  kind,
  pattern: new RegExp(
    String.raw`^[>\s|*_]{0,20}(?:${HEADER_LABELS[kind].join('|')})[*_\s]{0,4}[:：][*_]{0,2}(?<value>.*)$`,
    'iu',
  ),
}))
const MAX_LINES = 16
/** Lines without a label inside a block: a long list of recipients or a subject that was wrapped. */
const MAX_WRAPPED = 3

/** A label of a header block with its value. */
export interface HeaderLabel {
  readonly kinds: readonly HeaderLabelKind[]
  readonly value: string
}

/** The label at the start of a line; a word can be more than one kind ("Da" is Italian "from" and no other's). */
export function headerLabelOf(line: string): HeaderLabel | null {
  if (line.length > 2000 || !/[:：]/.test(line.slice(0, 60))) return null
  const head = line.slice(0, 400)
  let value = ''
  const kinds: HeaderLabelKind[] = []
  for (const { kind, pattern } of LABEL_PATTERNS) {
    const match = pattern.exec(head)
    if (!match) continue
    kinds.push(kind)
    value = (match.groups?.value ?? '').trim()
  }
  return kinds.length > 0 ? { kinds, value } : null
}

/** "Date" stands in every list; "Sent" and its like are written by mail programs alone. */
const ANY_DATE =
  /^[>\s|*_]{0,20}(?:date|datum|fecha|data|dato|дата|日期|日付|tarih|p[äa]iv[äa]\p{L}{0,12})[*_\s]{0,4}[:：]/iu

/** A moment as mail programs write it: with a weekday beside the month, seconds or a zone; lists of letters hardly do. */
const MAIL_MOMENT =
  /(?<!\p{L})\p{L}{2,14}[., ]{1,3}\d{1,2}[. ]{1,3}(?:de )?\p{L}{3,14}.{1,20}\d{1,2}[:.]\d{2}|(?<!\p{L})\p{L}{3,14}, \p{L}{3,14}.{1,16}\d{1,2}:\d{2}|\d{1,2}:\d{2}:\d{2}|\d{1,2}:\d{2}.{0,6}(?:[+-]\d{2}|GMT|UTC)/iu

/** True where a date among the labels says that a mail is quoted: also "Date" below a separator or a rule. */
function isMailDate(line: string, announced: boolean): boolean {
  return announced || !ANY_DATE.test(line.slice(0, 80)) || MAIL_MOMENT.test(line.slice(0, 160))
}

/** A header block: the index of its last line. */
export interface HeaderBlock {
  readonly end: number
}

/**
 * The header block that begins at `start`, or null. `announced`: a separator or a rule stands above, so that two labels
 * are enough. Looks at 16 lines at most.
 */
export function headerBlockAt(lines: readonly string[], start: number, announced: boolean): HeaderBlock | null {
  const first = headerLabelOf(lines[start]!)
  if (!first || first.kinds.every((kind) => kind === 'other' || kind === 'copy')) return null
  const found = new Set<HeaderLabelKind>()
  let address = false
  let dated = false
  let labels = 0
  let end = start
  let wrapped = 0
  for (let index = start; index < lines.length && index < start + MAX_LINES; index += 1) {
    const line = lines[index]!
    const label = headerLabelOf(line)
    if (label) {
      // A label that would repeat "from" begins another block or is text.
      if (label.kinds.length === 1 && label.kinds[0] === 'from' && found.has('from')) break
      for (const kind of label.kinds) found.add(kind)
      labels += 1
      wrapped = 0
      end = index
      if (!label.kinds.includes('subject') && /@|mailto:/.test(label.value)) address = true
      if (label.kinds.includes('date') && isMailDate(line, announced) && /\d\D{1,20}\d/.test(label.value.slice(0, 100)))
        dated = true
      continue
    }
    if (line.replace(/[>\s]/g, '') !== '' || lines[index + 1]?.replace(/[>\s]/g, '') === '') wrapped += 1
    if (wrapped > MAX_WRAPPED) break
    if (wrapped > 0 && /[<@]/.test(line) && found.has('from')) address = true
    // A blank line ends the block once it is whole.
    if (line.replace(/[>\s]/g, '') === '' && found.has('from') && found.has('subject')) break
  }
  // A list of a letter can use such words too ("From: Leeds, To: York"): an address or a date must be among the values.
  if (!found.has('from') || !(address || dated)) return null
  if (announced && labels >= 2) return { end }
  if (labels >= 3 && found.has('subject')) return { end }
  if (labels >= 2 && address && (found.has('subject') || found.has('date'))) return { end }
  return null
}
