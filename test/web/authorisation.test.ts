/** Every route × every visitor has its expected status, from the tables that the application itself registers from. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Access, ROLES } from '../../src/web/accounts/role.js'
import { API_OPERATIONS } from '../../src/web/api/operations.js'
import { PAGE_ROUTES } from '../../src/web/http/access-table.js'
import { NOW, openSmallStudy, type SmallStudy } from './small-study.js'

let study: SmallStudy
beforeAll(async () => {
  study = await openSmallStudy()
})

/** Paths with names filled in so that the thing exists for Maison Lune. */
const FILLED: Readonly<Record<string, string>> = {
  edition: '2024',
  file: 'league-table.csv',
  chart: 'league-table.svg',
  brand: 'maison-lune',
  scenario: 'complaint',
  item: 'none',
}

function fill(path: string): string {
  if (path === '/assets/:file') return '/assets/style.css'
  if (path === '/oembed') return '/oembed?url=http://localhost/editions/2024'
  if (path === '/editions/:edition/sectors/:sector')
    return `/editions/2024/sectors/${study.dependencies.ledger.editions.require('2024').configuration.sectors[0]?.id}`
  return path.replace(/:(\w+)|\{(\w+)\}/g, (_, colon: string, brace: string) => {
    const name = colon ?? brace
    if (name !== 'hash') return FILLED[name] ?? name
    const exchange = study.ledger.matches.exchange('2024/maison-lune/complaint')
    return exchange?.messages[0]?.message.hash ?? 'none'
  })
}

type VisitorName = 'anonymous' | 'expired' | 'press' | 'own brand' | 'other brand' | 'analyst' | 'operator'
const VISITORS: readonly VisitorName[] = [
  'anonymous',
  'expired',
  'press',
  'own brand',
  'other brand',
  'analyst',
  'operator',
]
const EMAILS: Partial<Record<VisitorName, string>> = {
  press: 'press@paper.example',
  'own brand': 'brand@maison-lune.example',
  'other brand': 'other@atelier-nord.example',
  analyst: 'analyst@study.example',
  operator: 'operator@study.example',
}

/** Who may open what, written out: the test's own statement of the rule, not the application's. */
const ALLOWED: Readonly<Record<Access, readonly VisitorName[]>> = {
  public: VISITORS,
  'signed-in': ['press', 'own brand', 'other brand', 'analyst', 'operator'],
  press: ['press', 'analyst', 'operator'],
  'own-brand': ['own brand', 'analyst', 'operator'],
  staff: ['analyst', 'operator'],
  operator: ['operator'],
}

async function headersOf(visitor: VisitorName, ownSession = false): Promise<Record<string, string>> {
  const email = EMAILS[visitor]
  if (email) return { cookie: ownSession ? await study.signIn(email) : await study.cookieOf(email) }
  return visitor === 'expired' ? { cookie: 'replymark.session_token=gone.signature' } : {}
}

const nameless = (path: string) => !path.includes('brand')

describe('pages', () => {
  for (const [name, route] of Object.entries(PAGE_ROUTES)) {
    for (const visitor of VISITORS) {
      it(`${route.method} ${route.path} for ${visitor}`, async () => {
        // A page of the own brand without a brand in its path is every brand user's own.
        const own =
          route.access === 'own-brand' && visitor === 'other brand' && nameless(route.path.replace('/my-brand', ''))
        const allowed = ALLOWED[route.access].includes(visitor) || own
        const response = await study.app.request(fill(route.path), {
          method: route.method,
          headers: { ...(await headersOf(visitor, name === 'signOut')), 'sec-fetch-site': 'same-origin' },
          ...(route.method === 'POST' ? { body: new URLSearchParams() } : {}),
        })
        // An empty form is refused for what it lacks, not for who sends it; staff may open the form's page but only brands contest.
        const contestByStaff = name === 'contest' && visitor !== 'own brand'
        const signIn = name === 'signIn' || name === 'secondFactor'
        if (allowed && !contestByStaff && !signIn) expect([401, 403, 429, 500]).not.toContain(response.status)
        if (signIn) expect([401, 429]).toContain(response.status)
        if (!allowed && EMAILS[visitor]) expect(response.status).toBe(403)
        if (!allowed && !EMAILS[visitor]) {
          expect(response.status).toBe(route.method === 'GET' ? 303 : 401)
          if (route.method === 'GET') expect(response.headers.get('location')).toMatch(/^\/sign-in\?next=/)
        }
        if (allowed && route.method === 'GET' && !['/operator/events', '/my-brand', '/metrics'].includes(route.path)) {
          expect([200, 303]).toContain(response.status)
        }
        await response.body?.cancel()
      })
    }
  }
})

describe('API', () => {
  for (const operation of API_OPERATIONS) {
    for (const visitor of VISITORS) {
      it(`GET ${operation.path} for ${visitor}`, async () => {
        const response = await study.app.request(`/api/v1${fill(operation.path)}`, {
          headers: await headersOf(visitor),
        })
        const allowed = ALLOWED[operation.access].includes(visitor)
        expect(response.status).toBe(allowed ? 200 : EMAILS[visitor] ? 403 : 401)
        expect(response.headers.get('content-type')).toMatch(
          allowed ? /^application\/json/ : /^application\/problem\+json/,
        )
      })
    }
    for (const role of ROLES) {
      it(`GET ${operation.path} with a key of role ${role}`, async () => {
        const key = study.apiKeys.create({
          label: 'test',
          role,
          brand: role === 'brand' ? 'maison-lune' : null,
          expiresAt: null,
        })
        const visitor: VisitorName = role === 'brand' ? 'own brand' : role
        const response = await study.app.request(`/api/v1${fill(operation.path)}`, {
          headers: { authorization: `Bearer ${key}` },
        })
        expect(response.status).toBe(ALLOWED[operation.access].includes(visitor) ? 200 : 403)
      })
    }
  }

  it('refuses a key that has expired, one that was revoked and one that was never made', async () => {
    const expired = study.apiKeys.create({ label: 'old', role: 'operator', brand: null, expiresAt: NOW - 1 })
    const revoked = study.apiKeys.create({ label: 'gone', role: 'operator', brand: null, expiresAt: null })
    study.apiKeys.revoke(study.apiKeys.list().find(({ label }) => label === 'gone')?.id ?? '')
    for (const key of [expired, revoked, `rm_${'a'.repeat(43)}`, 'nonsense']) {
      const response = await study.app.request('/api/v1/reviews', { headers: { authorization: `Bearer ${key}` } })
      expect(response.status).toBe(401)
    }
  })
})

describe('the table', () => {
  it('has every route that the application answers', () => {
    const known = new Set([
      ...Object.values(PAGE_ROUTES).map(({ method, path }) => `${method} ${path}`),
      ...API_OPERATIONS.map(({ path }) => `GET /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    ])
    const answered = study.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(answered)].filter((route) => !known.has(route))).toEqual([])
    expect([...known].filter((route) => !answered.includes(route))).toEqual([])
  })
})
