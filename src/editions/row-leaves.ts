/**
 * Leaves of a seal for the ledger's rows as they are stored (../ledger/sealed-rows.ts): title, order, states, reasons, imported
 * history. Words that a person may have erased are leaves of their own, hashed with their row, so that nobody tries out names.
 */
import { ERASED, ERASED_AUTHOR } from '../ledger/erased-forms.js'
import type { Ledger } from '../ledger/ledger.js'
import { hashOf, type Leaf } from './seal.js'

/** True for words as they are after an erasure. */
function emptied(value: unknown): boolean {
  if (value === null || value === ERASED || value === ERASED_AUTHOR) return true
  // Candidates of a match keep everything but what was seen.
  if (typeof value !== 'string' || !value.startsWith('[')) return false
  const candidates = JSON.parse(value) as readonly { readonly seen?: unknown }[]
  return candidates.every(({ seen }) => seen === '')
}

/** A leaf of the ledger's rows. */
export interface RowLeaf extends Leaf {
  /** True for words that stand in their emptied form and are written down as erased. */
  readonly erased: boolean
}

/** Leaves of all rows of an edition. */
export function rowLeaves(ledger: Ledger, edition: string): readonly RowLeaf[] {
  const erasures = new Set(ledger.erasures.list().map(({ kind, id }) => `${kind} ${id}`))
  return ledger.sealedRows.ofEdition(edition).flatMap(({ table, rows }) => {
    const groups = Map.groupBy(rows, ({ key }) => key)
    const stored = [...groups].map(([key, group]): RowLeaf => {
      const hash = hashOf(group.map(({ sealed }) => sealed))
      return { kind: 'row', id: `${table.table} ${key}`, hash, erased: false }
    })
    const words = table.words.flatMap(({ column, kind }) =>
      rows.map(({ key, sealed, words: held }): RowLeaf => {
        const erased = erasures.has(`${kind} ${key}`) && emptied(held[column])
        return { kind: 'words', id: `${table.table} ${key} ${column}`, hash: hashOf([sealed, held[column]]), erased }
      }),
    )
    return [...stored, ...words]
  })
}
