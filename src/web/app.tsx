/**
 * The web: one Hono application over the ledger. `createApp` takes everything it needs and starts nothing; the composition root
 * serves it. Pages and forms register through the access table, so that no route can exist without its access.
 */

import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { getCookie } from 'hono/cookie'
import { saidError, say } from '../languages/index.js'
import { mayOpen } from './accounts/role.js'
import { refuseWrongKey, visitorOf } from './accounts/visitor-of.js'
import { createApi, describeApi } from './api/api.js'
import type { Theme, WebContext, WebEnvironment } from './context.js'
import type { WebDependencies } from './dependencies.js'
import { problemOf, statusOf } from './error-handler.js'
import { PAGE_ROUTES, type Route } from './http/access-table.js'
import { clientAddress } from './http/client-address.js'
import { otherOrigins } from './http/other-origins.js'
import { pageCache } from './http/page-cache.js'
import { createRateLimit, REQUEST_RULE } from './http/rate-limit.js'
import { readableForms } from './http/read-form.js'
import { readership } from './http/readership.js'
import type { Register } from './http/register.js'
import { MAIL_POLICY, sameOriginForms, securityHeaders } from './http/security.js'
import { languageOf, refuseUntold } from './language.js'
import { createMetrics } from './metrics.js'
import { ProblemPage, tellProblem } from './pages/problem.js'
import { renderPage } from './render.js'
import { registerAccountPages } from './routes/account.js'
import { registerExchangePages } from './routes/exchanges.js'
import { registerOperatorPages } from './routes/operator.js'
import { registerOwnBrand } from './routes/own-brand.js'
import { registerPublicPages } from './routes/public.js'
import { registerServicePages } from './routes/service.js'
import { registerSharing } from './routes/sharing.js'

/** Largest form or API body, in bytes. */
const MOST_BODY_BYTES = 64 * 1024

const THEMES: readonly Theme[] = ['auto', 'light', 'dark']

/** Paths that a monitor asks every few seconds, often from the proxy's own address: never limited, never kept. */
const HEALTH_PATHS: readonly string[] = [PAGE_ROUTES.healthz.path, PAGE_ROUTES.readyz.path]

