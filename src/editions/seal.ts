/**
 * The seal of a published edition: one hash of everything its figures rest on (docs/design.md, promise 4). Every thing is a leaf
 * with a name and a hash; the root is a Merkle tree over the leaves (./merkle.ts), so that a single leaf can be proved without
 * the others. The seal holds hashes and ids only.
 */
import type { Assessment } from '../domain/assessment.js'
import type { Ledger } from '../ledger/ledger.js'
import { canonicalJson } from '../scoring/canonical-json.js'
import { merkleRoot, sha256Hex, utf8 } from './merkle.js'

/** What a leaf stands for. */
export type LeafKind =
  | 'configuration'
  | 'grid'
  | 'probe'
  | 'evidence'
  | 'reading'
  | 'match'
  | 'assessment'
  | 'review'
  | 'analysis'
  | 'standing'
  | 'previous-standings'
  | 'row'
  | 'words'

/** One sealed thing. */
export interface Leaf {
  readonly kind: LeafKind
  /** Names it within its kind: probe id, message hash, brand … */
  readonly id: string
  /** SHA-256 in hex of its canonical JSON. */
  readonly hash: string
  /** Hashes of its parts, shortened to 12 hex digits, so that a change can be pinned down: criterion → hash. */
  readonly parts?: Readonly<Record<string, string>>
}

/** Names a leaf among all of a seal. */
export function leafKey({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind} ${id}`
}

/** The seal as stored and published. */
export interface Seal {
  /** Version 1 sealed figures and what they rest on; version 2 seals the rows of the ledger as well. */
  readonly version: 1 | 2
  readonly edition: string
  /** Merkle root in hex over the leaves in their order. */
  readonly root: string
  /** In the order of kinds above, then by id. */
  readonly leaves: readonly Leaf[]
}

const ORDER: readonly LeafKind[] = [
  'configuration',
  'grid',
  'probe',
  'evidence',
  'reading',
  'match',
  'assessment',
  'review',
  'analysis',
  'standing',
  'previous-standings',
  'row',
  'words',
]

/** SHA-256 in hex of a value's canonical JSON. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value))
}

/** Root over sealed things: each leaf's bytes are its canonical JSON. */
export function sealRoot(leaves: readonly Leaf[]): string {
  return merkleRoot(leaves.map((leaf) => utf8(canonicalJson(leaf))))
}

function assessmentLeaf(assessment: Assessment): Leaf {
  const { findings, ...rest } = assessment
  const parts = Object.fromEntries(findings.map((finding) => [finding.criterion, hashOf(finding).slice(0, 12)]))
  return {
    kind: 'assessment',
    id: assessment.probe,
    hash: hashOf(assessment),
    parts: { ...parts, mark: hashOf(rest).slice(0, 12) },
  }
}

/** Messages of an edition's exchanges and strangers at its addresses: evidence, readings, matches. */
function messageLeaves(ledger: Ledger, edition: string): Leaf[] {
  const leaves = new Map<string, Leaf>()
  const add = (probe: string, role: string, received: ReturnType<Ledger['matches']['strangers']>[number]) => {
    const { message, reading } = received
    const { hash, receivedAt, receivedFrom, size } = message
    leaves.set(`evidence ${hash}`, {
      kind: 'evidence',
      id: hash,
      hash: hashOf({ hash, receivedAt, receivedFrom, size }),
    })
    leaves.set(`reading ${hash}`, { kind: 'reading', id: hash, hash: hashOf(reading) })
    leaves.set(`match ${probe} ${hash}`, { kind: 'match', id: `${probe} ${hash}`, hash: hashOf({ probe, hash, role }) })
  }
  for (const { probe, messages } of ledger.matches.exchanges(edition))
    for (const received of messages) add(probe.id, 'answer', { ...received, probe: probe.id })
  for (const received of ledger.matches.strangers(edition)) add(received.probe, 'stranger', received)
  return [...leaves.values()]
}

/** Everything that an edition's figures rest on, as leaves in their order; ./row-leaves.ts adds the rows as they are stored. */
export function editionLeaves(
  ledger: Ledger,
  edition: string,
  details: { readonly analyses: readonly string[]; readonly previous: string | null },
): readonly Leaf[] {
  const { configuration, publishedAt } = ledger.editions.require(edition)
  const { grid, ...rest } = configuration
  const leaves: Leaf[] = [
    { kind: 'configuration', id: edition, hash: hashOf(rest) },
    { kind: 'grid', id: `${grid.id} version ${grid.version}`, hash: hashOf(grid) },
    ...ledger.probes.ofEdition(edition).map((probe): Leaf => {
      const { id, brand, scenario, persona, variant, recipient, token, state, sentAt, messageId, mail } = probe
      const sealed = { id, brand, scenario, persona, variant, recipient, token, state, sentAt, messageId, mail }
      return { kind: 'probe', id, hash: hashOf(sealed) }
    }),
    ...messageLeaves(ledger, edition),
    ...ledger.assessments.ofEdition(edition).map(assessmentLeaf),
    ...ledger.reviews
      .list({ edition })
      // A doubt about a message that came after publication is no part of the edition.
      .filter((review) => publishedAt === null || review.openedAt <= publishedAt)
      .map((review): Leaf => {
        const { decision: _, ...item } = review
        const decisions = ledger.reviews.decisionsOf(review.id)
        return { kind: 'review', id: review.id, hash: hashOf({ item, decisions }) }
      }),
    ...details.analyses.map((name): Leaf => {
      return { kind: 'analysis', id: name, hash: hashOf(ledger.standings.analysis(edition, name)) }
    }),
    ...ledger.standings.ofEdition(edition).map((standing): Leaf => {
      return { kind: 'standing', id: standing.brand, hash: hashOf(standing) }
    }),
    ...(details.previous === null
      ? []
      : [
          {
            kind: 'previous-standings' as const,
            id: details.previous,
            hash: hashOf(ledger.standings.ofEdition(details.previous)),
          },
        ]),
  ]
  return inSealOrder(leaves)
}

/** Leaves in the order in which the root is computed over them: by kind, then by id. */
export function inSealOrder(leaves: readonly Leaf[]): readonly Leaf[] {
  const place = new Map(ORDER.map((kind, index) => [kind, index]))
  return leaves.toSorted((a, b) => place.get(a.kind)! - place.get(b.kind)! || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
