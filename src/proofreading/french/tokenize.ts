/**
 * Cuts French text into tokens by one pass over its UTF-16 units: elided words (l', qu') apart, clitics after a hyphen
 * apart (est | il), numbers, addresses and codes opaque.
 */
import { type FrenchLexicon, type FrenchWord, UNKNOWN_WORD } from './lexicon/word.js'
import { BREAK, NUMBER, OPAQUE, PUNCTUATION, type Token, WORD } from './token.js'

const LETTER = 1
const DIGIT = 2
const SPACE = 3
const APOSTROPHE = 4
const HYPHEN = 5

const CLASSES = new Uint8Array(0x250)
for (let code = 0; code < CLASSES.length; code++) {
  const letter = String.fromCharCode(code)
  if (/\p{L}/u.test(letter)) CLASSES[code] = LETTER
  else if (/\d/.test(letter)) CLASSES[code] = DIGIT
  else if (/\s/.test(letter)) CLASSES[code] = SPACE
}
CLASSES[0x27] = APOSTROPHE
CLASSES[0x2d] = HYPHEN

function classOf(code: number): number {
  if (code < 0x250) return CLASSES[code]!
  if (code === 0x2019 || code === 0x2bc) return APOSTROPHE
  if (code === 0x2010 || code === 0x2011) return HYPHEN
  if (code === 0x202f || (code >= 0x2000 && code <= 0x200a)) return SPACE
  return 0
}

/** Words that lose their vowel before an apostrophe. */
const ELIDED = new Set('l d j m t s c n qu ç lorsqu puisqu quoiqu jusqu presqu'.split(' ').map((word) => `${word}'`))
/** Parts that hang on a word by a hyphen and are words of their own. */
const HANGING = new Set(
  "t il elle on ils elles je tu nous vous ce c' le la les moi toi lui leur y en m' t' l' ci là même mêmes".split(' '),
)

function make(
  type: number,
  text: string,
  lower: string,
  start: number,
  end: number,
  hyphen: boolean,
  word: FrenchWord,
): Token {
  return {
    type,
    text,
    lower,
    start,
    end,
    hyphen,
    word,
    noun: word.noun,
    adjective: word.adjective,
    participle: word.participle,
    determiner: word.determiner,
    kind: word.kind,
    finite: word.finite,
    imperative: word.imperative,
  }
}

/** What stands before the first and after the last token. */
export const OUTSIDE: Token = make(BREAK, '', '', 0, 0, false, UNKNOWN_WORD)

/** Lower case with straight apostrophe and ASCII hyphen. */
function normalise(text: string): string {
  const lower = text.toLowerCase()
  return /[’ʼ‐‑]/.test(lower) ? lower.replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-') : lower
}

/** A word as written, looked up. */
interface WrittenWord {
  readonly lower: string
  /** Two letters or more, all capitals. */
  readonly acronym: boolean
  /** A capital inside: travailLa, JavaScript. */
  readonly joined: boolean
  readonly word: FrenchWord
}

/** Words as written that are kept, and the longest: longer ones would keep the whole letter that they were cut from. */
const MOST_WRITTEN = 40_000
const LONGEST_WRITTEN = 12

const writtenWords = new WeakMap<FrenchLexicon, Map<string, WrittenWord>>()

/** Looks words up as they are written, each spelling once. */
function readerOf(lexicon: FrenchLexicon): (raw: string) => WrittenWord {
  const known = writtenWords.get(lexicon) ?? new Map<string, WrittenWord>()
  if (known.size > MOST_WRITTEN) known.clear()
  writtenWords.set(lexicon, known)
  return (raw) => {
    const seen = known.get(raw)
    if (seen) return seen
    const lower = normalise(raw)
    const written = { lower, word: lexicon.lookup(lower), acronym: isAcronym(raw), joined: INNER_CAPITAL.test(raw) }
    if (raw.length <= LONGEST_WRITTEN) known.set(raw, written)
    return written
  }
}

/** What makes an “a” Latin: a priori, a minima. */
const LATIN = /^[ \u00a0](?:priori|posteriori|minima|maxima|contrario|fortiori|cappella|giorno|pari)\b/

const INNER_CAPITAL = /\p{Ll}\p{Lu}/u

/** Two letters or more, all capitals. */
function isAcronym(text: string): boolean {
  return text.length > 1 && text.charCodeAt(1) < 0x5b && text.charCodeAt(1) > 0x40 && text === text.toUpperCase()
}

/** Whether a word is the name of something and not the word that it looks like, by its capitals and the token before. */
function isName(raw: string, { acronym, joined }: WrittenWord, before: Token | undefined): boolean {
  // Le CET, la SA: a line all in capitals goes on as words.
  if (acronym) return !(before && isAcronym(before.text))
  // L’article 2 A modifie, l’utilisateur A: a letter that names, no verb.
  return joined || (raw === 'A' && before !== undefined && before.type !== BREAK && before.type !== PUNCTUATION)
}

