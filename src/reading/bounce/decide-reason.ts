/**
 * Why mail was refused, and whether the address is dead (hard). Words come before codes: codes of relays are generic, and
 * servers answer `5.1.1` for blocked senders as well. Hard means that recipient or host do not exist (docs/methodology.en.md §2).
 */
import { anyOf } from '../any-of.js'
import type { BounceReason } from './reason.js'
import { REASONS_OF_MESSAGE } from './reasons-of-message.js'
import { DEAD_ADDRESS_REASONS, MAILBOX_REASONS, RESTRICTION_REASONS } from './reasons-of-recipient.js'
import { REASONS_OF_SENDER } from './reasons-of-sender.js'

/** What is known of a refusal. */
export interface RefusalEvidence {
  /** The server's words. */
  readonly diagnostic: string
  readonly status: string | null
  readonly replyCode: string | null
  /** SMTP command that was refused, lower case (`rcpt`, `data`, `mail`, `conn`); null where unknown. */
  readonly command: string | null
}

/** Reason and permanence of a refusal. */
export interface Refusal {
  readonly reason: string
  readonly hard: boolean
}

const TOLD_OF_MAILBOXES: readonly string[] = ['sending-limit', 'sender-suspended']

/** In the order in which they are looked for. */
export const BOUNCE_REASONS: readonly BounceReason[] = [
  // A sender's quota or suspension is told in the words of a full or closed mailbox.
  ...REASONS_OF_SENDER.filter(({ id }) => TOLD_OF_MAILBOXES.includes(id)),
  ...RESTRICTION_REASONS,
  ...MAILBOX_REASONS,
  ...REASONS_OF_SENDER.filter(({ id }) => id !== 'blocked' && !TOLD_OF_MAILBOXES.includes(id)),
  ...REASONS_OF_MESSAGE.filter(({ id }) => id === 'virus-detected' || id === 'spam-detected'),
  ...REASONS_OF_SENDER.filter(({ id }) => id === 'blocked'),
  ...DEAD_ADDRESS_REASONS,
  ...REASONS_OF_MESSAGE.filter(({ id }) => id !== 'virus-detected' && id !== 'spam-detected'),
]

/** Whether a reason is given in some words; in the order of the reasons. */
const REASON_GIVEN = BOUNCE_REASONS.map(({ patterns }) => anyOf(patterns))

/** Reasons by enhanced status code without its class (RFC 3463 §3, IANA SMTP Enhanced Status Codes). */
const BY_CODE: Readonly<Record<string, string>> = {
  '1.0': 'user-unknown',
  '1.1': 'user-unknown',
  '1.2': 'host-unknown',
  '1.3': 'user-unknown',
  '1.4': 'user-unknown',
  '1.6': 'has-moved',
  '1.7': 'sender-rejected',
  '1.8': 'sender-rejected',
  '1.10': 'not-accepting',
  '2.1': 'account-suspended',
  '2.2': 'mailbox-full',
  '2.3': 'message-too-big',
  '3.2': 'not-accepting',
  '3.4': 'message-too-big',
  '3.5': 'system-error',
  '4.1': 'expired',
  '4.2': 'network-error',
  '4.3': 'network-error',
  '4.4': 'network-error',
  '4.6': 'network-error',
  '4.7': 'expired',
  '7.1': 'policy-violation',
  '7.501': 'blocked',
  '7.502': 'blocked',
  '7.503': 'blocked',
  '7.511': 'blocked',
  '7.13': 'account-suspended',
  '7.25': 'no-reverse-name',
  '7.26': 'authentication-failed',
  '7.27': 'not-accepting',
}

/** What the subject of a code says where its detail is none of the above (RFC 3463 §3: "the subject sub-code classifies the status"). */
const BY_SUBJECT: Readonly<Record<string, string>> = {
  '1': 'user-unknown',
  '2': 'account-suspended',
  '3': 'system-error',
  '4': 'network-error',
  '5': 'protocol-error',
  '6': 'content-error',
  '7': 'policy-violation',
}

function reasonById(id: string): BounceReason | undefined {
  return BOUNCE_REASONS.find((reason) => reason.id === id)
}

/** The reason that an enhanced code gives; undefined where it gives none (`x.0.x` is "other or undefined"). */
function reasonByCode(status: string | null): BounceReason | undefined {
  const [, subject = '', detail = ''] = status?.split('.') ?? []
  const exact = BY_CODE[`${subject}.${detail}`]
  // A bare `x.n.0` is what relays write where they know nothing: only an address that failed is told from it.
  return reasonById(exact ?? (detail === '0' ? '' : BY_SUBJECT[subject]) ?? '')
}

/** RFC 5321 §4.2.3: 551 "user not local", 553 "mailbox name not allowed"; to RCPT they speak of the address, whatever words stand beside. */
function reasonByReply({ replyCode, command }: RefusalEvidence): BounceReason | undefined {
  const ofAddress = command === 'rcpt' && (replyCode === '551' || replyCode === '553')
  return ofAddress ? reasonById('user-unknown') : undefined
}

function isHard(reason: BounceReason, { status, replyCode }: RefusalEvidence): boolean {
  if (reason.hard !== 'unless-temporary') return reason.hard
  return !(status ?? replyCode ?? '5').startsWith('4')
}

/**
 * A server that lets the recipient pass and refuses it after DATA with a generic code, or says "unknown" of a mailbox under
 * `x.2.x` (a code for mailboxes that exist), filters: the address is not dead. Providers in Japan answer so on purpose.
 */
function isFiltered({ status, command, diagnostic }: RefusalEvidence): boolean {
  const detail = status?.slice(2) ?? '0.0'
  if (/^2\.[01]$/.test(detail)) return command !== 'rcpt'
  if (/(^|-> )\s*(\d{3}\s+)?:\s*user unknown/i.test(diagnostic)) return true
  return command === 'data' && detail === '0.0' && !/have an? .{0,80}account|invalid recipient/i.test(diagnostic)
}

/** Reasons whose words stand in the addresses of help pages. */
const NAMED_IN_LINKS: readonly string[] = ['spam-detected', 'policy-violation', 'virus-detected']

/** Decides reason and permanence. */
export function decideReason(evidence: RefusalEvidence): Refusal {
  const words = evidence.diagnostic.slice(0, 6_000).toLowerCase().replace(/\s+/g, ' ')
  // "User unknown, see https://brand.example/spam-policy": a page that explains is named after what it explains elsewhere.
  const bare = words.replace(/https?:\/\/\S{1,300}/g, ' ')
  const found =
    BOUNCE_REASONS.find(({ id }, index) => REASON_GIVEN[index]!(NAMED_IN_LINKS.includes(id) ? bare : words)) ??
    reasonByCode(evidence.status) ??
    reasonByReply(evidence)
  if (!found) return { reason: 'undetermined', hard: false }
  if (found.id === 'user-unknown') {
    if (evidence.command === 'mail' || evidence.command === 'conn') return { reason: 'sender-rejected', hard: false }
    if (isFiltered(evidence)) return { reason: 'filtered', hard: false }
  }
  return { reason: found.id, hard: isHard(found, evidence) }
}
