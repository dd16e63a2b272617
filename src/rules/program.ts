/**
 * Compiles a pattern to a machine of states and runs it over tokens as a set of states (Thompson 1968): no way is tried twice at
 * one token, and repetitions are bounded, so the time grows with the text and the size of the rules, never faster.
 */
import type { RuleLexicon, WordFacts } from './lexicon.js'
import type { Anchor, Node, Test } from './pattern.js'
import { endsSentence, type RuleToken } from './token.js'

/** Takes a token that passes any of its tests; words are asked at once, the others one by one. */
interface Take {
  readonly kind: 'take'
  readonly words: ReadonlySet<string>
  readonly tests: readonly Test[]
  readonly agreement: 'same' | 'different' | null
  readonly next: number
}

type State =
  | Take
  | { readonly kind: 'split'; readonly next: readonly number[] }
  | { readonly kind: 'anchor'; readonly anchor: Anchor; readonly next: number }
  | { readonly kind: 'mark'; readonly edge: 'open' | 'close'; readonly next: number }
  | { readonly kind: 'done' }

/** A compiled pattern. */
export interface Program {
  readonly states: readonly State[]
  readonly start: number
  /** When each state was last reached, by a count of steps: scratch of the runs. */
  readonly reached: Float64Array
  /** What must come second, asked before anything else is tried; null where anything may, or nothing. */
  readonly second: { readonly words: ReadonlySet<string>; readonly prefixes: readonly string[] } | null
  /** Words it can begin with; null where it can begin with others too. */
  readonly firstWords: ReadonlySet<string> | null
  /** Beginnings of words it can begin with, where `firstWords` is null and nothing else is possible; null otherwise. */
  readonly firstPrefixes: readonly string[] | null
}

/** Most states of one pattern: a slip in a repetition of repetitions shows at once. */
const MOST_STATES = 4000

/**
 * Compiles a pattern.
 * @throws RangeError where it has more states than a rule can need, or matches nothing at all
 */
export function compileProgram(tree: Node): Program {
  const states: State[] = []
  const add = (state: State): number => {
    if (states.length >= MOST_STATES)
      throw new RangeError(`a pattern of more than ${MOST_STATES} states: shorten its repetitions`)
    return states.push(state) - 1
  }
  /** Adds the part so that it leads on to `next`; the state it begins with. */
  function build(node: Node, next: number): number {
    switch (node.kind) {
      case 'token':
        return add({
          kind: 'take',
          words: new Set(node.tests.flatMap((test) => (test.kind === 'word' ? [test.word] : []))),
          tests: node.tests.filter((test) => test.kind !== 'word'),
          agreement: node.agreement,
          next,
        })
      case 'anchor':
        return add({ kind: 'anchor', anchor: node.anchor, next })
      case 'mark':
        return add({ kind: 'mark', edge: node.edge, next })
      case 'sequence':
        return node.parts.reduceRight((after, part) => build(part, after), next)
      case 'choice':
        return add({ kind: 'split', next: node.parts.map((part) => build(part, next)) })
      case 'repeat': {
        let entry = next
        for (let count = node.least; count < node.most; count += 1)
          entry = add({ kind: 'split', next: [build(node.part, entry), next] })
        for (let count = 0; count < node.least; count += 1) entry = build(node.part, entry)
        return entry
      }
    }
  }
  const done = add({ kind: 'done' })
  const start = build(tree, done)
  return {
    states,
    start,
    reached: new Float64Array(states.length * 16),
    second: secondOf(states, start),
    ...firstOf(states, start),
  }
}

function firstOf(states: readonly State[], start: number): Pick<Program, 'firstWords' | 'firstPrefixes'> {
  const words = new Set<string>()
  const prefixes: string[] = []
  let others = false
  const seen = new Set<number>()
  const visit = (index: number): void => {
    if (seen.has(index)) return
    seen.add(index)
    const state = states[index] as State
    if (state.kind === 'done') throw new RangeError('a pattern that matches nothing at all')
    else if (state.kind === 'split') state.next.forEach(visit)
    else if (state.kind !== 'take') visit(state.next)
    else {
      for (const word of state.words) words.add(word)
      for (const test of state.tests) {
        if (test.kind === 'prefix' && test.prefix.length >= PREFIX_LENGTH) prefixes.push(test.prefix)
        else others = true
      }
    }
  }
  visit(start)
  if (others) return { firstWords: null, firstPrefixes: null }
  return prefixes.length > 0
    ? { firstWords: words, firstPrefixes: prefixes }
    : { firstWords: words, firstPrefixes: null }
}

/** Words and beginnings of words of which one must come second; null where anything may, or nothing. */
function secondOf(states: readonly State[], start: number): Program['second'] {
  const words = new Set<string>()
  const prefixes: string[] = []
  let open = false
  const takes = reachable(states, [start]).filter((state) => state.kind === 'take')
  for (const state of reachable(
    states,
    takes.map(({ next }) => next),
  )) {
    if (state.kind === 'done') open = true
    if (state.kind !== 'take') continue
    for (const word of state.words) words.add(word)
    for (const test of state.tests) {
      if (test.kind === 'prefix') prefixes.push(test.prefix)
      else open = true
    }
  }
  return open ? null : { words, prefixes }
}

