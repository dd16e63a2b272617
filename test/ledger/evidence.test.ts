/** Evidence at rest: what goes in comes out, with or without a key, and tampering is seen. */
import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packEvidence, parseEvidenceKey, unpackEvidence } from '../../src/ledger/evidence.js'

const key = parseEvidenceKey('0123456789abcdef'.repeat(4))
const other = parseEvidenceKey('fedcba9876543210'.repeat(4))
const hashOf = (raw: Uint8Array) => createHash('sha256').update(raw).digest('hex')

describe('evidence', () => {
  it.each([null, key])('comes out as it went in (key %#)', (used) =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (raw) => {
        expect(Buffer.compare(unpackEvidence(hashOf(raw), packEvidence(raw, used), used), Buffer.from(raw))).toBe(0)
      }),
    ))

  it('is smaller when it repeats itself, and cannot be read without the key', () => {
    const raw = Buffer.from('Bonjour Claire, '.repeat(500))
    const packed = packEvidence(raw, key)
    expect(packed.bytes.length).toBeLessThan(raw.length / 10)
    expect(packEvidence(Buffer.from('Bonjour'), key).bytes.toString('latin1')).not.toContain('Bonjour')
    expect(() => unpackEvidence(hashOf(raw), packed, null)).toThrow(`is encrypted with key ${key?.id}`)
    expect(() => unpackEvidence(hashOf(raw), packed, other)).toThrow(`holds key ${other?.id}`)
  })

  it('is known to be tampered with when a bit differs', () => {
    const raw = Buffer.from('Bonjour Claire, '.repeat(500))
    for (const used of [null, key]) {
      const packed = packEvidence(raw, used)
      const bytes = Buffer.from(packed.bytes)
      bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1
      expect(() => unpackEvidence(hashOf(raw), { ...packed, bytes }, used)).toThrow(
        /cannot be opened|not those that came in/,
      )
    }
    expect(() => unpackEvidence(hashOf(Buffer.from('else')), packEvidence(raw, null), null)).toThrow(
      'not those that came in',
    )
  })

  it('needs a key of 64 hexadecimal digits, or none', () => {
    expect(parseEvidenceKey(undefined)).toBeNull()
    expect(parseEvidenceKey('')).toBeNull()
    expect(() => parseEvidenceKey('secret')).toThrow('64 hexadecimal digits')
  })
})
