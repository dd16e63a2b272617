/**
 * Merkle tree hash and inclusion proofs over byte strings as RFC 6962 §2.1 builds them (SHA-256; leaves and nodes are told apart
 * by a first byte). Runs in the program and in the verifiers that stand beside published files.
 */
import { createHash } from 'node:crypto'

const LEAF_PREFIX = Uint8Array.of(0)
const NODE_PREFIX = Uint8Array.of(1)

function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Bytes in lower-case hex. */
function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Bytes of hex. */
function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

/** UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** SHA-256 of bytes, or of a text's UTF-8 bytes, in hex. */
export function sha256Hex(content: string | Uint8Array): string {
  return hexOf(sha256(typeof content === 'string' ? utf8(content) : content))
}

/** The largest power of two smaller than a number of leaves. */
function splitOf(leaves: number): number {
  let split = 1
  while (split * 2 < leaves) split *= 2
  return split
}

function rootBetween(leaves: readonly Uint8Array[], start: number, end: number): Uint8Array {
  if (end - start === 0) return sha256()
  if (end - start === 1) return sha256(LEAF_PREFIX, leaves[start]!)
  const split = splitOf(end - start)
  return sha256(NODE_PREFIX, rootBetween(leaves, start, start + split), rootBetween(leaves, start + split, end))
}

/** Merkle tree hash, in hex; the hash of nothing for no leaves. */
export function merkleRoot(leaves: readonly Uint8Array[]): string {
  return hexOf(rootBetween(leaves, 0, leaves.length))
}

/** Hashes that lead from one leaf to the root (RFC 6962 §2.1.1), from the leaf upwards, in hex. */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): readonly string[] {
  const path = (start: number, end: number): Uint8Array[] => {
    if (end - start <= 1) return []
    const middle = start + splitOf(end - start)
    return index < middle
      ? [...path(start, middle), rootBetween(leaves, middle, end)]
      : [...path(middle, end), rootBetween(leaves, start, middle)]
  }
  return path(0, leaves.length).map(hexOf)
}

/**
 * The root that a leaf and its proof give (RFC 9162 §2.1.3.2), in hex; null where the proof has not the length of the tree.
 * @param index place of the leaf, from 0
 * @param size number of leaves
 */
export function rootOfProof(leaf: Uint8Array, index: number, size: number, proof: readonly string[]): string | null {
  if (!(index >= 0 && index < size)) return null
  let [node, last] = [index, size - 1]
  let hash = sha256(LEAF_PREFIX, leaf)
  for (const step of proof) {
    if (last === 0) return null
    const sibling = bytesOf(step)
    if (node % 2 === 1 || node === last) {
      hash = sha256(NODE_PREFIX, sibling, hash)
      while (node % 2 === 0 && node > 0) {
        node = Math.floor(node / 2)
        last = Math.floor(last / 2)
      }
    } else hash = sha256(NODE_PREFIX, hash, sibling)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? hexOf(hash) : null
}
