/** Forged mails: what somebody sends who knows a probe's address and Message-ID, as the operator's own server delivers it. */
import { formatMailDate } from '../../src/calendar/rfc5322-date.js'
import type { Brand } from '../../src/domain/brand.js'
import type { Probe } from '../../src/domain/probe.js'
import { HOUR_MS, type Instant } from '../../src/domain/time.js'
import { OWN_SERVER, practiceOf } from '../../src/sandbox/trace.js'

/** What a forger has. */
export interface Target {
  readonly brand: Brand
  /** The probe that is to be answered. */
  readonly probe: Probe & { readonly sentAt: Instant; readonly messageId: string }
  /** Another probe to the same brand. */
  readonly sibling: Probe & { readonly messageId: string }
  /** Another brand, whose own domain vouches for its mail. */
  readonly rival: Brand
  /** Bytes of a genuine answer to the sibling, as the brand wrote them; null where there is none. */
  readonly genuine: string | null
}

/** A forged mail and when the mailbox dates it. */
export interface ForgedMail {
  readonly raw: string
  readonly at: Instant
}

const EVIL = 'attaquant.example'
const BAD_TEXT = 'Non.\n\nDébrouillez vous, sa nous regarde pas.'
const MINUTE_MS = 60_000
const ownDomain = ({ domains }: Brand) => domains[0] ?? 'brand.example'

interface Draft {
  readonly from: string
  readonly to: string
  readonly results: string
  readonly at: Instant
  readonly text?: string
  readonly inReplyTo?: string
  readonly headers?: readonly string[]
  /** When the server delivered it; `at` by default. */
  readonly deliveredAt?: Instant
}

let serial = 0

