/**
 * Compares a seal with the ledger. A leaf of which something was erased on a person's request counts as unchanged where the
 * written-down erasures lead from the sealed hash to what is there now, hash by hash; how many there are is always said.
 */
import type { Erasure } from '../ledger/erasures.js'
import type { RowLeaf } from './row-leaves.js'
import { type Leaf, type LeafKind, leafKey } from './seal.js'

/** How a sealed thing differs from the ledger. */
export interface SealDifference {
  readonly kind: LeafKind
  readonly id: string
  /** `changed`, `missing` from the ledger, or `added` to it. */
  readonly how: 'changed' | 'missing' | 'added'
  /** Names of the parts that changed; empty where the whole did or none is known. */
  readonly parts: readonly string[]
}

/** A seal beside the ledger. */
export interface SealComparison {
  /** In the order of the seal. */
  readonly differences: readonly SealDifference[]
  /** Leaves of which something was erased, in the order of the seal. */
  readonly erased: readonly Leaf[]
}

/** True where erasures, each beginning where another ended, lead from one hash to the other. */
function erasedInto(erasures: readonly Erasure[], from: string, to: string): boolean {
  const reached = new Set([from])
  // In the order in which they were made, one pass follows every chain.
  for (const { hash, leftHash } of erasures)
    if (hash !== null && leftHash !== null && reached.has(hash)) reached.add(leftHash)
  return reached.has(to)
}

/**
 * Compares a seal's leaves with the ledger's.
 * @param erasures everything that was erased, oldest first
 */
export function compareSeal(
  sealed: readonly Leaf[],
  current: readonly (Leaf | RowLeaf)[],
  erasures: readonly Erasure[],
): SealComparison {
  const now = new Map(current.map((leaf) => [leafKey(leaf), leaf]))
  const then = new Set(sealed.map(leafKey))
  const erasuresByLeaf = Map.groupBy(erasures, leafKey)
  const differences: SealDifference[] = []
  const erased: Leaf[] = []
  for (const leaf of sealed) {
    const { kind, id } = leaf
    const found = now.get(leafKey(leaf))
    if (!found) {
      differences.push({ kind, id, how: 'missing', parts: [] })
      continue
    }
    if (leaf.hash !== found.hash && erasedInto(erasuresByLeaf.get(leafKey(leaf)) ?? [], leaf.hash, found.hash)) {
      erased.push(leaf)
      continue
    }
    // Of words nothing but themselves is hashed with their row, and the row has a leaf of its own that must be unchanged.
    if (leaf.hash !== found.hash && kind === 'words' && 'erased' in found && found.erased) {
      erased.push(leaf)
      continue
    }
    const names = new Set([...Object.keys(leaf.parts ?? {}), ...Object.keys(found.parts ?? {})])
    const parts = [...names].filter((name) => leaf.parts?.[name] !== found.parts?.[name])
    if (leaf.hash !== found.hash || parts.length > 0) differences.push({ kind, id, how: 'changed', parts })
  }
  for (const leaf of current)
    if (!then.has(leafKey(leaf))) differences.push({ kind: leaf.kind, id: leaf.id, how: 'added', parts: [] })
  return { differences, erased }
}
