import { createHash as createNodeHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHash } from '../../../reports/verifier/crypto.js'

function hexOf(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return Buffer.from(hash.digest()).toString('hex')
}

describe('SHA-256 of the page', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %j is that of the examples of FIPS 180', (text, hash) => {
    expect(hexOf(Buffer.from(text))).toBe(hash)
  })

  it('is that of the run-time for any bytes in any parts, around every block bound', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 4 }), (parts) => {
        expect(hexOf(...parts)).toBe(createNodeHash('sha256').update(Buffer.concat(parts)).digest('hex'))
      }),
    )
    for (let length = 50; length < 140; length += 1) {
      const bytes = new Uint8Array(length).fill(length)
      expect(hexOf(bytes)).toBe(createNodeHash('sha256').update(bytes).digest('hex'))
    }
  })
})
