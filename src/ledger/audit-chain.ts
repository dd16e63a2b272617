/**
 * The audit log as a hash chain: each entry holds a hash over the chain before it and over itself, so that none can be changed,
 * taken out or put in without every later one telling (Haber and Stornetta 1991, How to time-stamp a digital document). What a
 * person may have erased goes into the chain as a hash of its own, which stays.
 */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../scoring/canonical-json.js'

/** What is chained of an entry. */
export interface ChainedEntry {
  readonly sequence: number
  readonly at: number
  readonly actor: string
  readonly action: string
  readonly target: string
  readonly details: unknown
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

/** Hash over the words of an entry, together with what tells it from every other, in hex. */
export function auditWordsHash({ sequence, at, actor, action, target, details }: ChainedEntry): string {
  return hashOf([sequence, at, action, actor, target, details ?? null])
}

/**
 * The chain after an entry, in hex.
 * @param before the chain after the entry before it; null for the first
 */
export function auditChainAfter(
  before: string | null,
  { sequence, at, action }: ChainedEntry,
  wordsHash: string,
): string {
  return hashOf([before, sequence, at, action, wordsHash])
}
