/**
 * Sends one mail over SMTP (nodemailer's pool) and says what is known of its fate: accepted, refused, not handed over, or
 * unknown. Never tries a mail again of which a byte was handed over (docs/design.md, promise 1).
 */
import type { Readable } from 'node:stream'
import nodemailer from 'nodemailer'
import type { ReplymarkError } from '../domain/error.js'
import type { Account } from '../domain/study.js'
import type { Instant } from '../domain/time.js'
import { ownReasonIn } from '../reading/bounce/own-making.js'
import { accountFailure, isAuthenticationFailure, sendingRefused } from './account-failure.js'
import { type Letter, writeMail } from './clients/write-mail.js'
import { checkTransport } from './transport-security.js'

/** A mail ready to go: plain text, one recipient. Answers and bounces come to `replyAddress`. */
export type OutgoingMail = Letter

/** What is known of a mail after the attempt. */
export type SendOutcome =
  | { readonly outcome: 'accepted'; readonly at: Instant; readonly response: string }
  /** The server said 5xx: it will never take it. */
  | { readonly outcome: 'refused'; readonly response: string }
  /** The server said 4xx, or no byte of the mail was handed over: it can be tried again later. */
  | { readonly outcome: 'deferred'; readonly response: string }
  /** The account itself does not work (password, host, TLS) or may not send (limit, address, suspension); the mail stays to be sent. */
  | { readonly outcome: 'account-failure'; readonly failure: ReplymarkError }
  /** The connection was lost after bytes were handed over: it may have been taken. */
  | { readonly outcome: 'uncertain'; readonly response: string }

/** Sends mails of one account. */
export interface Sender {
  /** Mails that may be handed over at the same time. */
  readonly connections: number
  /** Hands one mail over. Never throws for what a server or network does. */
  send(mail: OutgoingMail): Promise<SendOutcome>
  /**
   * Connects and signs in without sending.
   * @throws ReplymarkError `mailbox`
   */
  verify(): Promise<void>
  /** Waits for the dialogues under way and closes the connections. */
  close(): Promise<void>
}

/** What a sender needs beside the account. */
export interface SenderOptions {
  readonly password: string
  readonly now: () => Instant
  /** PEM text of the DKIM key, when the account signs itself. */
  readonly dkimKey?: string
  /** Milliseconds; 30 000 for connecting, 120 000 of silence in the dialogue by default (RFC 5321 §4.5.3.2 allows 600 000 for the final dot). */
  readonly timeouts?: { readonly connect: number; readonly silence: number }
}

/** Attempts on a fresh connection when a pooled one turned out to be dead before the first byte. */
const FRESH_ATTEMPTS = 2

/** Connections at once to the account's own server; well under the 50 a client that Postfix allows by default (smtpd_client_connection_count_limit). */
const CONNECTIONS = 4

const CONNECT_MS = 30_000
const SILENCE_MS = 600_000

interface SmtpError {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
  readonly message: string
}

