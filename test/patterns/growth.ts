/**
 * Says how the time of a backtracking matcher grows with the text, from a pattern's automaton: ambiguity of the criteria EDA and IDA
 * (Weber and Seidl 1991; Weideman et al. 2016). A loop that can be entered and stayed in by the same word costs by the square;
 * a loop with two ways round on the same word costs without bound. The start of a search, which may be anywhere, is a loop as well.
 */
import {
  type Automaton,
  automatonOf,
  BOUNDARY,
  isLineEnd,
  isWord,
  LINE_END,
  LINE_START,
  NO_BOUNDARY,
  TEXT_END,
  TEXT_START,
} from './automaton.js'

/** How the time grows, and a text that shows it. */
export interface Growth {
  readonly kind: 'linear' | 'polynomial' | 'exponential'
  /** Text of about `length` characters on which time grows so; null where it is linear. */
  readonly attack: ((length: number) => string) | null
}

const LINEAR: Growth = { kind: 'linear', attack: null }

/** The state of a search that has not begun: it takes anything and stays. */
const SEARCH = -1

/** What a character says to conditions on the one before and the one after. */
interface Neighbour {
  readonly word: boolean
  readonly lineEnd: boolean
  /** Conditions on the character before that it meets, as bits. */
  readonly behind: number
}

/** Index of a kind of neighbour. */
type Context = number

interface Step {
  readonly to: number
  /** Index in the alphabet. */
  readonly letter: number
}

class Walker {
  /** By character of the alphabet. */
  readonly contexts: readonly Context[]
  readonly neighbours: readonly Neighbour[]
  readonly accepting: ReadonlySet<number>
  private readonly steps = new Map<number, readonly Step[]>()

  constructor(
    readonly automaton: Automaton,
    readonly searches: boolean,
  ) {
    const kinds = new Map<string, Context>()
    const neighbours: Neighbour[] = []
    this.contexts = automaton.alphabet.map((letter, index) => {
      const neighbour = { word: isWord(letter), lineEnd: isLineEnd(letter), behind: automaton.behind[index] ?? 0 }
      const key = JSON.stringify(neighbour)
      const context = kinds.get(key) ?? neighbours.push(neighbour) - 1
      kinds.set(key, context)
      return context
    })
    this.neighbours = neighbours
    const takesAll = (state: number) =>
      automaton.takes[state]?.every((taken) => taken === 1) === true &&
      automaton.edges[state]?.some(({ to, conditions }) => to === state && conditions === 0) === true
    // A loop over everything that may end the text cannot fail.
    this.accepting = new Set(
      automaton.last
        .filter(({ to, conditions }) => conditions === 0 || (conditions === TEXT_END && takesAll(to)))
        .map(({ to }) => to),
    )
  }

  /** Steps out of a state after a character of the given context. */
  from(state: number, context: Context): readonly Step[] {
    const key = (state + 1) * this.neighbours.length + context
    const known = this.steps.get(key)
    if (known) return known
    const { automaton, contexts } = this
    const steps: Step[] = []
    const edges =
      state === SEARCH
        ? automaton.first.filter(({ conditions }) => (conditions & (TEXT_START | TEXT_END)) === 0)
        : (automaton.edges[state] ?? [])
    for (const { to, conditions } of edges) {
      const takes = automaton.takes[to]
      for (let letter = 0; letter < contexts.length; letter += 1)
        if (takes?.[letter] === 1 && this.holds(conditions, context, contexts[letter] ?? 0)) steps.push({ to, letter })
    }
    if (state === SEARCH) for (let letter = 0; letter < contexts.length; letter += 1) steps.push({ to: SEARCH, letter })
    this.steps.set(key, steps)
    return steps
  }

  /** True where the conditions are met between two characters. */
  holds(conditions: number, before: Context, after: Context): boolean {
    const one = this.neighbours[before]
    const other = this.neighbours[after]
    if (!one || !other) return false
    if (conditions & BOUNDARY && one.word === other.word) return false
    if (conditions & NO_BOUNDARY && one.word !== other.word) return false
    if (conditions & LINE_START && !one.lineEnd) return false
    if ((conditions & this.automaton.behindMask & ~one.behind) !== 0) return false
    return !(conditions & LINE_END) || other.lineEnd
  }
}

