/** Finds French words in the compiled lexicon, the hand-made closed classes first; words seen are kept in a bounded cache. */
import { decodeLexicon, hashWord, LEXICON_VERSION, type LexiconViews, letterByte, WORDS_PER_READING } from './binary.js'
import { CLOSED_CLASS, RARE_NOUNS } from './closed-class.js'
import { classicalSpellings } from './other-spellings.js'
import { CLOSED, type FrenchLexicon, type FrenchWord, UNKNOWN_WORD } from './word.js'

/** Words kept: a language's running vocabulary, some 8 MB. */
const CACHE_LIMIT = 40_000

/** Longer than any form of the lexicon. */
const LONGEST_WORD = 48

function formAt(views: LexiconViews, id: number): string {
  const { offsets, text } = views
  let result = ''
  for (let at = offsets[id]!; at < offsets[id + 1]!; at++) {
    const byte = text[at]!
    result += byte === 0x9c ? 'œ' : String.fromCharCode(byte)
  }
  return result
}

function findForm(views: LexiconViews, word: string): number {
  const hash = hashWord(word)
  if (hash < 0) return -1
  const { table, offsets, text } = views
  const mask = table.length - 1
  for (let slot = hash & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
    const id = table[slot]! - 1
    const start = offsets[id]!
    if (offsets[id + 1]! - start !== word.length) continue
    let index = 0
    while (index < word.length && text[start + index] === letterByte(word.charCodeAt(index))) index++
    if (index === word.length) return id
  }
  return -1
}

/** Forms of a word's own spelling and of the classical ones that it may stand for: "boite" is the verb (boiter) and the noun (boîte). */
function formsOf(views: LexiconViews, word: string): { own: number; other: number } {
  const own = findForm(views, word)
  for (const spelling of classicalSpellings(word)) {
    const found = findForm(views, spelling)
    if (found >= 0 && !onlyPast(views, found)) return own < 0 ? { own: found, other: -1 } : { own, other: found }
  }
  return { own, other: -1 }
}

function readWord(views: LexiconViews, word: string): FrenchWord {
  const closed = CLOSED_CLASS.get(word)
  const forms = closed && !closed.open ? { own: -1, other: -1 } : formsOf(views, word)
  const read = readForm(views, word, forms.own, closed)
  return forms.other < 0 ? read : bothReadings(read, readForm(views, word, forms.other, undefined))
}

/** True for a form that is nothing but a simple past or past subjunctive, where the circumflex may not be left out. */
function onlyPast(views: LexiconViews, id: number): boolean {
  const word = readForm(views, '', id, undefined)
  return (
    (word.past | word.pastSubjunctive) !== 0 &&
    (word.noun | word.adjective | word.participle | word.present | word.future | word.imperfect) === 0
  )
}

/** One word with the readings of two spellings. */
function bothReadings(one: FrenchWord, other: FrenchWord): FrenchWord {
  return {
    ...one,
    noun: one.noun | other.noun,
    adjective: one.adjective | other.adjective,
    participle: one.participle | other.participle,
    kind: one.kind | other.kind,
    present: one.present | other.present,
    imperfect: one.imperfect | other.imperfect,
    past: one.past | other.past,
    future: one.future | other.future,
    conditional: one.conditional | other.conditional,
    subjunctive: one.subjunctive | other.subjunctive,
    pastSubjunctive: one.pastSubjunctive | other.pastSubjunctive,
    imperative: one.imperative | other.imperative,
    finite: one.finite | other.finite,
    lemma: one.lemma || other.lemma,
    otherLemma: one.otherLemma || (one.lemma ? other.lemma : other.otherLemma),
    verb: one.verb | other.verb,
  }
}

function readForm(
  views: LexiconViews,
  word: string,
  id: number,
  closed: ReturnType<typeof CLOSED_CLASS.get>,
): FrenchWord {
  const at = id < 0 ? -1 : views.formReadings[id]! * WORDS_PER_READING
  const part = (index: number): number => (at < 0 ? 0 : views.readings[at + index]!)
  const nominal = part(0)
  const tenses = part(2)
  const moods = part(3)
  const lemma = id < 0 ? 0 : views.formLemmas[id]!
  const otherLemma = id < 0 ? 0 : views.formOtherLemmas[id]!
  const infinitive = (lemmaId: number): string => (lemmaId === 0 ? '' : formAt(views, views.lemmaForms[lemmaId]! - 1))
  const six = (value: number, shift: number): number => (value >> shift) & 63
  const persons = [
    six(tenses, 0),
    six(tenses, 6),
    six(tenses, 12),
    six(tenses, 18),
    six(tenses, 24),
    six(moods, 0),
    six(moods, 6),
  ]
  return {
    text: word,
    known: closed !== undefined || id >= 0,
    noun: (RARE_NOUNS.has(word) ? 0 : nominal & 15) | (closed?.noun ?? 0),
    adjective: (RARE_NOUNS.has(word) ? 0 : (nominal >> 4) & 15) | (closed?.adjective ?? 0),
    participle: (nominal >> 8) & 15,
    name: (nominal >> 12) & 15,
    determiner: closed?.determiner ?? 0,
    kind: part(1) | (closed ? CLOSED | (closed.kind ?? 0) : 0),
    present: persons[0]!,
    imperfect: persons[1]!,
    past: persons[2]!,
    future: persons[3]!,
    conditional: persons[4]!,
    subjunctive: persons[5]!,
    pastSubjunctive: persons[6]!,
    imperative: six(moods, 12),
    finite: persons.reduce((all, mask) => all | mask, 0),
    lemma: infinitive(lemma),
    otherLemma: infinitive(otherLemma),
    verb: (lemma ? views.lemmaClasses[lemma]! : 0) | (otherLemma ? views.lemmaClasses[otherLemma]! : 0),
  }
}

/**
 * A lexicon over compiled bytes.
 * @returns undefined where the bytes are no lexicon of this version
 */
export function openLexicon(buffer: ArrayBuffer): FrenchLexicon | undefined {
  const views = decodeLexicon(buffer)
  if (!views) return undefined
  let cache = new Map<string, FrenchWord>()
  return {
    version: LEXICON_VERSION,
    lookup(word) {
      // No French word is that long: nothing to find, nothing to keep.
      if (word.length > LONGEST_WORD) return UNKNOWN_WORD
      const seen = cache.get(word)
      if (seen) return seen
      if (cache.size >= CACHE_LIMIT) cache = new Map()
      const found = readWord(views, word)
      cache.set(word, found)
      return found
    },
  }
}
