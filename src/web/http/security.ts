/**
 * Headers that keep a browser from doing what we did not mean: no inline script, no other host, no framing but for the embed.
 * Sources: CSP Level 3, Fetch Metadata, OWASP Secure Headers.
 */
import type { MiddlewareHandler } from 'hono'
import { saidError, say } from '../../languages/index.js'
import { isReadElsewhere } from './other-origins.js'

/** The policy of every page. Style attributes are allowed because charts (ECharts SVG) carry them; style elements are not. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')

/** The policy of a brand's HTML mail: nothing loads, nothing runs, in a frame without any right. */
export const MAIL_POLICY =
  "default-src 'none'; style-src-attr 'unsafe-inline'; sandbox; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

/** Sets the security headers; a handler may set its own policy before. */
export function securityHeaders(options: { readonly https: boolean }): MiddlewareHandler {
  return async (context, next) => {
    await next()
    const { headers } = context.res
    const embed = context.req.path.endsWith('/embed')
    if (!headers.has('content-security-policy')) {
      headers.set('content-security-policy', `${POLICY}; frame-ancestors ${embed ? '*' : "'none'"}`)
    }
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'strict-origin-when-cross-origin')
    headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set(
      'cross-origin-resource-policy',
      embed || context.req.path.startsWith('/editions/') || isReadElsewhere(context.req.path)
        ? 'cross-origin'
        : 'same-origin',
    )
    if (!embed)
      headers.set(
        'x-frame-options',
        headers.get('content-security-policy')?.includes("frame-ancestors 'self'") ? 'SAMEORIGIN' : 'DENY',
      )
    if (options.https) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
}

/**
 * Refuses forms sent from elsewhere: a browser says where a request comes from (Sec-Fetch-Site, else Origin). A request
 * without a cookie carries no ambient authority and still passes no form: keys never open forms.
 */
export function sameOriginForms(): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      const site = req.header('sec-fetch-site')
      const origin = req.header('origin')
      const host = req.header('host')
      const same = site
        ? site === 'same-origin' || site === 'none'
        : origin !== undefined && URL.parse(origin)?.host === host
      if (!same) {
        throw saidError('forbidden', say('web.form-from-elsewhere'), {
          hint: say('web.send-form-again'),
        })
      }
    }
    await next()
  }
}
