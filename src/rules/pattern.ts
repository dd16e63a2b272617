/**
 * The written form of a token pattern and its tree. A linguist writes `merci (de|pour) [votre <word>~ message|mail]`; see
 * docs/rules.md for every sign. Errors tell the place in the pattern.
 */
import { tokenize } from './token.js'

/** What one token is asked. */
export type Test =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'lemma'; readonly lemma: string }
  /** Any token that does not end a sentence: what a gap runs over. */
  | { readonly kind: 'inside' }
  | { readonly kind: 'none-of'; readonly tests: readonly Test[] }

/** Whether a token agrees with the one before that carries the sign: shares gender and number, or shares none. */
export type Agreement = 'same' | 'different'

/** A place between tokens that a pattern asks for. */
export type Anchor = 'sentence-start' | 'sentence-end' | 'line-start' | 'line-end'

/** A part of a pattern. */
export type Node =
  | { readonly kind: 'token'; readonly tests: readonly Test[]; readonly agreement: Agreement | null }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly part: Node; readonly least: number; readonly most: number }
  | { readonly kind: 'anchor'; readonly anchor: Anchor }
  | { readonly kind: 'mark'; readonly edge: 'open' | 'close' }

/** Most repetitions and tokens in a gap: bounds are what keeps matching linear in the text. */
export const MOST_REPEATS = 40

const ANCHORS: Readonly<Record<string, Anchor>> = {
  '^': 'sentence-start',
  $: 'sentence-end',
  '^^': 'line-start',
  $$: 'line-end',
}
/** Classes every language has: of the token itself. */
const OWN_CLASSES = new Set(['word', 'number', 'mark', 'break', 'any'])

/** What a pattern may refer to. */
export interface PatternNames {
  /** Word lists by name, without `@`; items may have several words. */
  readonly lists: ReadonlyMap<string, readonly string[]>
  /** Classes of the language's lexicon; empty without one. */
  readonly classes: ReadonlySet<string>
  /** Whether the language has a lexicon, and so lemmas. */
  readonly lemmas: boolean
}

/** A pattern that cannot be read: what is wrong, and at which character. */
export class PatternError extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.name = 'PatternError'
    this.at = at
  }
}

/** Brings what a linguist writes to how texts are folded. */
function foldPattern(source: string): string {
  return source.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’ʼ]/g, "'").replace(/œ/g, 'oe')
}

/**
 * Reads a pattern.
 * @throws PatternError where it cannot be read
 */
