/** Who is slowed by whom: a stranger's wrong tries, a noisy client behind the same proxy, a stolen session that guesses. */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { ReplymarkError } from '../../src/domain/error.js'
import { passwordFault } from '../../src/web/accounts/password.js'
import { clientAddress, trustedProxies } from '../../src/web/http/client-address.js'
import { createGrowingDelay } from '../../src/web/http/growing-delay.js'
import { NOW, openSmallStudy, PASSWORD, type SmallStudy } from './small-study.js'

const PROXY = '127.0.0.1'
let study: SmallStudy
let now = NOW
let held: number[] = []
beforeEach(async () => {
  now = NOW
  held = []
  study = await openSmallStudy({
    now: () => now,
    requestRule: { burst: 100, perMinute: 1 },
    isTrustedProxy: trustedProxies(PROXY),
    pause: async (milliseconds) => void held.push(milliseconds),
  })
})

/** A request that comes from `client` through the proxy. */
function from(client: string, path: string, fields?: Record<string, string>, cookie = '') {
  const headers = { 'x-forwarded-for': client, 'sec-fetch-site': 'same-origin', cookie }
  const request = fields ? { method: 'POST', headers, body: new URLSearchParams(fields) } : { headers }
  return study.app.request(path, request, { incoming: { socket: { remoteAddress: PROXY } } })
}
const signIn = (client: string, email: string, password: string) => from(client, '/sign-in', { email, password })

describe('signing in', () => {
  it('works for the operator in spite of 50 wrong passwords of a stranger', async () => {
    const statuses: number[] = []
    for (let attempt = 0; attempt < 50; attempt += 1)
      statuses.push((await signIn('198.51.100.9', 'operator@study.example', `wrong number ${attempt}`)).status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(6)
    expect(statuses.filter((status) => status === 429)).toHaveLength(44)
    expect((await signIn('203.0.113.7', 'operator@study.example', PASSWORD)).status).toBe(303)
  })

  it('works for the operator, held back for seconds at most, when many strangers guess', async () => {
    for (let stranger = 0; stranger < 15; stranger += 1)
      await signIn(`198.51.100.${stranger}`, 'operator@study.example', 'wrong password here')
    held = []
    expect((await signIn('203.0.113.7', 'operator@study.example', PASSWORD)).status).toBe(303)
    expect(held).toEqual([4_000])
    held = []
    await signIn('203.0.113.8', 'operator@study.example', PASSWORD)
    expect(held).toEqual([])
  })

  it('slows one client that tries 60 addresses', async () => {
    const statuses: number[] = []
    for (let address = 0; address < 60; address += 1)
      statuses.push((await signIn('198.51.100.9', `person${address}@study.example`, 'wrong password here')).status)
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(21)
    expect(statuses.at(-1)).toBe(429)
  })

  it('does not let many tries at once pass together', async () => {
    const tries = Array.from({ length: 30 }, () => signIn('198.51.100.9', 'operator@study.example', 'wrong'))
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(6)
  })

  it('lets the client try again when its wait is over', async () => {
    for (let attempt = 0; attempt < 7; attempt += 1) await signIn('198.51.100.9', 'operator@study.example', 'wrong')
    const refused = await signIn('198.51.100.9', 'operator@study.example', PASSWORD)
    expect(refused.status).toBe(429)
    now += Number(refused.headers.get('retry-after')) * 1000
    expect((await signIn('198.51.100.9', 'operator@study.example', PASSWORD)).status).toBe(303)
  })

  it('asks a thief of a session to wait who guesses the current password', async () => {
    const cookie = await study.cookieOf('analyst@study.example')
    const fields = { action: 'change-password', current: 'a wrong guess', next: 'another long sentence' }
    const statuses: number[] = []
    for (let attempt = 0; attempt < 10; attempt += 1)
      statuses.push((await from('198.51.100.9', '/account', fields, cookie)).status)
    expect(statuses.slice(0, 6)).toEqual([200, 200, 200, 200, 200, 200])
    expect(statuses.slice(6)).toEqual([429, 429, 429, 429])
  })
})

describe('two clients behind one proxy', () => {
  it('do not share a bucket, and health is never refused', async () => {
    for (let call = 0; call < 150; call += 1) await from('198.51.100.9', '/sign-in')
    expect((await from('198.51.100.9', '/sign-in')).status).toBe(429)
    expect((await from('198.51.100.9', '/healthz')).status).toBe(200)
    expect((await from('198.51.100.9', '/readyz')).status).toBe(200)
    expect((await from('203.0.113.7', '/sign-in')).status).toBe(200)
  })
})

describe('the client’s address', () => {
  const trusted = trustedProxies('127.0.0.1, 10.0.0.0/8,::1')
  it.each([
    ['203.0.113.7', '198.51.100.1', '203.0.113.7', 'a stranger’s header is not believed'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1', 'a proxy’s is'],
    ['127.0.0.1', '6.6.6.6, 198.51.100.1', '198.51.100.1', 'what the client wrote itself is not'],
    ['127.0.0.1', '198.51.100.1, 10.2.3.4', '198.51.100.1', 'a chain of proxies is passed'],
    ['127.0.0.1', 'unknown', '127.0.0.1', 'no address leaves the proxy'],
    ['127.0.0.1', null, '127.0.0.1', 'no header leaves the proxy'],
    ['::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1', 'a mapped address is the address'],
    ['2001:db8:1:2:3:4:5:6', null, '2001:db8:1:2::/64', 'a customer’s network is one client'],
    ['2001:db8:1:2::9', null, '2001:db8:1:2::/64', 'however it is written'],
  ])('%s with %s is %s: %s', (peer, forwarded, client, _why) => {
    expect(clientAddress(peer, forwarded, trusted)).toBe(client)
  })

  it('is never taken from a header where no proxy is named', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.string(), (peer, forwarded) => {
        expect(clientAddress(peer, forwarded, trustedProxies(''))).toBe(peer)
      }),
    )
  })

  it.each(['nonsense', '10.0.0.0/33', '10.0.0.0/x', '0.0.0.0/0', '::/0'])('refuses %s as a proxy', (list) => {
    expect(() => trustedProxies(list)).toThrow(ReplymarkError)
  })
})

describe('the growing delay', () => {
  it('doubles up to its longest and is forgotten after a day', () => {
    let at = 0
    const delay = createGrowingDelay({ free: 2, firstMs: 100, mostMs: 350 }, () => at)
    expect([1, 2, 3, 4, 5, 6].map(() => delay.count('a'))).toEqual([0, 0, 100, 200, 350, 350])
    expect(delay.waitMs('a')).toBe(350)
    expect(delay.waitMs('b')).toBe(0)
    at = 24 * 3_600_000
    expect(delay.count('a')).toBe(0)
  })
})

describe.each([
  ['short', false],
  ['aaaaaaaaaaaaaa', false],
  ['abababababab', false],
  ['123456789012', false],
  ['abcdefghijklmn', false],
  ['Password1234', false],
  ['motdepasse2026!', false],
  ['replymark12345', false],
  ['marie.dupont1', false],
  ['x'.repeat(200), false],
  [PASSWORD, true],
  ['la pluie tombe sur Brest', true],
  ['7f3K9mQ2zL8w', true],
])('the password %s', (password, fine) => {
  it(fine ? 'may be chosen' : 'is refused', () => {
    expect(passwordFault(password, 'marie.dupont@study.example') === null).toBe(fine)
  })
})
