/**
 * What an unknown word may be a slip of the pen for, rather than a name, a brand or a foreign word: a slip lies near a word of
 * the language (Damerau 1964 found four slips in five to be one letter missing, superfluous, wrong or swapped), and nearly always
 * near a common one (Kernighan, Church & Gale 1990 weigh candidates by frequency).
 */
import type { CommonWords } from './common-words.js'
import type { Speller } from './speller.js'

/** What kind of slip lies between a word and what it stands for, the surest first. */
export type SlipKind = 'accents' | 'typical' | 'letter' | 'run-together' | 'far'

/** A slip: what was meant, and how common that is. */
export interface Slip {
  readonly kind: SlipKind
  readonly meant: string
  /** In clean text; 0 for a rare word. */
  readonly frequency: number
}

const ACCENTED: Readonly<Record<string, string>> = { a: 'àâ', e: 'éèêë', i: 'îï', o: 'ô', u: 'ùûü', c: 'ç' }
const BASE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ACCENTED).flatMap(([base, forms]) => [...forms].map((form) => [form, base])),
)
const LETTERS = 'abcdefghijklmnopqrstuvwxyzéèêàç'

/** Letters from which a word may be two slips away from a common word and still be a slip. */
const LONG_WORD = 8

/** Least frequency of the word that a slip of one letter stands for, by the length of what is written: short words lie near some word by chance. */
const LEAST_FREQUENCY: readonly number[] = [Number.POSITIVE_INFINITY, 4096, 4096, 512, 512, 16, 4]
const LEAST_FREQUENCY_FAR = 4

/**
 * Letters from which a word near one of the dictionary says enough, however rare that is: ten where names and foreign words of lower case are
 * frequent, as in French; a language whose letters hold few may ask for less.
 */
const RARE_LENGTH = 10

/** Words that are often run together with their neighbour. */
const RUN_TOGETHER = new Set(
  `la le les de du des un une et au aux en ne pas je il nous vous est bien si plus par pour sur avec dans que qui ce cette notre votre
  the to of and in is it be we you your our for with not this that will at on as so all any each more`.split(/\s+/),
)

/**
 * The likeliest slip that a lower-case unknown word is.
 * @param rareLength letters from which a rare word nearby is enough
 * @returns null where it lies near no word, or near rare ones only
 */
export function slipOf(
  word: string,
  speller: Speller,
  common: CommonWords,
  rareLength: number = RARE_LENGTH,
): Slip | null {
  return (
    typicalSlip(word, speller, common) ??
    accentSlip(word, speller, common) ??
    letterSlip(word, speller, common, rareLength) ??
    runTogether(word, speller) ??
    twoTypicalSlips(word, speller, common, rareLength) ??
    farSlip(word, common)
  )
}

/** Swapped neighbours, a letter doubled or not doubled, one accent more, less or other: the commonest word of those. */
export function typicalSlip(word: string, speller: Speller, common: CommonWords): Slip | null {
  const bare = withoutAccents(word)
  const found = commonest(typicalSlips(word), speller, common)
  if (!found) return null
  return { ...found, kind: withoutAccents(found.meant) === bare ? 'accents' : 'typical' }
}

/** One letter missing, superfluous or wrong: the commonest of such words, where it is common enough for the length. */
export function letterSlip(
  word: string,
  speller: Speller,
  common: CommonWords,
  rareLength: number = RARE_LENGTH,
): Slip | null {
  let best: Slip | null = null
  for (const meant of anySlips(word)) {
    const frequency = common.frequency(meant)
    if (frequency > (best?.frequency ?? 0)) best = { kind: 'letter', meant, frequency }
  }
  const least = LEAST_FREQUENCY[Math.min(word.length, LEAST_FREQUENCY.length - 1)]!
  if (best !== null && best.frequency >= least) return best
  if (word.length < rareLength) return null
  for (const meant of anySlips(word)) if (speller.isCorrect(meant)) return { kind: 'letter', meant, frequency: 0 }
  return null
}

function commonest(
  candidates: Iterable<string>,
  speller: Speller,
  common: CommonWords,
): { meant: string; frequency: number } | null {
  let best: { meant: string; frequency: number } | null = null
  const rare: string[] = []
  for (const meant of candidates) {
    const frequency = common.frequency(meant)
    if (frequency === 0) rare.push(meant)
    else if (best === null || frequency > best.frequency) best = { meant, frequency }
  }
  if (best) return best
  const meant = rare.find((candidate) => speller.isCorrect(candidate))
  return meant === undefined ? null : { meant, frequency: 0 }
}

