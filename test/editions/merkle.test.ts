import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inclusionProof, merkleRoot, rootOfProof, sha256Hex } from '../../src/editions/merkle.js'

const leaves = fc.array(fc.uint8Array({ maxLength: 12 }), { minLength: 1, maxLength: 70 })

describe('an inclusion proof', () => {
  it('leads from every leaf of every tree to its root', () => {
    fc.assert(
      fc.property(leaves, (list) => {
        const root = merkleRoot(list)
        for (const [index, leaf] of list.entries())
          expect(rootOfProof(leaf, index, list.length, inclusionProof(list, index))).toBe(root)
      }),
    )
  })

  it('leads nowhere for another leaf, another place, or a proof that is longer or shorter', () => {
    fc.assert(
      fc.property(leaves, fc.nat(), fc.uint8Array({ minLength: 13, maxLength: 14 }), (list, seed, foreign) => {
        const index = seed % list.length
        const proof = inclusionProof(list, index)
        const root = merkleRoot(list)
        expect(rootOfProof(foreign, index, list.length, proof)).not.toBe(root)
        expect(rootOfProof(list[index]!, index, list.length, [...proof, sha256Hex('x')])).not.toBe(root)
        if (proof.length > 0) expect(rootOfProof(list[index]!, index, list.length, proof.slice(1))).not.toBe(root)
        expect(rootOfProof(list[index]!, list.length, list.length, proof)).toBeNull()
      }),
    )
  })

  it('of a tree of seven is the one that RFC 6962 §2.1.3 draws', () => {
    const list = Array.from({ length: 7 }, (_, index) => Uint8Array.of(index))
    // PATH(3, D[7]) = [c, g, l]: leaf 2, the root over 0 and 1, the root over 4 to 6.
    const proof = inclusionProof(list, 3)
    expect(proof).toEqual([merkleRoot(list.slice(2, 3)), merkleRoot(list.slice(0, 2)), merkleRoot(list.slice(4, 7))])
  })
})
