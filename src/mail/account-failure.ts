/** One clear sentence for what mail servers and sockets say when an account does not work. */
import { ReplymarkError } from '../domain/error.js'
import type { ServerAddress } from '../domain/study.js'

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined
}

function text(error: unknown, name: string): string {
  const value = property(error, name)
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, 200) : ''
}

/** Words of a server without a password that they repeat, plain or in base64 as SASL sends it. */
function without(password: string, said: string): string {
  if (password === '') return said
  const forms = [
    password,
    Buffer.from(password)
      .toString('base64')
      .replace(/={1,2}$/, ''),
  ]
  return forms.reduce((words, form) => words.replaceAll(form, '…'), said)
}

/** Codes of sockets, resolvers and the mail libraries that mean: nobody answers there. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no such host name',
  EAI_AGAIN: 'the name cannot be looked up',
  EDNS: 'the name cannot be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'it does not answer',
  ETIMEOUT: 'it does not answer',
  CONNECT_TIMEOUT: 'it does not answer',
  GREETING_TIMEOUT: 'it does not greet',
  ECONNRESET: 'the connection was cut',
  ECONNECTION: 'the connection was cut',
  EPIPE: 'the connection was cut',
  NoConnection: 'the connection was cut',
  EConnectionClosed: 'the connection was cut',
}

/** What servers say that turn a client away for now, though name and password may be right (RFC 5530 §3: LIMIT, UNAVAILABLE, INUSE). */
const TURNED_AWAY =
  /too many (simultaneous |concurrent )?(connections|sessions|logins)|maximum number of (connections|sessions)|\b(limit|unavailable|inuse)\b.{0,40}(connection|session|login|later)|(try|again) (again )?later|temporar|throttl|rate.?limit|\[(alert|limit|unavailable|inuse)\]/i

/** True where the server refused user name or password. */
export function isAuthenticationFailure(error: unknown): boolean {
  return property(error, 'authenticationFailed') === true || text(error, 'code') === 'EAUTH'
}

/**
 * The error to show instead of what a mail library threw.
 * @param account id of the account
 * @param role which of its servers
 * @param password taken out of the server's words, should they repeat it
 */
export function accountFailure(
  error: unknown,
  account: string,
  role: 'mailbox' | 'sending server',
  server: ServerAddress,
  password = '',
): ReplymarkError {
  if (error instanceof ReplymarkError) return error
  const place = { thing: `account ${account}` }
  const where = `${role} ${server.host}:${server.port}`
  const code = text(error, 'code')
  const said = without(password, text(error, 'responseText') || text(error, 'response') || text(error, 'message'))
  // Some servers answer LOGIN with NO where there are only too many connections: their words tell.
  if (isAuthenticationFailure(error) && TURNED_AWAY.test(`${said} ${text(error, 'serverResponseCode')}`))
    return new ReplymarkError('mailbox', `The ${where} lets user ${server.user} in no more for now: ${said}`, {
      place,
      cause: error,
      hint: 'Name and password may be right. Close other programs that read this account; the service tries again by itself.',
    })
  if (isAuthenticationFailure(error))
    return new ReplymarkError('mailbox', `The ${where} refused user ${server.user} or its password`, {
      place,
      cause: error,
      hint: `Check \`user\` in study.yaml and the environment variable ${server.passwordVariable}.`,
    })
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code))
    return new ReplymarkError('mailbox', `The ${where} could not be trusted over TLS: ${said}`, {
      place,
      cause: error,
      hint: 'Check host, port and `tls` in study.yaml (implicit or starttls), and that its certificate is valid.',
    })
  // nodemailer says ESOCKET for every socket error; the system's own code stands in the message.
  const beneath = Object.keys(UNREACHABLE).find((name) => said.includes(name))
  const why = UNREACHABLE[code === 'ESOCKET' && beneath ? beneath : code]
  if (why)
    return new ReplymarkError('mailbox', `The ${where} cannot be reached: ${why}`, {
      place,
      cause: error,
      hint: 'Check host and port in study.yaml and the network. The service tries again by itself.',
    })
  return new ReplymarkError('mailbox', `The ${where} failed: ${said || 'without a reason'}`, { place, cause: error })
}

/**
 * The error for a server that takes the password and does not let the account send: an address that is not its own, a daily limit,
 * a suspension. No mail is lost by it.
 * @param response the server's words
 */
export function sendingRefused(
  response: string,
  account: string,
  server: ServerAddress,
  cause: unknown,
): ReplymarkError {
  return new ReplymarkError(
    'mailbox',
    `The sending server ${server.host}:${server.port} does not let user ${server.user} send: ${response}`,
    {
      place: { thing: `account ${account}` },
      cause,
      hint: 'Nothing was burnt: the e-mails stay planned. Settle the limit, the address or the suspension with the provider; the service tries again by itself.',
    },
  )
}
