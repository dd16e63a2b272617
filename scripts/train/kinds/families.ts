/**
 * Families of systems: the headers, senders and shapes that each is known for (facts, not wordings), and what it sends. Help desks
 * send receipts, notices and people's answers under the same headers. Some mails lose their telling headers on purpose: a system
 * that nobody here has met has none that are known.
 */
import type { MessageKind } from '../../../src/domain/message.js'
import type { Random } from '../../../src/ranking/random.js'
import type { Facts } from './slots.js'

/** What a family sends, and how it looks. */
export interface Family {
  readonly id: string
  /** Systems left out together when the model is judged. */
  readonly group: 'desk' | 'site' | 'mailing' | 'mailbox' | 'person' | 'guard' | 'portal'
  readonly kinds: readonly MessageKind[]
  /** Headers of every mail it sends. */
  readonly headers: (facts: Facts, random: Random) => readonly string[]
  /** Headers of what no person wrote; some systems mark it, most do not. */
  readonly automatic?: (facts: Facts, random: Random) => readonly string[]
  /** Local parts of its senders, and whether a person's name stands before the address. */
  readonly senders: readonly string[]
  readonly bodies: readonly ('plain' | 'html' | 'both')[]
  /** How HTML is laid out. */
  readonly layout: 'bare' | 'card' | 'newsletter' | 'outlook'
  /** Share of its mails that refer to ours by In-Reply-To. */
  readonly threads: number
}

const DESK: readonly MessageKind[] = [
  'acknowledgement',
  'reply',
  'reply',
  'survey',
  'forwarding-notice',
  'answered-elsewhere',
]
const SITE: readonly MessageKind[] = [
  'acknowledgement',
  'acknowledgement',
  'transactional',
  'forwarding-notice',
  'answered-elsewhere',
]
const MAILING: readonly MessageKind[] = [
  'marketing',
  'marketing',
  'survey',
  'transactional',
  'unrelated',
  'acknowledgement',
]
const MAILBOX: readonly MessageKind[] = ['out-of-office', 'out-of-office', 'acknowledgement', 'forwarding-notice']
const SERVICE = [
  'contact',
  'support',
  'service.client',
  'sav',
  'help',
  'hello',
  'bonjour',
  'customerservice',
  'relation-client',
  'info',
]
const SILENT = ['noreply', 'no-reply', 'ne-pas-repondre', 'donotreply', 'notifications', 'nepasrepondre']
const hex = (random: Random, length: number) =>
  Array.from({ length }, () => '0123456789abcdef'[random.below(16)]!).join('')
const number = (random: Random) => String(10_000 + random.below(9_000_000))

interface Brief {
  readonly id: string
  readonly headers: readonly string[]
  readonly automatic?: readonly string[]
}

/** `%` a number, `@` a run of hexadecimal digits. */
function filled(lines: readonly string[]): (facts: Facts, random: Random) => readonly string[] {
  return (facts, random) =>
    lines.map((line) =>
      line
        .replace(/%/g, () => number(random))
        .replace(/~/g, () => hex(random, 16))
        .replace(/DOMAIN/g, facts.domain),
    )
}

const GENERATED = 'Auto-Submitted: auto-generated'
const REPLIED = 'Auto-Submitted: auto-replied'
const SUPPRESS = 'X-Auto-Response-Suppress: All'
const BULK = 'Precedence: bulk'

