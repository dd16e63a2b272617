/**
 * A regular expression as a position automaton (Glushkov 1961): one state for each character it takes, an edge wherever one may
 * follow another. Bounded repetitions are shortened, which keeps how time grows with the text and drops the constant factor.
 */
import { type AST, RegExpParser } from '@eslint-community/regexpp'

/** What must hold between two characters, as bits. */
export const BOUNDARY = 1
export const NO_BOUNDARY = 2
export const LINE_START = 4
export const LINE_END = 8
/** At the very start or end of the text: never between two characters. */
export const TEXT_START = 16
export const TEXT_END = 32
/** What a look ahead or behind says, which is left open. */
export const LOOK = 64
/** The first of the conditions on the character before, one bit each. */
const FIRST_BEHIND = 128
/** Most such conditions that fit. */
const MOST_BEHIND = 20

/** An edge to a state, under conditions. */
export interface Edge {
  readonly to: number
  readonly conditions: number
}

/** The automaton of one pattern. */
export interface Automaton {
  /** Characters that stand for all: each state takes some of them. */
  readonly alphabet: readonly string[]
  /** By state and character of the alphabet: 1 where the state takes it. */
  readonly takes: readonly Uint8Array[]
  /** Edges out of each state; more than one to the same state are as many ways to match. */
  readonly edges: readonly (readonly Edge[])[]
  readonly first: readonly Edge[]
  /** States after which the pattern may be complete, with the conditions. */
  readonly last: readonly Edge[]
  /** By character of the alphabet: the conditions on the character before that it meets, as bits. */
  readonly behind: readonly number[]
  /** All conditions on the character before. */
  readonly behindMask: number
}

/** A part of the pattern: how it begins and ends, and under which conditions it takes nothing. */
interface Part {
  readonly first: readonly Edge[]
  readonly last: readonly Edge[]
  readonly empty: readonly number[]
}

/** Characters of every script and kind, beside those that a pattern names. */
const SAMPLES = [
  ...Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)),
  ...'ŒœŸŁłĐđĞıİſẞΑαΩωАаЯяאع中あア한กๆ‐–—‘’“”„…•€™№−·\u0300\u0301\u200b\u200d\u202e\u202f\u2007\u2009\u2028\u2029\u3000\ufeff：，。！？）（、🙂👍🇫',
]

/** Longest run of characters that a bounded repetition stands for. */
function bounds({ min, max }: AST.Quantifier): readonly [number, number] {
  if (max === Number.POSITIVE_INFINITY) return [Math.min(min, 2), max]
  if (min === max) return [Math.min(min, 2), Math.min(min, 2)]
  if (max <= 2) return [min, max]
  return min <= 1 ? [min, 2] : [2, 3]
}

const join = (edges: readonly Edge[], conditions: readonly number[]): Edge[] =>
  edges.flatMap(({ to, conditions: own }) => conditions.map((more) => ({ to, conditions: own | more })))

/**
 * Builds the automaton.
 * @throws Error where the pattern holds what no automaton can follow: a back-reference to something of any length, an open-ended look behind
 */
