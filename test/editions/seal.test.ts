import { describe, expect, it } from 'vitest'
import { merkleRoot } from '../../src/editions/merkle.js'
import { sealRoot } from '../../src/editions/seal.js'
import { compareSeal } from '../../src/editions/seal-differences.js'

const bytes = (...hex: string[]) => hex.map((text) => Buffer.from(text, 'hex'))

/** The eight inputs of the reference tests of Certificate Transparency, and the roots of their first n. */
const INPUTS = bytes('', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f')

describe('Merkle root', () => {
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of %i leaves is that of the reference tests of RFC 6962', (n, root) => {
    expect(merkleRoot(INPUTS.slice(0, n))).toBe(root)
  })
})

describe('differences between seals', () => {
  const leaf = (id: string, hash: string, parts?: Record<string, string>) => ({
    kind: 'assessment' as const,
    id,
    hash,
    parts,
  })

  it('are named in the order of the seal, changed before added', () => {
    const sealed = [leaf('a', '1', { x: '1', y: '1' }), leaf('b', '1')]
    const current = [leaf('a', '2', { x: '1', y: '2' }), leaf('c', '1')]
    expect(compareSeal(sealed, current, []).differences).toEqual([
      { kind: 'assessment', id: 'a', how: 'changed', parts: ['y'] },
      { kind: 'assessment', id: 'b', how: 'missing', parts: [] },
      { kind: 'assessment', id: 'c', how: 'added', parts: [] },
    ])
  })

  it('are none where erasures lead from the sealed hash to what is there, and only then', () => {
    const erasure = (hash: string, leftHash: string) => ({
      request: 'r',
      kind: 'assessment' as const,
      id: 'a',
      hash,
      leftHash,
      erasedAt: 0,
      reason: 'asked',
    })
    const sealed = [leaf('a', '1', { x: '1' })]
    const chain = [erasure('1', '2'), erasure('2', '3')]
    expect(compareSeal(sealed, [leaf('a', '3')], chain)).toEqual({ differences: [], erased: sealed })
    expect(compareSeal(sealed, [leaf('a', '2')], chain).differences).toEqual([])
    for (const wrong of [[erasure('2', '3')], [erasure('1', '2')], [{ ...chain[0]!, id: 'b' }, chain[1]!]])
      expect(compareSeal(sealed, [leaf('a', '3')], wrong).differences).toHaveLength(1)
  })

  it('change the root', () => {
    expect(sealRoot([leaf('a', '1')])).not.toBe(sealRoot([leaf('a', '2')]))
  })
})