const DESKS: readonly Brief[] = [
  {
    id: 'zendesk',
    headers: [
      'X-Mailer: Zendesk Mailer',
      'X-Zendesk-From-Account-Id: ~',
      GENERATED,
      SUPPRESS,
      'Message-ID: <%_~@zendesk.com>',
    ],
  },
  { id: 'freshdesk', headers: ['X-FD-Account: %', 'Message-ID: <%.~@freshdesk.com>'], automatic: [GENERATED] },
  {
    id: 'salesforce',
    headers: [
      'X-SFDC-LK: 00D%',
      'X-SFDC-User: 005%',
      'X-Sender: postmaster@salesforce.com',
      'Message-ID: <~@sfdc.net>',
    ],
    automatic: ['X-SFDC-EmailCategory: workflowActionAlert'],
  },
  {
    id: 'gorgias',
    headers: ['X-Gorgias-Internal-Message-Id: %', 'List-Unsubscribe: <mailto:u@DOMAIN>'],
    automatic: [REPLIED],
  },
  { id: 'intercom', headers: ['X-Intercom-Bin: ~', 'X-Mailer: Intercom', BULK] },
  { id: 'front', headers: ['X-Mailer: Front (1.0; cnv_%)', 'Message-ID: <~@frontapp.com>'] },
  { id: 'helpscout', headers: ['X-HelpScout-Mailbox-Id: %', SUPPRESS], automatic: [REPLIED] },
  {
    id: 'zammad',
    headers: ['X-Mailer: Zammad Mail Service', 'X-Powered-By: Zammad'],
    automatic: [GENERATED, BULK, SUPPRESS],
  },
  {
    id: 'otrs',
    headers: ['X-Mailer: OTRS Mail Service (6.0.30)', 'X-Powered-By: OTRS'],
    automatic: ['X-OTRS-Loop: DOMAIN', BULK, REPLIED],
  },
  {
    id: 'request-tracker',
    headers: ['RT-Ticket: DOMAIN #%', 'RT-Originator: a@DOMAIN', 'Managed-by: RT 5.0', 'X-RT-Loop-Prevention: DOMAIN'],
    automatic: [BULK],
  },
  {
    id: 'osticket',
    headers: ['X-Mailer: osTicket Mailer'],
    automatic: [REPLIED, 'X-Autoreply: yes', 'X-Auto-Response-Suppress: DR, RN, OOF, AutoReply'],
  },
  { id: 'jira', headers: ['X-JIRA-FingerPrint: ~', BULK, GENERATED] },
  { id: 'zoho', headers: ['X-Mailer: Zoho Desk', 'Message-ID: <%.~@desk.zoho.eu>'] },
  { id: 'kayako', headers: ['X-Mailer: Kayako', 'Message-ID: <~.%@DOMAIN>'], automatic: ['X-Autoreply: true'] },
  { id: 'liveagent', headers: ['X-LiveAgent-Id: ~', 'Message-ID: <la-%@ladesk.com>'] },
  {
    id: 'odoo',
    headers: ['X-Odoo-Objects: helpdesk.ticket-%', 'Message-ID: <%-openerp-message-notify@DOMAIN>', SUPPRESS],
  },
  { id: 'dynamics', headers: ['X-MS-Has-Attach:', 'Thread-Index: AQH~', 'Thread-Topic: CRM:%'] },
  {
    id: 'servicenow',
    headers: ['X-ServiceNow-Generated: true', 'X-ServiceNow-Source: Notification-~', BULK, GENERATED, SUPPRESS],
  },
  { id: 'crisp', headers: ['X-Crisp-Website: ~', 'Message-ID: <~@crisp.email>'] },
  { id: 'kustomer', headers: ['X-Kustomer-Id: ~', 'X-SG-EID: ~'] },
  { id: 'own-desk', headers: ['X-Ticket-ID: %', 'Message-ID: <ticket-%@DOMAIN>'], automatic: [GENERATED] },
  {
    id: 'own-case-tool',
    headers: ['X-Case-Reference: %', 'X-Application: relation-client'],
    automatic: ['X-Auto-Response-Suppress: OOF, AutoReply'],
  },
  { id: 'unmarked-desk', headers: [] },
]

const SITES: readonly Brief[] = [
  { id: 'wordpress', headers: ['X-Mailer: PHPMailer 6.9.1 (https://github.com/PHPMailer/PHPMailer)'] },
  { id: 'php', headers: ['X-PHP-Originating-Script: 33:contact.php', 'X-Mailer: PHP/8.2'] },
  { id: 'java', headers: ['Message-ID: <%.1.%.JavaMail.app@DOMAIN>'] },
  { id: 'symfony', headers: ['Message-ID: <~@DOMAIN>', SUPPRESS], automatic: [GENERATED] },
  { id: 'shop', headers: ['X-Mailer: shop-mailer', 'X-Entity-Ref-ID: ~'] },
  {
    id: 'ses',
    headers: [
      'X-SES-Outgoing: 2026.03.02-54.240.1.1',
      'Feedback-ID: 1.eu-west-1.~:AmazonSES',
      'Message-ID: <%-~-000000@eu-west-1.amazonses.com>',
    ],
  },
  { id: 'sendgrid-site', headers: ['X-SG-EID: ~', 'X-Entity-ID: ~'] },
  { id: 'mailgun', headers: ['X-Mailgun-Sid: ~', 'X-Mailgun-Variables: {}'] },
  { id: 'postmark', headers: ['X-PM-Message-Id: ~', 'X-PM-Tag: receipt', 'Feedback-ID: s%-_:s%:a%:postmark'] },
  { id: 'null-path', headers: ['Return-Path: <>'], automatic: [REPLIED] },
  { id: 'unmarked-site', headers: [] },
]