export function automatonOf(source: string, flags: string): Automaton {
  const unicode = flags.includes('u') || flags.includes('v')
  const tree = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(source, 0, source.length, {
    unicode,
    unicodeSets: flags.includes('v'),
  })
  const multiline = flags.includes('m')
  const raws: string[] = []
  const behind: { raw: string; negate: boolean }[] = []
  const edges: Edge[][] = []

  function character(raw: string): Part {
    raws.push(raw)
    edges.push([])
    const own = [{ to: raws.length - 1, conditions: 0 }]
    return { first: own, last: own, empty: [] }
  }

  function follow(last: readonly Edge[], first: readonly Edge[]): void {
    for (const end of last)
      for (const start of first) {
        const conditions = end.conditions | start.conditions
        if ((conditions & (TEXT_START | TEXT_END)) === 0) edges[end.to]?.push({ to: start.to, conditions })
      }
  }

  function sequence(parts: readonly Part[]): Part {
    return parts.reduce(
      (before, after) => {
        follow(before.last, after.first)
        return {
          first: [...before.first, ...join(after.first, before.empty)],
          last: [...after.last, ...join(before.last, after.empty)],
          empty: distinct(before.empty.flatMap((one) => after.empty.map((other) => one | other))),
        }
      },
      { first: [], last: [], empty: [0] },
    )
  }

  function choice(parts: readonly Part[]): Part {
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      empty: distinct(parts.flatMap(({ empty }) => empty)),
    }
  }

  function repetition(node: AST.Quantifier): Part {
    const [min, max] = bounds(node)
    const nothing: Part = { first: [], last: [], empty: [0] }
    const needed = Array.from({ length: min }, () => part(node.element))
    if (max !== Number.POSITIVE_INFINITY) {
      // x{1,3} is x(x(x)?)?: each further one only after the one before.
      let further = nothing
      for (let count = min; count < max; count += 1)
        further = choice([sequence([part(node.element), further]), nothing])
      return sequence([...needed, further])
    }
    const again = part(node.element)
    follow(again.last, again.first)
    return sequence([...needed, choice([again, nothing])])
  }

  function assertion(node: AST.Assertion): Part {
    const holds = (conditions: number): Part => ({ first: [], last: [], empty: [conditions] })
    switch (node.kind) {
      case 'word':
        return holds(node.negate ? NO_BOUNDARY : BOUNDARY)
      case 'start':
        return holds(multiline ? LINE_START : TEXT_START)
      case 'end':
        return holds(multiline ? LINE_END : TEXT_END)
      case 'lookahead': {
        // What is looked at is walked through and thrown away: a way that leads nowhere, beside one that takes nothing.
        const { first } = choice(node.alternatives.map(alternative))
        return { first, last: [], empty: [LOOK] }
      }
      case 'lookbehind':
        if (/[*+]|\{\d+,\}/.test(node.raw)) throw new Error(`/${source}/ looks behind without bound`)
        return holds(LOOK | characterBehind(node))
    }
  }

  /** A look behind as a condition on the last character alone: all it says, or a part of it. */
  function characterBehind(node: AST.LookbehindAssertion): number {
    const lasts = node.alternatives.map(({ elements }) => elements.at(-1))
    const single = lasts.every(
      (element) =>
        element?.type === 'Character' || element?.type === 'CharacterClass' || element?.type === 'CharacterSet',
    )
    const whole = node.alternatives.every(({ elements }) => elements.length === 1)
    if (!single || (node.negate && !whole) || behind.length >= MOST_BEHIND) return 0
    behind.push({ raw: lasts.map((element) => element?.raw).join('|'), negate: node.negate })
    return FIRST_BEHIND << (behind.length - 1)
  }

  const alternative = (node: AST.Alternative): Part => sequence(node.elements.map(part))

  function part(node: AST.Element): Part {
    switch (node.type) {
      case 'Group':
      case 'CapturingGroup':
        return choice(node.alternatives.map(alternative))
      case 'Quantifier':
        return repetition(node)
      case 'Assertion':
        return assertion(node)
      case 'Backreference':
        return again(node)
      default:
        return character(node.raw)
    }
  }

  /** The same again takes at most what the group may take, where that is of bounded length. */
  function again({ resolved }: AST.Backreference): Part {
    if (Array.isArray(resolved) || /[*+]|\{\d+,\}|\\\d/.test(resolved.raw))
      throw new Error(`/${source}/ has a back-reference without bound`)
    return choice(resolved.alternatives.map(alternative))
  }

  const whole = choice(tree.alternatives.map(alternative))
  const engineFlags = flags.replace(/[gymd]/g, '')
  const { alphabet, takes } = alphabetOf([...raws, ...behind.map(({ raw }) => raw)], engineFlags)
  return {
    alphabet,
    takes: takes.slice(0, raws.length),
    edges,
    first: whole.first,
    last: whole.last,
    behind: alphabet.map((_, letter) =>
      behind.reduce(
        (met, { negate }, place) =>
          (takes[raws.length + place]?.[letter] === 1) !== negate ? met | (FIRST_BEHIND << place) : met,
        0,
      ),
    ),
    behindMask: behind.reduce((mask, _, place) => mask | (FIRST_BEHIND << place), 0),
  }
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)]
}

/** Characters that no two states tell apart are one; the engine itself says what a state takes. */
function alphabetOf(raws: readonly string[], flags: string): Pick<Automaton, 'alphabet' | 'takes'> {
  const kinds = [...new Set(raws)]
  const tests = kinds.map((raw) => new RegExp(`^(?:${raw})$`, flags))
  const named = kinds.flatMap((raw) =>
    [...raw].flatMap((letter) => [letter, letter.toLowerCase(), letter.toUpperCase()]),
  )
  const ranges = kinds.flatMap((raw) =>
    [...raw.matchAll(/(.)-(.)/gsu)].flatMap(([, from = '', to = '']) =>
      [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0].flatMap((code) => [code - 1, code + 1]),
    ),
  )
  const escaped = kinds.flatMap((raw) =>
    [...raw.matchAll(/\\u\{?([0-9a-f]{2,6})|\\x([0-9a-f]{2})/gi)].flatMap(([, long, short]) => {
      const code = Number.parseInt(long ?? short ?? '0', 16)
      return [code - 1, code, code + 1]
    }),
  )
  const codes = [...ranges, ...escaped].filter((code) => code >= 0 && code <= 0x10ffff)
  const candidates = new Set([...SAMPLES, ...named, ...codes.map((code) => String.fromCodePoint(code))])
  const alphabet = new Map<string, string>()
  for (const letter of candidates) {
    if (letter.length > 1 && !/[uv]/.test(flags)) continue
    const signature =
      tests.map((test) => (test.test(letter) ? '1' : '0')).join('') +
      (isWord(letter) ? 'w' : isLineEnd(letter) ? 'n' : '')
    if (!alphabet.has(signature)) alphabet.set(signature, letter)
  }
  const letters = [...alphabet.values()]
  const byKind = new Map(
    kinds.map((raw, index) => [raw, Uint8Array.from([...alphabet.keys()], (signature) => Number(signature[index]))]),
  )
  return { alphabet: letters, takes: raws.map((raw) => byKind.get(raw) ?? new Uint8Array()) }
}

/** True for what `\b` takes as a letter of a word. */
export function isWord(letter: string): boolean {
  return /^\w$/.test(letter)
}

/** True for what ends a line for `^` and `$` with flag m. */
export function isLineEnd(letter: string): boolean {
  return /^[\n\r\u2028\u2029]$/.test(letter)
}
