/** Decides what a message is, from its headers and its words. */
import type { BounceReport, KindClue, MailAddress, MessageKind } from '../../domain/message.js'
import { recogniseFeedback } from '../bounce/feedback-report.js'
import { readBounce } from '../bounce/read-bounce.js'
import { recogniseReport } from '../bounce/recognise-bounce.js'
import type { OpenedMail } from '../mime/open-mail.js'

/** What the kind rules look at. */
export interface KindEvidence {
  readonly mail: OpenedMail
  readonly subject: string
  readonly from: MailAddress | null
  /** Newly written text, quote and signature set apart. */
  readonly newText: string
  /** The whole body as text. */
  readonly bodyText: string
  /** Quoted earlier mail. */
  readonly quoted: string
}

/** What a message is, how surely, and why. */
export interface KindDecision {
  readonly kind: MessageKind
  /** 0–1. */
  readonly confidence: number
  readonly clue: KindClue
  readonly bounce: BounceReport | null
}

/** Decides the kind of a message. */
export function decideKind({ mail, from, subject, bodyText }: KindEvidence): KindDecision {
  const feedback = recogniseFeedback(mail, subject, bodyText)
  if (feedback) {
    const { confidence, rule, seen } = feedback
    return { kind: 'feedback-loop', confidence, clue: { rule, seen }, bounce: null }
  }
  const reading = readBounce(mail, bodyText)
  const report = recogniseReport(mail, subject, reading)
  if (report) {
    const { kind, confidence, rule, seen } = report
    if (kind === 'complaint') return { kind: 'feedback-loop', confidence, clue: { rule, seen }, bounce: null }
    if (kind === 'delivery-receipt') return { kind: 'unrelated', confidence, clue: { rule, seen }, bounce: null }
    return { kind, confidence, clue: { rule, seen }, bounce: reading.report }
  }
  const automatic = mail.headers.raw('auto-submitted')
  if (automatic !== '' && !/^no\b/i.test(automatic)) {
    const clue = { rule: 'auto-submitted-header', seen: `Auto-Submitted: ${automatic.slice(0, 60)}` }
    return { kind: 'acknowledgement', confidence: 0.6, clue, bounce: null }
  }
  return {
    kind: 'reply',
    confidence: 0.5,
    clue: { rule: 'nothing-automatic', seen: from?.address ?? '' },
    bounce: null,
  }
}
