/** Bytes to text with missing, wrong and unknown charsets. */
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/text/charset.js'

const FRENCH = 'Votre colis a été livré à Noël ; ça coûte 12 €, œuvre d’art.'

describe('decodeText', () => {
  it.each([
    ['utf-8', 'utf-8', FRENCH],
    ['utf-8', null, FRENCH],
    ['utf-8', 'iso-8859-1', FRENCH],
    ['utf-8', 'us-ascii', FRENCH],
    ['utf-8', 'x-unknown-charset', FRENCH],
    ['windows-1252', 'windows-1252', FRENCH],
    ['windows-1252', 'iso-8859-1', FRENCH],
    ['windows-1252', null, FRENCH],
    ['windows-1252', 'utf-8', FRENCH],
    ['windows-1252', '"CP1252"', FRENCH],
    ['iso-8859-15', 'ISO-8859-15', 'Le prix est de 12 € à Sète.'],
    ['utf-7', 'utf-7', FRENCH],
    ['utf-16le', 'utf-16le', FRENCH],
    ['macintosh', 'macintosh', 'Votre colis a été livré à Noël.'],
    ['cp850', 'cp850', 'Votre colis a été livré.'],
    ['shift_jis', 'shift_jis', '在庫がございます。'],
    ['euc-jp', 'euc-jp', '在庫がございます。'],
    ['gb18030', 'gb2312', '谢谢您的来信。'],
    ['koi8-r', 'koi8-r', 'Спасибо за письмо.'],
  ])('reads %s bytes labelled %s', (encoding, label, text) => {
    expect(decodeText(iconv.encode(text, encoding), label)).toBe(text)
  })

  it('reads ISO-2022-JP with and without its label', () => {
    const bytes = Buffer.from('\u001b$B:_8K\u001b(B OK', 'latin1')
    expect(decodeText(bytes, 'iso-2022-jp')).toBe('在庫 OK')
    expect(decodeText(bytes, null)).toBe('在庫 OK')
  })

  it('obeys a byte order mark', () => {
    expect(decodeText(Buffer.from(`\ufeff${FRENCH}`, 'utf8'), 'iso-8859-1')).toBe(FRENCH)
    expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(FRENCH, 'utf16le')]), null)).toBe(FRENCH)
  })

  it('keeps UTF-8 that was cut in the middle of a character', () => {
    const bytes = Buffer.from(`${FRENCH} é`, 'utf8')
    expect(decodeText(bytes.subarray(0, -1), 'utf-8')).toContain(FRENCH)
  })

  it('leaves mojibake that the sender wrote himself', () => {
    expect(decodeText(Buffer.from('reÃ§u', 'utf8'), 'utf-8')).toBe('reÃ§u')
  })

  it('never throws, and any text in UTF-8 comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.option(fc.string({ maxLength: 20 })), (bytes, label) => {
        expect(typeof decodeText(bytes, label)).toBe('string')
      }),
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 100, unit: 'grapheme' }), (text) => {
        fc.pre(!['\u001b', '\ufeff', '\0'].some((sign) => text.includes(sign)))
        expect(decodeText(Buffer.from(text, 'utf8'), 'utf-8')).toBe(text)
      }),
    )
  })
})
