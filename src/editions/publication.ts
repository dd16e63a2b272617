/**
 * What a published folder says of itself: every file with its hash, a Merkle root over them, and a statement that ties this root
 * to the seal of the ledger, signed by the operator's key where there is one. Pure: the same files give the same manifest.
 */
import { canonicalJson } from '../scoring/canonical-json.js'
import { inclusionProof, merkleRoot, rootOfProof, sha256Hex, utf8 } from './merkle.js'

/** Name of the manifest in a published folder; it is the only file that it does not list. */
export const MANIFEST_FILE = 'manifest.json'

/** Said of a folder whose statement nobody signed. */
export const UNSIGNED =
  'not signed: whoever can change the files can change this manifest with them; compare its root with one that was made known elsewhere'

/** One published file. */
export interface PublishedFile {
  /** Path inside the folder, with `/`. */
  readonly path: string
  readonly content: string | Uint8Array
}

/** One file of a manifest. */
export interface ManifestFile {
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** Of its bytes, in hex. */
  readonly sha256: string
}

/** What is signed. */
export interface PublicationStatement {
  readonly format: 'replymark-publication-1'
  readonly study: string
  readonly edition: string
  /** 1 for the first folder of an edition; another version of the program may write other pages of the same figures. */
  readonly revision: number
  /** `filesRoot` of the revision before; null for the first. */
  readonly previous: string | null
  /** When the edition was published, milliseconds since 1970, UTC. */
  readonly publishedAt: number
  /** Root of the seal over the ledger, in hex. */
  readonly sealRoot: string
  /** Merkle root over the files in the order of their paths, in hex. */
  readonly filesRoot: string
  /** Number of files. */
  readonly files: number
  /** Chain of the audit log when it was signed, in hex (../ledger/audit-chain.ts): the log cannot be cut or rewritten before it. */
  readonly auditChain: string | null
  /** ed25519 public key of the operator (RFC 8032), 32 bytes in base64url; null where nobody signs. */
  readonly publicKey: string | null
}

/** A manifest as stored and published. */
export interface Publication {
  readonly statement: PublicationStatement
  /** ed25519 over `signedBytes`, in base64url; null where nobody signed. */
  readonly signature: string | null
  /** What a reader of the file should know of its signature. */
  readonly note: string
  /** RFC 3161 time-stamp token over `stampedBytes`, DER in base64; null where no authority is configured. */
  readonly timestamp: string | null
  /** By path. */
  readonly files: readonly (ManifestFile & {
    /** Hashes from this file's line to `filesRoot` (RFC 6962 §2.1.1), in hex: proves the file without the others. */
    readonly proof: readonly string[]
  })[]
}

function contentBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? utf8(content) : content
}

