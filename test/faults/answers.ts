/** Mails that come into the shopper's mailbox in a fault run; each carries a mark by which it is found again. */
import { rawMail } from '../integration/dovecot.js'
import type { Attempt } from './brand-server.js'
import type { Answer } from './plan.js'

/** Header that tells the harness's mails apart. */
export const MARK_HEADER = 'X-Fault-Mark'

/** A mail and what it is. */
export interface MarkedMail {
  readonly mark: string
  readonly kind: 'reply' | 'receipt' | 'bounce' | 'stranger'
  /** Message-ID of the probe's mail; null for a stranger's. */
  readonly messageId: string | null
  readonly raw: string
}

const REPLY =
  'Bonjour Claire,\n\nNous vous remercions de votre message. Votre colis est parti ce matin, vous le recevrez demain.\n\nBien cordialement,\nPaul Martin\nService clients'

/** The brand's own server reports: a stranger's report is left to a person. */
function bounceOf(attempt: Attempt, mark: string, contact: string): string {
  const server = `mx.${contact.slice(contact.indexOf('@') + 1)}`
  const headers = attempt.raw.slice(0, attempt.raw.indexOf('\r\n\r\n'))
  return [
    `From: Mail Delivery System <mailer-daemon@${server}>`,
    `To: ${attempt.from}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    `${MARK_HEADER}: ${mark}`,
    `Message-ID: <${mark}@${server}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="limit"',
    '',
    '--limit',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The address does not exist.',
    '--limit',
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; ${server}`,
    '',
    `Final-Recipient: rfc822; ${contact}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    '',
    '--limit',
    'Content-Type: text/rfc822-headers',
    '',
    headers,
    '--limit--',
    '',
  ].join('\r\n')
}

/** What a brand sends back, in order. */
export function answersTo(attempt: Attempt, answer: Answer, run: string): readonly MarkedMail[] {
  const local = attempt.messageId.slice(1, attempt.messageId.indexOf('@'))
  const contact = /^To: (.*)$/im.exec(attempt.raw)?.[1]?.trim() ?? ''
  const mail = (
    kind: 'reply' | 'receipt',
    text: string,
    headers: Readonly<Record<string, string>> = {},
  ): MarkedMail => {
    const mark = `${run}-${local.slice(0, 12)}-${kind}`
    const raw = rawMail(text, {
      From: `Paul <${contact}>`,
      To: attempt.from,
      'In-Reply-To': attempt.messageId,
      'Message-ID': `<${mark}@brand.example>`,
      [MARK_HEADER]: mark,
      ...headers,
    })
    return { mark, kind, messageId: attempt.messageId, raw }
  }
  const receipt = () =>
    mail('receipt', 'Votre demande est enregistrée sous le numéro 4711.', {
      'Auto-Submitted': 'auto-replied',
      Subject: 'Accusé de réception',
    })
  if (answer === 'none') return []
  if (answer === 'bounce') {
    const mark = `${run}-${local.slice(0, 12)}-bounce`
    return [{ mark, kind: 'bounce', messageId: attempt.messageId, raw: bounceOf(attempt, mark, contact) }]
  }
  const reply = mail('reply', `${REPLY}\n${local.slice(0, 8)}`)
  if (answer === 'twice') return [reply, reply]
  return answer === 'receipt-and-reply' ? [receipt(), reply] : [reply]
}

/** A mail that answers nothing. */
export function strangerMail(run: string, number: number): MarkedMail {
  const mark = `${run}-stranger-${number}`
  const raw = rawMail('Bonjour, ceci ne concerne personne.', {
    To: 'somebody@shopper.example',
    Subject: 'Soldes',
    'Message-ID': `<${mark}@elsewhere.example>`,
    From: 'Elsewhere <news@elsewhere.example>',
    [MARK_HEADER]: mark,
  })
  return { mark, kind: 'stranger', messageId: null, raw }
}
