/**
 * The order of evidence (docs/methodology.en.md §2):
 *
 * 1. machine-readable reports (RFC 5965, 3464) and notices of mail systems;
 * 2. read receipts and invitations, by their content type;
 * 3. the learnt decision over all signs: what the sentences do, headers, structure, and what each rule finds. A reply needs
 *    evidence of its own; how surely a person answers is a probability of its own, and what is doubtful goes to a person;
 * 4. where no words can be read, the rules alone, in their order.
 */
import type { BounceReport, KindClue, KindSign, MessageKind } from '../../domain/message.js'
import { recogniseFeedback } from '../bounce/feedback-report.js'
import { readBounce } from '../bounce/read-bounce.js'
import { recogniseReport } from '../bounce/recognise-bounce.js'
import { ACKNOWLEDGEMENT_RULES } from './acknowledgement.js'
import { CHALLENGE_RULES } from './challenge.js'
import { gatherFeatures, type KindEvidence } from './features.js'
import { MARKETING_RULES } from './marketing.js'
import { OUT_OF_OFFICE_RULES } from './out-of-office.js'
import { REPLY_RULES } from './reply.js'
import { type KindFeatures, type KindRule, shown } from './rule.js'
import { type LearntKind, learntKind } from './signs/learnt-kind.js'
import { SURVEY_RULES } from './survey.js'
import { UNRELATED_RULES } from './unrelated.js'

/** What a message is, how surely, and why. */
export interface KindDecision {
  readonly kind: MessageKind
  /** 0–1. */
  readonly confidence: number
  readonly clue: KindClue
  readonly bounce: BounceReport | null
  /** Calibrated probability that a person answers the request, 0–1. */
  readonly replyProbability: number
  /** Signs that weigh most; empty where a standard decided. */
  readonly signs: readonly KindSign[]
}

/** What a standard calls something else is no answer. */
const NO_ANSWER = { replyProbability: 0, signs: [] } as const

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
    return { kind: 'feedback-loop', confidence, clue: { rule, seen }, bounce: null, ...NO_ANSWER }
  }
  // A bare body has no sender: it cannot be the notice of a mail system.
  if (mail.headers.fields.length === 0) return null
  const reading = readBounce(mail, bodyText)
  const report = recogniseReport(mail, subject, reading)
  if (!report) return null
  const { kind, confidence, rule, seen } = report
  if (kind === 'complaint')
    return { kind: 'feedback-loop', confidence, clue: { rule, seen }, bounce: null, ...NO_ANSWER }
  if (kind === 'delivery-receipt')
    return { kind: 'unrelated', confidence, clue: { rule, seen }, bounce: null, ...NO_ANSWER }
  return { kind, confidence, clue: { rule, seen }, bounce: reading.report(), ...NO_ANSWER }
}

/** The sentence that speaks most plainly for the kind; empty where the mail says nothing. */
function tellingSentence({ sentences }: LearntKind): string {
  const said = sentences.filter(({ act }) => act !== 'chatter')
  const plainest = said.reduce<(typeof said)[number] | null>(
    (best, sentence) => (best === null || sentence.probability > best.probability ? sentence : best),
    null,
  )
  return plainest ? shown(`${plainest.act}: ${plainest.sentence}`) : ''
}

/** Content types that say what a message is, whatever its words. */
const BY_STANDARD: readonly KindRule[] = UNRELATED_RULES.filter(
  ({ id }) => id === 'reading-receipt' || id === 'calendar-mail',
)

/** Letters of the scripts whose words the models have met. */
const READABLE = /\p{Script=Latin}{2}/u

/** How surely a person answers where rules alone decide: they know their own kind, and next to nothing of what is none. */
const BY_RULES = { reply: 0.6, other: 0.1 } as const

/** The first rule that finds something; "nothing else" always does. */
function decideByRules(features: KindFeatures, rules: readonly KindRule[]): KindDecision | null {
  for (const rule of rules) {
    const found = rule.find(features)
    if (!found) continue
    const replyProbability = rule.kind === 'reply' ? BY_RULES.reply : BY_RULES.other
    const clue = { rule: rule.id, seen: found.seen }
    return { kind: rule.kind, confidence: found.confidence, clue, bounce: null, replyProbability, signs: [] }
  }
  return null
}

/** Decides the kind of a message. */
export function decideKind(evidence: KindEvidence): KindDecision {
  const report = decideReport(evidence)
  if (report) return report
  const features = gatherFeatures(evidence)
  const byStandard = decideByRules(features, BY_STANDARD)
  if (byStandard) return { ...byStandard, ...NO_ANSWER }
  if (!features.acts.sentences.some(({ sentence }) => READABLE.test(sentence))) {
    const byRules = decideByRules(features, KIND_RULES)
    if (byRules) return byRules
  }
  const learnt = learntKind(evidence, features, KIND_RULES)
  return {
    kind: learnt.kind,
    confidence: learnt.confidence,
    clue: { rule: 'learnt-signs', seen: tellingSentence(learnt) },
    bounce: null,
    replyProbability: learnt.replyProbability,
    signs: learnt.signs,
  }
}
