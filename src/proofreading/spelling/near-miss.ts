/**
 * Whether an unknown capitalised word is a slip of the pen in a common word rather than a name. Only slips that leave
 * the first letter alone count, because names differ from common words there most often.
 */
import type { Speller } from './speller.js'

const ACCENTED: Readonly<Record<string, string>> = { a: 'àâ', e: 'éèêë', i: 'îï', o: 'ô', u: 'ùûü', c: 'ç' }
const BASE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ACCENTED).flatMap(([base, forms]) => [...forms].map((form) => [form, base])),
)
const LETTERS = 'abcdefghijklmnopqrstuvwxyzéè'

/** Letters from which any single slip counts; shorter words need a swap, a doubling or an accent to be sure. */
const SURE_LENGTH = 9

/** Shortest word that is judged at all. */
const LEAST_LENGTH = 5

/**
 * @param word an unknown word, any case
 * @returns a lower-case dictionary word one slip away, or null
 */
export function nearMiss(word: string, speller: Speller): string | null {
  const lower = word.toLowerCase()
  if (lower.length < LEAST_LENGTH) return null
  const slip = typicalSlip(lower, speller)
  if (slip !== null) return slip
  if (lower.length < SURE_LENGTH) return null
  for (const candidate of anySlips(lower)) if (speller.isCorrect(candidate)) return candidate
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

/** One letter missing, superfluous or wrong, neither the first nor after the last. */
function* anySlips(word: string): Generator<string> {
  for (let at = 1; at < word.length; at++) {
    const head = word.slice(0, at)
    yield head + word.slice(at + 1)
    for (const letter of LETTERS) {
      yield head + letter + word.slice(at)
      if (letter !== word[at]) yield head + letter + word.slice(at + 1)
    }
  }
}