/** Size and hash of files, in the order of their paths. */
export function manifestFiles(files: readonly PublishedFile[]): readonly ManifestFile[] {
  return files
    .map(({ path, content }) => {
      const bytes = contentBytes(content)
      return { path, size: bytes.length, sha256: sha256Hex(bytes) }
    })
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

function lineOf({ path, size, sha256 }: ManifestFile): Uint8Array {
  return utf8(canonicalJson({ path, sha256, size }))
}

/** Root over files, in hex. */
export function filesRootOf(files: readonly ManifestFile[]): string {
  return merkleRoot(files.map(lineOf))
}

/** Files with their proofs. */
export function provenFiles(files: readonly ManifestFile[]): Publication['files'] {
  const lines = files.map(lineOf)
  return files.map((file, index) => ({ ...file, proof: inclusionProof(lines, index) }))
}

/** Bytes that are signed: a name of the use, so that no signature made for something else fits, and the statement. */
export function signedBytes(statement: PublicationStatement): Uint8Array {
  return utf8(`replymark publication\n${canonicalJson(statement)}`)
}

/** Bytes whose hash a time-stamping authority dates: the statement with its signature. */
export function stampedBytes(statement: PublicationStatement, signature: string | null): Uint8Array {
  return utf8(`replymark time\n${canonicalJson({ statement, signature })}`)
}

/** One file that is not as the manifest says. */
export interface FileDifference {
  readonly path: string
  readonly how: 'changed' | 'missing' | 'added'
}

/** Compares files with a manifest, in the order of their paths. */
export function compareFiles(
  published: readonly ManifestFile[],
  found: readonly PublishedFile[],
): readonly FileDifference[] {
  const there = new Map(
    manifestFiles(found.filter(({ path }) => path !== MANIFEST_FILE)).map((file) => [file.path, file]),
  )
  const listed = new Set(published.map(({ path }) => path))
  return [
    ...published.flatMap(({ path, sha256, size }): FileDifference[] => {
      const file = there.get(path)
      if (!file) return [{ path, how: 'missing' }]
      return file.sha256 === sha256 && file.size === size ? [] : [{ path, how: 'changed' }]
    }),
    ...[...there.keys()].filter((path) => !listed.has(path)).map((path): FileDifference => ({ path, how: 'added' })),
  ].toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

const HEX = /^[0-9a-f]{64}$/

/** True for a value with the shape of a manifest: it may come from anybody. */
export function isPublication(value: unknown): value is Publication {
  const record = (one: unknown): one is Record<string, unknown> =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
  if (!record(value) || !record(value.statement) || !Array.isArray(value.files)) return false
  const { statement, signature, timestamp, note } = value
  const textOrNull = (one: unknown) => one === null || typeof one === 'string'
  return (
    statement.format === 'replymark-publication-1' &&
    [statement.study, statement.edition, statement.sealRoot, statement.filesRoot, note].every(
      (one) => typeof one === 'string',
    ) &&
    [statement.publicKey, statement.previous, statement.auditChain, signature, timestamp].every(textOrNull) &&
    [statement.revision, statement.publishedAt, statement.files].every(Number.isSafeInteger) &&
    value.files.every(
      (file: unknown) =>
        record(file) &&
        typeof file.path === 'string' &&
        Number.isSafeInteger(file.size) &&
        HEX.test(String(file.sha256)) &&
        Array.isArray(file.proof) &&
        file.proof.every((step) => HEX.test(String(step))),
    )
  )
}

/** A manifest as the bytes of its file: whoever has the same manifest writes the same text. */
export function publicationText({ statement, signature, note, timestamp, files }: Publication): string {
  const { format, study, edition, revision, previous, publishedAt, sealRoot, filesRoot, publicKey, auditChain } =
    statement
  const ordered = {
    statement: {
      format,
      study,
      edition,
      revision,
      previous,
      publishedAt,
      sealRoot,
      filesRoot,
      files: statement.files,
      auditChain,
      publicKey,
    },
    signature,
    note,
    timestamp,
    files: files.map(({ path, size, sha256, proof }) => ({ path, size, sha256, proof })),
  }
  return `${JSON.stringify(ordered, null, 1)}\n`
}

/** What is wrong with a manifest in itself, one sentence; null where its list, proofs and statement fit. */
export function manifestDifference({ statement, signature, note, files }: Publication): string | null {
  if (files.length !== statement.files)
    return `${MANIFEST_FILE}: it lists ${files.length} files, its statement says ${statement.files}`
  if (filesRootOf(files) !== statement.filesRoot) return `${MANIFEST_FILE}: its list of files does not give its root`
  const unproven = files.findIndex(
    (file, index) => rootOfProof(lineOf(file), index, files.length, file.proof) !== statement.filesRoot,
  )
  if (unproven >= 0) return `${MANIFEST_FILE}: the proof of ${files[unproven]!.path} does not lead to its root`
  if ((signature === null) !== (statement.publicKey === null))
    return `${MANIFEST_FILE}: it names a key and has no signature, or the other way round`
  if (note !== noteOf(statement.publicKey)) return `${MANIFEST_FILE}: its note does not say what is so`
  return null
}

/** What a manifest says of its signature. */
export function noteOf(publicKey: string | null): string {
  return publicKey === null ? UNSIGNED : `signed with ed25519 by the key ${publicKey}`
}
