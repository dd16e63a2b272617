/**
 * Words that clean text uses, with how often: what a slip of the pen most probably stands for, and words in use that no
 * dictionary has. A slip lies near a word that people write; that it also lies near a rare one says little.
 */

/** A common word near another one. */
export interface NearWord {
  readonly word: string
  readonly frequency: number
}

/** Line of the file for one class of frequency: `8: …` holds words that stood at least 8 times, less than 16 times. */
const LINE = /^(\d+): (.+)$/

/** Which letters a word has, as bits: two words a few letters apart share most. */
function letterBits(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 31)
  return bits
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

interface Entry extends NearWord {
  readonly bits: number
}

/** Common words of one language. */
export class CommonWords {
  private readonly frequencies = new Map<string, number>()
  private byLength: readonly (readonly Entry[])[] | null = null

  /** @param file lines of a frequency and the words that stood so often, or up to twice as often, in clean text */
  constructor(file: string) {
    for (const line of file.split('\n')) {
      const [, frequency, words] = LINE.exec(line) ?? []
      for (const word of words?.split(' ') ?? []) this.frequencies.set(word, Number(frequency))
    }
  }

  /** How often a lower-case word stood in clean text, rounded down to a power of two; 0 for one too rare to be listed. */
  frequency(word: string): number {
    return this.frequencies.get(word) ?? 0
  }

  /**
   * The common word nearest to a longer one among those of the same first letter, of equal ones the most frequent.
   * @param distance most letters missing, superfluous, wrong or swapped
   */
  nearest(word: string, distance: number): NearWord | null {
    this.byLength ??= this.entriesByLength()
    const bits = letterBits(word)
    let best: NearWord | null = null
    let least = distance
    for (let length = word.length - distance; length <= word.length + distance; length++) {
      for (const entry of this.byLength[length] ?? []) {
        if (entry.word.charCodeAt(0) !== word.charCodeAt(0) || countBits(bits ^ entry.bits) > 2 * least) continue
        const found = letterDistance(word, entry.word, least)
        if (found < least || (found === least && (best === null || entry.frequency > best.frequency))) {
          least = found
          best = entry
        }
      }
    }
    return best
  }

  private entriesByLength(): readonly (readonly Entry[])[] {
    const lists: Entry[][] = []
    for (const [word, frequency] of this.frequencies) {
      lists[word.length] ??= []
      lists[word.length]?.push({ word, frequency, bits: letterBits(word) })
    }
    return lists
  }
}

/** Optimal string alignment distance (Damerau–Levenshtein with adjacent swaps); more than `most` where it is larger. */
export function letterDistance(one: string, other: string, most: number): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    let least = row
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1
      let found = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same)
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        found = Math.min(found, (before[column - 2] ?? 0) + 1)
      next.push(found)
      if (found < least) least = found
    }
    if (least > most) return most + 1
    before = last
    last = next
  }
  return last[other.length] ?? 0
}
