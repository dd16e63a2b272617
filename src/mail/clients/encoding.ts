/**
 * Encodings as mail programs write them: encoded words in fields (RFC 2047), quoted-printable (RFC 2045 §6.7) and text that
 * flows (RFC 3676). CRLF ends every line.
 */

/** Longest encoded word (RFC 2047 §2). */
const LONGEST_WORD = 75
/** Longest line of quoted-printable, without its end (RFC 2045 §6.7). */
const LONGEST_QUOTED = 76
/** Where fields are folded (RFC 5322 §2.1.1 recommends 78). */
const FOLD_AT = 76

/** True where every character is printable US-ASCII, a tab or a line end. */
export function isAscii(text: string): boolean {
  return /^[\t\n\r\x20-\x7e]*$/.test(text)
}

/** One character in the Q encoding, with what is safe inside a display name as well. */
function quotedCharacter(character: string): string {
  if (character === ' ') return '_'
  if (/^[A-Za-z0-9!*+/-]$/.test(character)) return character
  return hexOf(Buffer.from(character))
}

function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
  return text
}

/**
 * A field's text as encoded words, folded; as it is where nothing asks for them.
 * @param charset as the program writes it: `UTF-8` or `utf-8`
 * @param before characters on the line before it, the field's name
 */
export function encodeWords(text: string, charset: string, before: number): string {
  if (isAscii(text) && !text.includes('=?')) return foldedAtSpaces(text, before)
  const frame = `=?${charset}?Q??=`.length
  const words: string[] = []
  let current = ''
  let room = LONGEST_WORD - Math.min(before, LONGEST_WORD / 2) - frame
  for (const character of text) {
    const quoted = quotedCharacter(character)
    if (current.length + quoted.length > room) {
      words.push(current)
      current = ''
      room = LONGEST_WORD - frame
    }
    current += quoted
  }
  return [...words, current].map((word) => `=?${charset}?Q?${word}?=`).join('\r\n ')
}

function foldedAtSpaces(text: string, before: number): string {
  let line = before
  let result = ''
  for (const [index, word] of text.split(' ').entries()) {
    // A line of white space alone is no line of a field (RFC 5322 §3.2.2).
    const folds = index > 0 && word !== '' && line > before && line + 1 + word.length > FOLD_AT
    result += index === 0 ? word : folds ? `\r\n ${word}` : ` ${word}`
    line = folds ? 1 + word.length : line + 1 + word.length
  }
  return result
}

/** A display name: atoms as they are, quoted where it has other characters, encoded where it leaves ASCII (RFC 5322 §3.4). */
export function displayName(name: string, charset: string): string {
  if (!isAscii(name) || name.includes('=?')) return encodeWords(name, charset, 'From: '.length)
  if (/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*$/.test(name)) return name
  return `"${name.replaceAll(/["\\]/g, '\\$&')}"`
}

/** Text of LF lines in quoted-printable. */
export function quotedPrintable(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const pieces: string[] = []
      let current = ''
      const characters = [...line]
      for (const [index, character] of characters.entries()) {
        const last = index === characters.length - 1
        const plain = /^[\x21-\x3c\x3e-\x7e]$/.test(character) || (/^[ \t]$/.test(character) && !last)
        const piece = plain ? character : hexOf(Buffer.from(character))
        if (current.length + piece.length > LONGEST_QUOTED - 1) {
          pieces.push(`${current}=`)
          current = ''
        }
        current += piece
      }
      return [...pieces, current].join('\r\n')
    })
    .join('\r\n')
}

/**
 * Text of LF lines as `format=flowed` (RFC 3676 §4): long lines are broken behind a space, and what could be read as a quotation
 * or as the separator of a mail folder gets a space before it.
 * @param width characters at which a line is broken
 */
export function flowed(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => {
      if (line === '-- ') return [line]
      const lines: string[] = []
      let rest = line.trimEnd()
      while (rest.length > width) {
        const at = rest.lastIndexOf(' ', width - 1)
        if (at <= 0) break
        lines.push(rest.slice(0, at + 1))
        rest = rest.slice(at + 1)
      }
      return [...lines, rest]
    })
    .map((line) => (/^(?: |>|From )/.test(line) ? ` ${line}` : line))
    .join('\r\n')
}
