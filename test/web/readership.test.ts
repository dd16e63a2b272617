/** Routes × roles through a shared cache: nobody is served bytes that were made for somebody else. */
import { beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS } from '../../src/domain/time.js'
import { embargoedPath, PATHS, ROLES } from './readable-paths.js'
import { NOW, openSmallStudy, type SmallStudy } from './small-study.js'

let study: SmallStudy
let now = NOW
beforeAll(async () => {
  study = await openSmallStudy({ now: () => now, requestRule: { burst: 1_000_000, perMinute: 1_000_000 } })
})

interface Stored {
  readonly body: string
  readonly varied: readonly (readonly [string, string])[]
}

/** A shared cache that keeps whatever it may (RFC 9111 §3 and §4.1), with a lifetime of its own as `proxy_cache_valid` gives one. */
function sharedCache() {
  const kept = new Map<string, Stored[]>()
  return async (path: string, headers: Record<string, string>) => {
    const hit = kept.get(path)?.find(({ varied }) => varied.every(([name, value]) => (headers[name] ?? '') === value))
    if (hit) return { body: hit.body, kept: true }
    const response = await study.app.request(path, { headers })
    const body = await response.text()
    const control = response.headers.get('cache-control') ?? ''
    if (!/private|no-store/.test(control)) {
      const names = (response.headers.get('vary') ?? '').split(',').map((name) => name.trim().toLowerCase())
      const varied = names.filter(Boolean).map((name) => [name, headers[name] ?? ''] as const)
      kept.set(path, [...(kept.get(path) ?? []), { body, varied }])
    }
    return { body, kept: false }
  }
}

describe.each(PATHS)('GET %s', (path) => {
  it('is private and varies by cookie and key for everybody with a name', async () => {
    if (path.startsWith('/assets/')) return
    for (const email of Object.values(ROLES)) {
      const cookie = await study.cookieOf(email)
      const { headers, body } = await study.app.request(embargoedPath(study, path), { headers: { cookie } })
      await body?.cancel()
      const momentary = path === '/healthz' || path === '/readyz'
      expect(headers.get('cache-control'), email).toBe('private, no-store')
      if (!momentary) expect(headers.get('vary')?.toLowerCase()).toContain('cookie')
      expect(headers.get('vary')?.toLowerCase()).toContain('authorization')
    }
  })

  it('gives an anonymous reader behind a cache what it would give without one, whoever asked before', async () => {
    for (const email of Object.values(ROLES)) {
      const through = sharedCache()
      const address = embargoedPath(study, path)
      await through(address, { cookie: await study.cookieOf(email) })
      const alone = await (await study.app.request(address)).text()
      const anonymous = await through(address, {})
      const ids = /[0-9a-f]{8}-[0-9a-f-]{27}/g
      if (path !== '/metrics') expect(anonymous.body.replaceAll(ids, ''), email).toBe(alone.replaceAll(ids, ''))
    }
  })
})

describe('an embargo', () => {
  it('holds for a key as for a cookie', async () => {
    const key = study.apiKeys.create({ label: 'press', role: 'press', brand: null, expiresAt: null })
    const through = sharedCache()
    const path = '/editions/2025/files/league-table.csv'
    expect((await through(path, { authorization: `Bearer ${key}` })).body).toBe('rank\r\n')
    expect((await through(path, {})).body).not.toContain('rank')
  })

  it('is not outlived by a kept refusal', async () => {
    const through = sharedCache()
    const path = '/editions/2025/files/league-table.csv'
    expect((await through(path, {})).body).not.toContain('rank')
    now = NOW + 2 * DAY_MS
    expect(await through(path, {})).toEqual({ body: 'rank\r\n', kept: false })
  })

  it('keeps the edition out of the method page', async () => {
    const closed = await openSmallStudy({ now: () => Date.UTC(2020, 0, 1) })
    // A law keeps the year of its name.
    const html = (await (await closed.app.request('/methodology')).text()).replaceAll('Ley 10/2025', '')
    expect(html).not.toContain('2026')
    expect(html).not.toContain('2025')
  })
})
