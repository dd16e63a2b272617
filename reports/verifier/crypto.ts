/**
 * SHA-256 (FIPS 180-4) for browsers, in place of the two calls of `node:crypto` that the verifier's code makes: the browsers' own
 * one is asynchronous. A test compares it with the run-time's.
 */

/** Fractional parts of the cube roots of the first 64 primes (§4.2.2), and of the square roots of the first eight (§5.3.3). */
const [ROUND, START] = constants()

function constants(): readonly [Uint32Array, Uint32Array] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < 64; candidate += 1)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  // Exact in integers: the root of prime × 2^(32 × degree), cut to its last 32 bits.
  const fraction = (prime: number, degree: bigint): number => {
    const value = BigInt(prime) << (32n * degree)
    let [low, high] = [0n, 1n << 40n]
    while (high - low > 1n) {
      const middle = (low + high) >> 1n
      if (middle ** degree <= value) low = middle
      else high = middle
    }
    return Number(low & 0xffff_ffffn)
  }
  return [
    Uint32Array.from(primes, (prime) => fraction(prime, 3n)),
    Uint32Array.from(primes.slice(0, 8), (prime) => fraction(prime, 2n)),
  ]
}

function rotated(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}

function compress(state: Uint32Array, block: DataView, words: Uint32Array): void {
  for (let at = 0; at < 16; at += 1) words[at] = block.getUint32(at * 4)
  for (let at = 16; at < 64; at += 1) {
    const [two, fifteen] = [words[at - 2]!, words[at - 15]!]
    const small1 = rotated(two, 17) ^ rotated(two, 19) ^ (two >>> 10)
    const small0 = rotated(fifteen, 7) ^ rotated(fifteen, 18) ^ (fifteen >>> 3)
    words[at] = small1 + words[at - 7]! + small0 + words[at - 16]!
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let at = 0; at < 64; at += 1) {
    const big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    const one = (h + big1 + ((e & f) ^ (~e & g)) + ROUND[at]! + words[at]!) | 0
    const big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = state[at]! + word
}

function sha256(message: Uint8Array): Uint8Array {
  const blocks = Math.ceil((message.length + 9) / 64)
  const padded = new Uint8Array(blocks * 64)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor((message.length * 8) / 2 ** 32))
  view.setUint32(padded.length - 4, message.length * 8)
  const state = START.slice()
  const words = new Uint32Array(64)
  for (let block = 0; block < blocks; block += 1) compress(state, new DataView(padded.buffer, block * 64, 64), words)
  const digest = new Uint8Array(32)
  const out = new DataView(digest.buffer)
  for (const [at, word] of state.entries()) out.setUint32(at * 4, word)
  return digest
}

/**
 * As `createHash('sha256')` of `node:crypto`, as far as the verifier uses it.
 * @param algorithm `sha256`, nothing else
 */
export function createHash(algorithm: 'sha256') {
  const parts: Uint8Array[] = []
  if (algorithm !== 'sha256') throw new RangeError(`${String(algorithm)} is not here`)
  return {
    /** Adds bytes. */
    update(part: Uint8Array): void {
      parts.push(part)
    },
    /** Hash of all bytes added. */
    digest(): Uint8Array {
      const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
      let at = 0
      for (const part of parts) {
        whole.set(part, at)
        at += part.length
      }
      return sha256(whole)
    },
  }
}
