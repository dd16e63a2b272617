/** Passwords and mail never cross a network in the clear: `tls: none` is for loopback only. */
import { ReplymarkError } from '../domain/error.js'
import { isLoopback } from '../domain/loopback.js'
import type { ServerAddress } from '../domain/study.js'

/**
 * Refuses an unprotected connection to another machine.
 * @throws ReplymarkError `configuration`
 */
export function checkTransport(account: string, protocol: 'smtp' | 'imap', server: ServerAddress): void {
  if (server.tls !== 'none' || isLoopback(server.host)) return
  throw new ReplymarkError(
    'configuration',
    `Account ${account} would speak ${protocol.toUpperCase()} with ${server.host} without TLS`,
    {
      place: { thing: `account ${account}` },
      hint: 'Write `tls: implicit` or `tls: starttls` in study.yaml.',
    },
  )
}
