/**
 * The ledger of first looks: a set counts as unseen once, before anyone has read its mistakes. A row is written when a set is first
 * measured and never changes; what is measured later stands beside it as seen.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { wilsonInterval } from '../../../src/ranking/wilson.js'

/** One figure of a first look. */
export interface FirstFigure {
  readonly measure: string
  readonly right: number
  readonly n: number
  /** Wilson interval of the share, 95 %. */
  readonly low: number
  readonly high: number
}

/** The first look at a set. */
export interface FirstLook {
  /** Day of the first look, YYYY-MM-DD. */
  readonly date: string
  readonly set: string
  /** SHA-256 of the set's labels: another half of the same source is another set. */
  readonly digest: string
  /** Who wrote the set. */
  readonly writer: string
  /** What was judged: version of the reading room and hash of its weights. */
  readonly judged: string
  /** What must be known to believe the figures (half used for tuning, mistakes read since …); empty where nothing. */
  readonly note: string
  readonly figures: readonly FirstFigure[]
}

const FILE = 'docs/unseen.json'

/** All first looks, oldest first. */
export function readLedger(): readonly FirstLook[] {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as FirstLook[]) : []
}

/** A figure with its interval. */
export function figure(measure: string, right: number, n: number): FirstFigure {
  const { low, high } = wilsonInterval(right, Math.max(1, n))
  return { measure, right, n, low: Number(low.toFixed(4)), high: Number(high.toFixed(4)) }
}

/** The first look at a set: the one that is known, else this one, which is written down. */
export function firstLook(look: FirstLook): { readonly first: FirstLook; readonly seen: boolean } {
  const ledger = readLedger()
  const known = ledger.find(({ set, digest }) => set === look.set && digest === look.digest)
  if (known) return { first: known, seen: true }
  writeFileSync(FILE, `${JSON.stringify([...ledger, look], null, 2)}\n`)
  return { first: look, seen: false }
}
