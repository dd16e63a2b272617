/** The web behind a real nginx that keeps whatever it may: nobody is served another's bytes, and one client's noise is its own. */
import { type IncomingHttpHeaders, request } from 'node:http'
import type { Server } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trustedProxies } from '../../src/web/http/client-address.js'
import { embargoedPath, PATHS, ROLES } from '../web/readable-paths.js'
import { NOW, openSmallStudy, PASSWORD, type SmallStudy } from '../web/small-study.js'

const proxyPort = Number(process.env.REPLYMARK_TEST_PROXY_PORT ?? 0)
const upstreamPort = Number(process.env.REPLYMARK_TEST_PROXY_UPSTREAM_PORT ?? 0)

if (!proxyPort)
  console.log(
    'Not run: nginx is missing. `bash scripts/services.sh run -- …` starts it for test/integration/caching-proxy.',
  )

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Asks nginx from an address of this machine: every 127.x.y.z is another client to it. */
function ask(
  path: string,
  options: {
    readonly from?: string
    readonly headers?: Record<string, string>
    readonly form?: Record<string, string>
  } = {},
): Promise<Answer> {
  const body = options.form ? new URLSearchParams(options.form).toString() : null
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: proxyPort,
        localAddress: options.from ?? '127.0.0.9',
        path,
        method: body === null ? 'GET' : 'POST',
        headers: {
          ...(body === null
            ? {}
            : {
                'content-type': 'application/x-www-form-urlencoded',
                'content-length': body.length,
                'sec-fetch-site': 'same-origin',
              }),
          ...options.headers,
        },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
      },
    )
    sent.on('error', reject)
    sent.end(body ?? undefined)
  })
}

/** Without what is another in each answer: request identifiers. */
const plain = (body: string) => body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')

describe.skipIf(!proxyPort)('behind nginx', () => {
  let study: SmallStudy
  let quiet: SmallStudy
  let current: SmallStudy
  let server: Server
  beforeAll(async () => {
    const isTrustedProxy = trustedProxies('127.0.0.1')
    study = await openSmallStudy({ isTrustedProxy, requestRule: { burst: 1_000_000, perMinute: 1_000_000 } })
    quiet = await openSmallStudy({
      isTrustedProxy,
      requestRule: { burst: 40, perMinute: 1 },
      now: () => NOW,
      pause: async () => {},
    })
    current = study
    server = serve({
      fetch: (asked, bindings) => current.app.fetch(asked, bindings),
      port: upstreamPort,
      hostname: '127.0.0.1',
    }) as Server
    await new Promise<void>((resolve) => (server.listening ? resolve() : server.once('listening', () => resolve())))
  })
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())))

  it('keeps what everybody may have: a second reader gets it from the cache', async () => {
    current = study
    await ask('/editions/2024')
    const second = await ask('/editions/2024')
    expect(second.headers['x-cache']).toBe('HIT')
    expect(second.body).toContain('Maison Lune')
  })

  it.each(PATHS)('gives everybody what is theirs, whoever asked before: %s', async (path) => {
    current = study
    const address = embargoedPath(study, path)
    const readers: [string, Record<string, string>][] = [['anonymous', {}]]
    for (const [role, email] of Object.entries(ROLES)) readers.push([role, { cookie: await study.cookieOf(email) }])
    const key = study.apiKeys.create({ label: path, role: 'press', brand: null, expiresAt: null })
    readers.push(['key', { authorization: `Bearer ${key}` }], ['English', { 'accept-language': 'en' }])
    for (const order of [readers, readers.toReversed()])
      for (const [reader, headers] of order) {
        const alone = await study.app.request(address, { headers: { host: `127.0.0.1:${proxyPort}`, ...headers } })
        const text = await alone.text()
        const through = await ask(address, { headers })
        expect(through.status, reader).toBe(alone.status)
        if (path !== '/metrics') expect(plain(through.body), reader).toBe(plain(text))
        if (headers.cookie && !path.startsWith('/assets/')) expect(through.headers['x-cache'], reader).not.toBe('HIT')
      }
  })

  it('leaves one client alone when another behind the same proxy is refused', async () => {
    current = quiet
    const statuses: number[] = []
    for (let call = 0; call < 60; call += 1)
      statuses.push((await ask(`/sign-in?again=${call}`, { from: '127.0.0.66' })).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(40)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
    // A header of its own does not make it another client.
    const disguised = { from: '127.0.0.66', headers: { 'x-forwarded-for': '203.0.113.5' } }
    expect((await ask('/sign-in?disguised', disguised)).status).toBe(429)
    expect((await ask('/healthz', { from: '127.0.0.66' })).status).toBe(200)
    expect((await ask('/sign-in?other', { from: '127.0.0.77' })).status).toBe(200)
  })

  it('lets the operator in with the right password in spite of 50 wrong ones of a stranger', async () => {
    current = study
    const email = ROLES.operator
    for (let attempt = 0; attempt < 50; attempt += 1)
      await ask('/sign-in', { from: '127.0.0.66', form: { email, password: `wrong number ${attempt}` } })
    const stranger = await ask('/sign-in', { from: '127.0.0.66', form: { email, password: PASSWORD } })
    expect(stranger.status).toBe(429)
    const operator = await ask('/sign-in', { from: '127.0.0.77', form: { email, password: PASSWORD } })
    expect(operator.status).toBe(303)
    expect(operator.headers['set-cookie']?.join()).toContain('session_token')
  })
})
