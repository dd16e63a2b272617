/** What the web refuses and what it never lets through. */
import { createHmac } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRateLimit } from '../../src/web/http/rate-limit.js'
import { safeReturn } from '../../src/web/http/safe-return.js'
import { HOSTILE_TEXT, openSmallStudy, PASSWORD, type SmallStudy } from './small-study.js'

let study: SmallStudy
beforeAll(async () => {
  study = await openSmallStudy()
})

/** The code of now of an `otpauth:` address (RFC 6238). */
async function totpOf(uri: string): Promise<string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const place = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const same = { 'sec-fetch-site': 'same-origin' }
const form = (fields: Record<string, string>) => new URLSearchParams(fields)

describe('signing in', () => {
  const signIn = (email: string, password: string, next = '/operator') =>
    study.app.request('/sign-in', { method: 'POST', headers: same, body: form({ email, password, next }) })

  it('opens a session and comes back to the page that was asked for', async () => {
    const response = await signIn('operator@study.example', PASSWORD)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/operator')
    expect(response.headers.getSetCookie().join()).toMatch(/replymark\.session_token=[^;]+;.*HttpOnly.*SameSite=Lax/)
  })

  it('answers a wrong password and an unknown address in the same words', async () => {
    const text = async (response: Response) => (await response.text()).replaceAll(/value="[^"]*"/g, '')
    const wrong = await signIn('analyst@study.example', 'not the password at all')
    const unknown = await signIn('nobody@study.example', 'not the password at all')
    expect(wrong.status).toBe(401)
    expect(unknown.status).toBe(401)
    expect(await text(wrong)).toBe(await text(unknown))
  })

  it('makes a client that goes on guessing one address wait', async () => {
    const statuses: number[] = []
    for (let attempt = 0; attempt < 7; attempt += 1)
      statuses.push((await signIn('target@study.example', 'wrong password here')).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429])
  })

  it('never sends a visitor to another site', async () => {
    const response = await signIn('press@paper.example', PASSWORD, 'https://evil.example/')
    expect(response.headers.get('location')).toBe('/press')
  })

  it('lets everybody begin in their own room, and tells a role to nobody whose password is wrong', async () => {
    const brand = await signIn('brand@maison-lune.example', PASSWORD, '/')
    expect(brand.headers.get('location')).toBe('/my-brand')
    const elsewhere = await signIn('brand@maison-lune.example', PASSWORD, '/trends')
    expect(elsewhere.headers.get('location')).toBe('/trends')
    const wrong = await signIn('brand@maison-lune.example', 'not the password', '/')
    expect(wrong.status).toBe(401)
    expect(await wrong.text()).not.toContain('/my-brand')
  })

  it('ends every session when somebody signs out everywhere', async () => {
    const first = await study.signIn('other@atelier-nord.example')
    const second = await study.signIn('other@atelier-nord.example')
    const response = await study.app.request('/account', {
      method: 'POST',
      headers: { ...same, cookie: first },
      body: form({ action: 'sign-out-everywhere' }),
    })
    expect(response.status).toBe(303)
    expect((await study.app.request('/account', { headers: { cookie: second } })).status).toBe(303)
  })

  it('says that a session has ended', async () => {
    const response = await study.app.request('/operator', { headers: { cookie: 'replymark.session_token=old.old' } })
    const page = await study.app.request(response.headers.get('location') ?? '')
    expect(await page.text()).toContain('Votre session a pris fin')
  })
})

describe.each([
  ['/operator', '/operator'],
  ['/editions/2024?sort=-index', '/editions/2024?sort=-index'],
  ['/compare?brand=a&lang=en', '/compare?brand=a'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/a\r\nset-cookie: x', '/'],
  ['/.//evil.example', '/'],
  ['/a/..//evil.example', '/'],
  ['/%2e//evil.example', '/'],
  [undefined, '/'],
])('coming back to %s', (wanted, place) => {
  it(`leads to ${place}`, () => expect(safeReturn(wanted)).toBe(place))
})

describe('forms from elsewhere', () => {
  it('are refused whatever stands in an Authorization header', async () => {
    const cookie = await study.cookieOf('operator@study.example')
    for (const authorization of ['x', 'Basic eDp4', `Bearer rm_${'a'.repeat(43)}`]) {
      const response = await study.app.request('/operator/people', {
        method: 'POST',
        headers: { cookie, authorization, 'sec-fetch-site': 'cross-site' },
        body: form({ action: 'create-key', label: 'planted', role: 'operator', days: '30' }),
      })
      expect(response.status).toBe(403)
    }
    expect(study.apiKeys.list()).toEqual([])
  })

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example', host: 'localhost' }],
    [{ origin: 'null', host: 'localhost' }],
    [{}],
  ])('are refused: %o', async (headers) => {
    const response = await study.app.request('/theme', {
      method: 'POST',
      headers: headers as Record<string, string>,
      body: form({ theme: 'dark' }),
    })
    expect(response.status).toBe(403)
  })
})