function peerOf(context: Context): string | null {
  const incoming = (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return incoming?.socket?.remoteAddress ?? null
}

function isApi(context: Context): boolean {
  return context.req.path.startsWith('/api/')
}

/** Builds the application. */
export function createApp(dependencies: WebDependencies): Hono<WebEnvironment> {
  const app = new Hono<WebEnvironment>()
  const rule = dependencies.requestRule ?? REQUEST_RULE
  const requests = createRateLimit(rule, dependencies.now)
  const ratePolicy = `${rule.burst};w=${Math.ceil((rule.burst / rule.perMinute) * 60)}`
  const metrics = createMetrics(dependencies)
  const isTrustedProxy = dependencies.isTrustedProxy ?? (() => false)

  app.use(async (context, next) => {
    const requestId = randomUUID()
    context.set('requestId', requestId)
    context.set('visitor', null)
    context.set('client', 'unknown')
    context.set('language', languageOf(context, dependencies.defaultLanguage))
    const theme = getCookie(context, 'replymark.theme')
    context.set('theme', THEMES.find((known) => known === theme) ?? 'auto')
    refuseUntold(context)
    const started = performance.now()
    await next()
    context.res.headers.set('x-request-id', requestId)
    const seconds = (performance.now() - started) / 1000
    metrics.observe(context.req.method, context.res.status, seconds)
    const { method, path } = context.req
    dependencies.logger.info(
      { requestId, method, path, status: context.res.status, milliseconds: Math.round(seconds * 1000) },
      'request',
    )
  })
  app.use(otherOrigins())
  app.use(readership())
  app.use(pageCache(dependencies.ledger, dependencies.now))
  app.use(securityHeaders({ https: dependencies.publicUrl.startsWith('https:') }))
  app.use(compress({ threshold: 2048 }))
  app.use(async (context, next) => {
    const client = clientAddress(peerOf(context), context.req.header('x-forwarded-for') ?? null, isTrustedProxy)
    context.set('client', client)
    // Fields of draft-ietf-httpapi-ratelimit-headers-06, the ones that clients know; pages for people carry none.
    const tellRate = () => {
      const { remaining, resetSeconds } = requests.state(client)
      context.header('ratelimit-limit', String(rule.burst))
      context.header('ratelimit-remaining', String(remaining))
      context.header('ratelimit-reset', String(resetSeconds))
      context.header('ratelimit-policy', ratePolicy)
    }
    const seconds = HEALTH_PATHS.includes(context.req.path) ? 0 : requests.take(client)
    if (isApi(context)) tellRate()
    if (seconds > 0) {
      context.header('retry-after', String(seconds))
      throw saidError('rate-limited', say('web.too-many-requests'), { hint: say('web.try-again-in', { seconds }) })
    }
    await next()
  })
  app.use(sameOriginForms())
  app.use(
    bodyLimit({
      maxSize: MOST_BODY_BYTES,
      onError: () => {
        throw saidError('usage', say('web.too-large'), {
          hint: say('web.send-at-most', { kilobytes: MOST_BODY_BYTES / 1024 }),
        })
      },
    }),
  )
  app.use(readableForms())
  app.use(async (context, next) => {
    // Assets and health probes need nobody's name; reading the session for them would cost a query each.
    if (!context.req.path.startsWith('/assets/') && !HEALTH_PATHS.includes(context.req.path)) {
      const visitor = await visitorOf(dependencies, context)
      refuseWrongKey(context, visitor)
      context.set('visitor', visitor)
    }
    await next()
  })

  const register: Register = (name, handler) => {
    const route: Route = PAGE_ROUTES[name]
    app.on(route.method, route.path, async (context) => {
      const visitor = context.get('visitor')
      const brand = context.req.param('brand') ?? null
      if (!mayOpen(route.access, visitor, brand)) {
        if (!visitor)
          throw saidError('unauthenticated', say('web.sign-in-first'), {
            hint: say('web.opens-after-sign-in'),
          })
        throw saidError('forbidden', say('web.not-for-account'), {
          hint: say('web.ask-operator'),
        })
      }
      if (route.method === 'POST' && visitor?.by === 'api-key') {
        throw saidError('forbidden', say('web.key-sends-no-form'), { hint: say('web.sign-in-for-it') })
      }
      return handler(context)
    })
  }

  registerServicePages(register, dependencies, metrics)
  registerPublicPages(register, dependencies)
  registerOwnBrand(register, dependencies)
  registerSharing(register, dependencies)
  registerAccountPages(register, dependencies)
  registerOperatorPages(register, dependencies)
  registerExchangePages(register, dependencies, MAIL_POLICY)
  const api = createApi(dependencies)
  app.route('/api/v1', api)
  const description = describeApi(api, dependencies.publicUrl)
  register('openApi', (context) => context.json(description as never))

  app.notFound((context) => {
    throw saidError('not-found', say('web.nothing-here', { path: context.req.path }), {
      hint: say('web.start-again'),
    })
  })
  app.onError((error, context) => {
    const status = statusOf(error)
    const requestId = context.get('requestId') ?? randomUUID()
    if (status >= 500) dependencies.logger.error({ requestId, error }, 'request failed')
    if (isApi(context)) {
      const problem = problemOf(error, requestId)
      if (status === 401) context.header('www-authenticate', 'Bearer realm="replymark"')
      return context.body(JSON.stringify(problem), status, { 'content-type': 'application/problem+json' })
    }
    if (status === 401 && context.req.method === 'GET') {
      const expired = context.req.header('cookie')?.includes('replymark.session_token=') ? '&expired=1' : ''
      const here = context.req.path + (URL.parse(context.req.url)?.search ?? '')
      return context.redirect(`/sign-in?next=${encodeURIComponent(here)}${expired}`, 303)
    }
    context.status(status)
    const told = tellProblem(error, requestId, context.get('language'))
    return renderPage(
      context as WebContext,
      dependencies,
      { title: told.heading },
      <ProblemPage problem={told} language={context.get('language')} />,
    )
  })
  return app
}
