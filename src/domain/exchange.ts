/** A probe with all messages matched to it, and the evidence that criteria look at. */
import type { Brand } from './brand.js'
import type { LanguageCode, StudyLanguage } from './language.js'
import type { Message, Reading, UnreadForm } from './message.js'
import type { Mistake } from './mistake.js'
import type { Persona } from './persona.js'
import type { Probe } from './probe.js'
import type { Scenario } from './scenario.js'
import type { Instant } from './time.js'

/** A received message with what it says. */
export interface ReceivedMessage {
  readonly message: Message
  readonly reading: Reading
}

/** A probe with all messages matched to it, oldest first. */
export interface Exchange {
  readonly probe: Probe
  readonly messages: readonly ReceivedMessage[]
}

/** A message as criteria see it. */
export interface AnswerEvidence {
  readonly receivedAt: Instant
  readonly fromName: string
  readonly fromAddress: string
  readonly subject: string
  /** New text. */
  readonly text: string
  readonly signature: string
  /** Footers and notices set apart; absent or empty where there are none. */
  readonly boilerplate?: string
  readonly language: LanguageCode | null
  readonly languageConfidence: number
  /** How the answer's words came where no program here reads them; null where `text` is what was written. */
  readonly unread: UnreadForm | null
}

/** Everything a criterion may look at. A criterion declares which keys it needs and gets only those. */
export interface Evidence {
  /** SMTP acceptance of the probe; null where it is not known (a letter marked outside any edition). */
  readonly sentAt: Instant | null
  readonly answerWindowDays: number
  readonly question: { readonly subject: string; readonly text: string; readonly language: StudyLanguage }
  readonly persona: Persona
  readonly brand: Brand
  readonly scenario: Scenario
  /** First human reply inside the window; null where none came. */
  readonly reply: AnswerEvidence | null
  /** First automatic receipt; null where none came. */
  readonly acknowledgement: AnswerEvidence | null
  /** Mistakes in the reply's new text; null where it could not be proofread (no reply, other language). */
  readonly mistakes: readonly Mistake[] | null
  /** New texts of the brand's other replies in this edition, for `individuality`. */
  readonly otherReplies: readonly string[]
  /** The earlier exchange a follow-up hangs on; null for other probes. */
  readonly earlier: {
    readonly sentAt: Instant
    readonly question: { readonly subject: string; readonly text: string }
    readonly reply: AnswerEvidence | null
  } | null
  /** Business hours elapsed between question and reply by the brand's calendar; null where there is no reply. */
  readonly businessHours: number | null
}
