/** Delivery reports of the simulated post offices (RFC 3464): failures and delays, as common mail servers word them. */

import { formatMailDate } from '../calendar/rfc5322-date.js'
import type { Instant } from '../domain/time.js'
import type { Random } from '../ranking/random.js'
import type { ReceivedProbe } from './received-probe.js'

interface Failure {
  readonly status: string
  readonly code: string
  readonly words: string
}

/** How a server words that nobody has the address. */
const FAILURES: readonly Failure[] = [
  { status: '5.1.1', code: '550', words: 'Recipient address rejected: User unknown in virtual mailbox table' },
  { status: '5.1.1', code: '550', words: 'The email account that you tried to reach does not exist' },
  {
    status: '5.1.10',
    code: '550',
    words: 'RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
  },
]

/** How a server words that it takes nothing from this host or domain. */
const TURNED_AWAY: readonly Failure[] = [
  {
    status: '5.7.1',
    code: '554',
    words: 'Service unavailable; Client host [192.0.2.25] blocked using zen.spamhaus.org',
  },
  { status: '5.7.23', code: '550', words: 'The message was rejected because of Sender Policy Framework violation' },
  { status: '5.7.26', code: '550', words: 'Unauthenticated email is not accepted due to domain DMARC policy' },
  { status: '5.7.25', code: '550', words: 'Client host rejected: cannot find your reverse hostname' },
]

/** Raw bytes of a report. */
export function deliveryReport(
  probe: ReceivedProbe,
  kind: 'failed' | 'delayed' | 'turned-away',
  at: Instant,
  domain: string,
  random: Random,
): Buffer {
  const failure = random.pick(kind === 'turned-away' ? TURNED_AWAY : FAILURES)
  const boundary = `report-${random.next32().toString(16)}`
  const date = formatMailDate(at)
  const failed = kind !== 'delayed'
  const lines = [
    `Return-Path: <>`,
    `From: Mail Delivery System <MAILER-DAEMON@mx.${domain}>`,
    `To: ${probe.envelopeFrom}`,
    `Subject: ${failed ? 'Undelivered Mail Returned to Sender' : 'Delayed Mail (still being retried)'}`,
    `Date: ${date}`,
    `Message-ID: <${random.next32().toString(16)}.${random.next32().toString(16)}@mx.${domain}>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    'This is a MIME-encapsulated message.',
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `This is the mail system at host mx.${domain}.`,
    '',
    ...(failed
      ? [
          "I'm sorry to have to inform you that your message could not",
          'be delivered to one or more recipients. It is attached below.',
          '',
          `<${probe.recipient}>: host mx.${domain} said: ${failure.code} ${failure.status}`,
          `    ${failure.words}`,
        ]
      : [
          '####################################################################',
          '# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #',
          '####################################################################',
          '',
          'Your message could not be delivered for more than 4 hour(s).',
          'It will be retried until it is 5 day(s) old.',
          '',
          `<${probe.recipient}>: connect to mx.${domain}: Connection timed out`,
        ]),
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; mx.${domain}`,
    `Arrival-Date: ${formatMailDate(probe.acceptedAt)}`,
    '',
    `Final-Recipient: rfc822; ${probe.recipient}`,
    `Action: ${failed ? 'failed' : 'delayed'}`,
    `Status: ${failed ? failure.status : '4.4.1'}`,
    `Diagnostic-Code: ${failed ? `smtp; ${failure.code} ${failure.status} ${failure.words}` : 'X-Postfix; connect to host: Connection timed out'}`,
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    ...probe.headers.split('\r\n'),
    '',
    `--${boundary}--`,
    '',
  ]
  return Buffer.from(lines.join('\r\n'), 'latin1')
}
