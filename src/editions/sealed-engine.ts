/** The engine that an edition was sealed with, beside the one of this program. */
import { criteria } from '../criteria/index.js'
import type { Grid } from '../domain/grid.js'
import { type EngineIdentity, type EnginePart, engineIdentity } from '../queue/engine-identity.js'
import { READING_VERSION } from '../reading/version.js'

/** Name under which it is stored with the analyses of an edition. */
export const ENGINE_ANALYSIS = 'engine'

/** What is sealed of the engine, and published. */
export interface SealedEngine extends EngineIdentity {
  readonly readingVersion: number
  /** What each criterion of the grid needs to be computed again. */
  readonly criteria: readonly { readonly id: string; readonly version: number; readonly needs: readonly string[] }[]
}

/** The engine of this program, for a grid. */
export function engineOf(grid: Grid): SealedEngine {
  const used = new Set(grid.families.flatMap((family) => family.criteria.map(({ id }) => id)))
  return {
    ...engineIdentity(),
    readingVersion: READING_VERSION,
    criteria: criteria
      .filter(({ meta }) => used.has(meta.id))
      .map(({ meta }) => ({ id: meta.id, version: meta.version, needs: [...meta.needs] })),
  }
}

/** How this program's engine differs from a sealed one. */
export interface EngineComparison {
  /** Parts with another hash; empty where the engine is the same or none was sealed. */
  readonly parts: readonly EnginePart[]
  /** Files of rules, words and weights that changed, came or went, in order. */
  readonly files: readonly string[]
}

/**
 * Compares a sealed engine with this program's.
 * @param sealed as stored; null where the edition was sealed before engines were
 */
export function compareEngine(sealed: SealedEngine | null, now: EngineIdentity): EngineComparison {
  if (sealed === null) return { parts: [], files: [] }
  const parts = Object.keys(now.parts) as EnginePart[]
  const names = [...new Set([...Object.keys(sealed.files), ...Object.keys(now.files)])]
  return {
    parts: parts.filter((part) => sealed.parts[part] !== now.parts[part]),
    files: names.filter((name) => sealed.files[name] !== now.files[name]).toSorted(),
  }
}

/** One sentence for people; null where nothing differs. */
export function engineInWords({ parts, files }: EngineComparison): string | null {
  if (parts.length === 0) return null
  const shown = files.slice(0, 5)
  const more = files.length - shown.length
  const which = files.length === 0 ? 'code alone' : `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  return `this program's engine is not the one that was sealed with it: ${parts.join(', ')} (${which})`
}
