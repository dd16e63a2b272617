/** What opens a quoted mail at a given line: a separator, a header block or an attribution, whichever is there. */
import { isDivider } from '../visible-form.js'
import { attributionIn, mayOpenAttribution } from './attribution.js'
import { headerBlockAt } from './header-block.js'
import { separatorOf } from './separators.js'

/** A quote header found in the lines of a body. */
export interface QuoteHeader {
  /** Index of its last line. */
  readonly end: number
  /** `strong`: what follows without a mark is quoted too. `weak`: only marked lines are. */
  readonly strength: 'strong' | 'weak'
  /** True where it announces a forward rather than an answered mail. */
  readonly forwarded: boolean
}

/** Lines over which mail programs wrap an attribution, blank ones included. */
const MAX_ATTRIBUTION_LINES = 6

function isQuoteMark(line: string): boolean {
  return line.startsWith('>')
}

function attributionAt(lines: readonly string[], start: number): QuoteHeader | null {
  if (lines[start]!.length > 500 || !mayOpenAttribution(lines[start]!)) return null
  let joined = ''
  for (let index = start; index < lines.length && index < start + MAX_ATTRIBUTION_LINES; index += 1) {
    const line = lines[index]!
    const open = joined.split('<').length > joined.split('>').length
    const next = lines[index + 1] ?? ''
    if (line === '') {
      // Some programs put the address between blank lines: only an address that begins or is open may follow.
      if (!open && !/^<\s*$/.test(next)) return null
      continue
    }
    if (index > start && isQuoteMark(line) && !isQuoteMark(lines[start]!) && !open) return null
    joined = joined === '' ? line : `${joined} ${line}`
    if (joined.length > 600) return null
    const found = attributionIn(joined)
    if (!found) continue
    const verbOnly = /^[^\s<>]{0,12} ?[^\s<>]{0,12} ?[:：]$/.test(next) && attributionIn(`${joined} ${next}`) !== null
    return { end: verbOnly ? index + 1 : index, strength: found.strength, forwarded: false }
  }
  return null
}

/**
 * The quote header that begins at `start`; null where there is none. `lines` are in visible form; `announced` says that a
 * rule stands just above the line.
 */
export function quoteHeaderAt(lines: readonly string[], start: number, announced: boolean): QuoteHeader | null {
  const line = lines[start]!
  if (line === '') return null
  const separator = separatorOf(line)
  if (separator) {
    const below = nextVisible(lines, start + 1)
    const block = below === null ? null : headerBlockAt(lines, below, true)
    const attribution = below === null || block ? null : attributionAt(lines, below)
    return { end: block?.end ?? attribution?.end ?? start, strength: 'strong', forwarded: separator === 'forwarded' }
  }
  const block = headerBlockAt(lines, start, announced || isDivider(lines[start - 1] ?? ''))
  if (block) return { end: block.end, strength: 'strong', forwarded: false }
  return attributionAt(lines, start)
}

/** Index of the next line with something in it, at most three further; null where there is none. */
function nextVisible(lines: readonly string[], start: number): number | null {
  for (let index = start; index < lines.length && index < start + 3; index += 1) {
    if (lines[index] !== '') return index
  }
  return null
}
