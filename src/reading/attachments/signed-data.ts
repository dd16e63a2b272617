/**
 * S/MIME (RFC 8551): takes the mail out of an opaque signature (CMS signed-data, RFC 5652 §5) and tells an encrypted one. The
 * signature is not verified and nothing is said of whether it can be trusted: the letter is read, as from any other wrapper.
 */

/** What a `smime.p7m` is. `other`: another CMS structure, or none at all. */
export type CmsContent =
  | { readonly type: 'signed'; readonly content: Uint8Array }
  | { readonly type: 'encrypted' }
  | { readonly type: 'other' }

/** Object identifiers of CMS content types, as the bytes of their DER value. */
const SIGNED = '2a864886f70d010702'
const ENCRYPTED: readonly string[] = [
  // enveloped-data, encrypted-data, auth-enveloped-data (RFC 5083)
  '2a864886f70d010703',
  '2a864886f70d010706',
  '2a864886f70d0109100117',
]

const SEQUENCE = 0x30
const OCTETS = 0x04
const OCTETS_IN_PIECES = 0x24
const IDENTIFIER = 0x06
const EXPLICIT = 0xa0
/** Octet strings in pieces inside one another. */
const DEEPEST = 8
const MOST_PIECES = 100_000

interface Element {
  readonly tag: number
  readonly start: number
  /** End of the content; of an indefinite length where the bytes end, its real end is found by walking. */
  readonly end: number
  readonly indefinite: boolean
}

/** The element at a place; null where the bytes hold none (BER, X.690 §8.1). */
function elementAt(bytes: Uint8Array, at: number, limit: number): Element | null {
  if (at + 2 > limit) return null
  const tag = bytes[at]!
  const first = bytes[at + 1]!
  if (first === 0x80) return { tag, start: at + 2, end: limit, indefinite: true }
  if (first < 0x80)
    return at + 2 + first > limit ? null : { tag, start: at + 2, end: at + 2 + first, indefinite: false }
  const count = first & 0x7f
  if (count > 4 || at + 2 + count > limit) return null
  let length = 0
  for (let index = 0; index < count; index += 1) length = length * 256 + bytes[at + 2 + index]!
  const start = at + 2 + count
  // A cut file still shows what it has.
  return { tag, start, end: Math.min(start + length, limit), indefinite: false }
}

/** Where the element after this one begins. */
function after(bytes: Uint8Array, element: Element, depth = 0): number {
  if (!element.indefinite) return element.end
  let at = element.start
  for (let count = 0; count < MOST_PIECES && depth < 40; count += 1) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return at + 2
    const inner = elementAt(bytes, at, element.end)
    if (!inner) return element.end
    at = after(bytes, inner, depth + 1)
  }
  return element.end
}

/** The bytes of an octet string, whole or in pieces. */
function octetsOf(bytes: Uint8Array, element: Element, depth = 0): Uint8Array[] {
  if (element.tag === OCTETS) return [bytes.subarray(element.start, element.end)]
  if (element.tag !== OCTETS_IN_PIECES || depth > DEEPEST) return []
  const pieces: Uint8Array[] = []
  let at = element.start
  while (pieces.length < MOST_PIECES) {
    const piece = elementAt(bytes, at, element.end)
    if (!piece || (piece.tag !== OCTETS && piece.tag !== OCTETS_IN_PIECES)) break
    pieces.push(...octetsOf(bytes, piece, depth + 1))
    at = after(bytes, piece)
  }
  return pieces
}

function identifierOf(bytes: Uint8Array, element: Element): string {
  return Buffer.from(bytes.subarray(element.start, element.end)).toString('hex')
}

/** Content of an encapsulated content info: `SEQUENCE { OID, [0] OCTET STRING }`; null where the signature is detached. */
function encapsulated(bytes: Uint8Array, sequence: Element): Uint8Array | null {
  const type = elementAt(bytes, sequence.start, sequence.end)
  if (type?.tag !== IDENTIFIER) return null
  const wrapper = elementAt(bytes, type.end, sequence.end)
  if (wrapper?.tag !== EXPLICIT) return null
  const octets = elementAt(bytes, wrapper.start, wrapper.end)
  return octets ? Buffer.concat(octetsOf(bytes, octets)) : null
}

/** Reads a CMS structure; never throws. */
export function readCms(bytes: Uint8Array): CmsContent {
  const outer = elementAt(bytes, 0, bytes.length)
  const type = outer?.tag === SEQUENCE ? elementAt(bytes, outer.start, outer.end) : null
  if (!outer || type?.tag !== IDENTIFIER) return { type: 'other' }
  const identifier = identifierOf(bytes, type)
  if (ENCRYPTED.includes(identifier)) return { type: 'encrypted' }
  if (identifier !== SIGNED) return { type: 'other' }
  const wrapper = elementAt(bytes, type.end, outer.end)
  const signed = wrapper ? elementAt(bytes, wrapper.start, wrapper.end) : null
  if (signed?.tag !== SEQUENCE) return { type: 'other' }
  // version, digestAlgorithms, encapContentInfo
  let at = signed.start
  for (let index = 0; index < 3; index += 1) {
    const element = elementAt(bytes, at, signed.end)
    if (!element) break
    if (element.tag === SEQUENCE) {
      const content = encapsulated(bytes, element)
      return content ? { type: 'signed', content } : { type: 'other' }
    }
    at = after(bytes, element)
  }
  return { type: 'other' }
}
