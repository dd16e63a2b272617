/**
 * Sentences of the catalogues, in the part of ICU MessageFormat that they use: `{name}`, `{count, plural, =0 {…} one {# probe}
 * other {# probes}}` with CLDR's categories, and `{kind, select, a {…} other {…}}`; `#` is the number of the plural around it. Braces cannot be
 * quoted, and an apostrophe is an apostrophe. intl-messageformat does the same with 400 KB of parser and skeletons for forms no sentence has.
 */
import { ReplymarkError } from '../../domain/error.js'

/** A piece of a sentence: text as it is, a place, or a choice between sentences. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'place'; readonly name: string }
  | { readonly kind: 'number' }
  | {
      readonly kind: 'plural' | 'select'
      readonly name: string
      readonly cases: ReadonlyMap<string, readonly Piece[]>
    }

/** A sentence taken apart. */
export type Message = readonly Piece[]

const parsed = new Map<string, Message>()

class Reader {
  #at = 0

  constructor(readonly text: string) {}

  fail(what: string): never {
    throw new ReplymarkError('internal', `a message cannot be read at its character ${this.#at + 1}: ${what}`, {
      place: { thing: `message “${this.text}”` },
      hint: 'Write {name}, {name, plural, one {…} other {…}} or {name, select, a {…} other {…}}.',
    })
  }

  /** The longest run of characters that a pattern knows, from here. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.text)?.[0] ?? ''
    this.#at += found.length
    return found
  }

  #expect(mark: string): void {
    if (!this.text.startsWith(mark, this.#at)) this.fail(`“${mark}” is missing`)
    this.#at += mark.length
    this.#take(/\s*/y)
  }

  /** Pieces up to the end, or up to the brace that closes a case. */
  pieces(inCase: boolean, inPlural: boolean): Message {
    const pieces: Piece[] = []
    for (;;) {
      const text = this.#take(inPlural ? /[^{}#]+/y : /[^{}]+/y)
      if (text) pieces.push({ kind: 'text', text })
      const next = this.text[this.#at]
      if (next === '#') {
        this.#at++
        pieces.push({ kind: 'number' })
      } else if (next === '{') pieces.push(this.#place(inPlural))
      else if (next === '}' && inCase) return pieces
      else if (next === undefined && !inCase) return pieces
      else this.fail(next === undefined ? 'a brace is not closed' : 'a brace closes nothing')
    }
  }

  #place(inPlural: boolean): Piece {
    this.#expect('{')
    const name = this.#take(/[a-z][A-Za-z\d]*/y) || this.fail('a name is missing')
    this.#take(/\s*/y)
    if (this.text[this.#at] === '}') {
      this.#at++
      return { kind: 'place', name }
    }
    this.#expect(',')
    const kind = this.#take(/plural|select/y)
    if (kind !== 'plural' && kind !== 'select') this.fail('only plural and select are known')
    this.#take(/\s*/y)
    this.#expect(',')
    const cases = new Map<string, Message>()
    while (this.text[this.#at] !== '}') {
      const key = this.#take(/=\d+|[A-Za-z][\w-]*/y) || this.fail('the name of a case is missing')
      this.#take(/\s*/y)
      if (this.text[this.#at] !== '{') this.fail(`case ${key} has no sentence`)
      this.#at++
      cases.set(key, this.pieces(true, inPlural || kind === 'plural'))
      this.#expect('}')
    }
    this.#at++
    if (!cases.has('other')) this.fail('a choice needs the case “other”')
    return { kind, name, cases }
  }
}

/**
 * Takes a sentence apart.
 * @throws ReplymarkError `internal` where it is not well formed, with the place
 */
export function parseMessage(text: string): Message {
  const before = parsed.get(text)
  if (before) return before
  const message = new Reader(text).pieces(false, false)
  parsed.set(text, message)
  return message
}

/** Names of all places of a sentence, sorted, once each. */
export function placesOf(text: string): readonly string[] {
  const names = new Set<string>()
  const collect = (message: Message): void => {
    for (const piece of message) {
      if (piece.kind === 'place' || piece.kind === 'plural' || piece.kind === 'select') names.add(piece.name)
      if (piece.kind === 'plural' || piece.kind === 'select') for (const one of piece.cases.values()) collect(one)
    }
  }
  collect(parseMessage(text))
  return [...names].sort()
}

/**
 * Puts values into a sentence. A value that is missing stays a place, `{name}`: an error that is being told must not be lost to another.
 * @param locale BCP 47 tag, whose plurals and numbers are used
 */
export function formatMessage(text: string, values: Readonly<Record<string, string | number>>, locale: string): string {
  const number = (value: number) => new Intl.NumberFormat(locale).format(value)
  const written = (name: string): string => {
    const value = values[name]
    return value === undefined ? `{${name}}` : typeof value === 'number' ? number(value) : value
  }
  const write = (message: Message, counted: string): string =>
    message
      .map((piece) => {
        if (piece.kind === 'text') return piece.text
        if (piece.kind === 'number') return counted
        if (piece.kind === 'place') return written(piece.name)
        const value = values[piece.name]
        const chosen =
          piece.kind === 'select'
            ? piece.cases.get(String(value))
            : (piece.cases.get(`=${value}`) ??
              piece.cases.get(new Intl.PluralRules(locale).select(Number(value ?? Number.NaN))))
        return write(chosen ?? piece.cases.get('other') ?? [], piece.kind === 'plural' ? written(piece.name) : counted)
      })
      .join('')
  return write(parseMessage(text), '')
}
