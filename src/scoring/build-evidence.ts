/**
 * From an exchange to the evidence that criteria look at: which message is the first human reply inside the window, which the receipt.
 * Pure, so that jobs stay thin and any edition can be assessed again offline.
 */

import { type BusinessCalendar, businessHours } from '../calendar/business-hours.js'
import type { Brand } from '../domain/brand.js'
import type { AnswerEvidence, Evidence, Exchange, ReceivedMessage } from '../domain/exchange.js'
import type { Reading } from '../domain/message.js'
import type { Mistake } from '../domain/mistake.js'
import type { Persona } from '../domain/persona.js'
import type { Scenario } from '../domain/scenario.js'
import { DAY_MS, type Instant } from '../domain/time.js'

/** What evidence is built from. */
export interface EvidenceSources {
  readonly exchange: Exchange
  readonly persona: Persona
  readonly brand: Brand
  readonly scenario: Scenario
  /** Days after sending during which an answer counts. */
  readonly answerWindowDays: number
  /** Mistakes in the text of `firstReply(exchange, …)`; null where it was not proofread. */
  readonly mistakes: readonly Mistake[] | null
  /** New texts of the brand's other replies in the edition, oldest first. */
  readonly otherReplies: readonly string[]
  /** The exchange a follow-up hangs on; null for other probes. */
  readonly earlier: Exchange | null
  readonly calendar: BusinessCalendar
}

/** Oldest first; the hash decides between two of the same moment, so that order of arrival never does. */
function byAge(one: ReceivedMessage, other: ReceivedMessage): number {
  if (one.message.receivedAt !== other.message.receivedAt) return one.message.receivedAt - other.message.receivedAt
  return one.message.hash < other.message.hash ? -1 : one.message.hash > other.message.hash ? 1 : 0
}

function first(exchange: Exchange, kind: 'reply' | 'acknowledgement', windowDays: number): ReceivedMessage | null {
  const { sentAt } = exchange.probe
  const end = sentAt === null ? Number.POSITIVE_INFINITY : sentAt + windowDays * DAY_MS
  return (
    exchange.messages
      .filter(({ message, reading }) => reading.kind === kind && message.receivedAt <= end)
      .toSorted(byAge)[0] ?? null
  )
}

/** First human reply inside the answer window; null where none came. */
export function firstReply(exchange: Exchange, answerWindowDays: number): ReceivedMessage | null {
  return first(exchange, 'reply', answerWindowDays)
}

/** First automatic receipt inside the answer window; null where none came. */
export function firstAcknowledgement(exchange: Exchange, answerWindowDays: number): ReceivedMessage | null {
  return first(exchange, 'acknowledgement', answerWindowDays)
}

/** A received message as criteria see it. */
export function answerEvidence(reading: Reading, receivedAt: Instant): AnswerEvidence {
  return {
    receivedAt,
    fromName: reading.from?.name ?? '',
    fromAddress: reading.from?.address ?? '',
    subject: reading.subject,
    text: reading.text,
    signature: reading.signature,
    boilerplate: reading.boilerplate,
    language: reading.language,
    languageConfidence: reading.languageConfidence,
    unread: reading.unreadWords?.form ?? null,
  }
}

/** Builds the evidence of one exchange. */
export function buildEvidence(sources: EvidenceSources): Evidence {
  const { exchange, earlier, answerWindowDays } = sources
  const { sentAt, mail } = exchange.probe
  const reply = firstReply(exchange, answerWindowDays)
  const acknowledgement = firstAcknowledgement(exchange, answerWindowDays)
  const earlierReply = earlier ? firstReply(earlier, answerWindowDays) : null
  return {
    sentAt,
    answerWindowDays,
    question: { subject: mail.subject, text: mail.text, language: mail.language },
    persona: sources.persona,
    brand: sources.brand,
    scenario: sources.scenario,
    reply: reply ? answerEvidence(reply.reading, reply.message.receivedAt) : null,
    acknowledgement: acknowledgement
      ? answerEvidence(acknowledgement.reading, acknowledgement.message.receivedAt)
      : null,
    mistakes: reply ? sources.mistakes : null,
    otherReplies: sources.otherReplies,
    earlier:
      earlier && earlier.probe.sentAt !== null
        ? {
            sentAt: earlier.probe.sentAt,
            question: { subject: earlier.probe.mail.subject, text: earlier.probe.mail.text },
            reply: earlierReply ? answerEvidence(earlierReply.reading, earlierReply.message.receivedAt) : null,
          }
        : null,
    businessHours:
      reply && sentAt !== null
        ? businessHours(sentAt, Math.max(sentAt, reply.message.receivedAt), sources.calendar)
        : null,
  }
}