function withoutAccents(word: string): string {
  let bare = ''
  for (const letter of word) bare += BASE[letter] ?? letter
  return bare
}

function* typicalSlips(word: string): Generator<string> {
  for (let at = 1; at < word.length; at++) {
    const letter = word.charAt(at)
    const head = word.slice(0, at)
    const tail = word.slice(at + 1)
    if (at + 1 < word.length && letter !== tail[0]) yield head + tail[0] + letter + tail.slice(1)
    if (letter === word[at - 1]) yield head + tail
    else if (at + 1 < word.length) yield head + letter + letter + tail
    const base = BASE[letter] ?? letter
    for (const form of base + (ACCENTED[base] ?? '')) if (form !== letter) yield head + form + tail
  }
  const first = word.charAt(0)
  const base = BASE[first] ?? first
  for (const form of base + (ACCENTED[base] ?? '')) if (form !== first) yield form + word.slice(1)
}

function* anySlips(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at++) {
    const head = word.slice(0, at)
    if (at < word.length) yield head + word.slice(at + 1)
    // Nearer the start it would turn "dyson" into "d'yson".
    if (at > 4 && at < word.length) yield `${head}'${word.slice(at)}`
    if (at === 0 && word.length > 2) yield `${word.charAt(1)}${word.charAt(0)}${word.slice(2)}`
    for (const letter of LETTERS) {
      yield head + letter + word.slice(at)
      if (at < word.length && letter !== word[at]) yield head + letter + word.slice(at + 1)
    }
  }
}

/** Other accents on two letters e (`evenement`, `élévé`). */
function accentSlip(word: string, speller: Speller, common: CommonWords): Slip | null {
  const places = [...word].flatMap((letter, at) => ((BASE[letter] ?? letter) === 'e' ? [at] : []))
  const found = commonest(otherAccents(word, places), speller, common)
  return found && { ...found, kind: 'accents' }
}

function* otherAccents(word: string, places: readonly number[]): Generator<string> {
  for (const [index, first] of places.entries()) {
    for (const second of places.slice(index + 1)) {
      for (const one of 'eéèê') {
        for (const other of 'eéèê') {
          const candidate = word.slice(0, first) + one + word.slice(first + 1, second) + other + word.slice(second + 1)
          if (candidate !== word) yield candidate
        }
      }
    }
  }
}

function runTogether(word: string, speller: Speller): Slip | null {
  for (let at = 2; at <= word.length - 2; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    if ((RUN_TOGETHER.has(head) || RUN_TOGETHER.has(tail)) && speller.isCorrect(head) && speller.isCorrect(tail))
      return { kind: 'run-together', meant: `${head} ${tail}`, frequency: 0 }
  }
  return null
}

/** Letters from which two typical slips may stand in a word, and how common what was meant has to be. */
const TWO_TYPICAL_LETTERS = 7
const TWO_TYPICAL_FREQUENCY = 16

/** Two doubled, swapped or accented letters gone wrong at once (`apellez`, `innacurate`, `émétait`). */
function twoTypicalSlips(word: string, speller: Speller, common: CommonWords, rareLength: number): Slip | null {
  if (word.length < TWO_TYPICAL_LETTERS) return null
  const candidates = new Set<string>()
  for (const once of typicalSlips(word)) for (const meant of typicalSlips(once)) candidates.add(meant)
  let best: Slip | null = null
  for (const meant of candidates) {
    const frequency = common.frequency(meant)
    if (frequency > (best?.frequency ?? 0)) best = { kind: 'far', meant, frequency }
  }
  if (best !== null && best.frequency >= TWO_TYPICAL_FREQUENCY) return best
  if (word.length < rareLength) return null
  for (const meant of candidates) if (speller.isCorrect(meant)) return { kind: 'far', meant, frequency: 0 }
  return null
}

/** Two slips in a long word, the first letter right. */
function farSlip(word: string, common: CommonWords): Slip | null {
  if (word.length < LONG_WORD) return null
  const near = common.nearest(word, 2)
  if (!near || near.frequency < LEAST_FREQUENCY_FAR) return null
  return { kind: 'far', meant: near.word, frequency: near.frequency }
}