/** Loops: for each state that can come back to itself, the states it can come back through. */
function loopsOf({ edges }: Automaton, leftOut: (state: number) => boolean): ReadonlyMap<number, ReadonlySet<number>> {
  const index = new Map<number, number>()
  const low = new Map<number, number>()
  const stack: number[] = []
  const standing = new Set<number>()
  const loops = new Map<number, ReadonlySet<number>>()
  // Tarjan 1972, with a stack of its own: patterns can be long.
  for (let root = 0; root < edges.length; root += 1) {
    if (index.has(root) || leftOut(root)) continue
    const work: { state: number; next: number }[] = [{ state: root, next: 0 }]
    while (work.length > 0) {
      const frame = work[work.length - 1]
      if (!frame) break
      const { state } = frame
      if (frame.next === 0) {
        index.set(state, index.size)
        low.set(state, index.get(state) ?? 0)
        stack.push(state)
        standing.add(state)
      }
      const edge = edges[state]?.[frame.next]
      frame.next += 1
      if (edge) {
        if (leftOut(edge.to)) continue
        if (!index.has(edge.to)) work.push({ state: edge.to, next: 0 })
        else if (standing.has(edge.to)) low.set(state, Math.min(low.get(state) ?? 0, index.get(edge.to) ?? 0))
        continue
      }
      work.pop()
      const parent = work.at(-1)
      if (parent) low.set(parent.state, Math.min(low.get(parent.state) ?? 0, low.get(state) ?? 0))
      if (low.get(state) !== index.get(state)) continue
      const members = stack.splice(stack.indexOf(state))
      for (const member of members) standing.delete(member)
      if (members.length > 1 || edges[state]?.some(({ to }) => to === state))
        for (const member of members) loops.set(member, new Set(members))
    }
  }
  return loops
}

/** States from which a state can be reached. */
function leadingTo({ edges }: Automaton): (target: number) => ReadonlySet<number> {
  const back: number[][] = edges.map(() => [])
  for (const [from, outgoing] of edges.entries()) for (const { to } of outgoing) back[to]?.push(from)
  const known = new Map<number, ReadonlySet<number>>()
  return (target) => {
    const found = known.get(target) ?? new Set([target])
    if (!known.has(target)) {
      const queue = [target]
      for (let state = queue.pop(); state !== undefined; state = queue.pop())
        for (const before of back[state] ?? [])
          if (!found.has(before)) {
            ;(found as Set<number>).add(before)
            queue.push(before)
          }
      known.set(target, found)
    }
    return found
  }
}

interface Walk {
  readonly states: readonly number[]
  readonly context: Context
  readonly letter: number
  readonly before: Walk | null
}

const wordOf = (walk: Walk | null, alphabet: readonly string[]): string => {
  const letters: string[] = []
  for (let at = walk; at?.before; at = at.before) letters.push(alphabet[at.letter] ?? '')
  return letters.reverse().join('')
}

/** A word that takes all given states at once to others; null where there is none. Each state keeps to its own territory. */
function commonWord(
  walker: Walker,
  start: readonly number[],
  goal: readonly number[],
  within: readonly ((state: number) => boolean)[],
): string | null {
  const { contexts, automaton } = walker
  for (const first of walker.neighbours.keys()) {
    const seen = new Set<string>()
    const queue: Walk[] = [{ states: start, context: first, letter: 0, before: null }]
    for (let head = 0; head < queue.length; head += 1) {
      const walk = queue[head]
      if (!walk) break
      const byLetter = walk.states.map((state, place) => {
        const targets = new Map<number, number[]>()
        for (const { to, letter } of walker.from(state, walk.context)) {
          if (to !== SEARCH && !within[place]?.(to)) continue
          if (to === SEARCH && goal[place] !== SEARCH && place === 0) continue
          const list = targets.get(letter)
          if (list) list.push(to)
          else targets.set(letter, [to])
        }
        return targets
      })
      const [one, ...others] = byLetter
      for (const [letter, targets] of one ?? []) {
        let combinations: number[][] = targets.map((to) => [to])
        for (const other of others) {
          const further = other.get(letter) ?? []
          combinations = combinations.flatMap((states) => further.map((to) => [...states, to]))
        }
        for (const states of combinations) {
          const context = contexts[letter] ?? 0
          const next: Walk = { states, context, letter, before: walk }
          if (context === first && states.every((state, place) => state === goal[place]))
            return wordOf(next, automaton.alphabet)
          const key = `${states.join()}/${context}`
          if (seen.has(key)) continue
          seen.add(key)
          queue.push(next)
        }
      }
    }
  }
  return null
}