/** States that can be reached from some without taking a token. */
function reachable(states: readonly State[], from: readonly number[]): readonly State[] {
  const seen = new Set<number>()
  const visit = (index: number): void => {
    if (seen.has(index)) return
    seen.add(index)
    const state = states[index] as State
    if (state.kind === 'split') state.next.forEach(visit)
    else if (state.kind === 'anchor' || state.kind === 'mark') visit(state.next)
  }
  from.forEach(visit)
  return [...seen].map((index) => states[index] as State)
}

/** Letters by which beginnings of words are filed. */
export const PREFIX_LENGTH = 3

/** A text with what the lexicon says of its words, asked once a word. */
export interface RuleText {
  readonly tokens: readonly RuleToken[]
  factsAt(index: number): WordFacts | null
}

/** Puts tokens and a lexicon together. */
export function ruleText(tokens: readonly RuleToken[], lexicon: RuleLexicon | null): RuleText {
  if (!lexicon) return { tokens, factsAt: () => null }
  const known: (WordFacts | null | undefined)[] = []
  return {
    tokens,
    factsAt(index) {
      const before = known[index]
      if (before !== undefined) return before
      const token = tokens[index]
      const facts = token?.kind === 'word' ? lexicon.lookUp(token.text) : null
      known[index] = facts
      return facts
    },
  }
}

function holds(test: Test, text: RuleText, index: number): boolean {
  const token = text.tokens[index] as RuleToken
  switch (test.kind) {
    case 'word':
      return token.text === test.word
    case 'prefix':
      return token.text.startsWith(test.prefix)
    case 'inside':
      return !endsSentence(token)
    case 'class':
      if (test.name === 'any') return true
      return token.kind === test.name || (text.factsAt(index)?.classes.includes(test.name) ?? false)
    case 'lemma':
      return text.factsAt(index)?.lemmas.includes(test.lemma) ?? false
    case 'none-of':
      return token.kind !== 'break' && !test.tests.some((one) => holds(one, text, index))
  }
}

function anchored(anchor: Anchor, { tokens }: RuleText, index: number): boolean {
  const before = tokens[index - 1]
  const here = tokens[index]
  switch (anchor) {
    case 'sentence-start':
      return before === undefined || endsSentence(before) || before.text === ':'
    case 'line-start':
      return before === undefined || before.kind === 'break'
    case 'sentence-end':
      return here === undefined || endsSentence(here)
    case 'line-end':
      return here === undefined || here.kind === 'break'
  }
}

/** One way through the machine. */
interface Way {
  readonly state: number
  /** Tokens marked: first and one past the last; -1 where the pattern marks none, or not yet. */
  readonly open: number
  readonly close: number
  /** Gender and number carried by `=`; 0 where none is. */
  readonly agreement: number
}

/** Steps of all runs so far: tells this step's marks from older ones. */
let steps = 0

/** Where a program ended: one past its last token, and what it marked (-1 for nothing). */
export interface Run {
  readonly end: number
  readonly open: number
  readonly close: number
}

/**
 * Runs a program from a token; the longest way, null where it does not match there.
 * @param step 1 forwards; -1 backwards for a pattern that was reversed, where `end` is the last token taken
 */
export function runProgram(program: Program, text: RuleText, from: number, step: 1 | -1 = 1): Run | null {
  const { states } = program
  let ways: Way[] = []
  let found: Run | null = null
  // A way is known by its state, and where agreement is carried, by that too: sixteen at most a state.
  const { reached } = program
  steps += 1

  function follow(to: number, at: number, open: number, close: number, agreement: number, into: Way[]): void {
    const key = to * 16 + agreement
    if (reached[key] === steps) return
    reached[key] = steps
    const state = states[to] as State
    if (state.kind === 'split') for (const next of state.next) follow(next, at, open, close, agreement, into)
    else if (state.kind === 'mark') {
      if (state.edge === 'open') follow(state.next, at, at, close, agreement, into)
      else follow(state.next, at, open, at, agreement, into)
    } else if (state.kind === 'anchor') {
      // Backwards, the place lies behind the token looked at.
      if (anchored(state.anchor, text, step === 1 ? at : at + 1)) follow(state.next, at, open, close, agreement, into)
    } else if (state.kind === 'done') found = found?.end === at ? found : { end: at, open, close }
    else into.push({ state: to, open, close, agreement })
  }

  follow(program.start, from, -1, -1, 0, ways)
  for (let at = from; ways.length > 0 && at >= 0 && at < text.tokens.length; at += step) {
    const next: Way[] = []
    const token = text.tokens[at] as RuleToken
    steps += 1
    for (const way of ways) {
      const state = states[way.state] as Take
      if (!state.words.has(token.text) && !state.tests.some((test) => holds(test, text, at))) continue
      let { agreement } = way
      if (state.agreement) {
        const own = text.factsAt(at)?.agreement ?? 0
        if (own === 0) continue
        if (agreement === 0) agreement = own
        else if (state.agreement === 'same') agreement &= own
        else if ((agreement & own) !== 0) continue
        if (agreement === 0) continue
      }
      follow(state.next, at + step, way.open, way.close, agreement, next)
    }
    ways = next
  }
  return found
}
