/**
 * Accounts in the ledger database, carried by better-auth: e-mail and password (scrypt), optional TOTP, sessions in the same file.
 * Nobody can sign up: people are added on the command line or by the operator. Its own HTTP routes are not mounted; pages call it.
 */
import { createHash } from 'node:crypto'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { twoFactor } from 'better-auth/plugins'
import type Database from 'better-sqlite3'
import { saidError, say } from '../../languages/index.js'
import { PASSWORD_LENGTH, passwordFault, requirePassword } from './password.js'
import { ROLES, type Role, type Visitor } from './role.js'

/** Seconds a session lives; renewed once a day while it is used. */
const SESSION_SECONDS = 7 * 24 * 3600

/** What accounts are built from. */
export interface AccountSettings {
  /** Connection to the ledger file. */
  readonly database: Database.Database
  /** Signs session cookies; at least 32 characters, from the environment. */
  readonly secret: string
  /** Address under which people open the service; https makes cookies secure. */
  readonly publicUrl: string
}

/** A person as lists show them. */
export interface AccountSummary {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly brand: string | null
  readonly twoFactorEnabled: boolean
}

/** The outcome of a sign-in: cookies to set, or a second factor to ask for, or a refusal that does not say why. */
export type SignIn =
  | { readonly outcome: 'signed-in' | 'second-factor'; readonly cookies: readonly string[] }
  | { readonly outcome: 'refused' }

function optionsOf(settings: AccountSettings) {
  return {
    database: settings.database,
    secret: settings.secret,
    baseURL: settings.publicUrl,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: PASSWORD_LENGTH },
    session: { expiresIn: SESSION_SECONDS },
    rateLimit: { enabled: false }, // ours stands before every sign-in, see http/growing-delay.ts
    advanced: { cookiePrefix: 'replymark', useSecureCookies: settings.publicUrl.startsWith('https:') },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, defaultValue: 'press', input: false },
        brand: { type: 'string', required: false, input: false },
      },
    },
    plugins: [twoFactor({ issuer: 'Replymark' })],
  } satisfies BetterAuthOptions
}

function cookiesOf(response: Response): readonly string[] {
  return response.headers.getSetCookie()
}

