/** Sign-in, sign-out and the own account. */

import { inLanguage, saidError, say } from '../../languages/index.js'
import type { Role } from '../accounts/role.js'
import type { WebContext } from '../context.js'
import type { WebDependencies } from '../dependencies.js'
import type { Register } from '../http/register.js'
import { safeReturn } from '../http/safe-return.js'
import { createSignInLimits } from '../http/sign-in-limits.js'
import { type AccountNotice, AccountPage } from '../pages/account.js'
import { SecondFactorPage, type SignInNotice, SignInPage, signInTitle } from '../pages/sign-in.js'
import { renderPage } from '../render.js'

/** Where each role's own work is. */
const ROOMS: Readonly<Partial<Record<Role, string>>> = { brand: '/my-brand', press: '/press', operator: '/operator' }

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
  const limits = createSignInLimits(now, dependencies.pause)

  const signInPage = (context: WebContext, next: string, email: string, notice: SignInNotice) => {
    const language = context.get('language')
    return renderPage(
      context,
      dependencies,
      { title: signInTitle(language, 'password') },
      <SignInPage language={language} next={next} email={email} notice={notice} />,
    )
  }
  const codePage = (context: WebContext, next: string, notice: SignInNotice) => {
    const language = context.get('language')
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

  /** Who came for no page in particular begins in their own room; asked only of somebody whose password was right, for it tells the role. */
  const roomOf = (email: string, next: string): string => {
    const role = next === '/' ? accounts.find(email)?.role : undefined
    return (role && ROOMS[role]) ?? next
  }

  register('signIn', async (context) => {
    const form = await context.req.parseBody()
    const email = field(form, 'email')
    const next = safeReturn(field(form, 'next') || '/')
    const client = context.get('client')
    const seconds = await limits.begin(client, email)
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
    // With a second factor the password alone is no sign-in yet: the try stays counted until the code is right.
    if (result.outcome === 'signed-in') limits.right(client, email)
    const room = roomOf(email, next)
    if (result.outcome === 'second-factor') {
      return withCookies(context.redirect(`/sign-in/code?next=${encodeURIComponent(room)}`, 303), result.cookies)
    }
    return withCookies(context.redirect(room, 303), result.cookies)
  })

  register('secondFactorForm', (context) => codePage(context, safeReturn(context.req.query('next') ?? '/'), null))

  register('secondFactor', async (context) => {
    const form = await context.req.parseBody()
    const next = safeReturn(field(form, 'next') || '/')
    // Each sign-in under way takes few codes (better-auth counts them); a client that begins many is counted here.
    const client = context.get('client')
    const seconds = await limits.begin(client, 'code')
    if (seconds > 0) {
      context.status(429)
      context.header('retry-after', String(seconds))
      return codePage(context, next, { kind: 'wait', seconds })
    }
    const result = await accounts.signInWithCode(field(form, 'code'), context.req.raw.headers)
    if (result.outcome !== 'signed-in') {
      context.status(401)
      return codePage(context, next, { kind: 'refused' })
    }
    limits.right(client, 'code')
    const cookie = result.cookies.map((one) => one.split(';')[0]).join('; ')
    const person = await accounts.visitor(new Headers({ cookie }))
    if (person) limits.right(client, person.email)
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
    if (visitor?.by !== 'session') throw saidError('forbidden', say('web.key-has-no-account'))
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
    /** Runs what asks for the current password or a code: a stolen session must not guess it. */
    const proven = async <Result,>(work: () => Promise<Result>): Promise<Result> => {
      const client = context.get('client')
      const person = `own:${visitor?.id ?? ''}`
      const seconds = await limits.begin(client, person)
      if (seconds > 0) {
        context.header('retry-after', String(seconds))
        throw saidError('rate-limited', say('web.too-many-wrong'), {
          hint: say('web.try-again-in', { seconds }),
        })
      }
      const result = await work()
      if (result) limits.right(client, person)
      return result
    }
    switch (field(form, 'action')) {
      case 'change-password':
        return said(await proven(() => accounts.changePassword(field(form, 'current'), field(form, 'next'), headers)))
      case 'start-second-factor': {
        const setUp = await proven(() => accounts.startSecondFactor(field(form, 'password'), headers))
        return accountPage(context, setUp ? null : { outcome: 'failed' }, setUp)
      }
      case 'confirm-second-factor':
        return said(await proven(() => accounts.confirmSecondFactor(field(form, 'code'), headers)))
      case 'stop-second-factor':
        return said(await proven(() => accounts.stopSecondFactor(field(form, 'password'), headers)))
      case 'sign-out-everywhere':
        if (visitor) accounts.signOutEverywhere(visitor.id)
        return withCookies(context.redirect('/sign-in', 303), await accounts.signOut(headers))
      default:
        throw saidError('usage', say('web.no-action'), {
          hint: say('web.send-account-form'),
        })
    }
  })
}
