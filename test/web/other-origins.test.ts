/** A notebook of another site: what it may read, what it is told, and what no stranger's script gets. */
import { beforeAll, describe, expect, it } from 'vitest'
import { NOW, openSmallStudy, type SmallStudy } from './small-study.js'

const ORIGIN = 'https://notebook.example'
let study: SmallStudy
beforeAll(async () => {
  study = await openSmallStudy()
})
const from = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  study.app.request(path, { method, headers: { origin: ORIGIN, 'sec-fetch-site': 'cross-site', ...headers } })

describe('another origin', () => {
  it.each([
    '/api/v1/editions',
    '/api/openapi.json',
    '/editions/2024/files/league-table.csv',
    '/editions/2024/charts/league-table.svg',
    '/feed.xml',
  ])('may read %s', async (path) => {
    const response = await from(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.has('access-control-allow-credentials')).toBe(false)
  })

  it('asks beforehand and is let through', async () => {
    const response = await from(
      '/api/v1/editions',
      { 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
      'OPTIONS',
    )
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD')
    expect(response.headers.get('access-control-allow-headers')).toContain('Authorization')
  })

  it('reads a refusal too', async () => {
    const response = await from('/api/v1/editions/nothing')
    expect(response.status).toBe(404)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })

  it.each([
    '/',
    '/account',
    '/operator',
    '/sign-in',
    '/exchanges/2024/maison-lune/complaint',
    '/press',
  ])('is told nothing of the page %s', async (path) => {
    const cookie = await study.cookieOf('operator@study.example')
    expect((await from(path, { cookie })).headers.has('access-control-allow-origin')).toBe(false)
  })

  it('sends no form, whatever it asked beforehand', async () => {
    const asked = await from('/sign-in', { 'access-control-request-method': 'POST' }, 'OPTIONS')
    expect(asked.status).toBe(403)
    expect((await from('/sign-in', {}, 'POST')).status).toBe(403)
  })
})

describe('a key that speaks for nobody', () => {
  it.each(['Bearer', 'Bearer rm_wrong', 'bearer x', `Bearer rm_${'A'.repeat(43)}`])('%s is refused', async (key) => {
    const response = await from('/api/v1/editions', { authorization: key })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('Bearer')
    expect(await response.json()).toMatchObject({ title: 'This key is unknown, taken back or expired' })
  })

  it('is not what a proxy in front asks for', async () => {
    expect((await from('/api/v1/editions', { authorization: 'Basic c3R1ZHk6MQ==' })).status).toBe(200)
  })

  it('differs from one that does', async () => {
    const key = study.apiKeys.create({ label: 'notebook', role: 'analyst', brand: null, expiresAt: NOW + 1 })
    expect((await from('/api/v1/reviews', { authorization: `bearer ${key}` })).status).toBe(200)
  })
})

describe('what a program is told', () => {
  it('names parameters that an operation does not know', async () => {
    const response = await from('/api/v1/editions/2024/standings?sectr=beauty&page=2&limit=5')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      title: 'Unknown parameters: sectr, page',
      hint: 'This operation takes: limit, cursor, sector, search, sort, lang.',
    })
  })

  it('counts down what is left', async () => {
    const limited = await openSmallStudy({ requestRule: { burst: 2, perMinute: 4 } })
    const answers = []
    for (let call = 0; call < 3; call += 1) answers.push(await limited.app.request('/api/v1/editions'))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual(['1', '0', '0'])
    expect(answers.map(({ headers }) => headers.get('ratelimit-reset'))).toEqual(['15', '30', '30'])
    expect(answers[0]?.headers.get('ratelimit-limit')).toBe('2')
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('2;w=30')
    expect(answers[2]?.headers.get('retry-after')).toBe('15')
  })

  it('writes moments as ISO 8601 beside milliseconds', async () => {
    const { items } = (await (await from('/api/v1/editions')).json()) as {
      items: { publishedAt: number; publishedAtIso: string; embargoUntilIso: string | null }[]
    }
    expect(items[0]).toMatchObject({ embargoUntilIso: null })
    expect(Date.parse(items[0]?.publishedAtIso ?? '')).toBe(items[0]?.publishedAt)
  })
})