function oneLine(value: string): string {
  // Control characters would let a configured name or subject add header lines.
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

/** One plain address: no list, no display name, no white space that could start a header line, no encoded word (RFC 2047). */
const ONE_ADDRESS = /^(?![^@]{0,64}=\?)[^\s,;:<>()[\]"\\@]{1,64}@[A-Za-z0-9.-]{1,255}$/

/** One message identifier in angle brackets (RFC 5322 §3.6.4), short enough for a line of its own. */
const ONE_IDENTIFIER = /^<(?!.{0,500}=\?)[\x21-\x3b\x3d\x3f-\x7e]{1,500}>$/

/** Longest name or subject in characters: with its field name it stays on a line of 998 (RFC 5322 §2.1.1). */
const LONGEST_TEXT = 700

/** What is wrong with the headers of a mail; null where each address and identifier is exactly one and each text fits its line. */
function headerFault(mail: OutgoingMail): string | null {
  const address = [mail.recipient, mail.fromAddress, mail.replyAddress].find((one) => !ONE_ADDRESS.test(one))
  if (address !== undefined) return `not one plain address: ${oneLine(address).slice(0, LONGEST_TEXT)}`
  const identifier = [mail.messageId, mail.inReplyTo].find((one) => one !== null && !ONE_IDENTIFIER.test(one))
  if (identifier) return `not one message identifier: ${oneLine(identifier).slice(0, LONGEST_TEXT)}`
  const text = [mail.fromName, mail.subject].find((one) => one.length > LONGEST_TEXT)
  return text === undefined ? null : `a name or subject of ${text.length} characters`
}

/**
 * Reasons by which our own server refuses the account and not this mail; a listed host or a failed check may be what a brand's server told it,
 * and stays the mail's.
 */
const OF_THE_ACCOUNT: readonly string[] = ['sending-limit', 'sender-suspended', 'sender-rejected', 'relay-denied']

/** True where a refusal speaks of the account: at MAIL FROM there is no recipient yet (RFC 5321 §3.3), later its words must say so. */
function refusesAccount(error: SmtpError, response: string): boolean {
  if ((error.responseCode ?? 0) < 400) return false
  return error.command === 'MAIL FROM' || OF_THE_ACCOUNT.includes(ownReasonIn(response) ?? '')
}

/** Decides from the error and from whether bytes of the mail were read for the wire. */
function fateOf(error: SmtpError, bytesHandedOver: boolean, account: Account): SendOutcome {
  const response = oneLine(error.response || error.message).slice(0, 300)
  const replyCode = error.responseCode ?? 0
  // After the first byte only the reply to the whole message settles it; any other error leaves the outcome open.
  if (bytesHandedOver && !(error.code === 'EMESSAGE' && replyCode > 0)) return { outcome: 'uncertain', response }
  if (isAuthenticationFailure(error) || error.code === 'ETLS')
    return { outcome: 'account-failure', failure: accountFailure(error, account.id, 'sending server', account.smtp) }
  if (refusesAccount(error, response))
    return { outcome: 'account-failure', failure: sendingRefused(response, account.id, account.smtp, error) }
  if (replyCode >= 500 && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE'))
    return { outcome: 'refused', response }
  if (replyCode >= 400) return { outcome: 'deferred', response }
  if (error.code === 'EENVELOPE') return { outcome: 'refused', response }
  return { outcome: 'account-failure', failure: accountFailure(error, account.id, 'sending server', account.smtp) }
}

/**
 * Opens a sender for an account. Connects on first use.
 * @throws ReplymarkError `configuration` when the account would send a password in the clear over a network
 */
export function createSender(account: Account, options: SenderOptions): Sender {
  const { smtp, dkim } = account
  checkTransport(account.id, 'smtp', smtp)
  const transport = nodemailer.createTransport({
    pool: true,
    host: smtp.host,
    // The greeting of a machine of the account's own domain (RFC 5321 §4.1.1.1), not an address of this one.
    name: account.domain,
    port: smtp.port,
    secure: smtp.tls === 'implicit',
    requireTLS: smtp.tls === 'starttls',
    ignoreTLS: smtp.tls === 'none',
    ...(smtp.user ? { auth: { user: smtp.user, pass: options.password } } : {}),
    maxConnections: CONNECTIONS,
    // The pool would queue a mail again by itself when a connection closes: never.
    ...({ maxRequeues: 0 } as object),
    connectionTimeout: options.timeouts?.connect ?? CONNECT_MS,
    greetingTimeout: options.timeouts?.connect ?? CONNECT_MS,
    socketTimeout: options.timeouts?.silence ?? SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && options.dkimKey
      ? { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: options.dkimKey } }
      : {}),
  })
  // A pool without a listener would take the process down on a socket error between two mails.
  transport.on('error', () => {})

  /** Streams of the mails under way, by Message-ID: whether the wire read of them tells a mail's fate. */
  const wires = new Map<string, Readable>()
  transport.use('stream', (mail, done) => {
    const { messageId } = mail.data
    const create = mail.message.createReadStream.bind(mail.message)
    mail.message.createReadStream = (streamOptions) => {
      const stream = create(streamOptions)
      if (typeof messageId === 'string') wires.set(messageId, stream as unknown as Readable)
      return stream
    }
    done()
  })

  async function attempt(mail: OutgoingMail): Promise<SendOutcome> {
    const fault = headerFault(mail)
    if (fault) return { outcome: 'refused', response: fault }
    try {
      const clean = { ...mail, fromName: oneLine(mail.fromName), subject: oneLine(mail.subject) }
      const { raw, eightBit } = writeMail(clean, options.now())
      const info = await transport.sendMail({
        messageId: mail.messageId,
        // Bounces come back to the probe's own address.
        envelope: { from: mail.replyAddress, to: [mail.recipient], use8BitMime: eightBit },
        raw,
      } as Parameters<typeof transport.sendMail>[0])
      return { outcome: 'accepted', at: options.now(), response: oneLine(info.response) }
    } catch (error) {
      const bytesHandedOver = wires.get(mail.messageId)?.readableDidRead ?? false
      return fateOf(error as SmtpError, bytesHandedOver, account)
    } finally {
      wires.delete(mail.messageId)
    }
  }

  async function handOver(mail: OutgoingMail): Promise<SendOutcome> {
    let outcome = await attempt(mail)
    for (let tried = 1; tried < FRESH_ATTEMPTS && outcome.outcome === 'account-failure'; tried++) {
      const code = (outcome.failure.details.cause as SmtpError | undefined)?.code
      if (code !== 'ECONNECTION' && code !== 'ECONNRESET' && code !== 'ESOCKET') break
      outcome = await attempt(mail)
    }
    return outcome
  }

  /** By Message-ID: one and the same mail is never under way twice. */
  const underWay = new Map<string, Promise<SendOutcome>>()

  return {
    connections: CONNECTIONS,
    send(mail) {
      const known = underWay.get(mail.messageId)
      if (known) return known
      const sending = handOver(mail).finally(() => underWay.delete(mail.messageId))
      underWay.set(mail.messageId, sending)
      return sending
    },
    async verify() {
      try {
        await transport.verify()
      } catch (error) {
        throw accountFailure(error, account.id, 'sending server', smtp)
      }
    },
    async close() {
      await Promise.all(underWay.values())
      transport.close()
    },
  }
}
