/** Makes the seal of an edition, and the leaves that the ledger gives now for comparing: figures first, then the rows as they are stored. */
import type { Ledger } from '../ledger/ledger.js'
import { type RowLeaf, rowLeaves } from './row-leaves.js'
import { editionLeaves, inSealOrder, type Leaf, leafKey, type Seal, sealRoot } from './seal.js'

/** What an edition is sealed with beside its own rows. */
interface SealDetails {
  /** Names of analyses. */
  readonly analyses: readonly string[]
  /** Edition against which movement is measured; null where there is none. */
  readonly previous: string | null
}

/** Makes the seal of an edition from the ledger as it stands; the edition is published already, in the same transaction. */
export function makeSeal(ledger: Ledger, edition: string, details: SealDetails): Seal {
  const rows = rowLeaves(ledger, edition).map(({ kind, id, hash }): Leaf => ({ kind, id, hash }))
  const leaves = inSealOrder([...editionLeaves(ledger, edition, details), ...rows])
  return { version: 2, edition, root: sealRoot(leaves), leaves }
}

/**
 * The leaves that the ledger gives now, to compare with those of a seal. A seal of version 1 holds no rows; series imported after
 * sealing are no part of any.
 */
export function currentLeaves(ledger: Ledger, seal: Seal, details: SealDetails): readonly (Leaf | RowLeaf)[] {
  const figures = editionLeaves(ledger, seal.edition, details)
  if (seal.version === 1) return figures
  const sealed = new Set(seal.leaves.map(leafKey))
  const rows = rowLeaves(ledger, seal.edition).filter(
    (leaf) => !leaf.id.startsWith('history_rows ') || sealed.has(leafKey(leaf)),
  )
  return [...figures, ...rows]
}
