/** Cleartext signatures of OpenPGP (RFC 9580 §7): the letter stands between armour lines, with dashes escaped. */

const BEGIN = '-----BEGIN PGP SIGNED MESSAGE-----\n'
const SIGNATURE = '\n-----BEGIN PGP SIGNATURE-----'
const END = '-----END PGP SIGNATURE-----'

/** The text without the armour around its first signed letter; the text itself where there is none. LF line ends. */
export function withoutClearSignature(text: string): string {
  const begin = text.indexOf(BEGIN)
  if (begin < 0 || (begin > 0 && text[begin - 1] !== '\n')) return text
  // Hash headers end with a blank line.
  const blank = text.indexOf('\n\n', begin + BEGIN.length - 1)
  const signature = blank < 0 ? -1 : text.indexOf(SIGNATURE, blank)
  if (signature < 0) return text
  const letter = text.slice(blank + 2, signature).replace(/^- /gm, '')
  const end = text.indexOf(END, signature)
  return text.slice(0, begin) + letter + (end < 0 ? '' : text.slice(end + END.length))
}
