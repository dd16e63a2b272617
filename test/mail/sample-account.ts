/** An account on loopback for tests. */
import type { Account } from '../../src/domain/study.js'

/** An account whose servers listen on these ports of this machine. */
export function sampleAccount(
  changes: Partial<Account> & { readonly smtpPort?: number; readonly imapPort?: number } = {},
): Account {
  const { smtpPort = 1, imapPort = 1, ...rest } = changes
  return {
    id: 'main',
    domain: 'shopper.example',
    addressing: 'plus',
    smtp: {
      host: '127.0.0.1',
      port: smtpPort,
      tls: 'none',
      user: 'shopper',
      passwordVariable: 'REPLYMARK_SMTP_PASSWORD',
    },
    imap: {
      host: '127.0.0.1',
      port: imapPort,
      tls: 'none',
      user: 'shopper',
      passwordVariable: 'REPLYMARK_IMAP_PASSWORD',
    },
    folders: ['INBOX'],
    sentFolder: null,
    perHour: 1000,
    dkim: null,
    ...rest,
  }
}
