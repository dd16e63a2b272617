/** Assets, health, metrics, and the switches of language and theme. */

import { setCookie } from 'hono/cookie'
import { saidError, say, toldLanguages } from '../../languages/index.js'
import { loadAssets } from '../assets.js'
import type { WebContext } from '../context.js'
import type { WebDependencies } from '../dependencies.js'
import type { Register } from '../http/register.js'
import { safeReturn } from '../http/safe-return.js'
import { LANGUAGE_COOKIE } from '../language.js'
import type { Metrics } from '../metrics.js'

/** Milliseconds a ledger that was found sound is not looked through again: a look reads every page. */
const SOUND_FOR_MS = 10 * 60_000

const YEAR_SECONDS = 365 * 24 * 3600

/** Registers them. */
export function registerServicePages(register: Register, dependencies: WebDependencies, metrics: Metrics): void {
  const assets = loadAssets()
  let soundAt = Number.NEGATIVE_INFINITY

  register('asset', async (context) => {
    const name = context.req.param('file') ?? ''
    const asset = await assets.get(name)
    if (!asset) throw saidError('not-found', say('web.no-asset', { name }))
    context.header('etag', asset.etag)
    context.header('cache-control', 'public, max-age=3600')
    if (context.req.header('if-none-match') === asset.etag) return context.body(null, 304)
    return context.body(asset.bytes, 200, { 'content-type': asset.contentType })
  })

  register('healthz', (context) => context.text('ok'))
  register('readyz', (context) => {
    const { ledger, now } = dependencies
    ledger.messages.count()
    if (now() - soundAt >= SOUND_FOR_MS) {
      ledger.requireSound()
      soundAt = now()
    }
    return context.text('ready')
  })
  register('metrics', async (context) =>
    context.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  )

  const secure = dependencies.publicUrl.startsWith('https:')
  const remember = (context: WebContext, name: string, value: string) =>
    setCookie(context, name, value, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'Lax', httpOnly: true, secure })

  register('language', async (context) => {
    const form = await context.req.parseBody()
    const language = toldLanguages().find((known) => known === form.language)
    if (language) remember(context, LANGUAGE_COOKIE, language)
    return context.redirect(safeReturn(form.back), 303)
  })
  register('theme', async (context) => {
    const form = await context.req.parseBody()
    if (form.theme === 'light' || form.theme === 'dark') remember(context, 'replymark.theme', form.theme)
    return context.redirect(safeReturn(form.back), 303)
  })
}
