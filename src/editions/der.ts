/**
 * The few pieces of DER (ITU-T X.690) that time-stamp requests and tokens need: writing small values, and walking through what
 * comes from elsewhere without trusting a length.
 */

/** Tags of the types that are met. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  none: 0x05,
  objectId: 0x06,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const

/** One value: its tag, its content, and the whole of its bytes. */
export interface DerValue {
  readonly tag: number
  readonly content: Uint8Array
  readonly whole: Uint8Array
}

function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let left = length; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256)
  return [0x80 + bytes.length, ...bytes]
}

/** Writes one value. */
export function derValue(tag: number, ...contents: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const content = contents.flatMap((part) => [...part])
  return Uint8Array.from([tag, ...lengthOf(content.length), ...content])
}

/**
 * Values that stand one after another; null where the bytes are not DER.
 * @param bytes at most some kilobytes, from anybody
 */
export function derValues(bytes: Uint8Array): readonly DerValue[] | null {
  const values: DerValue[] = []
  let at = 0
  while (at < bytes.length) {
    const start = at
    const tag = bytes[at]!
    const first = bytes[at + 1]
    if (first === undefined || (tag & 0x1f) === 0x1f) return null
    at += 2
    let length = first
    if (first >= 0x80) {
      const size = first - 0x80
      if (size === 0 || size > 4 || at + size > bytes.length) return null
      length = bytes.slice(at, at + size).reduce((sum, byte) => sum * 256 + byte, 0)
      at += size
    }
    if (at + length > bytes.length) return null
    values.push({ tag, content: bytes.slice(at, at + length), whole: bytes.slice(start, at + length) })
    at += length
  }
  return values
}

/** The values inside one; null where it is missing, of another tag or no DER. */
export function derInside(value: DerValue | undefined, tag: number): readonly DerValue[] | null {
  return value?.tag === tag ? derValues(value.content) : null
}
