/** Sign-in, sign-out and the own account. */

import { ReplymarkError } from '../../domain/error.js'
import { inLanguage } from '../../languages/index.js'
import type { WebContext } from '../context.js'
import type { WebDependencies } from '../dependencies.js'
import { createRateLimit, SIGN_IN_RULE } from '../http/rate-limit.js'
import type { Register } from '../http/register.js'
import { safeReturn } from '../http/safe-return.js'
import { type AccountNotice, AccountPage } from '../pages/account.js'
import { SecondFactorPage, type SignInNotice, SignInPage, signInTitle } from '../pages/sign-in.js'
import { renderPage } from '../render.js'

function field(form: Record<string, unknown>, name: string): string {
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}

/** Registers them. */
export function registerAccountPages(register: Register, dependencies: WebDependencies): void {
  const { accounts, ledger, now } = dependencies
  const tries = createRateLimit(SIGN_IN_RULE, now)

  const signInPage = (context: WebContext, next: string, email: string, notice: SignInNotice) => {
    const language = context.get('language')
    context.header('cache-control', 'no-store')
    return renderPage(
      context,
      dependencies,
      { title: signInTitle(language, 'password') },
      <SignInPage language={language} next={next} email={email} notice={notice} />,
    )
  }
  const codePage = (context: WebContext, next: string, notice: SignInNotice) => {
    const language = context.get('language')
    context.header('cache-control', 'no-store')
    return renderPage(
      context,
      dependencies,
      { title: signInTitle(language, 'code') },
      <SecondFactorPage language={language} next={next} notice={notice} />,
    )
  }

  register('signInForm', (context) => {
    const expired = context.req.query('expired') === '1'
    return signInPage(context, safeReturn(context.req.query('next') ?? '/'), '', expired ? { kind: 'expired' } : null)
  })

  register('signIn', async (context) => {
    const form = await context.req.parseBody()
    const next = safeReturn(field(form, 'next') || '/')
    const email = field(form, 'email')
    // By address: guessing one person's password is slow from anywhere, and an unknown address is limited just the same.
    const key = email.trim().toLowerCase()
    const seconds = tries.take(key)
    if (seconds > 0) {
      context.status(429)
      context.header('retry-after', String(seconds))
      return signInPage(context, next, email, { kind: 'wait', seconds })
    }
    const result = await accounts.signIn(email, field(form, 'password'), context.req.raw.headers)
    if (result.outcome === 'refused') {
      ledger.audit.add({ at: now(), actor: 'web', action: 'refuse-sign-in', target: 'account', details: null })
      context.status(401)
      return signInPage(context, next, email, { kind: 'refused' })
    }
    tries.forget(key)
    if (result.outcome === 'second-factor') {
      return withCookies(context.redirect(`/sign-in/code?next=${encodeURIComponent(next)}`, 303), result.cookies)
    }
    return withCookies(context.redirect(next, 303), result.cookies)
  })

  register('secondFactorForm', (context) => codePage(context, safeReturn(context.req.query('next') ?? '/'), null))

  register('secondFactor', async (context) => {
    const form = await context.req.parseBody()
    const next = safeReturn(field(form, 'next') || '/')
    const pending = context.req.header('cookie')?.match(/replymark\.two_factor=([^;]+)/)?.[1] ?? 'none'
    const seconds = tries.take(`code:${pending}`)
    if (seconds > 0) {
      context.status(429)
      return codePage(context, next, { kind: 'wait', seconds })
    }
    const result = await accounts.signInWithCode(field(form, 'code'), context.req.raw.headers)
    if (result.outcome !== 'signed-in') {
      context.status(401)
      return codePage(context, next, { kind: 'refused' })
    }
    return withCookies(context.redirect(next, 303), result.cookies)
  })

  register('signOut', async (context) =>
    withCookies(context.redirect('/', 303), await accounts.signOut(context.req.raw.headers)),
  )

  const accountPage = (
    context: WebContext,
    notice: AccountNotice | null,
    setUp: { uri: string; backupCodes: readonly string[] } | null,
  ) => {
    const visitor = context.get('visitor')
    if (visitor?.by !== 'session') throw new ReplymarkError('forbidden', 'API keys have no account page')
    const language = context.get('language')
    const title = inLanguage({ fr: 'Mon compte', en: 'My account' }, language)
    const twoFactorEnabled = accounts.find(visitor.email)?.twoFactorEnabled ?? false
    return renderPage(
      context,
      dependencies,
      { title },
      <AccountPage
        language={language}
        visitor={visitor}
        twoFactorEnabled={twoFactorEnabled}
        setUp={setUp}
        notice={notice}
      />,
    )
  }

  register('account', (context) => accountPage(context, null, null))

  register('accountChange', async (context) => {
    const form = await context.req.parseBody()
    const { headers } = context.req.raw
    const visitor = context.get('visitor')
    const said = (done: boolean) => accountPage(context, { outcome: done ? 'done' : 'failed' }, null)
    switch (field(form, 'action')) {
      case 'change-password':
        return said(await accounts.changePassword(field(form, 'current'), field(form, 'next'), headers))
      case 'start-second-factor': {
        const setUp = await accounts.startSecondFactor(field(form, 'password'), headers)
        return accountPage(context, setUp ? null : { outcome: 'failed' }, setUp)
      }
      case 'confirm-second-factor':
        return said(await accounts.confirmSecondFactor(field(form, 'code'), headers))
      case 'stop-second-factor':
        return said(await accounts.stopSecondFactor(field(form, 'password'), headers))
      case 'sign-out-everywhere':
        if (visitor) accounts.signOutEverywhere(visitor.id)
        return withCookies(context.redirect('/sign-in', 303), await accounts.signOut(headers))
      default:
        throw new ReplymarkError('usage', 'The form names no action', {
          hint: 'Open the account page and send it again.',
        })
    }
  })
}
