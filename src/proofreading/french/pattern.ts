/**
 * A small language for word patterns, so that most rules are a line of a table: `n'hésitez pas [a]` → `à`.
 * Elements are separated by spaces: literals with alternatives (`de|du`), classes (`<noun>`, `<inf>`, `<v:être>`), `~` after
 * an element makes it optional, `?` after a literal's last letter that letter, `!` before one says that the token there must not match. Brackets hold the span.
 */
import {
  ADVERB,
  CLITIC,
  FP,
  FS,
  INFINITIVE,
  MP,
  MS,
  NEGATION,
  NUMERAL,
  PREPOSITION,
  PRESENT_PARTICIPLE,
  PRONOUN,
  SUBJECT,
} from './lexicon/word.js'
import { type Check, defineRule, type Found, type Rule } from './rule.js'
import type { FrenchText } from './text.js'
import { BREAK, isCapital, NUMBER, PUNCTUATION, type Token, WORD } from './token.js'

type Test = (token: Token) => boolean

interface Element {
  readonly test: Test
  readonly optional: boolean
  readonly negative: boolean
  /** Literal alternatives, where the element is one. */
  readonly literals: readonly string[] | undefined
}

interface Pattern {
  readonly elements: readonly Element[]
  /** First and last element of the span. */
  readonly from: number
  readonly to: number
  /** Element that wakes the pattern. */
  readonly anchor: number
  readonly suggestions: readonly string[]
}

/** A noun of one gender and number that is no adjective, participle or verb. */
function isNounOnly(token: Token, mask: number): boolean {
  // colis, bras: singular and plural alike; they count as singular only.
  const opposite = mask & (MS | FS) ? (mask === MS ? FS | FP : MS | MP) : 15 & ~mask
  return (
    (token.noun & mask) !== 0 &&
    (token.noun & opposite) === 0 &&
    (token.adjective | token.participle | token.finite | token.determiner) === 0 &&
    (token.kind & (ADVERB | PREPOSITION | INFINITIVE | NEGATION | PRESENT_PARTICIPLE)) === 0 &&
    !token.hyphen
  )
}

const CLASSES: Readonly<Record<string, Test>> = {
  det: (token) => token.determiner !== 0,
  noun: (token) => token.noun !== 0,
  'only-noun': (token) =>
    token.noun !== 0 && (token.adjective | token.participle | token.finite | token.determiner) === 0,
  'ms-noun': (token) => isNounOnly(token, MS),
  'fs-noun': (token) => isNounOnly(token, FS),
  'mp-noun': (token) => isNounOnly(token, MP),
  'fp-noun': (token) => isNounOnly(token, FP),
  'any-noun': (token) => token.word.noun !== 0,
  adj: (token) => token.adjective !== 0,
  pp: (token) => token.participle !== 0,
  'only-pp': (token) => token.participle !== 0 && (token.noun | token.adjective | token.finite) === 0,
  inf: (token) => (token.kind & INFINITIVE) !== 0,
  'only-inf': (token) => (token.kind & INFINITIVE) !== 0 && token.noun === 0,
  verb: (token) => token.finite !== 0,
  'only-verb': (token) => token.finite !== 0 && (token.noun | token.adjective | token.participle) === 0,
  adv: (token) => (token.kind & ADVERB) !== 0,
  prep: (token) => (token.kind & PREPOSITION) !== 0,
  pron: (token) => (token.kind & PRONOUN) !== 0,
  clitic: (token) => (token.kind & CLITIC) !== 0,
  subject: (token) => (token.kind & SUBJECT) !== 0 && !token.hyphen,
  number: (token) => token.type === NUMBER || (token.kind & NUMERAL) !== 0,
  word: (token) => token.type === WORD,
  edge: (token) => token.type === BREAK || (token.type === PUNCTUATION && /^[.,;:!?…]/.test(token.text)),
  capital: (token) => token.type === WORD && isCapital(token),
}

function compileElement(source: string): Element {
  const negative = source.startsWith('!')
  const optional = source.endsWith('~')
  const body = source.slice(negative ? 1 : 0, optional ? -1 : undefined)
  const tests: Test[] = []
  let literals: string[] | undefined = []
  for (const alternative of body.split('|')) {
    const named = /^<(.+)>$/.exec(alternative)?.[1]
    if (named?.startsWith('v:')) {
      const lemma = named.slice(2)
      tests.push((token) => token.word.lemma === lemma || token.word.otherLemma === lemma)
      literals = undefined
    } else if (named) {
      const test = CLASSES[named]
      if (!test) throw new Error(`unknown class <${named}> in a French pattern`)
      tests.push(test)
      literals = undefined
    } else if (alternative.startsWith('-') && alternative.length > 1) {
      const literal = alternative.slice(1)
      tests.push((token) => token.hyphen && token.lower === literal)
      literals?.push(literal)
    } else {
      // « jours? » stands for jour and jours.
      const long = alternative.endsWith('?') ? alternative.slice(0, -1) : alternative
      const short = alternative.endsWith('?') ? alternative.slice(0, -2) : alternative
      tests.push((token) => token.lower === long || token.lower === short)
      literals?.push(long)
      if (short !== long) literals?.push(short)
    }
  }
  const [only] = tests
  const test = tests.length === 1 && only ? only : (token: Token) => tests.some((one) => one(token))
  return { test, optional, negative, literals: negative ? undefined : literals }
}

