/** Checks what the ledger holds of an edition's publications: each manifest in itself, its signature, its time-stamp, their order. */
import type { StoredEdition } from '../ledger/editions.js'
import type { Ledger } from '../ledger/ledger.js'
import { canonicalJson } from '../scoring/canonical-json.js'
import { checkSignature } from './check-signature.js'
import {
  isPublication,
  manifestDifference,
  type Publication,
  publicationText,
  signedBytes,
  stampedBytes,
} from './publication.js'
import { readTimestamp, timestampDifference } from './timestamp.js'

/** Name of the audit log's entries on published files. */
export const PUBLISH_FILES = 'publish-files'

/** The newest publication of an edition; null where its files were never written. */
export function newestPublication(ledger: Ledger, edition: string): Publication | null {
  const newest = ledger.publications.ofEdition(edition).at(-1)?.publication
  return isPublication(newest) ? newest : null
}

/**
 * What is wrong with a manifest, one sentence; null where nothing is. `unknown` signatures are for those who run where the
 * algorithm is missing: here it is there.
 */
export async function publicationDifference(publication: Publication): Promise<string | null> {
  const own = manifestDifference(publication)
  if (own) return own
  const { statement, signature, timestamp } = publication
  if (signature !== null && statement.publicKey !== null) {
    const state = await checkSignature(signedBytes(statement), signature, statement.publicKey)
    if (state !== 'valid') return `the signature of the published files is ${state}`
  }
  if (timestamp === null) return null
  return timestampDifference(Buffer.from(timestamp, 'base64'), stampedBytes(statement, signature))
}

/** One sentence on who signed, and one on when, for people. */
export function signatureInWords({ statement, signature, timestamp }: Publication): readonly string[] {
  const read = timestamp === null ? null : readTimestamp(Buffer.from(timestamp, 'base64'))
  return [
    signature === null
      ? 'the published files are not signed: compare the root of their manifest with one that was made known elsewhere'
      : `the published files are signed by the key ${statement.publicKey}`,
    ...(read
      ? [
          `a time-stamping authority saw their manifest at ${read.time}; its own signature is checked by \`openssl ts -verify\``,
        ]
      : []),
  ]
}

/** True where an entry before this one ends the chain that was signed. */
function chainBefore(ledger: Ledger, sequence: number, chain: string): boolean {
  const entry = ledger.audit.ofChain(chain)
  return entry !== null && entry.sequence < sequence
}

/** What is wrong with the stored publications of an edition, one sentence; null where nothing is. */
export async function storedPublicationsDifference(
  ledger: Ledger,
  { id, configuration, publishedAt }: StoredEdition,
  sealRoot: string,
): Promise<string | null> {
  const stored = ledger.publications.ofEdition(id)
  const said = ledger.audit
    .ofTarget(`edition ${id}`)
    .filter(({ action }) => action === PUBLISH_FILES)
    .toReversed()
  if (said.length !== stored.length)
    return `the publications of edition ${id}: the audit log tells of ${said.length}, the ledger holds ${stored.length}`
  let previous: string | null = null
  for (const [index, { revision, publication }] of stored.entries()) {
    const what = `publication ${revision} of edition ${id}`
    if (revision !== index + 1) return `${what}: its number is not the next one`
    if (
      !isPublication(publication) ||
      canonicalJson(JSON.parse(publicationText(publication))) !== canonicalJson(publication)
    )
      return `${what}: it is no manifest`
    const { statement } = publication
    const expected = { study: configuration.study.id, edition: id, revision, previous, publishedAt, sealRoot }
    if (canonicalJson({ ...statement, ...expected }) !== canonicalJson(statement))
      return `${what}: its statement is not about this edition as it is sealed`
    const difference = await publicationDifference(publication)
    if (difference) return `${what}: ${difference}`
    if (statement.auditChain !== null && !chainBefore(ledger, said[index]!.sequence, statement.auditChain))
      return `${what}: the audit log before it is not the one that was signed`
    if ((said[index]!.details as { readonly root?: unknown } | null)?.root !== statement.filesRoot)
      return `${what}: the audit log names another root`
    previous = statement.filesRoot
  }
  return null
}
