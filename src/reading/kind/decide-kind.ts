/**
 * The order of evidence, and what wins where pieces of it conflict (docs/methodology.en.md §2):
 *
 * 1. machine-readable reports (RFC 5965, 3464) and notices of mail systems;
 * 2. read receipts and invitations, by their content type;
 * 3. challenges: an anti-spam system speaks, whatever it wraps;
 * 4. absence, survey, promotion and transaction, each only where the words answer next to nothing;
 * 5. receipt or reply: the words decide. What the letter does (answer, or confirm and promise) outweighs every header; headers
 *    count in between, and those of ticket systems hardly at all;
 * 6. else reply.
 */
import type { BounceReport, KindClue, MessageKind } from '../../domain/message.js'
import { recogniseFeedback } from '../bounce/feedback-report.js'
import { readBounce } from '../bounce/read-bounce.js'
import { recogniseReport } from '../bounce/recognise-bounce.js'
import { ACKNOWLEDGEMENT_RULES } from './acknowledgement.js'
import { CHALLENGE_RULES } from './challenge.js'
import { gatherFeatures, type KindEvidence } from './features.js'
import { MARKETING_RULES } from './marketing.js'
import { OUT_OF_OFFICE_RULES } from './out-of-office.js'
import { REPLY_RULES } from './reply.js'
import type { KindRule } from './rule.js'
import { SURVEY_RULES } from './survey.js'
import { UNRELATED_RULES } from './unrelated.js'

/** What a message is, how surely, and why. */
export interface KindDecision {
  readonly kind: MessageKind
  /** 0–1. */
  readonly confidence: number
  readonly clue: KindClue
  readonly bounce: BounceReport | null
}

/** Rules after the reports, in their order; the first that finds something decides. */
export const KIND_RULES: readonly KindRule[] = [
  ...UNRELATED_RULES.filter(({ id }) => id !== 'transaction'),
  ...CHALLENGE_RULES,
  ...OUT_OF_OFFICE_RULES,
  ...SURVEY_RULES,
  ...MARKETING_RULES,
  ...UNRELATED_RULES.filter(({ id }) => id === 'transaction'),
  ...ACKNOWLEDGEMENT_RULES,
  ...REPLY_RULES,
]

function decideReport({ mail, subject, bodyText }: KindEvidence): KindDecision | null {
  const feedback = recogniseFeedback(mail, subject, bodyText)
  if (feedback) {
    const { confidence, rule, seen } = feedback
    return { kind: 'feedback-loop', confidence, clue: { rule, seen }, bounce: null }
  }
  // A bare body has no sender: it cannot be the notice of a mail system.
  if (mail.headers.fields.length === 0) return null
  const reading = readBounce(mail, bodyText)
  const report = recogniseReport(mail, subject, reading)
  if (!report) return null
  const { kind, confidence, rule, seen } = report
  if (kind === 'complaint') return { kind: 'feedback-loop', confidence, clue: { rule, seen }, bounce: null }
  if (kind === 'delivery-receipt') return { kind: 'unrelated', confidence, clue: { rule, seen }, bounce: null }
  return { kind, confidence, clue: { rule, seen }, bounce: reading.report() }
}

/** Decides the kind of a message. */
export function decideKind(evidence: KindEvidence): KindDecision {
  const report = decideReport(evidence)
  if (report) return report
  const features = gatherFeatures(evidence)
  for (const rule of KIND_RULES) {
    const found = rule.find(features)
    if (found) {
      return { kind: rule.kind, confidence: found.confidence, clue: { rule: rule.id, seen: found.seen }, bounce: null }
    }
  }
  return { kind: 'reply', confidence: 0.5, clue: { rule: 'nothing-else', seen: '' }, bounce: null }
}
