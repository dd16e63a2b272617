/** Texts of which most rules of normal forms have nothing to change, told in one pass over their characters. */

/** True where a text holds nothing but the printable characters of ASCII, space included. */
export function isPrintableAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 || unit > 0x7e) return false
  }
  return true
}

/** True where, besides, no two spaces stand together and none at either end. */
export function isSpacedAscii(text: string): boolean {
  return isPrintableAscii(text) && !text.includes('  ') && !text.startsWith(' ') && !text.endsWith(' ')
}
