/**
 * Writes the published files of an edition: made, listed in a manifest, signed and time-stamped where that is configured, kept in
 * the ledger, and only then put into their folder. Writing again gives the same bytes; where another version of the program
 * writes other pages, a new revision names the one before.
 */
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { siteFiles } from '../../reports/site.js'
import { writeFiles } from '../../reports/write-report.js'
import { ReplymarkError } from '../domain/error.js'
import type { Instant } from '../domain/time.js'
import {
  filesRootOf,
  MANIFEST_FILE,
  manifestFiles,
  noteOf,
  type Publication,
  type PublicationStatement,
  provenFiles,
  publicationText,
  signedBytes,
  stampedBytes,
} from '../editions/publication.js'
import { newestPublication, PUBLISH_FILES } from '../editions/publication-check.js'
import { parseSigningKey, SIGNING_KEY_VARIABLE } from '../editions/signing-key.js'
import { askForTimestamp, TIMESTAMP_VARIABLE } from '../editions/timestamp.js'
import type { Ledger } from '../ledger/ledger.js'

/** What writing needs. */
export interface SitePublishing {
  readonly ledger: Ledger
  /** A published edition. */
  readonly edition: string
  readonly folder: string
  /** Who publishes: `cli`, `user:…`. */
  readonly by: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly now: () => Instant
  /** Way to the time-stamping authority; the run-time's own by default. */
  readonly fetch?: typeof globalThis.fetch
}

/**
 * Writes the site of a published edition.
 * @returns its manifest and the number of files, the manifest among them
 * @throws ReplymarkError `conflict` where it is not published or lacks the key that signed it before, `unavailable` where the
 * authority gives no time-stamp, `usage` where the folder cannot be written
 */
export async function publishSite(options: SitePublishing): Promise<{ publication: Publication; files: number }> {
  const { ledger, edition, folder, environment, by, now, fetch = globalThis.fetch } = options
  const seal = ledger.standings.seal(edition)
  const { configuration, publishedAt } = ledger.editions.require(edition)
  if (!seal || publishedAt === null)
    throw new ReplymarkError('conflict', `Edition ${edition} is not published`, {
      place: { thing: `edition ${edition}` },
      hint: `\`replymark publish --edition ${edition}\` publishes it.`,
    })
  const key = parseSigningKey(environment[SIGNING_KEY_VARIABLE])
  const before = newestPublication(ledger, edition)
  const signedBy = before?.statement.publicKey ?? null
  if (signedBy !== null && signedBy !== key?.publicKey)
    throw new ReplymarkError('conflict', `The files of edition ${edition} were signed by the key ${signedBy}`, {
      place: { thing: `edition ${edition}` },
      hint: `Set ${SIGNING_KEY_VARIABLE} to that key to write them again.`,
    })
  const publicKey = key?.publicKey ?? null
  const files = await siteFiles(ledger, edition, publicKey)
  const listed = manifestFiles(files)
  const statement: PublicationStatement = {
    format: 'replymark-publication-1',
    study: configuration.study.id,
    edition,
    revision: (before?.statement.revision ?? 0) + 1,
    previous: before?.statement.filesRoot ?? null,
    publishedAt,
    sealRoot: seal.root,
    filesRoot: filesRootOf(listed),
    files: listed.length,
    auditChain: ledger.audit.newest(1)[0]?.chain ?? null,
    publicKey,
  }
  const same = before !== null && before.statement.filesRoot === statement.filesRoot && signedBy === publicKey
  const publication = same ? before : await stamped(statement)
  if (!same)
    ledger.transaction(() => {
      ledger.publications.add(edition, statement.revision, publication, now())
      ledger.audit.add({
        at: now(),
        actor: by,
        action: PUBLISH_FILES,
        target: `edition ${edition}`,
        details: { root: statement.filesRoot, revision: statement.revision },
      })
    })
  const manifest = { path: MANIFEST_FILE, contentType: 'application/json', content: publicationText(publication) }
  await writeFiles([...files, manifest], folder)
  // Files of the revision before that this one has not: left there they would be no part of any manifest.
  const current = new Set(listed.map(({ path }) => path))
  for (const { path } of before?.files ?? []) if (!current.has(path)) await rm(join(folder, path), { force: true })
  return { publication, files: files.length + 1 }

  async function stamped(said: PublicationStatement): Promise<Publication> {
    const signature = key?.sign(signedBytes(said)) ?? null
    const url = environment[TIMESTAMP_VARIABLE]
    const token = url
      ? await askForTimestamp(stampedBytes(said, signature), { url, fetch, nonce: randomBytes(8) })
      : null
    return {
      statement: said,
      signature,
      note: noteOf(said.publicKey),
      timestamp: token === null ? null : Buffer.from(token).toString('base64'),
      files: provenFiles(listed),
    }
  }
}
