/** People's decisions: what may be decided on each kind of doubt, checked before it becomes a row. */
import { ReplymarkError } from '../domain/error.js'
import { MESSAGE_KINDS, type MessageKind } from '../domain/message.js'
import type { ReviewDecision, ReviewSubject } from '../domain/review.js'
import type { Instant } from '../domain/time.js'
import { saidError, say } from '../languages/index.js'
import { type Agreement, cohenKappa } from '../scoring/agreement.js'
import type { Ledger } from './ledger.js'
import type { Review } from './reviews.js'

/** What a person said. */
export interface ReviewInput {
  readonly item: string
  readonly decision: ReviewDecision['decision']
  /** What holds instead, as typed: probe ids with commas (none: empty), a kind, a score from 0 to 1. */
  readonly value?: string
  readonly comment?: string
  /** Decisions on the item that this person has seen: where there are more, somebody decided meanwhile and this is refused. Not asked by default. */
  readonly seen?: number
  /** What an upheld contestation came to, checked by whoever carries it out. */
  readonly outcome?: unknown
  readonly by: string
  readonly at: Instant
}

/** A moment to the minute, in UTC. */
function minute(at: Instant): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ')
}

function wrongValue(message: string, hint: string): never {
  throw new ReplymarkError('usage', message, { hint })
}

/**
 * Turns what was typed into what is stored.
 * @throws ReplymarkError `usage` for a value that cannot hold on such a doubt, `not-found` for an unknown probe
 */
export function replacementFor(ledger: Ledger, subject: ReviewSubject, value: string): unknown {
  const typed = value.trim()
  if (subject === 'match') {
    const probes = typed === '' || typed === 'none' ? [] : typed.split(',').map((id) => id.trim())
    for (const id of probes)
      if (!ledger.probes.get(id))
        throw new ReplymarkError('not-found', `Probe ${id} is not in the ledger`, {
          hint: 'Write it as EDITION/BRAND/SCENARIO.',
        })
    return probes
  }
  if (subject === 'kind')
    return MESSAGE_KINDS.includes(typed as MessageKind)
      ? typed
      : wrongValue(`${typed || 'Nothing'} is not a kind of message`, `Kinds: ${MESSAGE_KINDS.join(', ')}.`)
  if (subject === 'finding') {
    const score = Number(typed)
    return typed !== '' && score >= 0 && score <= 1
      ? { score }
      : wrongValue(`${typed || 'Nothing'} is not a score`, 'Write a number from 0 to 1.')
  }
  return typed === '' ? null : typed
}

/**
 * Stores a decision with its audit entry.
 * @throws ReplymarkError `not-found`, `usage`, or `conflict` when the edition is published
 */
export function decideReview(ledger: Ledger, input: ReviewInput): Review {
  return ledger.transaction(() => {
    const item = ledger.reviews.list().find((review) => review.id === input.item)
    if (!item)
      throw new ReplymarkError('not-found', `There is no review ${input.item}`, {
        hint: '`replymark review list` shows the open ones with their ids.',
      })
    const made = ledger.reviews.decisionsOf(item.id)
    const last = made.at(-1)
    if (last && input.seen !== undefined && input.seen < made.length)
      throw saidError(
        'conflict',
        say('review.decided-meanwhile', { by: last.decidedBy, minute: minute(last.decidedAt) }),
        {
          place: { thing: `review ${item.id}` },
          hint: say('review.look-again'),
        },
      )
    if (item.subject === 'contestation' && input.decision !== 'dismiss' && input.outcome === undefined)
      throw saidError('usage', say('review.needs-outcome'), { hint: say('review.outcomes') })
    const replacement =
      input.outcome ?? (input.decision === 'overrule' ? replacementFor(ledger, item.subject, input.value ?? '') : null)
    const decision: ReviewDecision = {
      item: item.id,
      decision: input.decision,
      replacement,
      comment: input.comment ?? '',
      decidedAt: input.at,
      decidedBy: input.by,
    }
    ledger.reviews.decide(decision)
    const details = { decision: input.decision, replacement }
    ledger.audit.add({ at: input.at, actor: input.by, action: 'decide-review', target: item.id, details })
    return { ...item, decision }
  })
}

/** How far two people agree on what both decided: each one's newest decision an item counts. */
export function agreementOf(ledger: Ledger, one: string, other: string, subject?: ReviewSubject): Agreement {
  const pairs = ledger.reviews.list(subject ? { subject } : {}).flatMap((review) => {
    const said = new Map<string, string>()
    for (const { decidedBy, decision, replacement } of ledger.reviews.decisionsOf(review.id))
      said.set(decidedBy, JSON.stringify([decision, replacement]))
    const first = said.get(one)
    const second = said.get(other)
    return first !== undefined && second !== undefined ? [[first, second] as const] : []
  })
  return cohenKappa(pairs)
}
