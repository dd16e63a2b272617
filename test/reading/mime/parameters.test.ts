/** Structured header values, RFC 2045 and 2231. */
import { describe, expect, it } from 'vitest'
import { parseStructuredValue } from '../../../src/reading/mime/parameters.js'

function parameter(text: string, name: string): string | undefined {
  return parseStructuredValue(text).parameters.get(name)
}

describe('parseStructuredValue', () => {
  it.each([
    ['text/plain; charset=utf-8', 'charset', 'utf-8'],
    ['text/plain; CHARSET="utf-8"', 'charset', 'utf-8'],
    ['multipart/mixed; boundary="a;b \\"c\\""', 'boundary', 'a;b "c"'],
    ['multipart/mixed; boundary=a; boundary=b', 'boundary', 'a'],
    ['multipart/mixed (a comment; boundary=x); boundary=y', 'boundary', 'y'],
    ['multipart/mixed; boundary=AAA (not closed', 'boundary', 'AAA (not closed'],
    ["attachment; filename*=utf-8''Devis%20po%C3%AAle.pdf", 'filename', 'Devis poêle.pdf'],
    ["attachment; filename*0*=iso-8859-1''%E9t; filename*1*=%E9.pdf", 'filename', 'été.pdf'],
    ['attachment; filename*0="devis "; filename*1="final.pdf"', 'filename', 'devis final.pdf'],
    ['attachment; filename="=?utf-8?B?w6l0w6kucGRm?="', 'filename', 'été.pdf'],
    ['attachment; filename=a b.pdf', 'filename', 'a b.pdf'],
  ])('%s gives %s', (text, name, expected) => {
    expect(parameter(text, name)).toBe(expected)
  })

  it('gives an empty value for an empty text', () => {
    expect(parseStructuredValue('')).toEqual({ value: '', parameters: new Map() })
  })
})
