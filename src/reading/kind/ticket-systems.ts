/**
 * Ticket systems that carry the answers of people under automatic headers. Where one is recognised, its headers say nothing
 * of who wrote, only the words do.
 */
import { anyOf } from '../any-of.js'
import type { HeaderFields } from '../mime/headers.js'

interface TicketSystem {
  readonly name: string
  /** Header names that only this system writes. */
  readonly headers: RegExp
  /** Found in Message-ID, Return-Path, X-Mailer, Feedback-ID or Received. */
  readonly marks: RegExp
}

/** Help desks whose marks are known. */
export const TICKET_SYSTEMS: readonly TicketSystem[] = [
  { name: 'Zendesk', headers: /^x-zendesk/, marks: /zendesk\.com|zdsys/i },
  { name: 'Salesforce', headers: /^x-sfdc|^x-salesforce/, marks: /salesforce\.com|\bsfdc\b|\.sfdc\.net|force\.com/i },
  { name: 'Freshdesk', headers: /^x-fd-|^x-freshdesk/, marks: /freshdesk\.com|freshemail\.io|fwpss/i },
  { name: 'Dynamics', headers: /^x-ms-dynamics|^x-ms-crm/, marks: /crm\d*\.dynamics\.com|\[crm:/i },
  { name: 'Gorgias', headers: /^x-gorgias/, marks: /gorgias\.(com|io)/i },
  { name: 'Front', headers: /^x-front/, marks: /frontapp\.com|front-mail|frontapp/i },
  { name: 'Zammad', headers: /^x-zammad/, marks: /zammad/i },
  { name: 'OTRS', headers: /^x-otrs|^x-znuny/, marks: /otrs|znuny/i },
  { name: 'Intercom', headers: /^x-intercom/, marks: /intercom(-mail|-clicks)?\.(com|io)/i },
  { name: 'HubSpot', headers: /^x-hs-|^x-hubspot/, marks: /hubspot(email|starter|service)?\.(com|net)|hs-inbox/i },
  { name: 'Help Scout', headers: /^x-helpscout/, marks: /helpscout(app)?\.(com|net)/i },
  { name: 'Jira Service Management', headers: /^x-jira/, marks: /atlassian\.net|jira/i },
  { name: 'Zoho Desk', headers: /^x-zoho-desk|^x-zohodesk/, marks: /zohodesk|desk\.zoho/i },
  { name: 'osTicket', headers: /^x-osticket/, marks: /osticket/i },
  {
    name: 'Request Tracker',
    headers: /^rt-ticket|^x-rt-|^rt-originator|^managed-by/,
    marks: /\brt-\d|best practical/i,
  },
  { name: 'Kustomer', headers: /^x-kustomer/, marks: /kustomer(app)?\.com/i },
  { name: 'Crisp', headers: /^x-crisp/, marks: /crisp\.(chat|email|help)/i },
  { name: 'ServiceNow', headers: /^x-servicenow/, marks: /service-?now\.com/i },
  { name: 'Eptica', headers: /^x-eptica/, marks: /eptica|enghouse/i },
  { name: 'Easiware', headers: /^x-easi/, marks: /easiware|easicrm/i },
  { name: 'FreeScout', headers: /^x-freescout/, marks: /freescout/i },
  { name: 'LiveAgent', headers: /^x-liveagent/, marks: /liveagent|ladesk\.com/i },
  { name: 'Odoo', headers: /^x-odoo/, marks: /-openerp-|odoo\.com/i },
]

const MARKED = [
  'message-id',
  'return-path',
  'x-mailer',
  'feedback-id',
  'references',
  'in-reply-to',
  'x-sg-id',
  'list-id',
]

/** Whether any of them is named, as hardly any mail does. */
const ANY_MARK = anyOf(TICKET_SYSTEMS.map(({ marks }) => marks))
const ANY_HEADER = anyOf(TICKET_SYSTEMS.map(({ headers }) => headers))

/** Name of the ticket system a message passed through; null where none is recognised. */
export function ticketSystemOf(headers: HeaderFields): string | null {
  const marks = [...MARKED.map((name) => headers.raw(name)), ...headers.all('received').slice(0, 8)]
    .join('\n')
    .slice(0, 20_000)
  const names = headers.fields.map(({ name }) => name).filter(ANY_HEADER)
  if (names.length === 0 && !ANY_MARK(marks)) return null
  const found = TICKET_SYSTEMS.find(
    (system) => system.marks.test(marks) || names.some((name) => system.headers.test(name)),
  )
  return found?.name ?? null
}
