/**
 * Trusted time for a publication: a token of a time-stamping authority (RFC 3161) over the hash of its signed statement. The
 * request is written and the answer read here; the way to the authority is an argument. Whether the authority's own signature
 * and certificate hold is for the tools of the authority's choice (`openssl ts -verify`); what is checked here is that the
 * token speaks of exactly these bytes, and of when.
 */
import { ReplymarkError } from '../domain/error.js'
import { type DerValue, derInside, derValue, derValues, TAG } from './der.js'
import { sha256Hex } from './merkle.js'

/** Environment variable with the address of the authority; without it nothing is asked. */
export const TIMESTAMP_VARIABLE = 'REPLYMARK_TIMESTAMP_URL'

/** Object identifiers as DER contents: SHA-256 (RFC 5754 §2.2), signedData (RFC 5652 §5.1), TSTInfo (RFC 3161 §2.4.2). */
const SHA256_ID = '608648016503040201'
const SIGNED_DATA_ID = '2a864886f70d010702'
const TST_INFO_ID = '2a864886f70d0109100104'

/** What a token says. */
export interface TimestampToken {
  /** The moment it names, ISO 8601, UTC. */
  readonly time: string
  /** SHA-256 of the stamped bytes, in hex. */
  readonly imprint: string
  /** Of the request, in hex; null where it holds none. */
  readonly nonce: string | null
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

/**
 * A request (RFC 3161 §2.4.1) for the time of bytes, asking for the certificate within the token.
 * @param nonce eight random bytes; the first is below 128 and above 0, so that it is a positive integer in its shortest form
 */
export function timestampRequest(stamped: Uint8Array, nonce: Uint8Array): Uint8Array {
  const algorithm = derValue(TAG.sequence, derValue(TAG.objectId, bytesOf(SHA256_ID)), derValue(TAG.none))
  const imprint = derValue(TAG.sequence, algorithm, derValue(TAG.octets, bytesOf(sha256Hex(stamped))))
  return derValue(
    TAG.sequence,
    derValue(TAG.integer, [1]),
    imprint,
    derValue(TAG.integer, nonce),
    derValue(TAG.boolean, [0xff]),
  )
}

/** `20261201103000.5Z` as ISO 8601; null for anything that is no moment in UTC. */
function momentOf(value: DerValue | undefined): string | null {
  if (value?.tag !== TAG.generalizedTime) return null
  const text = new TextDecoder().decode(value.content)
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text)
  if (!found) return null
  const [, year, month, day, hour, minute, second, fraction] = found
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction ?? ''}Z`
}

/** Reads a token (ContentInfo over SignedData over TSTInfo); null where it is none. */
export function readTimestamp(token: Uint8Array): TimestampToken | null {
  const contentInfo = derInside(derValues(token)?.[0], TAG.sequence)
  if (!contentInfo || hexOf(contentInfo[0]?.content ?? new Uint8Array()) !== SIGNED_DATA_ID) return null
  const signedData = derInside(derInside(contentInfo[1], TAG.context0)?.[0], TAG.sequence)
  const encapsulated = derInside(signedData?.[2], TAG.sequence)
  if (!encapsulated || hexOf(encapsulated[0]?.content ?? new Uint8Array()) !== TST_INFO_ID) return null
  const octets = derInside(encapsulated[1], TAG.context0)?.[0]
  const info = octets?.tag === TAG.octets ? derInside(derValues(octets.content)?.[0], TAG.sequence) : null
  if (!info) return null
  // version, policy, messageImprint, serialNumber, genTime, then optional ones of which the nonce is the only integer.
  const imprint = derInside(info[2], TAG.sequence)
  const algorithm = derInside(imprint?.[0], TAG.sequence)
  const time = momentOf(info[4])
  const hash = imprint?.[1]
  if (time === null || hash?.tag !== TAG.octets || hexOf(algorithm?.[0]?.content ?? new Uint8Array()) !== SHA256_ID)
    return null
  const nonce = info.slice(5).find(({ tag }) => tag === TAG.integer)
  return { time, imprint: hexOf(hash.content), nonce: nonce ? hexOf(nonce.content) : null }
}

/** What is wrong with a token for these bytes, one sentence; null where it speaks of them. */
export function timestampDifference(token: Uint8Array, stamped: Uint8Array): string | null {
  const read = readTimestamp(token)
  if (!read) return 'the time-stamp is no RFC 3161 token'
  return read.imprint === sha256Hex(stamped) ? null : 'the time-stamp is of another statement than this one'
}

/** Longest answer that is read, in bytes: tokens with a chain of certificates have some kilobytes. */
const MOST_BYTES = 100_000

/** What asking needs. */
export interface TimestampAuthority {
  readonly url: string
  readonly fetch: typeof globalThis.fetch
  /** Eight random bytes. */
  readonly nonce: Uint8Array
}

/**
 * Asks an authority for the time of bytes.
 * @returns its token, DER
 * @throws ReplymarkError `unavailable` where it does not answer as RFC 3161 says, refuses, or stamps something else
 */
export async function askForTimestamp(
  stamped: Uint8Array,
  { url, fetch, nonce }: TimestampAuthority,
): Promise<Uint8Array> {
  const failed = (message: string, cause?: unknown) =>
    new ReplymarkError('unavailable', `The time-stamping authority ${message}`, {
      place: { thing: url },
      hint: `Run \`replymark publish\` again, or leave ${TIMESTAMP_VARIABLE} unset to publish without a time-stamp.`,
      ...(cause === undefined ? {} : { cause }),
    })
  const positive = Uint8Array.from(nonce, (byte, index) => (index === 0 ? (byte & 0x7f) | 0x40 : byte))
  let answer: Uint8Array
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
      body: new Uint8Array(timestampRequest(stamped, positive)),
      signal: AbortSignal.timeout(30_000),
    })
    if (!response.ok) throw failed(`answered with status ${response.status}`)
    answer = new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    if (error instanceof ReplymarkError) throw error
    throw failed('cannot be reached', error)
  }
  const parts = answer.length > MOST_BYTES ? null : derInside(derValues(answer)?.[0], TAG.sequence)
  const status = derInside(parts?.[0], TAG.sequence)?.[0]
  if (!parts || status?.tag !== TAG.integer) throw failed('did not answer with a time-stamp')
  // RFC 3161 §2.4.2: 0 granted, 1 granted with changes; in every other case there is no token.
  const code = status.content[0] ?? -1
  if ((code !== 0 && code !== 1) || !parts[1]) throw failed(`refused (status ${code})`)
  const token = parts[1].whole
  const difference = timestampDifference(token, stamped)
  if (difference) throw failed(`answered wrongly: ${difference}`)
  if (readTimestamp(token)?.nonce !== hexOf(positive)) throw failed('answered to another request')
  return token
}