function compile(source: string, replacement: string): Pattern {
  const elements: Element[] = []
  let from = -1
  let to = -1
  for (const part of source.split(' ')) {
    let body = part
    if (body.startsWith('[')) {
      from = elements.length
      body = body.slice(1)
    }
    if (body.endsWith(']')) {
      to = elements.length
      body = body.slice(0, -1)
    }
    elements.push(compileElement(body))
  }
  let anchor = elements.findIndex(
    (element, index) => index >= from && index <= to && element.literals && !element.optional,
  )
  if (anchor < 0) anchor = elements.findIndex((element) => element.literals && !element.optional)
  if (from < 0 || to < 0 || anchor < 0)
    throw new Error(`a French pattern needs a bracketed span and a literal: ${source}`)
  return { elements, from, to, anchor, suggestions: replacement === '' ? [] : replacement.split('|') }
}

/** Matches elements from `element` on in direction `step`; fills the places of the span's ends. */
function match(
  text: FrenchText,
  pattern: Pattern,
  element: number,
  index: number,
  step: 1 | -1,
  places: number[],
): boolean {
  const current = pattern.elements[element]
  if (!current) return true
  const token = text.at(index)
  const passes = current.test(token)
  if (current.negative) return !passes && match(text, pattern, element + step, index, step, places)
  if (passes) {
    places[element] = index
    if (match(text, pattern, element + step, index + step, step, places)) return true
    places[element] = -1
  }
  return current.optional && match(text, pattern, element + step, index, step, places)
}

function find(text: FrenchText, pattern: Pattern, index: number): Found | undefined {
  if (!pattern.elements[pattern.anchor]!.test(text.at(index))) return undefined
  const places: number[] = []
  places[pattern.anchor] = index
  if (!match(text, pattern, pattern.anchor + 1, index + 1, 1, places)) return undefined
  if (!match(text, pattern, pattern.anchor - 1, index - 1, -1, places)) return undefined
  const matched = places.slice(pattern.from, pattern.to + 1).filter((place) => place !== undefined && place >= 0)
  const from = Math.min(...matched)
  const to = Math.max(...matched)
  const capital = isCapital(text.at(from))
  const suggestions = capital
    ? pattern.suggestions.map((suggestion) => suggestion.charAt(0).toUpperCase() + suggestion.slice(1))
    : pattern.suggestions
  return { from, to, suggestions }
}

/** The literals of a neighbour of the anchor that has to be there; none where it may be anything. */
function literalsBeside({ elements, anchor }: Pattern, step: 1 | -1): readonly string[] | undefined {
  const neighbour = elements[anchor + step]
  return neighbour && !neighbour.optional && !neighbour.negative ? neighbour.literals : undefined
}

/** Whether a token has one of the literals at that distance; always where there is none. */
function stands(text: FrenchText, index: number, literals: ReadonlySet<string> | undefined): boolean {
  return literals === undefined || literals.has(text.at(index).lower)
}

/**
 * The patterns of one waking word, each asked only where the neighbours that are literals stand beside the word; that of all
 * patterns at once is asked first, since hardly any word has one of them beside it.
 */
function checkOfPatterns(patterns: readonly Pattern[], unless: PatternTable['unless']): Check {
  const asked = patterns.map((pattern) => {
    const before = literalsBeside(pattern, -1)
    const after = literalsBeside(pattern, 1)
    return { pattern, before: before && new Set(before), after: after && new Set(after) }
  })
  const tied = asked.every(({ before, after }) => before || after)
  const anyAfter = new Set(asked.flatMap(({ after }) => [...(after ?? [])]))
  const anyBefore = new Set(asked.flatMap(({ before, after }) => (after ? [] : [...(before ?? [])])))
  return (text, index) => {
    if (tied && !anyAfter.has(text.at(index + 1).lower) && !anyBefore.has(text.at(index - 1).lower)) return undefined
    for (const { pattern, before, after } of asked) {
      if (!stands(text, index + 1, after) || !stands(text, index - 1, before)) continue
      const found = find(text, pattern, index)
      if (found && !unless?.(text, found.from)) return found
    }
    return undefined
  }
}

/** What a rule of patterns is made of. */
type PatternTable = Omit<Rule, 'words' | 'when' | 'check' | 'checkOf'> & {
  readonly patterns: readonly (readonly [pattern: string, replacement: string])[]
  /** Contexts that excuse a match: asked with the place of the span's first token. */
  readonly unless?: (text: FrenchText, index: number) => boolean
}

/** A rule that is a table of patterns with their replacements (alternatives separated by `|`, empty where none is sure). */
export function patternRule(rule: PatternTable): Rule {
  const byWord = new Map<string, Pattern[]>()
  for (const [source, replacement] of rule.patterns) {
    const pattern = compile(source, replacement)
    for (const literal of pattern.elements[pattern.anchor]!.literals ?? []) {
      byWord.set(literal, [...(byWord.get(literal) ?? []), pattern])
    }
  }
  return defineRule({
    id: rule.id,
    category: rule.category,
    message: rule.message,
    source: rule.source,
    wrong: rule.wrong,
    right: rule.right,
    words: [...byWord.keys()],
    check(text, index) {
      for (const pattern of byWord.get(text.at(index).lower) ?? []) {
        const found = find(text, pattern, index)
        if (found && !rule.unless?.(text, found.from)) return found
      }
      return undefined
    },
    checkOf: (word) => checkOfPatterns(byWord.get(word) ?? [], rule.unless),
  })
}
