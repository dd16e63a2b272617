import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFile, delimiterOf, namedDelimiter, numberIn } from '../../src/text/spreadsheet-text.js'

const WORDS = 'nom;note\r\nHôtel Étoile;8,4 €\r\n'
const utf16 = (text: string, big: boolean, mark = true) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

describe('files of spreadsheets', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(WORDS)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${WORDS}`)],
    ['UTF-16, little end first', utf16(WORDS, false)],
    ['UTF-16, big end first', utf16(WORDS, true)],
    ['UTF-16 without its mark', utf16(WORDS, false, false)],
    ['UTF-16 without its mark, big end first', utf16(WORDS, true, false)],
    [
      'Windows-1252',
      Buffer.from(
        WORDS.replace(/[ôÉ€]/g, (letter) => ({ ô: '\xf4', É: '\xc9', '€': '\x80' })[letter]!),
        'latin1',
      ),
    ],
  ])('are read in %s', (_, bytes) => {
    expect(decodeFile(bytes)).toEqual({ text: WORDS, fault: null })
  })

  it.each<[string, Uint8Array, number, RegExp]>([
    ['a byte that Windows-1252 leaves open', Buffer.from('a;b\r\nc;d\r\ne\x8df;g\r\n', 'latin1'), 3, /neither/],
    ['letters of an old Macintosh', Buffer.from('nom\rcaf\x8e\r', 'latin1'), 2, /neither/],
    [
      'one broken letter among good ones',
      Buffer.concat([Buffer.from('é\né\n'), Buffer.from([0xe9, 0x0a])]),
      3,
      /UTF-8 elsewhere/,
    ],
    ['a byte of zero', Buffer.from('a;b\nc;\0d\n'), 2, /no CSV file/],
    ['UTF-16 cut in a character', utf16('a;b\nc;d', false).subarray(0, -1), 2, /UTF-16LE/],
  ])('are refused with %s, on its line', (_, bytes, line, message) => {
    const { text, fault } = decodeFile(bytes)
    expect(text).toBeNull()
    expect(fault?.line).toBe(line)
    expect(fault?.message).toMatch(message)
  })

  it('give back any text that was written as UTF-8 or UTF-16 with a mark', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\0\ufffd\ufeff]/.test(text)),
        (text) => {
          expect(decodeFile(Buffer.from(`\ufeff${text}`)).text).toBe(text)
          expect(decodeFile(utf16(text, false)).text).toBe(text)
          expect(decodeFile(utf16(text, true)).text).toBe(text)
        },
      ),
    )
  })
})

describe('columns', () => {
  it.each([
    ['a,b,c', ','],
    ['a;b;"c, d, e, f"', ';'],
    ['a\tb\tc', '\t'],
    ['a', ','],
    ['"x;y;z",b', ','],
  ])('of %j are parted at %j', (header, delimiter) => expect(delimiterOf(header)).toBe(delimiter))

  it.each([
    ['sep=;', ';'],
    ['SEP=,', ','],
    ['sep=\t', '\t'],
    ['"sep=;";;', ';'],
    ['separator;b', null],
    ['year;rank', null],
  ])('are named by %j as %j', (line, delimiter) => expect(namedDelimiter(line)).toBe(delimiter))
})

describe('numbers in cells', () => {
  it.each([
    ['12', ',', 12],
    ['-3.5', ';', -3.5],
    ['41,7', ';', 41.7],
    ['41,75', ',', 41.75],
    ['1,234', ';', 1.234],
    ['1,234', '\t', 1.234],
    ['1,234', ',', 'ambiguous'],
    ['12 450,5', ';', 12450.5],
    ['12\u202f450', ';', 12450],
    ['1 2', ';', null],
    ['41,7 %', ';', null],
    ['1,2,3', ';', null],
    ['', ';', null],
  ] as const)('%j between %j is %j', (cell, delimiter, value) => expect(numberIn(cell, delimiter)).toBe(value))
})
