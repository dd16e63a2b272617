import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askForTimestamp, readTimestamp, timestampDifference, timestampRequest } from '../../src/editions/timestamp.js'
import { type Authority, startAuthority } from './time-stamping-authority.js'

const STAMPED = Buffer.from('a statement')
const NONCE = Uint8Array.from([200, 1, 2, 3, 4, 5, 6, 7])
let authority: Authority
beforeAll(async () => {
  authority = await startAuthority()
})
beforeEach(() => authority.answerWith(null))
afterAll(() => authority.stop())
const ask = (stamped: Uint8Array = STAMPED) => askForTimestamp(stamped, { url: authority.url, fetch, nonce: NONCE })

describe('a time-stamp', () => {
  it('of an authority is one that OpenSSL verifies, and says of what and when', async () => {
    const token = await ask()
    expect(authority.verify(token, STAMPED)).toMatch(/Verification: OK/)
    expect(authority.verify(token, Buffer.from('another'))).not.toMatch(/Verification: OK/)
    expect(timestampDifference(token, STAMPED)).toBeNull()
    expect(readTimestamp(token)!.time).toMatch(/^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/)
    expect(timestampDifference(token, Buffer.from('another'))).toMatch(/another statement/)
  })

  it('is refused where it is of other bytes, or answers another request', async () => {
    const other = await ask(Buffer.from('another'))
    const status = Buffer.from('3003020100', 'hex')
    const answered = (token: Uint8Array) => {
      const content = Buffer.concat([status, token])
      return Buffer.concat([Buffer.from([0x30, 0x82, content.length >> 8, content.length & 0xff]), content])
    }
    authority.answerWith({ status: 200, body: answered(other) })
    await expect(ask()).rejects.toThrow(/another statement/)
    authority.answerWith(null)
    const replayed = await askForTimestamp(STAMPED, { url: authority.url, fetch, nonce: NONCE.map((byte) => byte + 1) })
    authority.answerWith({ status: 200, body: answered(replayed) })
    await expect(ask()).rejects.toThrow(/another request/)
  })

  it.each<[string, number, string, RegExp]>([
    ['a refusal (status 2)', 200, '30053003020102', /refused \(status 2\)/],
    ['granted without a token', 200, '30053003020100', /refused/],
    ['a page', 200, Buffer.from('<html>').toString('hex'), /did not answer with a time-stamp/],
    ['nothing', 200, '', /did not answer with a time-stamp/],
    ['an error of the server', 503, '', /status 503/],
  ])('is not made of %s', async (_what, status, body, message) => {
    authority.answerWith({ status, body: Buffer.from(body, 'hex') })
    await expect(ask()).rejects.toThrow(message)
    await expect(ask()).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('is not made where nobody listens', async () => {
    await expect(askForTimestamp(STAMPED, { url: 'http://127.0.0.1:1/', fetch, nonce: NONCE })).rejects.toThrow(
      /cannot be reached/,
    )
  })

  it('is read from any bytes without failing, and from no bytes but a token', async () => {
    const token = await ask()
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => readTimestamp(bytes) === null))
    fc.assert(
      fc.property(fc.nat({ max: token.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const edited = token.slice()
        edited[at] = edited[at]! ^ change
        readTimestamp(edited)
      }),
    )
    for (let length = 0; length < token.length; length += 7) expect(readTimestamp(token.slice(0, length))).toBeNull()
  })
})

describe('a request', () => {
  it('is the DER that RFC 3161 §2.4.1 asks for', () => {
    const request = Buffer.from(timestampRequest(STAMPED, Uint8Array.from([0x48, 1, 2, 3, 4, 5, 6, 7])))
    expect(request.toString('hex')).toMatch(
      /^3043020101303[01]300d060960864801650304020105000420[0-9a-f]{64}02084801020304050607(?:0101ff)$/,
    )
  })
})