const MAILINGS: readonly Brief[] = [
  {
    id: 'mailchimp',
    headers: [
      'X-Mailer: Mailchimp Mailer - **CID~**',
      'X-Campaign: ~',
      'X-MC-User: ~',
      'Feedback-ID: %:%.%:us1:mc',
      'List-ID: ~ <~.list-id.mcsv.net>',
    ],
  },
  {
    id: 'brevo',
    headers: [
      'X-Mailin-EID: ~',
      'X-Mailin-Campaign: %',
      'X-CSA-Complaints: csa-complaints@eco.de',
      'Feedback-ID: 1.1.%:Sendinblue',
    ],
  },
  { id: 'mailjet', headers: ['X-MJ-Mid: ~', 'X-MJ-SMTPGUID: ~', 'Feedback-Id: %:MJ'] },
  { id: 'marketing-cloud', headers: ['X-SFMC-Stack: 7', 'x-job: %_%', 'List-ID: <%.xt.local>'] },
  { id: 'klaviyo', headers: ['X-Kmail-Account: ~', 'X-Kmail-Message: ~', 'Feedback-ID: ~:klaviyo'] },
  { id: 'sparkpost', headers: ['X-MSFBL: ~', 'X-Binding: bulk'] },
  { id: 'opinion-company', headers: ['X-Survey-Id: %', 'X-MSYS-API: {}'] },
  { id: 'own-list', headers: ['List-Id: <news.DOMAIN>', BULK] },
  { id: 'unmarked-mailing', headers: [] },
]

const MAILBOXES: readonly Brief[] = [
  { id: 'exchange', headers: ['X-MS-Exchange-Inbox-Rules-Loop: a@DOMAIN', GENERATED, SUPPRESS, 'Return-Path: <>'] },
  { id: 'exchange-bare', headers: ['Thread-Topic: question', 'Thread-Index: AQH~', 'X-MS-Has-Attach:'] },
  { id: 'gmail-vacation', headers: ['X-Autoreply: yes', REPLIED, BULK, 'Return-Path: <>'] },
  {
    id: 'sieve',
    headers: ['X-Sieve: Pigeonhole Sieve 0.5.21', 'Auto-Submitted: auto-replied (vacation)', BULK, SUPPRESS],
  },
  { id: 'unix-vacation', headers: [BULK, 'Return-Path: <>'] },
  { id: 'cpanel', headers: ['X-Autorespond: question', 'Precedence: auto_reply', REPLIED] },
  { id: 'zimbra-vacation', headers: ['Auto-Submitted: auto-replied (zimbra; vacation)', 'Precedence: bulk'] },
  { id: 'host-autoresponder', headers: ['X-Mailer: Autoresponder', 'X-Loop: DOMAIN'] },
  { id: 'unmarked-mailbox', headers: [] },
]

