/** Evidence on disk: raw bytes, compressed cheaply and encrypted when a key is given (AES-256-GCM, NIST SP 800-38D). */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { constants, deflateRawSync, inflateRawSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { ReplymarkError } from '../domain/error.js'

/** How the bytes of one piece of evidence are kept. */
export interface PackedEvidence {
  readonly compression: 'zstd' | 'deflate' | 'none'
  /** First eight hex digits of the SHA-256 of the key; null where not encrypted. */
  readonly keyId: string | null
  readonly bytes: Buffer
}

/** Key for evidence at rest. */
export interface EvidenceKey {
  readonly id: string
  readonly key: Buffer
}

/** Environment variable with the key: 64 hex digits (32 bytes). */
export const EVIDENCE_KEY_VARIABLE = 'REPLYMARK_EVIDENCE_KEY'

/** Nonce and authentication tag lengths of AES-GCM in bytes (SP 800-38D §5.2). */
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Below this many bytes compression gains nothing. */
const SMALL = 256

/** zstd came to Node with 22.15; an older one deflates. */
const hasZstd = typeof zstdCompressSync === 'function'

/**
 * Reads the key from the environment's value.
 * @param value 64 hex digits; undefined or empty where evidence is not encrypted
 * @throws ReplymarkError `configuration` when it is something else
 */
export function parseEvidenceKey(value: string | undefined): EvidenceKey | null {
  if (!value) return null
  if (!/^[0-9a-f]{64}$/i.test(value))
    throw new ReplymarkError('configuration', `${EVIDENCE_KEY_VARIABLE} is not 64 hexadecimal digits`, {
      hint: 'Make a key with `openssl rand -hex 32` and keep a copy apart from the ledger.',
    })
  const key = Buffer.from(value, 'hex')
  return { id: createHash('sha256').update(key).digest('hex').slice(0, 8), key }
}

/** Bytes from which (de)compressing is told how much room to take at once: joined from pieces, a large mail is held twice. */
const LARGE = 1024 * 1024

/** Room for an output of that many bytes in one piece; pages that stay empty take no memory. */
function room(bytes: number): { readonly chunkSize?: number } {
  return bytes < LARGE ? {} : { chunkSize: bytes + 64 * 1024 }
}

function compress(raw: Uint8Array): Pick<PackedEvidence, 'compression' | 'bytes'> {
  if (raw.byteLength >= SMALL) {
    // The cheapest level: ingest must keep up with the mailbox, and mail is mostly base64 and repeated markup.
    const bytes = hasZstd
      ? zstdCompressSync(raw, { ...room(raw.byteLength), params: { [constants.ZSTD_c_compressionLevel]: 1 } })
      : deflateRawSync(raw, { ...room(raw.byteLength), level: 1 })
    if (bytes.byteLength < raw.byteLength) return { compression: hasZstd ? 'zstd' : 'deflate', bytes }
  }
  return { compression: 'none', bytes: Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength) }
}

/** Compresses raw bytes, and encrypts them where there is a key. */
export function packEvidence(raw: Uint8Array, key: EvidenceKey | null): PackedEvidence {
  const { compression, bytes } = compress(raw)
  if (!key) return { compression, keyId: null, bytes }
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key.key, nonce)
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return { compression, keyId: key.id, bytes: Buffer.concat([nonce, cipher.getAuthTag(), sealed]) }
}

/**
 * Gives the raw bytes back and checks that they are what was stored.
 * @param hash SHA-256 in hex of the raw bytes
 * @param size of the raw bytes, where it is known
 * @throws ReplymarkError `configuration` when the key is missing or another, `tampered` when the bytes differ
 */
export function unpackEvidence(hash: string, packed: PackedEvidence, key: EvidenceKey | null, size = 0): Buffer {
  let bytes = packed.bytes
  try {
    if (packed.keyId !== null) {
      if (key?.id !== packed.keyId)
        throw new ReplymarkError(
          'configuration',
          `Evidence is encrypted with key ${packed.keyId}, and ${EVIDENCE_KEY_VARIABLE} ${key ? `holds key ${key.id}` : 'is not set'}`,
          { hint: `Set ${EVIDENCE_KEY_VARIABLE} to the key that was used when these messages came in.` },
        )
      const decipher = createDecipheriv('aes-256-gcm', key.key, bytes.subarray(0, NONCE_BYTES))
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      bytes = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
    }
    if (packed.compression === 'zstd') bytes = zstdDecompressSync(bytes, room(size))
    else if (packed.compression === 'deflate') bytes = inflateRawSync(bytes, room(size))
  } catch (error) {
    if (error instanceof ReplymarkError) throw error
    throw new ReplymarkError('tampered', `The stored bytes of message ${hash.slice(0, 12)} cannot be opened`, {
      place: { thing: `message ${hash}` },
      cause: error,
    })
  }
  if (createHash('sha256').update(bytes).digest('hex') !== hash)
    throw new ReplymarkError(
      'tampered',
      `The stored bytes of message ${hash.slice(0, 12)} are not those that came in`,
      {
        place: { thing: `message ${hash}` },
      },
    )
  return bytes
}
