/**
 * Finds the greeting of a letter and whom it names. A typing slip in the name does not name the customer;
 * capitals, accents and hyphens make no difference.
 */
import { fold, foldName } from '../../text/fold.js'
import { CIVILITIES, GREETING_FILLERS, GREETING_START, NOT_A_NAME, PLACEHOLDER } from './greeting-words.js'

/** A greeting found: its place, and whether it names the customer. */
export interface Greeting {
  readonly start: number
  readonly end: number
  /** `name`: the customer's; `typo`: nearly; `other`: somebody else's or an unfilled placeholder; `none`: nobody's. */
  readonly names: 'name' | 'typo' | 'other' | 'none'
  /** True where no customer's name was given and the shape decided, or the name stood outside the greeting line. */
  readonly unsure: boolean
}

/** The customer's names; empty texts where they are not known. */
export interface CustomerName {
  readonly firstName: string
  readonly lastName: string
}

interface Line {
  readonly start: number
  readonly text: string
  readonly folded: string
}

/** A greeting stands in the first lines: banners and reference lines may come before it. */
const LINES_LOOKED_AT = 12
const LINE_LIMIT = 160
const NAME_TOKENS = 7

/** Edit distance (Levenshtein 1966) between two short words. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}

function firstLines(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const raw of text.slice(0, 6000).split('\n')) {
    if (raw.trim() !== '') {
      const line = raw.slice(0, LINE_LIMIT)
      lines.push({ start, text: line, folded: fold(line) })
    }
    start += raw.length + 1
    if (lines.length === LINES_LOOKED_AT) break
  }
  return lines
}

/** Words where a name would stand: after greeting words, civilities and their punctuation, up to the next punctuation. */
function nameTokens(line: Line): { tokens: string[]; raw: string[]; end: number; civility: boolean } {
  const pattern = /[\p{L}\p{M}\d'’`.-]+|[,;:!?()|/&]|\{|\[|%/gu
  const tokens: string[] = []
  const raw: string[] = []
  let civility = false
  let end = 0
  for (const match of line.text.matchAll(pattern)) {
    const word = fold(match[0]).replace(/^[.'-]+|(?<![.'-])[.'-]+$/g, '')
    const stop = match.index + match[0].length
    if (word === '' || /^[,;:!?()|/&{[%]$/.test(word)) {
      if (tokens.length > 0) break
      end = stop
      continue
    }
    // An address names a mailbox, not a person.
    if (line.text.charAt(stop) === '@') break
    if (tokens.length === 0 && (GREETING_FILLERS.has(word) || CIVILITIES.has(word))) {
      civility ||= CIVILITIES.has(word)
      end = stop
      continue
    }
    if (tokens.length > 0 && (CIVILITIES.has(word) || word === 'et' || word === 'and')) {
      civility ||= CIVILITIES.has(word)
      continue
    }
    tokens.push(word)
    raw.push(match[0])
    end = stop
    if (tokens.length === NAME_TOKENS) break
    if (/[!.]$/.test(match[0]) && word.length > 2) break
  }
  return { tokens, raw, end, civility }
}

/** True where consecutive tokens, joined, are the name. */
function holdsName(tokens: readonly string[], name: string): boolean {
  if (name === '') return false
  const joined = tokens.map((token) => foldName(token))
  for (let from = 0; from < joined.length; from += 1) {
    let run = ''
    for (let to = from; to < joined.length && run.length < name.length; to += 1) {
      run += joined[to]
      if (run === name) return true
    }
  }
  return false
}

function nearly(tokens: readonly string[], name: string): boolean {
  const allowed = name.length >= 6 ? 2 : name.length >= 4 ? 1 : 0
  return allowed > 0 && tokens.some((token) => editDistance(foldName(token), name) <= allowed)
}

function judge(line: Line, customer: CustomerName): Greeting {
  const { tokens, raw, end, civility } = nameTokens(line)
  const start = line.start + (line.text.length - line.text.trimStart().length)
  const place = { start, end: line.start + Math.max(end, 1) }
  const first = foldName(customer.firstName)
  const last = foldName(customer.lastName)
  const known = first !== '' || last !== ''
  const at = tokens.findIndex((token) => NOT_A_NAME.has(token))
  const names = at < 0 ? tokens : tokens.slice(0, at)
  if (known && (holdsName(names, last) || holdsName(names, first))) return { ...place, names: 'name', unsure: false }
  if (PLACEHOLDER.test(line.folded)) return { ...place, names: 'other', unsure: false }
  const shaped = names.length > 0 && /^\p{Lu}/u.test(raw[0] ?? '') && names.length <= 4
  if (!known) return { ...place, names: shaped && (names[0]?.length ?? 0) > 1 ? 'name' : 'none', unsure: true }
  if (nearly(names, last) || nearly(names, first)) return { ...place, names: 'typo', unsure: true }
  return { ...place, names: shaped && civility && (names[0]?.length ?? 0) > 1 ? 'other' : 'none', unsure: false }
}

/** A civility opens many ordinary sentences: it greets only where its line is short or soon ends in a comma. */
function greets(line: Line): boolean {
  const match = GREETING_START.exec(line.folded)
  if (!match) return false
  const word = match[0].replace(/[^a-z]/g, '')
  if (!CIVILITIES.has(word)) return true
  return /^[^,!:;]{0,60}[,!:;]/.test(line.folded) || line.folded.trim().length <= 50
}

/** A line of nothing but the customer's name: "Camille,". */
function isNameLine(line: Line, customer: CustomerName): boolean {
  const name = foldName(line.text)
  if (name === '' || line.text.trim().length > 60) return false
  const first = foldName(customer.firstName)
  const last = foldName(customer.lastName)
  return [first, last, first + last, last + first].some((one) => one !== '' && one === name)
}

/** Finds the greeting of a letter; null where there is none. */
export function findGreeting(text: string, customer: CustomerName): Greeting | null {
  const lines = firstLines(text)
  const index = lines.findIndex((line) => greets(line))
  const line = lines[index]
  if (line) {
    const greeting = judge(line, customer)
    const next = lines[index + 1]
    // "Bonjour," on one line, "Madame Lefèvre," on the next.
    if (greeting.names === 'none' && next && (greets(next) || isNameLine(next, customer))) {
      const second = isNameLine(next, customer)
        ? { start: next.start, end: next.start + next.text.trimEnd().length, names: 'name' as const, unsure: false }
        : judge(next, customer)
      if (second.names !== 'none') return { ...second, start: greeting.start }
    }
    return greeting
  }
  const named = lines.slice(0, 4).find((candidate) => isNameLine(candidate, customer))
  if (named) return { start: named.start, end: named.start + named.text.trimEnd().length, names: 'name', unsure: false }
  return openingByName(lines[0], customer)
}

/** No greeting line, but the first words name the customer: "Camille, merci pour…", "Thank you, Camille, for…". */
function openingByName(line: Line | undefined, customer: CustomerName): Greeting | null {
  if (!line) return null
  const opening = /^[^.!?;:]{0,60}/.exec(line.text)?.[0] ?? ''
  const tokens = opening.split(/[\s,]+/).filter((token) => token !== '')
  const first = foldName(customer.firstName)
  const last = foldName(customer.lastName)
  if (!holdsName(tokens, last) && !holdsName(tokens, first)) return null
  if (!/,|^\s*(?:merci|thank)/i.test(opening)) return null
  return { start: line.start, end: line.start + opening.trimEnd().length, names: 'name', unsure: true }
}
