/**
 * Whether an unknown word is a slip of the pen in a word of the language, rather than a name, a brand or a foreign word: a slip
 * lies near a dictionary word (Damerau 1964 found four slips in five to be one letter missing, superfluous, wrong or swapped).
 */
import type { Speller } from './speller.js'

const ACCENTED: Readonly<Record<string, string>> = { a: 'àâ', e: 'éèêë', i: 'îï', o: 'ô', u: 'ùûü', c: 'ç' }
const BASE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ACCENTED).flatMap(([base, forms]) => [...forms].map((form) => [form, base])),
)
const LETTERS = 'abcdefghijklmnopqrstuvwxyzéèêàç'

/** Letters from which any single slip counts in a capitalised word; shorter ones need a swap, a doubling or an accent to be sure. */
const SURE_LENGTH = 6

/** Shortest capitalised word that is judged at all. */
const LEAST_LENGTH = 5

/** Letters from which a word may be two slips away from a dictionary word and still be a slip. */
const LONG_WORD = 8

/** Words that are often run together with their neighbour. */
const RUN_TOGETHER = new Set(
  `la le les de du des un une et au aux en ne pas je il nous vous est bien si plus par pour sur avec dans que qui ce cette notre votre
  the to of and in is it be we you your our for with not this that will at on as so all any each more`.split(/\s+/),
)

/**
 * Judges a lower-case unknown word.
 * @returns true when it is near a dictionary word, or two words run together
 */
export function isSlip(word: string, speller: Speller): boolean {
  if (typicalSlip(word, speller) !== null || otherAccents(word, speller)) return true
  for (const candidate of anySlips(word, 0)) if (speller.isCorrect(candidate)) return true
  for (let at = 2; at <= word.length - 2; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    if ((RUN_TOGETHER.has(head) || RUN_TOGETHER.has(tail)) && speller.isCorrect(head) && speller.isCorrect(tail))
      return true
  }
  if (word.length < LONG_WORD) return false
  // Rare: a long word with no neighbour. The dictionary's own search is slow but looks further.
  return speller
    .suggest(word)
    .some((candidate) => distance(word, candidate.toLowerCase()) <= (word.length < 11 ? 2 : 3))
}

/**
 * Judges a capitalised word at a sentence start. Only slips that leave the first letter alone count, because names differ from
 * common words there most often.
 * @returns a lower-case dictionary word one slip away, or null
 */
export function nearMiss(word: string, speller: Speller): string | null {
  const lower = word.toLowerCase()
  if (lower.length < LEAST_LENGTH) return null
  const slip = typicalSlip(lower, speller)
  if (slip !== null) return slip
  if (lower.length < SURE_LENGTH) return null
  // Uitliser, RRenvoie: the first two letters swapped, or the first one written twice.
  const swapped = `${lower.charAt(1)}${lower.charAt(0)}${lower.slice(2)}`
  if (speller.isCorrect(swapped)) return swapped
  return oneSlip(lower, speller) ?? (otherAccents(lower, speller) ? lower : null)
}

/** A dictionary word one letter away, the first letter kept; null where there is none. */
export function oneSlip(word: string, speller: Speller): string | null {
  for (const candidate of anySlips(word, 1)) if (speller.isCorrect(candidate)) return candidate
  return null
}

/** A dictionary word that differs by swapped neighbours, a doubled letter or an accent only; null where there is none. */
export function typicalSlip(word: string, speller: Speller): string | null {
  for (const candidate of typicalSlips(word)) if (speller.isCorrect(candidate)) return candidate
  return null
}

/** Swapped neighbours, a letter doubled or not doubled, one accent more, less or other. */
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
  for (const form of ACCENTED[first] ?? '') yield form + word.slice(1)
}

/** One letter missing, superfluous or wrong, from an offset on. */
function* anySlips(word: string, from: number): Generator<string> {
  for (let at = from; at <= word.length; at++) {
    const head = word.slice(0, at)
    if (at < word.length) yield head + word.slice(at + 1)
    // Nearer the start it would turn "dyson" into "d'yson".
    if (at > 4 && at < word.length) yield `${head}'${word.slice(at)}`
    for (const letter of LETTERS) {
      yield head + letter + word.slice(at)
      if (at < word.length && letter !== word[at]) yield head + letter + word.slice(at + 1)
    }
  }
}

/** Whether the word is right with other accents on up to two letters e (`evenement`, `élévé`). */
function otherAccents(word: string, speller: Speller): boolean {
  const places = [...word].flatMap((letter, at) => ((BASE[letter] ?? letter) === 'e' ? [at] : []))
  for (const [index, first] of places.entries()) {
    for (const second of places.slice(index + 1)) {
      for (const one of 'eéèê') {
        for (const other of 'eéèê') {
          const candidate = word.slice(0, first) + one + word.slice(first + 1, second) + other + word.slice(second + 1)
          if (candidate !== word && speller.isCorrect(candidate)) return true
        }
      }
    }
  }
  return false
}

/** Optimal string alignment distance (Damerau–Levenshtein with adjacent swaps). */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const next = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      let least = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1)
      }
      next.push(least)
    }
    before = last
    last = next
  }
  return last[b.length] ?? 0
}
