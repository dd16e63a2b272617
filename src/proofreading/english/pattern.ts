/**
 * Compiles word patterns and finds them. Every pattern is filed under the words of its rarest place, so that a text costs one
 * look-up a word however many rules there are.
 */
import type { EnglishWord } from './english-text.js'
import { LISTS } from './lists.js'
import type { EnglishRule } from './rule.js'

type Place =
  /** One of these; with `$` among them, also nothing. */
  | { readonly kind: 'words'; readonly words: ReadonlySet<string> }
  /** Any word but these, or nothing. */
  | { readonly kind: 'not'; readonly words: ReadonlySet<string> }
  /** `^`: nothing before on this side of punctuation; `$`: nothing after. */
  | { readonly kind: 'edge' }

interface Pattern {
  readonly rule: EnglishRule
  readonly places: readonly Place[]
  readonly markFrom: number
  readonly markTo: number
  readonly anchor: number
}

/** Rules ready to be looked for. */
export type PatternIndex = ReadonlyMap<string, readonly Pattern[]>

/** A pattern found: the rule and the first and last marked word. */
export interface PatternMatch {
  readonly rule: EnglishRule
  readonly first: EnglishWord
  readonly last: EnglishWord
}

/** Compiles all patterns of the rules; throws on a pattern that cannot be read, so that a slip shows at once. */
export function compilePatterns(rules: readonly EnglishRule[]): PatternIndex {
  const index = new Map<string, Pattern[]>()
  for (const rule of rules) {
    for (const written of rule.patterns) {
      const pattern = compile(rule, written)
      const anchor = pattern.places[pattern.anchor]
      if (anchor?.kind !== 'words') throw new Error(`pattern without a word: ${written}`)
      for (const word of anchor.words) {
        const filed = index.get(word)
        if (filed) filed.push(pattern)
        else index.set(word, [pattern])
      }
    }
  }
  return index
}

function compile(rule: EnglishRule, written: string): Pattern {
  let markFrom = -1
  let markTo = -1
  const places = written.split(' ').map((part, position): Place => {
    if (part.startsWith('[')) markFrom = position
    if (part.endsWith(']')) markTo = position
    const bare = part.replace(/^\[|\]$/g, '')
    if (bare === '^' || bare === '$') return { kind: 'edge' }
    const words = new Set(bare.replace(/^!/, '').split('|').flatMap(wordsOf))
    return bare.startsWith('!') ? { kind: 'not', words } : { kind: 'words', words }
  })
  if (markFrom < 0 || markTo < markFrom) throw new Error(`pattern without a mark: ${written}`)
  let anchor = -1
  let rarest = Number.POSITIVE_INFINITY
  for (const [position, place] of places.entries()) {
    if (place.kind !== 'words' || place.words.size >= rarest) continue
    anchor = position
    rarest = place.words.size
  }
  return { rule, places, markFrom, markTo, anchor }
}

function wordsOf(part: string): readonly string[] {
  if (!part.startsWith('@')) return [part]
  const words = LISTS[part.slice(1)]
  if (!words) throw new Error(`no word list ${part}`)
  return [...words]
}

/** Finds all patterns in a text's words. */
export function findPatterns(words: readonly EnglishWord[], index: PatternIndex): readonly PatternMatch[] {
  const found: PatternMatch[] = []
  for (let at = 0; at < words.length; at++) {
    const patterns = index.get((words[at] as EnglishWord).word)
    if (!patterns) continue
    for (const pattern of patterns) {
      const begin = at - pattern.anchor
      if (!matches(words, begin, pattern)) continue
      const first = words[begin + pattern.markFrom]
      const last = words[begin + pattern.markTo]
      if (first && last) found.push({ rule: pattern.rule, first, last })
    }
  }
  return found
}

function matches(words: readonly EnglishWord[], begin: number, { places }: Pattern): boolean {
  for (let position = 0; position < places.length; position++) {
    const place = places[position] as Place
    // A word is a neighbour only where no punctuation stands between.
    const here = words[begin + position]
    const before = position === 0 ? words[begin + 1]?.joined : here?.joined
    const neighbour = here !== undefined && before === true ? here : undefined
    if (place.kind === 'edge') {
      if (neighbour) return false
    } else if (place.kind === 'not') {
      if (neighbour && place.words.has(neighbour.word)) return false
    } else if (neighbour || !place.words.has('$')) {
      if (!here || !place.words.has(here.word)) return false
      if (position > 0 && places[position - 1]?.kind !== 'edge' && here.joined !== true && isWord(places[position - 1]))
        return false
    }
  }
  return true
}

function isWord(place: Place | undefined): boolean {
  return place?.kind === 'words'
}
