/**
 * The secret of an edition's plan: 32 random bytes from which tokens, Message-IDs, wordings and times derive by HMAC-SHA256
 * (RFC 2104, FIPS 198-1). Seed, study and every published file tell nothing of it; its hash is sealed when the edition is
 * planned and it is revealed after publication, so that anybody can check that the plan was fixed beforehand (commit–reveal).
 */
import { createHash, createHmac } from 'node:crypto'
import { ReplymarkError } from '../domain/error.js'
import { type Random, randomOver } from '../ranking/random.js'

/** Bytes of a secret. */
export const SECRET_BYTES = 32

/** A secret as stored: lower-case hex. */
const HEX_SECRET = /^[0-9a-f]{64}$/

function keyOf(secret: string): Buffer {
  if (!HEX_SECRET.test(secret))
    throw new ReplymarkError('internal', `An edition's secret must be ${SECRET_BYTES} bytes in hex`)
  return Buffer.from(secret, 'hex')
}

/** What is sealed of a secret before the first mail: SHA-256 of its bytes, in hex. */
export function commitmentOf(secret: string): string {
  return createHash('sha256').update(keyOf(secret)).digest('hex')
}

/** 32 bytes that only the secret gives for these labels. */
export function deriveBytes(secret: string, ...labels: readonly (string | number)[]): Buffer {
  return createHmac('sha256', keyOf(secret)).update(JSON.stringify(labels)).digest()
}

/**
 * A stream of random numbers that cannot be foreseen without the secret, however much of it was seen: HMAC-SHA256 in counter
 * mode (NIST SP 800-108). The streams of `src/ranking/random.ts` are not for secrets: a few outputs give their state.
 */
export function createSecretRandom(secret: string, ...labels: readonly (string | number)[]): Random {
  let block: Buffer = Buffer.alloc(0)
  let counter = 0
  let at = 0
  const next32 = () => {
    if (at + 4 > block.length) {
      block = deriveBytes(secret, 'stream', counter, ...labels)
      counter += 1
      at = 0
    }
    const word = block.readUInt32BE(at)
    at += 4
    return word
  }
  return randomOver(next32, (...more) => createSecretRandom(secret, ...labels, ...more))
}
