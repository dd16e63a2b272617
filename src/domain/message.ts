/** One e-mail received, and what it says. */
import type { AuthenticationStatement } from './authentication.js'
import type { LanguageCode } from './language.js'
import type { Instant } from './time.js'

/**
 * What a message is. `unreadable` bytes are stored and explained, never dropped. `transactional`: order, account, password, invoice,
 * appointment; `forwarding-notice`: merged, assigned, closed, moved, a mailbox that nobody reads; `reading-receipt`: RFC 8098;
 * `answered-elsewhere`: an answer whose words are not in the mail (secure portal, voice mail, letter, announced call).
 */
export type MessageKind =
  | 'reply'
  | 'acknowledgement'
  | 'out-of-office'
  | 'bounce'
  | 'delay-notice'
  | 'challenge'
  | 'survey'
  | 'marketing'
  | 'transactional'
  | 'forwarding-notice'
  | 'reading-receipt'
  | 'answered-elsewhere'
  | 'feedback-loop'
  | 'unrelated'
  | 'unreadable'

/** Every kind, in the order in which pages list them. */
export const MESSAGE_KINDS: readonly MessageKind[] = [
  'reply',
  'acknowledgement',
  'out-of-office',
  'bounce',
  'delay-notice',
  'challenge',
  'survey',
  'marketing',
  'transactional',
  'forwarding-notice',
  'reading-receipt',
  'answered-elsewhere',
  'feedback-loop',
  'unrelated',
  'unreadable',
]

/** A message in the ledger: where its bytes are and how they came. The bytes are evidence and never change. */
export interface Message {
  /** SHA-256 of the raw bytes in hex: the identity of a message. */
  readonly hash: string
  /** Account whose mailbox held it. */
  readonly account: string
  readonly folder: string
  /** IMAP INTERNALDATE; else the topmost trusted Received header; never the sender's Date. */
  readonly receivedAt: Instant
  /** Which of the two gave `receivedAt`. */
  readonly receivedFrom: 'internaldate' | 'received-header'
  /** Bytes of the raw message. */
  readonly size: number
}

/** An address as written in a header. */
export interface MailAddress {
  /** Display name, decoded; empty where there is none. */
  readonly name: string
  /** Address, lower case in the domain; empty where the header cannot be read. */
  readonly address: string
}

/** An attachment as listed; what is opened of it are words alone, where the mail itself has none. */
export interface AttachmentSummary {
  readonly fileName: string
  readonly contentType: string
  readonly size: number
}

/**
 * How the words of an answer came that no program here reads: `encrypted` (S/MIME, PGP), `document` (a PDF without text, a word
 * processor's file), `picture`, `recording` (voice, video), `mail` (an attached mail that cannot be opened), `container` (a broken
 * winmail.dat or signature), `file` (any other).
 */
export type UnreadForm = 'encrypted' | 'document' | 'picture' | 'recording' | 'mail' | 'container' | 'file'

/** An answer that is there and was not read: a person reads it, no program marks it as empty. */
export interface UnreadWords {
  readonly form: UnreadForm
  /** Which of the reading's attachments holds the words; null where the body itself does. */
  readonly attachment: number | null
}

/** A stretch of the new text that stood in an attached file. */
export interface TextFromFile {
  /** Which of the reading's attachments it is. */
  readonly attachment: number
  /** First UTF-16 unit in `text`. */
  readonly start: number
  /** Behind its last unit. */
  readonly end: number
}

/** What a bounce or delay notice reports. */
export interface BounceReport {
  /** Enhanced status code (RFC 3463) such as `5.1.1`; null where none can be told. */
  readonly status: string | null
  /** True: permanent, the address will not work. False: temporary or policy. */
  readonly hard: boolean
  /** Reason in one word: `user-unknown`, `mailbox-full`, `expired`, `blocked`, …; the reading room lists them. */
  readonly reason: string
  /** The address that failed; null where it is not named. */
  readonly recipient: string | null
  /** Message-ID of the mail that bounced, with angle brackets; null where it is not quoted. */
  readonly originalMessageId: string | null
  /** SMTP reply code (`550`), null where none is quoted. */
  readonly replyCode: string | null
  /** The server's own words, shortened; empty where there are none. */
  readonly diagnostic: string
}

/** Why a kind was decided. */
export interface KindClue {
  /** Rule identifier, kebab-case (`dsn-content-type`, `auto-submitted-header`, `classifier`). */
  readonly rule: string
  /** What was seen, for people: header line or phrase, shortened. */
  readonly seen: string
}

/** A sign of the kind, and what it weighs. */
export interface KindSign {
  /** Name of the sign: an act of a sentence, a header, a trait of the structure, a rule. */
  readonly sign: string
  /** Log odds that it adds to the decided kind against the next likely one; negative where it speaks against it. */
  readonly weight: number
}

/** What a message says: a pure function of its bytes and the reading room's version. */
export interface Reading {
  /** Raised by the reading room whenever the same bytes may read differently. */
  readonly version: number
  readonly kind: MessageKind
  /** 0–1. */
  readonly kindConfidence: number
  readonly kindClue: KindClue
  /** Calibrated probability that a person answers the request in it, 0–1; only that stops the clock. Absent in readings made before version 7. */
  readonly replyProbability?: number
  /** Signs that weighed most in the decision, heaviest first; absent in readings made before version 7, empty where a standard decided. */
  readonly kindSigns?: readonly KindSign[]
  /** Message-ID with angle brackets; null where absent. */
  readonly messageId: string | null
  readonly inReplyTo: readonly string[]
  readonly references: readonly string[]
  readonly from: MailAddress | null
  /** Reply-To of the sender; never used as the sender's identity. */
  readonly replyTo: readonly MailAddress[]
  /** Every address it was sent or delivered to: To, Cc, Delivered-To, X-Original-To, Envelope-To; lower case. */
  readonly recipients: readonly string[]
  readonly subject: string
  /** The sender's Date header, shown only, never used for a delay; null where unreadable. */
  readonly date: Instant | null
  /** Newly written text with its greeting and closing formula, without quote and signature; LF line ends. */
  readonly text: string
  /** Quoted earlier mail with its header line; empty where there is none. */
  readonly quoted: string
  /** Signature block; empty where there is none. */
  readonly signature: string
  /** Legal notices, antivirus footers, banners, ticket wrappers; empty where there are none. */
  readonly boilerplate: string
  /** Language of `text`; null where it is too short to tell. */
  readonly language: LanguageCode | null
  /** 0–1. */
  readonly languageConfidence: number
  readonly attachments: readonly AttachmentSummary[]
  /** Stretches of `text` that stood in attached files; absent in readings made before version 4. */
  readonly textFromFiles?: readonly TextFromFile[]
  /** Set where the words of the answer lie in a form that is not read here; null where `text` is what was written, absent before version 4. */
  readonly unreadWords?: UnreadWords | null
  /** Set for `bounce` and `delay-notice`; else null. */
  readonly bounce: BounceReport | null
  /** Message-IDs found in embedded messages (message/rfc822, text/rfc822-headers, bounced originals). */
  readonly embeddedMessageIds: readonly string[]
  /** What servers say of its authenticity, topmost first; absent in readings before version 5. */
  readonly authentication?: readonly AuthenticationStatement[]
  /** Date of the topmost Received field, which the operator's own server wrote; null where none can be read; absent before version 5. */
  readonly topmostReceivedAt?: Instant | null
  /** Why the bytes could not be read in full or for sure (limits, broken structure, a Date without zone); empty where nothing was wrong. */
  readonly problems: readonly string[]
}
