/**
 * People's decisions as pages and commands take them: on a doubt, on a contestation, which demands an outcome when it is upheld, and on
 * anything that nobody doubted. Every decision is a row of its own; marks are computed anew from it.
 */
import type { ReviewSubject } from '../../domain/review.js'
import type { Account } from '../../domain/study.js'
import type { Instant } from '../../domain/time.js'
import { saidError, say } from '../../languages/index.js'
import { decideReview, type ReviewInput } from '../../ledger/decide-review.js'
import type { Ledger } from '../../ledger/ledger.js'
import type { Review } from '../../ledger/reviews.js'
import { resendProbe, voidProbe } from './repair-probe.js'

/** What upholding a contestation comes to. */
export type ContestationOutcome =
  | { readonly outcome: 'void' }
  | { readonly outcome: 'resend' }
  | { readonly outcome: 'score'; readonly criterion: string; readonly score: number }

/** Subjects on which a person may decide although nobody doubted. */
export const CORRECTABLE = ['finding', 'kind', 'match'] as const satisfies readonly ReviewSubject[]

/** @throws ReplymarkError `usage` where a reason is missing */
function requireReason(comment: string | undefined): string {
  const reason = comment?.trim() ?? ''
  if (reason === '') throw saidError('usage', say('review.needs-reason'), { hint: say('review.say-why') })
  return reason
}

/**
 * An outcome as typed: `void`, `resend`, or a criterion and its score.
 * @throws ReplymarkError `usage` for anything else
 */
export function parseOutcome(typed: string): ContestationOutcome {
  const [word = '', score = '', ...more] = typed.trim().split(/\s+/)
  if ((word === 'void' || word === 'resend') && score === '') return { outcome: word }
  const value = Number(score)
  if (word !== '' && score !== '' && more.length === 0 && value >= 0 && value <= 1)
    return { outcome: 'score', criterion: word, score: value }
  throw saidError('usage', say('review.needs-outcome'), { hint: say('review.outcomes') })
}

/** @throws ReplymarkError `usage` for a criterion that the exchange was not marked by */
function requireCriterion(ledger: Ledger, probe: string, criterion: string): void {
  const marked = ledger.assessments.ofProbe(probe)?.findings.map((finding) => finding.criterion) ?? []
  if (!marked.includes(criterion))
    throw saidError('usage', say('review.no-criterion', { criterion }), {
      hint: say('review.criteria', { criteria: marked.join(', ') }),
    })
}

/** A decision on something of an exchange that nobody doubted; the doubt is opened by the person and decided at once. */
export interface Correction {
  readonly subject: (typeof CORRECTABLE)[number]
  /** `probe#criterion`, or the hash of a message. */
  readonly target: string
  /** A score, a kind, probe ids. */
  readonly value: string
  readonly comment: string
  readonly by: string
  readonly at: Instant
}

/**
 * Overrules a finding, a kind or a match, doubted or not, with a reason.
 * @throws ReplymarkError `not-found`, `usage` (no reason, a value that cannot hold), `conflict` where its edition is published
 */
export function correct(ledger: Ledger, { subject, target, value, comment, by, at }: Correction): Review {
  const reason = requireReason(comment)
  return ledger.transaction(() => {
    const [probeId = '', criterion = ''] = subject === 'finding' ? target.split('#') : []
    const attributed = subject === 'finding' ? [] : ledger.matches.attributions(target)
    const candidate = subject === 'finding' ? undefined : ledger.matches.get(target)?.candidates[0]?.probe
    const wanted = subject === 'match' ? value.split(',')[0]?.trim() : undefined
    const probe = ledger.probes.get(
      subject === 'finding' ? probeId : (attributed[0]?.probe ?? candidate ?? wanted ?? ''),
    )
    const there = subject === 'finding' ? probe !== null : ledger.readings.get(target) !== null
    if (!there) throw saidError('not-found', say('review.nothing-such', { subject, target }))
    if (subject === 'finding') requireCriterion(ledger, probeId, criterion)
    const edition = probe?.edition ?? null
    if (edition !== null && ledger.editions.brief(edition)?.state === 'published')
      throw saidError('conflict', say('review.sealed', { edition }))
    const item = ledger.reviews.openItem(
      { subject, target, edition, brand: probe?.brand ?? null, reason, openedBy: by },
      at,
    )
    return decideReview(ledger, { item, decision: 'overrule', value, comment: reason, by, at })
  })
}

function uphold(
  ledger: Ledger,
  input: ReviewInput,
  probe: string,
  outcome: ContestationOutcome,
  accounts: readonly Account[],
): void {
  const { by, at } = input
  const comment = requireReason(input.comment)
  const how = { by, at, reason: `contestation upheld: ${comment}` }
  if (outcome.outcome === 'void') voidProbe(ledger, probe, how)
  else if (outcome.outcome === 'resend') resendProbe(ledger, probe, accounts, how)
  else {
    const { criterion, score } = outcome
    requireCriterion(ledger, probe, criterion)
    correct(ledger, { subject: 'finding', target: `${probe}#${criterion}`, value: String(score), comment, by, at })
  }
}

/**
 * Stores a decision and carries out what an upheld contestation comes to, all of it or nothing.
 * @param accounts today's accounts, for an e-mail that is sent again
 * @throws ReplymarkError `not-found`, `usage`, `conflict` (published, or somebody decided meanwhile)
 */
export function decide(ledger: Ledger, input: ReviewInput, accounts: readonly Account[]): Review {
  return ledger.transaction(() => {
    const item = ledger.reviews.list().find(({ id }) => id === input.item)
    if (item?.subject !== 'contestation') return decideReview(ledger, input)
    requireReason(input.comment)
    if (input.decision === 'dismiss') return decideReview(ledger, input)
    const outcome = parseOutcome(input.value ?? '')
    const review = decideReview(ledger, { ...input, decision: 'accept', outcome })
    uphold(ledger, input, item.target, outcome, accounts)
    return review
  })
}

/**
 * Lets the decision before the last one hold again: as a decision of its own, with the same outcome.
 * @throws ReplymarkError `not-found`, or `conflict` where there is none before it, where it carried out more than a decision, or somebody
 * decided meanwhile
 */
export function undoDecision(
  ledger: Ledger,
  { item, seen, by, at }: Pick<ReviewInput, 'item' | 'by' | 'at'> & { readonly seen: number },
): Review {
  return ledger.transaction(() => {
    const before = ledger.reviews.decisionsOf(item).at(-2)
    const contested = ledger.reviews.list({ subject: 'contestation' }).some(({ id }) => id === item)
    if (!before || contested)
      throw saidError('conflict', say('review.nothing-before'), {
        place: { thing: `review ${item}` },
        hint: say('review.decide-anew'),
      })
    const { decision, replacement } = before
    const comment = `back to the decision of ${before.decidedBy}`
    return decideReview(ledger, {
      item,
      decision,
      comment,
      seen,
      by,
      at,
      ...(replacement === null ? {} : { outcome: replacement }),
    })
  })
}
