/** Seeded chance for the fault harness: the same seed throws the same dice. */

/** Draws from one seeded sequence. */
export interface Dice {
  /** 0 ≤ n < 1. */
  number(): number
  /** An integer, both ends included. */
  between(from: number, to: number): number
  pick<Item>(items: readonly Item[]): Item
  /** True so often. */
  chance(share: number): boolean
}

/** Dice of a seed (SplitMix32). */
export function diceOf(seed: number): Dice {
  let state = seed | 0
  const number = () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  return {
    number,
    between: (from, to) => from + Math.floor(number() * (to - from + 1)),
    pick: (items) => items[Math.floor(number() * items.length)] as (typeof items)[number],
    chance: (share) => number() < share,
  }
}