const PROGRAMS: readonly Brief[] = [
  {
    id: 'outlook',
    headers: [
      'Thread-Topic: question',
      'Thread-Index: AQH~',
      'Accept-Language: fr-FR, en-US',
      'X-MS-Has-Attach:',
      'X-Originating-IP: [192.0.2.7]',
      'Message-ID: <PR3P~@PR3P19.EURPRD.PROD.OUTLOOK.COM>',
    ],
  },
  { id: 'gmail', headers: ['X-Gm-Message-State: AOJu0Y~', 'Message-ID: <CAK~@mail.gmail.com>'] },
  { id: 'apple', headers: ['X-Mailer: Apple Mail (2.3826.300.87.4.3)', 'Mime-Version: 1.0 (Mac OS X Mail 16.0)'] },
  { id: 'iphone', headers: ['X-Mailer: iPhone Mail (22D72)'] },
  { id: 'thunderbird', headers: ['User-Agent: Mozilla Thunderbird', 'Content-Language: fr'] },
  { id: 'roundcube', headers: ['User-Agent: Roundcube Webmail/1.6.5'] },
  {
    id: 'zimbra',
    headers: [
      'X-Mailer: Zimbra 9.0.0 (ZimbraWebClient - FF120)',
      'X-Originating-IP: [192.0.2.8]',
      'Thread-Index: ~',
      'Thread-Topic: question',
    ],
  },
  {
    id: 'open-xchange',
    headers: ['X-Mailer: Open-Xchange Mailer v7.10.6', 'X-Originating-Client: open-xchange-appsuite'],
  },
  { id: 'notes', headers: ['X-Mailer: HCL Notes Release 12.0', 'X-MIMETrack: Serialize by Router'] },
  { id: 'unmarked-person', headers: [] },
]

const GUARDS: readonly Brief[] = [
  { id: 'guard-marked', headers: [REPLIED, BULK, 'Return-Path: <>'] },
  { id: 'guard-own', headers: ['X-Challenge-Id: ~', 'X-Mailer: mail-guard'] },
  { id: 'guard-unmarked', headers: [] },
]

const PORTALS: readonly Brief[] = [
  { id: 'bank-portal', headers: ['X-Notification-Type: secure-message', GENERATED] },
  { id: 'encrypted-mail', headers: ['X-Secure-Mail: yes', 'X-ProofpointSecure: true'] },
  { id: 'voice-mail', headers: ['X-Voicemail: 1', GENERATED] },
  { id: 'portal-unmarked', headers: [] },
]

function family(brief: Brief, rest: Omit<Family, 'id' | 'headers' | 'automatic'>): Family {
  return {
    ...rest,
    id: brief.id,
    headers: filled(brief.headers),
    ...(brief.automatic ? { automatic: filled(brief.automatic) } : {}),
  }
}

/** Every family. */
export const FAMILIES: readonly Family[] = [
  ...DESKS.map((brief) =>
    family(brief, {
      group: 'desk',
      kinds: DESK,
      senders: SERVICE,
      bodies: ['plain', 'html', 'both'],
      layout: 'card',
      threads: 0.6,
    }),
  ),
  ...SITES.map((brief) =>
    family(brief, {
      group: 'site',
      kinds: SITE,
      senders: [...SILENT, ...SERVICE],
      bodies: ['plain', 'html', 'html', 'both'],
      layout: 'card',
      threads: 0.08,
    }),
  ),
  ...MAILINGS.map((brief) =>
    family(brief, {
      group: 'mailing',
      kinds: MAILING,
      senders: [...SILENT, 'news', 'newsletter', 'hello', 'feedback', 'contact'],
      bodies: ['html', 'both', 'plain'],
      layout: 'newsletter',
      threads: 0.03,
    }),
  ),
  ...MAILBOXES.map((brief) =>
    family(brief, {
      group: 'mailbox',
      kinds: MAILBOX,
      senders: ['PERSON', 'PERSON', ...SERVICE],
      bodies: ['plain', 'html'],
      layout: 'bare',
      threads: 0.7,
    }),
  ),
  ...PROGRAMS.map((brief) =>
    family(brief, {
      group: 'person',
      kinds: [
        'reply',
        'reply',
        'reply',
        'reply',
        'reply',
        'reply',
        'reply',
        'unrelated',
        'acknowledgement',
        'reading-receipt',
        'answered-elsewhere',
      ],
      senders: ['PERSON', ...SERVICE],
      bodies: ['plain', 'html', 'both'],
      layout: 'outlook',
      threads: 0.85,
    }),
  ),
  ...GUARDS.map((brief) =>
    family(brief, {
      group: 'guard',
      kinds: ['challenge'],
      senders: ['PERSON', ...SILENT, 'challenge', 'filter'],
      bodies: ['plain', 'html'],
      layout: 'bare',
      threads: 0.4,
    }),
  ),
  ...PORTALS.map((brief) =>
    family(brief, {
      group: 'portal',
      kinds: ['answered-elsewhere'],
      senders: [...SILENT, ...SERVICE],
      bodies: ['plain', 'html'],
      layout: 'card',
      threads: 0.2,
    }),
  ),
]