/** A shortest word from the start of the pattern to a state. */
function wordTo(walker: Walker, goal: number): string {
  const { automaton, contexts } = walker
  const seen = new Set<string>()
  const queue: Walk[] = []
  const origin: Walk = { states: [], context: 0, letter: 0, before: null }
  const visit = (to: number, conditions: number, before: Walk, begin: boolean) => {
    for (const [letter, taken] of (automaton.takes[to] ?? []).entries()) {
      const context = contexts[letter] ?? 0
      // What stands before the first character is nobody's concern here.
      const met = begin || walker.holds(conditions, before.context, context)
      const key = `${to}/${context}`
      if (taken !== 1 || !met || seen.has(key)) continue
      seen.add(key)
      queue.push({ states: [to], context, letter, before })
    }
  }
  for (const { to, conditions } of automaton.first) visit(to, conditions, origin, true)
  for (let head = 0; head < queue.length; head += 1) {
    const walk = queue[head]
    if (!walk) break
    const [state = 0] = walk.states
    if (state === goal) return wordOf(walk, automaton.alphabet)
    for (const { to, conditions } of automaton.edges[state] ?? []) visit(to, conditions, walk, false)
  }
  return ''
}

/** How long matching a pattern takes at worst, by the length of the text. */
export function growthOf(source: string, flags: string): Growth {
  const automaton = automatonOf(source, flags)
  const sticky = flags.includes('y')
  const walker = new Walker(automaton, !sticky)
  const { accepting } = walker
  const reaching = leadingTo(automaton)
  const attackBy = (prefix: string, word: string) => (length: number) =>
    // Whatever no pattern expects comes last, so that the match fails.
    `${prefix}${word.repeat(Math.max(2, Math.ceil(length / word.length)))}\u0002\n\u0002`

  const failing = loopsOf(automaton, (state) => accepting.has(state))
  for (const [state, loop] of failing) {
    for (const [from, outgoing] of automaton.edges.entries()) {
      if (!loop.has(from) || from > state) continue
      const doubled = outgoing.find(
        ({ to, conditions }, place) =>
          loop.has(to) &&
          outgoing.some(
            (other, later) => later > place && other.to === to && (other.conditions | conditions) === conditions,
          ),
      )
      if (doubled && from === state) {
        const word = commonWord(walker, [state], [state], [(to) => loop.has(to)])
        if (word) return { kind: 'exponential', attack: attackBy(wordTo(walker, state), word) }
      }
    }
    const word = twoWaysRound(walker, state, loop)
    if (word) return { kind: 'exponential', attack: attackBy(wordTo(walker, state), word) }
  }

  const anyLoops = loopsOf(automaton, () => false)
  const global = flags.includes('g')
  for (const [end, loop] of failing) {
    const leading = reaching(end)
    if (!sticky) {
      const word = commonWord(
        walker,
        [SEARCH, SEARCH, end],
        [SEARCH, end, end],
        [() => false, (state) => leading.has(state) && (global || !accepting.has(state)), (state) => loop.has(state)],
      )
      if (word) return { kind: 'polynomial', attack: attackBy('', word) }
    }
    for (const [begin, around] of anyLoops) {
      if (begin === end || !leading.has(begin)) continue
      const word = commonWord(
        walker,
        [begin, begin, end],
        [begin, end, end],
        [(state) => around.has(state), (state) => leading.has(state), (state) => loop.has(state)],
      )
      if (word) return { kind: 'polynomial', attack: attackBy(wordTo(walker, begin), word) }
    }
  }
  return LINEAR
}

/** A word with two different ways from a state back to itself. */
function twoWaysRound(walker: Walker, state: number, loop: ReadonlySet<number>): string | null {
  const { automaton, contexts } = walker
  for (const first of walker.neighbours.keys()) {
    // Ways that have parted are told from ways that are still one.
    const seen = new Set<string>()
    const queue: (Walk & { parted: boolean })[] = [
      { states: [state, state], context: first, letter: 0, before: null, parted: false },
    ]
    for (let head = 0; head < queue.length; head += 1) {
      const walk = queue[head]
      if (!walk) break
      const [one = 0, other = 0] = walk.states
      const rights = walker.from(other, walk.context).filter(({ to }) => loop.has(to))
      for (const left of walker.from(one, walk.context)) {
        if (!loop.has(left.to)) continue
        for (const right of rights) {
          if (right.letter !== left.letter) continue
          const parted = walk.parted || left.to !== right.to
          const context = contexts[left.letter] ?? 0
          const next = { states: [left.to, right.to], context, letter: left.letter, before: walk, parted }
          if (parted && context === first && left.to === state && right.to === state)
            return wordOf(next, automaton.alphabet)
          const key = `${left.to}/${right.to}/${context}/${parted}`
          if (seen.has(key)) continue
          seen.add(key)
          queue.push(next)
        }
      }
    }
  }
  return null
}
