/**
 * Little-endian fields out of bytes that a stranger wrote: every read is checked against the end, so that a broken file ends in
 * one named error and never in a value that is not there.
 */

/** Thrown where bytes end before what they announce, or announce more than they may. */
export class BrokenFormat extends Error {}

/** A place in bytes that moves forward with each read. */
export class ByteReader {
  readonly #bytes: Buffer
  /** Next byte to be read, from the start of the bytes. */
  at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Bytes not read yet. */
  get left(): number {
    return this.#bytes.length - this.at
  }

  #take(length: number): number {
    if (length < 0 || length > this.left) throw new BrokenFormat(`${length} bytes announced, ${this.left} left`)
    const from = this.at
    this.at += length
    return from
  }

  /** One byte. */
  byte(): number {
    return this.#bytes.readUInt8(this.#take(1))
  }

  /** Two bytes, unsigned. */
  short(): number {
    return this.#bytes.readUInt16LE(this.#take(2))
  }

  /** Four bytes, unsigned. */
  long(): number {
    return this.#bytes.readUInt32LE(this.#take(4))
  }

  /** A view of the next bytes. */
  bytes(length: number): Uint8Array {
    const from = this.#take(length)
    return this.#bytes.subarray(from, from + length)
  }

  /** Passes over bytes. */
  skip(length: number): void {
    this.#take(length)
  }
}
