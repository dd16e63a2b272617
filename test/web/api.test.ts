/** The API: paging, filters, validators, problem documents, and requests made at random from its own description. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { BRANDS, openSmallStudy, type SmallStudy } from './small-study.js'

let study: SmallStudy
let key = ''
beforeAll(async () => {
  study = await openSmallStudy()
  key = study.apiKeys.create({ label: 'test', role: 'operator', brand: null, expiresAt: null })
})

const get = (path: string, headers: Record<string, string> = {}) => study.app.request(`/api/v1${path}`, { headers })

describe('lists', () => {
  it('come in pages whose cursors lead through every line once', async () => {
    const seen: string[] = []
    let cursor = ''
    for (let page = 0; page < 10; page += 1) {
      const body = (await (await get(`/editions/2024/standings?limit=1${cursor}`)).json()) as {
        items: { brand: string }[]
        next: string | null
      }
      seen.push(...body.items.map(({ brand }) => brand))
      if (!body.next) break
      cursor = `&cursor=${body.next}`
    }
    expect(seen.toSorted()).toEqual([...BRANDS].toSorted())
  })

  it('sort and search as the page does', async () => {
    const body = (await (await get('/editions/2024/standings?sort=-index&search=nord')).json()) as {
      items: { brand: string }[]
    }
    expect(body.items.map(({ brand }) => brand)).toEqual(['atelier-nord'])
  })
})

describe('validators', () => {
  it('answer 304 to the ETag of an unchanged body', async () => {
    const first = await get('/editions/2024')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).not.toBe('')
    expect((await get('/editions/2024', { 'if-none-match': etag })).status).toBe(304)
  })
})

describe('what is wrong', () => {
  it.each([
    ['/editions/nothing', 404],
    ['/editions/2024/standings?limit=0', 400],
    ['/editions/2024/standings?limit=x', 400],
    ['/editions/2024/standings?sort=luck', 400],
    ['/editions/2024/standings?cursor=zzz', 400],
    ['/brands/nobody', 404],
    ['/nowhere', 404],
    ['/reviews', 401],
  ])('%s is a problem document with status %i', async (path, status) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ type: 'about:blank', status })
  })
})

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
}
interface Description {
  readonly paths: Record<string, { get?: { parameters?: readonly Parameter[] } }>
}

describe('the description', () => {
  it('is OpenAPI 3.1 and names every operation with its answers', async () => {
    const description = (await (await study.app.request('/api/openapi.json')).json()) as Description & {
      openapi: string
    }
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths)).toHaveLength(19)
  })

  it('survives requests made from it at random: never a 500, every refusal a problem document', async () => {
    const { paths } = (await (await study.app.request('/api/openapi.json')).json()) as Description
    const value = fc.oneof(
      fc.string({ maxLength: 40, unit: 'binary' }),
      fc.constantFrom(
        '2024',
        '2025',
        '2026',
        'maison-lune',
        'complaint',
        '-index',
        '1',
        '-1',
        '1e9',
        'NaN',
        '../..',
        '%00',
        "'; drop table user; --",
        '{"a":1}',
      ),
    )
    const request = fc.constantFrom(...Object.entries(paths)).chain(([path, { get: operation }]) =>
      fc.record({
        path: fc.constant(path),
        parameters: fc.tuple(
          ...(operation?.parameters ?? []).map((parameter) =>
            fc.tuple(fc.constant(parameter), fc.option(value, { nil: undefined })),
          ),
        ),
        withKey: fc.boolean(),
      }),
    )
    await fc.assert(
      fc.asyncProperty(request, async ({ path, parameters, withKey }) => {
        let address = path
        const query = new URLSearchParams()
        for (const [parameter, given] of parameters) {
          if (parameter.in === 'path')
            address = address.replace(`{${parameter.name}}`, encodeURIComponent(given?.toWellFormed() || 'x'))
          else if (given !== undefined) query.set(parameter.name, given)
        }
        const response = await get(`${address}?${query}`, withKey ? { authorization: `Bearer ${key}` } : {})
        expect(response.status).toBeLessThan(500)
        if (response.status >= 400) expect(response.headers.get('content-type')).toBe('application/problem+json')
      }),
      { numRuns: 400, seed: 7 },
    )
  })
})