/** Cuts text into tokens. Words in `ignored` (lower case) become opaque. */
export function tokenize(text: string, lexicon: FrenchLexicon, ignored?: ReadonlySet<string>): Token[] {
  const tokens: Token[] = []
  const read = readerOf(lexicon)
  const length = text.length
  let at = 0

  const pushWord = (start: number, end: number, hyphen: boolean): void => {
    const raw = text.slice(start, end)
    const written = read(raw)
    const { lower, word } = written
    if (isName(raw, written, tokens.at(-1)) || (raw === 'a' && LATIN.test(text.slice(end, end + 14)))) {
      tokens.push(make(OPAQUE, raw, lower, start, end, hyphen, UNKNOWN_WORD))
      return
    }
    if (ignored?.has(lower)) tokens.push(make(OPAQUE, raw, lower, start, end, hyphen, UNKNOWN_WORD))
    else tokens.push(make(WORD, raw, lower, start, end, hyphen, word))
  }

  /** A run of letters, hyphens and apostrophes, no elision at its start. */
  const pushCompound = (start: number, end: number, hyphenated: boolean): void => {
    const lower = hyphenated ? normalise(text.slice(start, end)) : ''
    if (!hyphenated || lexicon.lookup(lower).known) {
      pushWord(start, end, false)
      return
    }
    // The longest tail of hanging parts; what stands before it is one word.
    const parts = lower.split('-')
    let first = parts.length
    while (first > 1 && HANGING.has(parts[first - 1]!)) first--
    if (first === parts.length) {
      // A tail such as m'en, l'y: its elided part hangs too.
      const tail = /^([mtl]')(en|y)$/.exec(parts[parts.length - 1]!)
      if (tail && parts.length > 1) {
        const cut = end - tail[2]!.length
        pushCompound(start, cut, true)
        pushWord(cut, end, false)
        return
      }
      pushWord(start, end, false)
      return
    }
    let from = start
    let to = start + parts.slice(0, first).join('-').length
    pushWord(from, to, false)
    for (let index = first; index < parts.length; index++) {
      from = to + 1
      to = from + parts[index]!.length
      pushWord(from, to, true)
    }
  }

  while (at < length) {
    const code = text.charCodeAt(at)
    const kind = classOf(code)
    if (kind === SPACE) {
      if (code === 10) {
        // A line that goes on in lower case is a wrapped line; anything else begins anew.
        let next = at + 1
        while (next < length && classOf(text.charCodeAt(next)) === SPACE && text.charCodeAt(next) !== 10) next++
        const following = text[next] ?? ''
        const wrapped = next < length && following !== '\n' && /\p{Ll}/u.test(following)
        if (!wrapped && tokens.length > 0) tokens.push(make(BREAK, '', '', at, at, false, UNKNOWN_WORD))
        at = next
        continue
      }
      at++
      continue
    }
    if (kind === LETTER || kind === DIGIT) {
      // Look at the whole run first: addresses, codes and numbers are one opaque token.
      let end = at
      let digits = false
      let letters = false
      let opaque = false
      let apostrophe = -1
      let hyphenated = false
      for (; end < length; end++) {
        const unit = text.charCodeAt(end)
        const unitClass = classOf(unit)
        if (unitClass === LETTER) letters = true
        else if (unitClass === DIGIT) digits = true
        else if (unitClass === APOSTROPHE) {
          if (digits || opaque) break
          if (apostrophe < 0) {
            apostrophe = end
            // An elided word ends here: no need to look further (and l'l'l'… stays linear).
            if (end - at < 8 && ELIDED.has(normalise(text.slice(at, end + 1)))) break
          } else if (classOf(text.charCodeAt(end + 1)) !== LETTER) break
        } else if (unitClass === HYPHEN) {
          const next = classOf(text.charCodeAt(end + 1))
          if (next !== LETTER && next !== DIGIT) break
          hyphenated = true
        } else if (unit === 0x40 || unit === 0x5f) opaque = true
        else if (unit === 0x2e || unit === 0x2c || unit === 0x2f || unit === 0x3a) {
          const next = text.charCodeAt(end + 1)
          const nextClass = classOf(next)
          const address = opaque || (unit === 0x2f && next === 0x2f) || (unit === 0x3a && next === 0x2f)
          if (address) opaque = true
          else if (digits && !letters && nextClass === DIGIT) digits = true
          else if (unit === 0x2e && nextClass === LETTER && next >= 97 && next <= 122 && letters) opaque = true
          else break
        } else if (opaque && !(unitClass === SPACE) && /[/?=&%#~+]/.test(text[end]!)) opaque = true
        else break
      }
      if (opaque || digits) {
        while (end > at && /[.,:;-]/.test(text[end - 1]!)) end--
        const raw = text.slice(at, end)
        tokens.push(make(letters ? OPAQUE : NUMBER, raw, raw.toLowerCase(), at, end, false, UNKNOWN_WORD))
        at = end
        continue
      }
      if (apostrophe >= 0) {
        const head = normalise(text.slice(at, apostrophe + 1))
        if (ELIDED.has(head)) {
          pushWord(at, apostrophe + 1, false)
          at = apostrophe + 1
          continue
        }
        // Closing quotation mark rather than apostrophe.
        if (classOf(text.charCodeAt(apostrophe + 1)) !== LETTER) end = apostrophe
      }
      pushCompound(at, end, hyphenated)
      at = end
      continue
    }
    let end = at + 1
    if (code === 0x2e) while (end < length && text.charCodeAt(end) === 0x2e) end++
    else if (code >= 0xd800 && code <= 0xdbff && end < length) end++
    const raw = text.slice(at, end)
    tokens.push(make(PUNCTUATION, raw, raw, at, end, false, UNKNOWN_WORD))
    at = end
  }
  return tokens
}
