/** The real Dovecot that scripts/services.sh starts: delivery by LMTP, mailboxes by IMAP, and a proxy that cuts connections. */
import { chownSync, mkdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, connect as openSocket, type Socket } from 'node:net'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import nodemailer from 'nodemailer'
import type { Account } from '../../src/domain/study.js'
import type { Instant } from '../../src/domain/time.js'
import { sampleAccount } from '../mail/sample-account.js'

/** Where it listens; null where it was not started. */
export const dovecot = process.env.REPLYMARK_TEST_IMAP_PORT
  ? {
      host: process.env.REPLYMARK_TEST_IMAP_HOST ?? '127.0.0.1',
      imapPort: Number(process.env.REPLYMARK_TEST_IMAP_PORT),
      lmtpPort: Number(process.env.REPLYMARK_TEST_LMTP_PORT),
      password: process.env.REPLYMARK_TEST_MAIL_PASSWORD ?? '',
    }
  : null

if (!dovecot)
  console.log(
    'Skipped: suites against Dovecot. Run them with `bash scripts/services.sh run -- npx vitest run test/integration`.',
  )

function running() {
  if (!dovecot) throw new Error('Dovecot is not running')
  return dovecot
}

let users = 0

/** A mailbox of its own for each test. */
export function newUser(): string {
  users++
  return `shopper${process.pid}x${users}`
}

/** An account whose mailbox is that user's. */
export function dovecotAccount(
  user: string,
  changes: Partial<Account> & { imapPort?: number; smtpPort?: number } = {},
): Account {
  const account = sampleAccount({ imapPort: running().imapPort, ...changes })
  return { ...account, imap: { ...account.imap, user } }
}

/** Passwords of that account. */
export function passwords(): Readonly<Record<string, string>> {
  return { REPLYMARK_IMAP_PASSWORD: running().password, REPLYMARK_SMTP_PASSWORD: 'secret' }
}

/** Delivers raw mails to a user by LMTP, in order. */
export async function deliver(user: string, mails: readonly string[]): Promise<void> {
  const { host, lmtpPort } = running()
  const transport = nodemailer.createTransport({
    host,
    port: lmtpPort,
    lmtp: true,
    ignoreTLS: true,
    pool: true,
    maxConnections: 1,
  })
  for (const raw of mails)
    await transport.sendMail({
      envelope: { from: 'contact@maison-lune.example', to: [`${user}@shopper.example`] },
      raw,
    })
  transport.close()
}

let dropped = 0

/**
 * Puts a mail into a user's Maildir as a delivery agent does; the bytes are not looked at by anyone on the way.
 * @param at INTERNALDATE it gets; the machine's time by default. LMTP stamps with its own, and APPEND takes no future one.
 */
export function drop(user: string, bytes: Uint8Array, at: Instant = Date.now()): void {
  const root = process.env.REPLYMARK_TEST_MAIL_FOLDER ?? ''
  const folder = join(root, user, 'Maildir')
  const { uid, gid } = statSync(root)
  for (const name of ['', 'cur', 'new', 'tmp']) {
    mkdirSync(join(folder, name), { recursive: true })
    chownSync(join(folder, name), uid, gid)
  }
  dropped++
  const name = `${Math.floor(at / 1_000)}.M${dropped}P${process.pid}.dropped`
  writeFileSync(join(folder, 'tmp', name), bytes)
  chownSync(join(folder, 'tmp', name), uid, gid)
  // Dovecot takes a Maildir's file times for dates of arrival.
  utimesSync(join(folder, 'tmp', name), at / 1_000, at / 1_000)
  renameSync(join(folder, 'tmp', name), join(folder, 'new', name))
}

/** A short mail; `text` makes it another one. */
export function rawMail(text: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = {
    From: 'Paul <contact@maison-lune.example>',
    To: 'claire.vasseur@shopper.example',
    Subject: 'Re: Colis',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  }
  return `${Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${text.replaceAll('\n', '\r\n')}\r\n`
}

/** Runs something over an IMAP connection of the test's own. */
export async function withImap<Result>(user: string, work: (client: ImapFlow) => Promise<Result>): Promise<Result> {
  const { host, imapPort, password } = running()
  const client = new ImapFlow({
    host,
    port: imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: password },
    logger: false,
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.logout()
  }
}

/** A TCP proxy in front of the IMAP port. */
export interface CuttingProxy {
  readonly port: number
  /** Cuts each connection after so many bytes from the server; null lets all through. */
  cutAfter: number | null
  /** Connections cut so far. */
  cuts: number
  close(): Promise<void>
}

/** Starts a proxy that can cut connections in the middle of what the server says. */
export async function startCuttingProxy(): Promise<CuttingProxy> {
  const { host, imapPort } = running()
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = openSocket(imapPort, host)
    let bytes = 0
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        client.destroy()
        upstream.destroy()
      })
    }
    client.pipe(upstream)
    upstream.on('data', (chunk) => {
      const room = proxy.cutAfter === null ? chunk.length : Math.max(0, proxy.cutAfter - bytes)
      bytes += chunk.length
      client.write(chunk.subarray(0, room))
      if (room < chunk.length) {
        proxy.cuts++
        // What was let through arrives; then the line is dead.
        client.end(() => client.destroy())
        upstream.destroy()
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: CuttingProxy = {
    port: (server.address() as AddressInfo).port,
    cutAfter: null,
    cuts: 0,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
  return proxy
}
