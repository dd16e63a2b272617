/**
 * What each UTF-16 unit is to the word scanner: one table look-up a character instead of regular expressions,
 * because every letter of every answer passes here.
 */

/** A letter of a Latin alphabet, or a mark that stands inside a word (combining accent, soft hyphen, zero-width joiner). */
export const LETTER = 1
/** A digit, superscripts and ordinal signs included. */
export const DIGIT = 2
/** An apostrophe of any shape. */
export const APOSTROPHE = 4
/** A hyphen that joins parts of a word (not a dash). */
export const HYPHEN = 8
/** White space, no-break spaces and line ends included. */
export const SPACE = 16
/** A full stop. */
export const DOT = 32
/** A sign that makes its surroundings an address, a path, a reference or code. */
export const CODE = 64
/** A letter of another script; what holds it is not checked. */
export const FOREIGN = 128

const classes = new Uint8Array(65_536)

function mark(from: number, to: number, kind: number): void {
  classes.fill(kind, from, to + 1)
}

mark(0x370, 0x1fff, FOREIGN)
mark(0x2c00, 0xd7ff, FOREIGN)
mark(0xf900, 0xfaff, FOREIGN)
mark(0xfe70, 0xfefe, FOREIGN)
mark(0xff66, 0xffdc, FOREIGN)
mark(0x41, 0x5a, LETTER)
mark(0x61, 0x7a, LETTER)
mark(0xc0, 0x24f, LETTER)
mark(0xd7, 0xd7, 0)
mark(0xf7, 0xf7, 0)
mark(0x300, 0x36f, LETTER)
mark(0x1e00, 0x1eff, LETTER)
mark(0xfb00, 0xfb06, LETTER)
for (const invisible of [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]) classes[invisible] = LETTER
mark(0x30, 0x39, DIGIT)
for (const digit of [0xb2, 0xb3, 0xb9, 0xb0, 0xba, 0xaa, 0xbc, 0xbd, 0xbe]) classes[digit] = DIGIT
for (const apostrophe of [0x27, 0x2018, 0x2019, 0x2bc, 0xb4, 0x60]) classes[apostrophe] = APOSTROPHE
for (const hyphen of [0x2d, 0x2010, 0x2011]) classes[hyphen] = HYPHEN
mark(0x00, 0x20, SPACE)
mark(0x2000, 0x200a, SPACE)
for (const space of [0xa0, 0x1680, 0x202f, 0x2028, 0x2029, 0x205f, 0x3000]) classes[space] = SPACE
classes[0x2e] = DOT
for (const sign of '@_\\#/&+=<>{}|~^*%$') classes[sign.charCodeAt(0)] = CODE

/** The class of a UTF-16 unit: one of the constants of this file, or 0 for punctuation, symbols and surrogates. */
export function characterClass(unit: number): number {
  return classes[unit] as number
}

/** Whether the text at an offset is an upper-case letter. */
export function isUpperCase(letter: string): boolean {
  return letter !== letter.toLowerCase()
}

/** The word as dictionaries write it: typewriter apostrophe, composed accents, no invisible characters. */
export function dictionaryForm(word: string): string {
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index)
    if (unit < 0x80 ? unit === 0x60 : unit === 0xad || unit === 0xb4 || unit > 0x24f) return normalise(word)
  }
  return word
}

function normalise(word: string): string {
  return word
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC')
}
