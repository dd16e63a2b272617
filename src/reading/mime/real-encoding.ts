/**
 * Transfer encodings that are there without being named, or named without being there: a text of nothing but base64 lines, one
 * with quoted-printable marks, and "base64" that is plain text. The bytes speak first, as with charsets.
 */

/** Bytes looked at to tell an encoding. */
const LOOKED_AT = 20_000
/** Shorter texts are words as often as they are base64. */
const SHORTEST_BASE64 = 48

function headOf(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, LOOKED_AT)).toString('latin1')
}

/** True where the bytes behind base64 are text: hardly a control character, and white space between words. */
function isText(base64: string): boolean {
  const bytes = Buffer.from(base64, 'base64')
  const controls = bytes.filter((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d).length
  const spaces = bytes.filter((byte) => byte === 0x20 || byte === 0x0a).length
  return bytes.length > 0 && controls === 0 && spaces * 30 >= bytes.length
}

/**
 * The encoding a text part is really in; null for none.
 * @param declared `base64`, `quoted-printable`, or null where the header names neither
 */
export function realEncoding(body: Uint8Array, declared: 'base64' | 'quoted-printable' | null): string | null {
  if (declared === 'quoted-printable') return declared
  const head = headOf(body)
  const packed = head.replace(/[\r\n]+/g, '')
  if (declared === 'base64') {
    // Words with spaces between them are no base64, whatever the header says.
    const spaces = packed.match(/[ \t]/g)?.length ?? 0
    return packed.length > 0 && spaces * 20 > packed.length ? null : declared
  }
  if (isBareBase64(head, packed)) return 'base64'
  return isBareQuotedPrintable(head) ? 'quoted-printable' : null
}

function isBareBase64(head: string, packed: string): boolean {
  if (packed.length < SHORTEST_BASE64 || !/^[A-Za-z\d+/]+={0,2}\s*$/.test(packed)) return false
  // Lower and upper case and figures side by side: no word of any language.
  if (!/[a-z]/.test(packed) || !/[A-Z]/.test(packed) || !/\d/.test(packed)) return false
  const lines = head.trim().split(/\r?\n/)
  const even = lines.slice(1, -1).every((line) => line.length === lines[0]!.length)
  return even && isText(packed.slice(0, packed.length & ~3))
}

/** Marks of quoted-printable: letters above ASCII written as `=C3=A9` or `=E9`, none written as such, and no other equals sign. */
function isBareQuotedPrintable(head: string): boolean {
  if (/[\x80-\xff]/.test(head)) return false
  const letters = head.match(/=(?:C[23]=[89AB][\dA-F]|E2=8[\dA-F]=[\dA-F]{2}|[EF][\dA-F])(?![\dA-F])/g)?.length ?? 0
  if (letters === 0) return false
  const soft = head.match(/=\r?\n/g)?.length ?? 0
  const all = head.match(/=/g)?.length ?? 0
  const marks = (head.match(/=[\dA-F]{2}/g)?.length ?? 0) + soft
  // The last mark may be cut off where the look ends.
  return marks >= all - 1 && (letters >= 2 || soft >= 1)
}