/** A mail with the operator's own trace above it. */
function mail(draft: Draft): ForgedMail {
  serial += 1
  const lines = [
    `Authentication-Results: ${OWN_SERVER}; ${draft.results}`,
    `Received: from mx.${EVIL} by ${OWN_SERVER} with ESMTPS; ${formatMailDate(draft.deliveredAt ?? draft.at)}`,
    ...(draft.headers ?? []),
    `From: ${draft.from}`,
    `To: ${draft.to}`,
    'Subject: Re: votre demande',
    `Date: ${formatMailDate(draft.at)}`,
    `Message-ID: <forged.${serial}@${EVIL}>`,
    ...(draft.inReplyTo ? [`In-Reply-To: ${draft.inReplyTo}`, `References: ${draft.inReplyTo}`] : []),
    'MIME-Version: 1.0',
    ...(draft.headers?.some((line) => /^Content-Type:/i.test(line))
      ? []
      : ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit']),
    '',
    draft.text ?? BAD_TEXT,
    '',
  ]
  return { raw: lines.join('\r\n'), at: draft.at }
}

const passes = (domain: string) =>
  `dkim=pass header.d=${domain}; spf=pass smtp.mailfrom=${domain}; dmarc=pass header.from=${domain}`
const disowned = (domain: string) => `dkim=none; spf=pass smtp.mailfrom=${EVIL}; dmarc=fail header.from=${domain}`
const NOBODY_ASKED = 'dkim=none; spf=none; dmarc=none'
const LISTED = ['5.7.1', '554 5.7.1 Client host [192.0.2.9] blocked using bl.lists.example'] as const
const soon = ({ probe }: Target) => probe.sentAt + 2 * MINUTE_MS

/** A report of non-delivery (RFC 3464). @param said status and words of the refusing server */
function report(
  target: Target,
  from: string,
  results: string,
  said: readonly [status: string, words: string] = ['5.1.1', '550 5.1.1 User unknown'],
): ForgedMail {
  const { probe } = target
  const [status, words] = said
  const text = [
    '--b1',
    'Content-Type: text/plain',
    '',
    `<${probe.recipient}>: ${words}`,
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; mx.${EVIL}`,
    '',
    `Final-Recipient: rfc822; ${probe.recipient}`,
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${words}`,
    '--b1',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${probe.messageId}`,
    '--b1--',
  ].join('\r\n')
  const type = 'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"'
  return mail({ from, to: probe.replyAddress, results, at: soon(target), text, headers: [type] })
}

/** A wrong reply in the brand's own name, minutes after the question. */
function earlyReply(target: Target, results: string): ForgedMail {
  const { brand, probe } = target
  const from = `"${brand.name}" <${probe.recipient}>`
  return mail({ from, to: probe.replyAddress, results, at: soon(target), inReplyTo: probe.messageId })
}

/** A domain that looks like another one: `l` for `i`, `1` for `l`, or with a word more. */
function lookAlike(domain: string): string {
  const other = domain.replace(/l/, '1')
  return other === domain ? `service-${domain}` : other
}

/** Every forgery, by name. */
export const FORGERIES: Readonly<Record<string, (target: Target) => readonly ForgedMail[]>> = {
  'the known address alone': (target) => [
    mail({ from: `Service <sav@${EVIL}>`, to: target.probe.replyAddress, results: passes(EVIL), at: soon(target) }),
  ],
  'the Message-ID alone': (target) => [
    mail({
      from: `Service <sav@${EVIL}>`,
      to: target.probe.fromAddress,
      results: passes(EVIL),
      at: soon(target),
      inReplyTo: target.probe.messageId,
    }),
  ],
  'address and Message-ID': (target) => [
    mail({
      from: `"${target.brand.name}" <sav@${EVIL}>`,
      to: target.probe.replyAddress,
      results: passes(EVIL),
      at: soon(target),
      inReplyTo: target.probe.messageId,
    }),
  ],
  'our own text quoted': (target) => [
    mail({
      from: `"${target.brand.name}" <sav@${EVIL}>`,
      to: target.probe.fromAddress,
      results: passes(EVIL),
      at: soon(target),
      text: `${BAD_TEXT}\r\n\r\n${target.probe.mail.text.replace(/^/gm, '> ')}`,
    }),
  ],
  'a look-alike domain': (target) => {
    const domain = lookAlike(ownDomain(target.brand))
    return [
      mail({
        from: `"${target.brand.name}" <contact@${domain}>`,
        to: target.probe.replyAddress,
        results: passes(domain),
        at: soon(target),
        inReplyTo: target.probe.messageId,
      }),
    ]
  },
  'the brand’s domain, DMARC failed': (target) => [
    mail({
      from: `"${target.brand.name}" <${target.probe.recipient}>`,
      to: target.probe.replyAddress,
      results: disowned(ownDomain(target.brand)),
      at: soon(target),
      inReplyTo: target.probe.messageId,
    }),
  ],
  'the brand’s domain without DMARC, sent by another': (target) => [
    mail({
      from: `"${target.brand.name}" <${target.probe.recipient}>`,
      to: target.probe.replyAddress,
      results: `dkim=none; spf=pass smtp.mailfrom=${EVIL}; dmarc=none`,
      at: soon(target),
      inReplyTo: target.probe.messageId,
    }),
  ],
  'forged Authentication-Results below the real ones': (target) => [
    mail({
      from: `"${target.brand.name}" <${target.probe.recipient}>`,
      to: target.probe.replyAddress,
      results: disowned(ownDomain(target.brand)),
      at: soon(target),
      inReplyTo: target.probe.messageId,
      headers: [`Authentication-Results: ${OWN_SERVER}; ${passes(ownDomain(target.brand))}`],
    }),
  ],
  'a genuine answer replayed to another probe': (target) =>
    target.genuine === null
      ? []
      : [
          {
            raw: [
              `Authentication-Results: ${OWN_SERVER}; ${passes(ownDomain(target.brand))}`,
              `Received: from mx.${EVIL} by ${OWN_SERVER} with ESMTPS; ${formatMailDate(target.probe.sentAt + 20 * 24 * HOUR_MS)}`,
              `Delivered-To: ${target.probe.replyAddress}`,
              target.genuine,
            ].join('\r\n'),
            at: target.probe.sentAt + 2 * MINUTE_MS,
          },
        ],
  'a date before the question': (target) => [
    mail({
      from: `"${target.brand.name}" <${target.probe.recipient}>`,
      to: target.probe.replyAddress,
      results: passes(ownDomain(target.brand)),
      at: target.probe.sentAt - HOUR_MS,
      inReplyTo: target.probe.messageId,
    }),
  ],
  'a mailbox date of 1970': (target) => [
    {
      ...mail({
        from: `"${target.brand.name}" <${target.probe.recipient}>`,
        to: target.probe.replyAddress,
        results: passes(ownDomain(target.brand)),
        at: soon(target),
        inReplyTo: target.probe.messageId,
      }),
      at: 0,
    },
  ],
  'a mailbox date far from the delivery': (target) => [
    mail({
      from: `"${target.brand.name}" <${target.probe.recipient}>`,
      to: target.probe.replyAddress,
      results: passes(ownDomain(target.brand)),
      at: soon(target),
      deliveredAt: soon(target) + 72 * HOUR_MS,
      inReplyTo: target.probe.messageId,
    }),
  ],
  'a fake bounce': (target) => [report(target, `Mail Delivery System <MAILER-DAEMON@mx.${EVIL}>`, passes(EVIL))],
  'a fake bounce in the brand’s name': (target) => [
    report(
      target,
      `Mail Delivery System <MAILER-DAEMON@${ownDomain(target.brand)}>`,
      disowned(ownDomain(target.brand)),
    ),
  ],
  'a fake bounce in our own server’s name': (target) => {
    const own = target.probe.fromAddress.split('@')[1]!
    return [report(target, `Mail Delivery System <MAILER-DAEMON@${own}>`, disowned(own))]
  },
  'a fake listing in the brand’s name': (target) => [
    report(target, `Mail Delivery System <MAILER-DAEMON@${ownDomain(target.brand)}>`, NOBODY_ASKED, LISTED),
  ],
  'a fake listing in a large provider’s name': (target) => [
    report(target, 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>', NOBODY_ASKED, LISTED),
  ],
  'a fake listing from a stranger’s server': (target) => [
    report(target, `Mail Delivery System <MAILER-DAEMON@mx.${EVIL}>`, passes(EVIL), LISTED),
  ],
  'a fake out-of-office': (target) => [
    mail({
      from: `"${target.brand.name}" <sav@${EVIL}>`,
      to: target.probe.replyAddress,
      results: passes(EVIL),
      at: soon(target),
      inReplyTo: target.probe.messageId,
      text: 'Je suis absent du bureau jusqu’au 30 et ne lis pas mes messages.',
      headers: ['Auto-Submitted: auto-replied'],
    }),
  ],
  'an early wrong reply before the real one': (target) => [
    earlyReply(
      target,
      practiceOf(ownDomain(target.brand)) === 'dmarc'
        ? `dkim=none; spf=none; dmarc=fail header.from=${ownDomain(target.brand)}`
        : 'dkim=none; spf=none; dmarc=none',
    ),
  ],
  'an early wrong reply that our server asks nobody about': (target) => [
    earlyReply(target, 'dkim=none; spf=none; dmarc=none'),
  ],
  'a help desk’s domain, DMARC failed': (target) => [
    mail({
      from: `"${target.brand.name}" <support@${target.brand.id}.zendesk.com>`,
      to: target.probe.replyAddress,
      results: disowned('zendesk.com'),
      at: soon(target),
      inReplyTo: target.probe.messageId,
    }),
  ],
  'a domain that looks like a help desk’s': (target) => [
    mail({
      from: `"${target.brand.name}" <support@${target.brand.id}.zendesk-support.example>`,
      to: target.probe.replyAddress,
      results: passes('zendesk-support.example'),
      at: soon(target),
      inReplyTo: target.probe.messageId,
    }),
  ],
  'a rival brand from its own domain': (target) => [
    mail({
      from: `"${target.rival.name}" <contact@${ownDomain(target.rival)}>`,
      to: target.probe.replyAddress,
      results: passes(ownDomain(target.rival)),
      at: soon(target),
      inReplyTo: target.probe.messageId,
    }),
  ],
  'In-Reply-To of one probe at the address of another': (target) => [
    mail({
      from: `"${target.brand.name}" <${target.probe.recipient}>`,
      to: target.probe.replyAddress,
      results: passes(ownDomain(target.brand)),
      at: soon(target),
      inReplyTo: target.sibling.messageId,
    }),
  ],
}
