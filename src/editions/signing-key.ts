/**
 * The operator's ed25519 key (RFC 8032): made once, given to the program as 32 secret bytes in base64url by an environment
 * variable, and used for nothing but signing what is published. No function here prints or stores the secret.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { ReplymarkError } from '../domain/error.js'

/** Environment variable with the secret key. */
export const SIGNING_KEY_VARIABLE = 'REPLYMARK_SIGNING_KEY'

/** A key that signs. */
export interface SigningKey {
  /** 32 bytes in base64url. */
  readonly publicKey: string
  /** Signature of bytes, 64 bytes in base64url. */
  sign(bytes: Uint8Array): string
}

/** 32 bytes in base64url, without padding. */
const KEY_TEXT = /^[A-Za-z0-9_-]{43}$/

function publicText(key: KeyObject): string {
  return String(createPublicKey(key).export({ format: 'jwk' }).x)
}

/**
 * DER of a private key before its 32 bytes: PrivateKeyInfo of RFC 8410 §7, version 0, algorithm 1.3.101.112, an OCTET STRING in an
 * OCTET STRING.
 */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * Reads the key from the environment's value.
 * @returns null where none is set: what is published then is not signed, and says so
 * @throws ReplymarkError `configuration` when it is something else
 */
export function parseSigningKey(value: string | undefined): SigningKey | null {
  if (!value) return null
  // Never the value itself in the message: it may be a secret with one letter too much.
  if (!KEY_TEXT.test(value))
    throw new ReplymarkError('configuration', `${SIGNING_KEY_VARIABLE} is not a signing key`, {
      place: { thing: SIGNING_KEY_VARIABLE },
      hint: 'Make one by `replymark key --out FILE`: 43 letters, digits, - and _.',
    })
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, Buffer.from(value, 'base64url')]),
    format: 'der',
    type: 'pkcs8',
  })
  return { publicKey: publicText(key), sign: (bytes) => sign(null, bytes, key).toString('base64url') }
}

/** A new key: its secret as the variable takes it, and the public part. */
export function newSigningKey(): { readonly secret: string; readonly publicKey: string } {
  const { privateKey } = generateKeyPairSync('ed25519')
  const { d } = privateKey.export({ format: 'jwk' })
  return { secret: String(d), publicKey: publicText(privateKey) }
}
