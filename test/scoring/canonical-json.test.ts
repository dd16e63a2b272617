import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../src/scoring/canonical-json.js'

describe('canonicalJson', () => {
  it('orders keys and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [1, undefined, 'é'], a: { d: null, c: true }, e: undefined })).toBe(
      '{"a":{"c":true,"d":null},"b":[1,null,"é"]}',
    )
  })

  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