/** Opens the accounts of a ledger, creating their tables where they are missing. */
export async function openAccounts(settings: AccountSettings) {
  const options = optionsOf(settings)
  const auth = betterAuth(options)
  const { runMigrations } = await getMigrations(options)
  await runMigrations()
  const context = await auth.$context
  const { database } = settings

  const columns = 'id, email, name, role, brand, coalesce(twoFactorEnabled, 0) as twoFactorEnabled'
  const allAccounts = database.prepare(`select ${columns} from user order by email`)
  const accountByEmail = database.prepare(`select ${columns} from user where email = ?`)
  const dropSessions = database.prepare('delete from session where userId = ?')
  const sessionsOf = database.prepare(
    'select createdAt, updatedAt, expiresAt, ipAddress, userAgent from session where userId = ? order by createdAt',
  )
  const dropSession = database.prepare('delete from session where token = ?')
  const dropAccount = database.prepare('delete from user where id = ?')

  // A code may be right once (RFC 6238 §5.2); it is right for 90 s, so older ones need not be known.
  database.exec(`create table if not exists used_code (
    userId text not null, digest text not null, usedAt integer not null default (unixepoch()), primary key (userId, digest)
  ) strict`)
  const forgetCodes = database.prepare('delete from used_code where usedAt < unixepoch() - 600')
  const addCode = database.prepare('insert into used_code (userId, digest) values (?, ?) on conflict do nothing')
  /** Marks a code as used; false where it was used before. */
  const useCode = (userId: string, code: string): boolean => {
    forgetCodes.run()
    return addCode.run(userId, createHash('sha256').update(`${userId}:${code}`).digest('hex')).changes === 1
  }

  const summary = (row: unknown): AccountSummary => {
    const account = row as Omit<AccountSummary, 'twoFactorEnabled'> & { twoFactorEnabled: number }
    return { ...account, twoFactorEnabled: account.twoFactorEnabled === 1 }
  }

  return {
    /** Everybody with an account, by e-mail. */
    list: (): readonly AccountSummary[] => allAccounts.all().map(summary),

    /** The account of an e-mail address; null where there is none. */
    find(email: string): AccountSummary | null {
      const row = accountByEmail.get(email.trim().toLowerCase())
      return row ? summary(row) : null
    },

    /**
     * Adds a person.
     * @throws ReplymarkError `usage` for a short password, an unknown role, a brand user without brand, or an address in use
     */
    async add(person: {
      email: string
      name: string
      role: Role
      brand: string | null
      password: string
    }): Promise<AccountSummary> {
      const email = person.email.trim().toLowerCase()
      if (!/^[^\s@<>]+@[^\s@<>]+$/.test(email)) {
        throw saidError('usage', say('web.not-an-address', { email: person.email }), {
          hint: say('web.write-address'),
        })
      }
      if (!ROLES.includes(person.role)) {
        throw saidError('usage', say('web.no-role', { role: person.role }), {
          hint: say('web.roles', { roles: ROLES.join(', ') }),
        })
      }
      if (person.role === 'brand' && !person.brand) {
        throw saidError('usage', say('web.brand-user-needs-brand'), { hint: say('web.name-brand') })
      }
      requirePassword(person.password, email)
      if (accountByEmail.get(email)) {
        throw saidError('conflict', say('web.account-exists', { email }), {
          hint: say('web.other-address'),
        })
      }
      const password = await context.password.hash(person.password)
      const user = await context.internalAdapter.createUser(
        {
          email,
          name: person.name,
          emailVerified: true,
          role: person.role,
          brand: person.role === 'brand' ? person.brand : null,
        },
        { method: 'email-password' },
      )
      await context.internalAdapter.createAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password,
      })
      return summary(accountByEmail.get(email))
    },

    /** What is held on an account, without its secrets; null where there is none. */
    held(email: string) {
      const account = this.find(email)
      if (!account) return null
      return { ...account, sessions: sessionsOf.all(account.id) as readonly Readonly<Record<string, unknown>>[] }
    },

    /** Removes a person with all sessions; nothing they decided in reviews is touched. */
    remove(id: string): void {
      dropSessions.run(id)
      dropAccount.run(id)
    },

    /** Checks e-mail and password; the same refusal for an unknown address and a wrong password, after the same work. */
    async signIn(email: string, password: string, headers: Headers): Promise<SignIn> {
      const response = await auth.api.signInEmail({
        body: { email: email.trim().toLowerCase(), password },
        headers,
        asResponse: true,
      })
      if (!response.ok) return { outcome: 'refused' }
      const body = (await response.json()) as { twoFactorRedirect?: boolean }
      return { outcome: body.twoFactorRedirect ? 'second-factor' : 'signed-in', cookies: cookiesOf(response) }
    },

    /** Checks the second factor of a sign-in under way (its cookie is in the headers): a TOTP or a backup code. */
    async signInWithCode(code: string, headers: Headers): Promise<SignIn> {
      const digits = code.replace(/\s/g, '')
      const response = /^\d{6}$/.test(digits)
        ? await auth.api.verifyTOTP({ body: { code: digits }, headers, asResponse: true })
        : await auth.api.verifyBackupCode({ body: { code: digits }, headers, asResponse: true })
      if (!response.ok) return { outcome: 'refused' }
      const { token, user } = (await response.clone().json()) as { token: string; user: { id: string } }
      if (useCode(user.id, digits)) return { outcome: 'signed-in', cookies: cookiesOf(response) }
      dropSession.run(token)
      return { outcome: 'refused' }
    },

    /** Ends the session in the headers; returns the cookies that clear it. */
    async signOut(headers: Headers): Promise<readonly string[]> {
      return cookiesOf(await auth.api.signOut({ headers, asResponse: true }))
    },

    /** Ends every session of a person. */
    signOutEverywhere(userId: string): void {
      dropSessions.run(userId)
    },

    /** Starts a second factor: the `otpauth:` address to put into an app, and ten backup codes; null for a wrong password. */
    async startSecondFactor(
      password: string,
      headers: Headers,
    ): Promise<{ uri: string; backupCodes: readonly string[] } | null> {
      const response = await auth.api.enableTwoFactor({ body: { password }, headers, asResponse: true })
      if (!response.ok) return null
      const { totpURI, backupCodes } = (await response.json()) as { totpURI: string; backupCodes: string[] }
      return { uri: totpURI, backupCodes }
    },

    /** Finishes the second factor's set-up with a code of the app; false where the code is wrong. */
    async confirmSecondFactor(code: string, headers: Headers): Promise<boolean> {
      const digits = code.replace(/\s/g, '')
      // Before: the code that is right gives the session another name.
      const person = await this.visitor(headers)
      const response = await auth.api.verifyTOTP({ body: { code: digits }, headers, asResponse: true })
      if (person && response.ok) useCode(person.id, digits)
      return response.ok
    },

    /** Takes the second factor off; false for a wrong password. */
    async stopSecondFactor(password: string, headers: Headers): Promise<boolean> {
      const response = await auth.api.disableTwoFactor({ body: { password }, headers, asResponse: true })
      return response.ok
    },

    /** Changes the password and ends all other sessions; false where the current one is wrong. */
    async changePassword(current: string, next: string, headers: Headers): Promise<boolean> {
      const email = (await this.visitor(headers))?.email ?? ''
      if (passwordFault(next, email)) return false
      const response = await auth.api.changePassword({
        body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
        headers,
        asResponse: true,
      })
      return response.ok
    },

    /** The person behind a session cookie; null where there is none, or it has expired. */
    async visitor(headers: Headers): Promise<Visitor | null> {
      if (!headers.get('cookie')) return null
      const session = await auth.api.getSession({ headers })
      if (!session) return null
      const { id, email, name } = session.user
      const { role, brand } = session.user as unknown as { role: Role; brand: string | null }
      return { id, email, name, role, brand: brand ?? null, by: 'session' }
    },
  }
}

/** The accounts of one ledger. */
export type Accounts = Awaited<ReturnType<typeof openAccounts>>
