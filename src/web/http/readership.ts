/**
 * The one place that says who may keep an answer. A shared cache (nginx, a content network) may keep only what an anonymous reader
 * would get as well (RFC 9111 §5.2.2), and must ask again for every other cookie, key or language (RFC 9110 §12.5.5).
 */
import type { MiddlewareHandler } from 'hono'
import type { WebEnvironment } from '../context.js'
import { PAGE_ROUTES } from './access-table.js'

/** What an answer depends on beside its address. */
const VARIES = ['Cookie', 'Authorization', 'Accept-Language']

/** Header value of an answer that nobody but its reader may keep. */
const PRIVATE = 'private, no-store'

/** Answers that tell the present moment: kept, they would tell a past one. */
const MOMENTARY: readonly string[] = [PAGE_ROUTES.healthz.path, PAGE_ROUTES.readyz.path]

/** True for style sheets, scripts and icons: the same bytes for everybody. */
function isAsset(path: string): boolean {
  return path.startsWith('/assets/')
}

/**
 * Sets `Cache-Control` and `Vary` on every answer: private for whoever is signed in or has a key, for whatever sets a cookie and for
 * whatever is not a plain success (a refusal must not outlive an embargo). It stands outermost, so no handler and no kept page escapes it.
 */
export function readership(): MiddlewareHandler<WebEnvironment> {
  return async (context, next) => {
    await next()
    const { headers, status } = context.res
    if (isAsset(context.req.path) && status < 400) return
    const named = context.get('visitor') !== null
    const plain = context.req.method === 'GET' && (status === 200 || status === 304) && !headers.has('set-cookie')
    if (named || !plain || MOMENTARY.includes(context.req.path)) headers.set('cache-control', PRIVATE)
    const present = (headers.get('vary') ?? '').toLowerCase()
    for (const name of VARIES) if (!present.includes(name.toLowerCase())) headers.append('vary', name)
  }
}