describe('headers', () => {
  it.each([
    '/',
    '/editions/2024',
    '/sign-in',
    '/api/v1/editions',
    '/nowhere',
  ])('forbid inline script and other hosts on %s', async (path) => {
    const { headers } = await study.app.request(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('let the embed alone stand in a frame', async () => {
    const { headers } = await study.app.request('/editions/2024/embed')
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(headers.get('x-frame-options')).toBeNull()
  })

  it('give a brand’s HTML mail no right at all', async () => {
    const hash = study.ledger.matches.exchange('2026/maison-lune/complaint')?.messages[0]?.message.hash
    const cookie = await study.cookieOf('analyst@study.example')
    const { headers } = await study.app.request(`/exchanges/2026/maison-lune/complaint/html/${hash}`, {
      headers: { cookie },
    })
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
  })
})

describe('a brand’s text', () => {
  it('is shown as text, wherever it says something else', async () => {
    const cookie = await study.cookieOf('analyst@study.example')
    const html = await (
      await study.app.request('/exchanges/2026/maison-lune/complaint', { headers: { cookie } })
    ).text()
    expect(HOSTILE_TEXT).toContain('<script>')
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img src=x')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

describe('embargo', () => {
  it('keeps a published edition from the public until its time, and opens it to press and staff', async () => {
    expect((await study.app.request('/editions/2025')).status).toBe(404)
    const press = await study.cookieOf('press@paper.example')
    expect((await study.app.request('/editions/2025', { headers: { cookie: press } })).status).toBe(200)
    const brand = await study.cookieOf('brand@maison-lune.example')
    expect((await study.app.request('/editions/2025', { headers: { cookie: brand } })).status).toBe(404)
  })
})

describe('a form that cannot be read', () => {
  it.each(['/theme', '/sign-in', '/operator/people'])('gives 400 at %s, not a fault of ours', async (path) => {
    const response = await study.app.request(path, {
      method: 'POST',
      headers: {
        ...same,
        cookie: await study.cookieOf('operator@study.example'),
        'content-type': 'multipart/form-data; boundary=x',
      },
      body: '--y\r\nnonsense',
    })
    expect(response.status).toBe(400)
  })
})

describe('the form of people and keys', () => {
  const send = async (fields: Record<string, string>) =>
    study.app.request('/operator/people', {
      method: 'POST',
      headers: { ...same, cookie: await study.cookieOf('operator@study.example') },
      body: form(fields),
    })
  it.each(['-5', '0', '1e9', '1.5', 'x', '99999999999999999999'])('refuses a key of %s days', async (days) => {
    expect((await send({ action: 'create-key', label: 'k', role: 'press', days })).status).toBe(400)
    expect(study.apiKeys.list()).toEqual([])
  })
  it('refuses weak passwords, brands that no edition knows and roles that do not exist', async () => {
    const person = { action: 'add-account', email: 'new@study.example', name: 'New' }
    expect((await send({ ...person, role: 'press', password: 'aaaaaaaaaaaa' })).status).toBe(400)
    expect((await send({ ...person, role: 'brand', brand: 'no-such-brand', password: PASSWORD })).status).toBe(400)
    expect((await send({ ...person, role: 'king', password: PASSWORD })).status).toBe(400)
    expect(study.accounts.find('new@study.example')).toBeNull()
  })
})

describe('a code of the second factor', () => {
  it('opens one session and no second one', async () => {
    const email = 'press@paper.example'
    const cookie = await study.signIn(email)
    const setUp = await study.accounts.startSecondFactor(PASSWORD, new Headers({ cookie }))
    const code = await totpOf(setUp?.uri ?? '')
    expect(await study.accounts.confirmSecondFactor(code, new Headers({ cookie }))).toBe(true)
    const half = async () => {
      const result = await study.accounts.signIn(email, PASSWORD, new Headers())
      const cookies = result.outcome === 'second-factor' ? result.cookies : []
      return new Headers({ cookie: cookies.map((one) => one.split(';')[0]).join('; ') })
    }
    // The set-up used the code; the set-up's own window would let it pass again.
    expect((await study.accounts.signInWithCode(code, await half())).outcome).toBe('refused')
    study.ledger.sqlite.exec('delete from used_code')
    expect((await study.accounts.signInWithCode(code, await half())).outcome).toBe('signed-in')
    expect((await study.accounts.signInWithCode(code, await half())).outcome).toBe('refused')
  })
})

describe('large requests', () => {
  it('are refused with a reason', async () => {
    const response = await study.app.request('/theme', {
      method: 'POST',
      headers: same,
      body: form({ theme: 'x'.repeat(80_000) }),
    })
    expect(response.status).toBe(400)
  })
})

describe('the rate limit', () => {
  it('lets a burst pass, then one call for each span', () => {
    let now = 0
    const limit = createRateLimit({ burst: 2, perMinute: 1 }, () => now)
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 0])
    expect(limit.take('a')).toBe(60)
    expect(limit.take('b')).toBe(0)
    now = 60_000
    expect(limit.take('a')).toBe(0)
    expect(limit.take('a')).toBe(60)
  })
})
