/** One mystery e-mail. */
import type { StudyLanguage } from './language.js'
import type { Instant } from './time.js'

/**
 * Life of a probe; see docs/design.md, promises 1 and 2. `uncertain`: crash while sending, outcome unknown; never sent again by
 * itself. `undelivered`: it never reached the brand for a reason of our own making, and counts for nobody. `void`: a person took it
 * out after it was handed over, with a reason; it counts for nobody.
 */
export type ProbeState =
  | 'planned'
  | 'sending'
  | 'sent'
  | 'answered'
  | 'unanswered'
  | 'bounced'
  | 'refused'
  | 'undelivered'
  | 'uncertain'
  | 'cancelled'
  | 'void'

/** A probe as planned: who writes what to whom, and when. */
export interface PlannedProbe {
  /** `edition/brand/scenario`, unique in a study. */
  readonly id: string
  readonly edition: string
  readonly brand: string
  readonly scenario: string
  readonly persona: string
  /** Identifier of the scenario variant drawn. */
  readonly variant: string
  readonly account: string
  /** Address of the brand that receives it. */
  readonly recipient: string
  /** What makes its reply address its own, unique in a study: the tag behind `+`, or the whole local part. */
  readonly token: string
  readonly dueAt: Instant
  /** Probe id of the earlier exchange, for a follow-up; else null. */
  readonly followsProbe: string | null
}

/** The text of a probe, rendered. */
export interface ComposedMail {
  readonly subject: string
  /** Plain text, LF line ends. */
  readonly text: string
  readonly language: StudyLanguage
  /** SHA-256 in hex over subject and text, published afterwards so that a brand can tell which mail was ours. */
  readonly hash: string
}

/** A probe in the ledger. */
export interface Probe extends PlannedProbe {
  readonly state: ProbeState
  readonly mail: ComposedMail
  /** Display name and address in From. */
  readonly fromName: string
  readonly fromAddress: string
  /** Address that answers come to (with the token). */
  readonly replyAddress: string
  /** Message-ID with angle brackets, fixed before the SMTP dialogue; null while planned. */
  readonly messageId: string | null
  /** SMTP acceptance; null until then. */
  readonly sentAt: Instant | null
  /** Last SMTP answer or reason for its state; null where there is none. */
  readonly stateReason: string | null
}
