/**
 * Keeps what anonymous readers of public pages get, until the ledger changes or a few seconds have passed (an embargo ends by time).
 * The page made anew is the oracle: the cache never holds anything that a handler did not answer to the same question.
 */
import type { MiddlewareHandler } from 'hono'
import type { Instant } from '../../domain/time.js'
import { changeWatch } from '../../ledger/changes.js'
import type { Ledger } from '../../ledger/ledger.js'
import type { WebEnvironment } from '../context.js'
import { PAGE_ROUTES, type Route } from './access-table.js'

/** Milliseconds a page may be older than the clock; the ledger's own changes show at once. */
const LIFE_MS = 5_000
/** Bytes of one page, and of all. */
const MOST_PAGE_BYTES = 4 * 2 ** 20
const MOST_BYTES = 64 * 2 ** 20

interface Kept {
  readonly body: Uint8Array<ArrayBuffer>
  readonly headers: readonly (readonly [string, string])[]
  readonly at: Instant
}

/** First parts of the paths of public pages that show the ledger. */
const CACHED_PATHS = [
  PAGE_ROUTES.home,
  PAGE_ROUTES.editions,
  PAGE_ROUTES.brand,
  PAGE_ROUTES.compare,
  PAGE_ROUTES.trends,
  PAGE_ROUTES.methodology,
  PAGE_ROUTES.openData,
]
  .filter((route: Route) => route.access === 'public')
  .map(({ path }) => path.split('/:')[0] as string)

function isCached(path: string): boolean {
  return CACHED_PATHS.some((start) => (start === '/' ? path === '/' : path === start || path.startsWith(`${start}/`)))
}

/** Makes the handler; it stands outside compression, so that a page is compressed once. */
export function pageCache(ledger: Ledger, now: () => Instant): MiddlewareHandler<WebEnvironment> {
  const kept = new Map<string, Kept>()
  let bytes = 0
  let version = ''
  const stateNow = changeWatch(ledger.sqlite)
  const clear = () => {
    kept.clear()
    bytes = 0
  }

  return async (context, next) => {
    const { req } = context
    const anonymous = !req.header('authorization') && !req.header('cookie')?.includes('session_token=')
    if (req.method !== 'GET' || !anonymous || !isCached(req.path)) return next()
    const seen = stateNow()
    if (seen !== version) clear()
    version = seen
    const encoding = req.header('accept-encoding')?.includes('gzip') ? 'gzip' : 'identity'
    const key = [encoding, context.get('language'), context.get('theme'), req.url].join(' ')
    const known = kept.get(key)
    if (known && now() - known.at < LIFE_MS) {
      context.res = new Response(known.body, { headers: known.headers as [string, string][] })
      return
    }
    await next()
    const { res } = context
    if (res.status !== 200 || res.headers.has('set-cookie') || !res.body) return
    const body = new Uint8Array(await res.arrayBuffer())
    const headers = [...res.headers].filter(([name]) => name !== 'x-request-id')
    context.res = new Response(body, { headers })
    if (body.length > MOST_PAGE_BYTES) return
    if (bytes + body.length > MOST_BYTES) clear()
    bytes += body.length - (kept.get(key)?.body.length ?? 0)
    kept.set(key, { body, headers, at: now() })
  }
}