export function parsePattern(written: string, names: PatternNames): Node {
  const source = foldPattern(written)
  let at = 0
  let marks = 0

  const fail = (message: string): never => {
    throw new PatternError(message, at)
  }
  const skipSpaces = (): void => {
    while (source.charAt(at) === ' ' || source.charAt(at) === '\n') at += 1
  }

  function sequence(closing: string): Node {
    const parts: Node[] = []
    for (;;) {
      skipSpaces()
      const sign = source.charAt(at)
      if (sign === '' || sign === '/' || sign === closing) break
      if (sign === ')') fail('a closing bracket without its opening one')
      parts.push(item())
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'sequence', parts }
  }

  function choice(closing: string): Node {
    const parts = [sequence(closing)]
    while (source.charAt(at) === '/') {
      at += 1
      parts.push(sequence(closing))
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts }
  }

  function item(): Node {
    const sign = source.charAt(at)
    if (sign === '[' || sign === ']') {
      at += 1
      marks += 1
      if ((sign === '[') !== (marks === 1) || marks > 2) fail('a pattern marks one stretch with [ and ]')
      return { kind: 'mark', edge: sign === '[' ? 'open' : 'close' }
    }
    const anchor = /^(?:\^\^|\^|\$\$|\$)(?=[ \])/]|$)/.exec(source.slice(at))?.[0]
    if (anchor !== undefined) {
      at += anchor.length
      return { kind: 'anchor', anchor: ANCHORS[anchor] as Anchor }
    }
    const gap = /^\.\.(\d{1,3})(?=[ \])/]|$)/.exec(source.slice(at))
    if (gap) {
      const most = Number(gap[1])
      if (most < 1 || most > MOST_REPEATS) fail(`a gap of 1 to ${MOST_REPEATS} tokens`)
      at += gap[0].length
      return { kind: 'repeat', part: token([{ kind: 'inside' }]), least: 0, most }
    }
    return repeated(element())
  }

  function repeated(part: Node): Node {
    if (source.charAt(at) === '~') {
      at += 1
      return { kind: 'repeat', part, least: 0, most: 1 }
    }
    const times = /^\{(\d{1,3})(?:,(\d{1,3}))?\}/.exec(source.slice(at))
    if (!times) return part
    const least = Number(times[1])
    const most = Number(times[2] ?? times[1])
    if (most < 1 || most < least || most > MOST_REPEATS)
      fail(`a repetition of at most ${MOST_REPEATS}, the lower bound first`)
    at += times[0].length
    return { kind: 'repeat', part, least, most }
  }

  function element(): Node {
    const negated = source.charAt(at) === '!'
    if (negated) at += 1
    if (source.charAt(at) === '(') {
      if (negated) fail('"!" stands before words; what may not stand around a pattern is said by "unless"')
      at += 1
      const inner = choice(')')
      if (source.charAt(at) !== ')') fail('a bracket that is not closed')
      at += 1
      return inner
    }
    const begun = at
    const written = /^(?:<[^<>]*>|[^\s()[\]{}~/])+/.exec(source.slice(at))?.[0]
    if (written === undefined) return fail('a word is missing')
    at += written.length
    const agreement = /(!?=)$/.exec(written)
    const words = agreement ? written.slice(0, agreement.index) : written
    const alternatives = words.split('|').flatMap((word) => atom(word, begun))
    const agrees = agreement ? (agreement[1] === '=' ? 'same' : 'different') : null
    if (negated) {
      const tests = alternatives.map((node) =>
        node.kind === 'token' && node.tests.length === 1
          ? (node.tests[0] as Test)
          : fail('after "!" each alternative is one word'),
      )
      return { kind: 'token', tests: [{ kind: 'none-of', tests }], agreement: agrees }
    }
    // Alternatives of one token each are asked at once.
    const single = alternatives.every((node) => node.kind === 'token')
    if (single) return { kind: 'token', tests: alternatives.flatMap((node) => node.tests), agreement: agrees }
    if (agrees) fail('"=" stands behind single words')
    return alternatives.length === 1 && alternatives[0] ? alternatives[0] : { kind: 'choice', parts: alternatives }
  }

  function atom(word: string, begun: number): readonly Node[] {
    const wrong = (message: string): never => {
      throw new PatternError(message, begun)
    }
    if (word === '') return wrong('an empty alternative')
    if (word.startsWith('@')) {
      const list = names.lists.get(word.slice(1))
      return (list ?? wrong(`no list ${word}; there are: ${[...names.lists.keys()].join(', ') || 'none'}`)).flatMap(
        (one) => literals(foldPattern(one)),
      )
    }
    const named = /^<([^<>]+)>$/.exec(word)?.[1]
    if (named?.startsWith('lemma:')) {
      if (!names.lemmas) wrong('this language has no lexicon, and so no lemmas')
      return [token([{ kind: 'lemma', lemma: named.slice('lemma:'.length) }])]
    }
    if (named !== undefined) {
      if (!OWN_CLASSES.has(named) && !names.classes.has(named))
        wrong(`no class <${named}>; there are: ${[...OWN_CLASSES, ...names.classes].join(', ')}`)
      return [token([{ kind: 'class', name: named }])]
    }
    return literals(word)
  }

  /** "precede?e?s?" may lack its marked letters, "rembours*" is what begins so, "e-mail" and "d'accord" are two tokens in a row. */
  function literals(word: string): readonly Node[] {
    const optional = word.indexOf('?', 1)
    if (optional > 0 && word.length > 2) {
      const rest = word.slice(optional + 1)
      return [...literals(word.slice(0, optional - 1) + rest), ...literals(word.slice(0, optional) + rest)]
    }
    if (word.endsWith('*') && word.length > 1) return [token([{ kind: 'prefix', prefix: word.slice(0, -1) }])]
    if (word.includes('..')) return fail('a gap stands alone, as in "a ..3 b"')
    // An elision alone: what it stands before comes in the next element.
    if (/^[a-z]+'$/.test(word)) return [token([{ kind: 'word', word }])]
    const tokens = tokenize(word)
    if (tokens.length === 0) return fail(`"${word}" is no word`)
    const parts = tokens.map(({ text }) => token([{ kind: 'word', word: text }]))
    return parts.length === 1 ? parts : [{ kind: 'sequence', parts }]
  }

  function token(tests: readonly Test[]): Node & { readonly kind: 'token' } {
    return { kind: 'token', tests, agreement: null }
  }

  const tree = choice('')
  if (at < source.length) fail(`"${source.charAt(at)}" is not expected here`)
  if (marks === 1) fail('a stretch that is not closed with ]')
  return tree
}

/** The same pattern read from its end: what a text is asked backwards from a place. */
export function reversed(node: Node): Node {
  switch (node.kind) {
    case 'sequence':
      return { kind: 'sequence', parts: node.parts.map(reversed).toReversed() }
    case 'choice':
      return { kind: 'choice', parts: node.parts.map(reversed) }
    case 'repeat':
      return { ...node, part: reversed(node.part) }
    default:
      return node
  }
}
