/**
 * Seeded random numbers, the only source of chance in the program's pure rooms: same seed, same plan, same intervals.
 * Generator: xoshiro128** 1.1 (Blackman & Vigna, ACM TOMS 47, 2021), 32-bit words, period 2^128 − 1; its state is filled
 * from the seed by SplitMix32. Not for secrets.
 */

/** A stream of random numbers. Two streams made with the same seed and labels give the same numbers on any machine. */
export interface Random {
  /** Next 32 random bits as an unsigned integer, 0 to 2^32 − 1. */
  next32(): number
  /** Uniform in [0, 1) with 53 random bits. */
  uniform(): number
  /** Uniform integer from 0 to `bound` − 1 without bias; `bound` is 1 to 2^32. */
  below(bound: number): number
  /** Standard normal deviate (polar method, Marsaglia & Bray 1964). */
  normal(): number
  /** A new array with the items in random order (Fisher–Yates). */
  shuffle<Item>(items: readonly Item[]): Item[]
  /** One item; throws RangeError on an empty list. */
  pick<Item>(items: readonly Item[]): Item
  /** An independent stream named by the labels, unaffected by how much this one was used. */
  fork(...labels: readonly (string | number)[]): Random
}

/** 32-bit FNV-1a over UTF-16 units, mixed into a running hash: turns labels into seeds. */
function hashText(text: string, start: number): number {
  let hash = start >>> 0
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** Four state words from a seed (any finite number) and labels, by SplitMix32; never all zero. */
export function randomState(seed: number, labels: readonly (string | number)[] = []): Uint32Array {
  let mixed = hashText(`${seed}`, 0x811c9dc5)
  for (const label of labels) mixed = hashText(`/${label}`, mixed)
  const state = new Uint32Array(4)
  for (let index = 0; index < 4; index += 1) {
    mixed = (mixed + 0x9e3779b9) >>> 0
    let word = mixed
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
    state[index] = (word ^ (word >>> 16)) >>> 0
  }
  if (state.every((word) => word === 0)) state[0] = 1
  return state
}

/** A stream over any source of uniform 32-bit words; `fork` makes its independent streams. */
export function randomOver(next32: () => number, fork: Random['fork']): Random {
  let spare: number | null = null

  function uniform(): number {
    const high = next32() >>> 5
    const low = next32() >>> 6
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  function below(bound: number): number {
    // Rejecting the incomplete last block keeps every value equally likely.
    const limit = 4_294_967_296 - (4_294_967_296 % bound)
    let value = next32()
    while (value >= limit) value = next32()
    return value % bound
  }

  function normal(): number {
    if (spare !== null) {
      const kept = spare
      spare = null
      return kept
    }
    for (;;) {
      const u = 2 * uniform() - 1
      const v = 2 * uniform() - 1
      const square = u * u + v * v
      if (square > 0 && square < 1) {
        const factor = Math.sqrt((-2 * Math.log(square)) / square)
        spare = v * factor
        return u * factor
      }
    }
  }

  function shuffle<Item>(items: readonly Item[]): Item[] {
    const shuffled = [...items]
    for (let index = shuffled.length - 1; index > 0; index -= 1) {
      const other = below(index + 1)
      const held = shuffled[index]!
      shuffled[index] = shuffled[other]!
      shuffled[other] = held
    }
    return shuffled
  }

  function pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new RangeError('cannot pick from an empty list')
    return items[below(items.length)]!
  }

  return { next32, uniform, below, normal, shuffle, pick, fork }
}

/** A generator over an explicit state of four 32-bit words, not all zero; the state is advanced in place. */
export function randomFromState(
  state: Uint32Array,
  origin: { seed: number; labels: readonly (string | number)[] },
): Random {
  const [first, second, third, fourth] = state
  let s0 = first! | 0
  let s1 = second! | 0
  let s2 = third! | 0
  let s3 = fourth! | 0

  function next32(): number {
    const scrambled = Math.imul(s1, 5)
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9)
    const shifted = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 << 11) | (s3 >>> 21)
    return result >>> 0
  }

  return randomOver(next32, (...labels) => createRandom(origin.seed, ...origin.labels, ...labels))
}

/**
 * A stream of random numbers for a seed and labels that name its use.
 * @example createRandom(edition.seed, 'plan', brand.id).below(5)
 */
export function createRandom(seed: number, ...labels: readonly (string | number)[]): Random {
  return randomFromState(randomState(seed, labels), { seed, labels })
}
