/**
 * Lets scripts of other sites (notebooks, charts in an article) read what everybody may read: `Access-Control-Allow-Origin: *`, which
 * browsers never join with cookies (Fetch Standard, CORS protocol). A key is sent by the script itself, so it may be named.
 */
import type { MiddlewareHandler } from 'hono'
import { PAGE_ROUTES, type Route } from './access-table.js'

/** Seconds a browser may keep the answer to a preflight: the most that any keeps (Firefox, a day). */
const PREFLIGHT_SECONDS = 24 * 3600

/** Fields of an answer that a script of another site may read beside the few that it always may. */
const EXPOSED =
  'ETag, Link, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, RateLimit-Policy, X-Request-Id'

/** Public routes that hold data or pictures rather than a page for people. */
const DATA_ROUTES = [
  PAGE_ROUTES.editionFile,
  PAGE_ROUTES.editionCard,
  PAGE_ROUTES.chart,
  PAGE_ROUTES.brandCard,
  PAGE_ROUTES.openApi,
  PAGE_ROUTES.sitemap,
  PAGE_ROUTES.feed,
  PAGE_ROUTES.oembed,
]
  .filter((route: Route) => route.access === 'public' && route.method === 'GET')
  .map(({ path }) => path.split('/'))

/** True where a path is one of a route: the same parts, anything that is not empty for a name. */
function isOf(route: readonly string[], parts: readonly string[]): boolean {
  return (
    route.length === parts.length && route.every((part, at) => (part.startsWith(':') ? parts[at] : part === parts[at]))
  )
}

/** True for an address whose answer scripts of other sites may read. */
export function isReadElsewhere(path: string): boolean {
  const parts = path.split('/')
  return path.startsWith('/api/v1/') || DATA_ROUTES.some((route) => isOf(route, parts))
}

/** Answers preflights and marks answers; it stands outside limits and errors, so that a script can read a refusal too. */
export function otherOrigins(): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context
    if (!isReadElsewhere(req.path)) return next()
    if (req.method === 'OPTIONS' && req.header('access-control-request-method')) {
      context.res = new Response(null, {
        status: 204,
        headers: {
          'access-control-allow-origin': '*',
          'access-control-allow-methods': 'GET, HEAD',
          'access-control-allow-headers': 'Accept, Accept-Language, Authorization, If-None-Match',
          'access-control-max-age': String(PREFLIGHT_SECONDS),
        },
      })
      return
    }
    await next()
    if (req.method !== 'GET' && req.method !== 'HEAD') return
    context.res.headers.set('access-control-allow-origin', '*')
    context.res.headers.set('access-control-expose-headers', EXPOSED)
  }
}
