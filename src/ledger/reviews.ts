/** Reviews: doubts in the queue and people's decisions on them. Decisions are rows of their own, never edits. */
import { createHash } from 'node:crypto'
import { ReplymarkError } from '../domain/error.js'
import type { ReviewDecision, ReviewItem, ReviewSubject } from '../domain/review.js'
import type { Instant } from '../domain/time.js'
import type { OpenDatabase } from './database.js'
import { and, asc, eq, isNull, max, sql } from './drizzle.js'
import { reviewDecisions, reviewItems } from './schema/reviews.js'

/** A doubt with the decision that holds, null while it is open. */
export interface Review extends ReviewItem {
  readonly decision: ReviewDecision | null
}

/** What opens a review. */
export type NewReview = Pick<ReviewItem, 'subject' | 'target' | 'edition' | 'brand' | 'reason' | 'openedBy'>

/** Identifier of the review on a target: the same doubt is one item however often it comes up. */
export function reviewId(subject: ReviewSubject, target: string): string {
  return createHash('sha256').update(`${subject}\n${target}`).digest('hex').slice(0, 12)
}

/** Queries about reviews. */
export function createReviewQueries({ drizzle, transaction }: OpenDatabase) {
  const place = sql.placeholder
  const newest = drizzle
    .select({ item: reviewDecisions.item, sequence: sql<number>`max(${reviewDecisions.sequence})`.as('newest') })
    .from(reviewDecisions)
    .groupBy(reviewDecisions.item)
    .as('newest_decisions')
  const withDecision = drizzle
    .select({ item: reviewItems, decision: reviewDecisions })
    .from(reviewItems)
    .leftJoin(newest, eq(newest.item, reviewItems.id))
    .leftJoin(reviewDecisions, eq(reviewDecisions.sequence, newest.sequence))
    .$dynamic()
  const order = [asc(reviewItems.openedAt), asc(reviewItems.id)] as const
  const all = withDecision.orderBy(...order).prepare()
  const item = drizzle
    .select()
    .from(reviewItems)
    .where(eq(reviewItems.id, place('id')))
    .prepare()
  const open = drizzle
    .select({ item: reviewItems })
    .from(reviewItems)
    .leftJoin(reviewDecisions, eq(reviewDecisions.item, reviewItems.id))
    .where(and(isNull(reviewDecisions.sequence), isNull(reviewItems.withdrawnAt)))
    .orderBy(...order)
    .prepare()
  const newestDecision = drizzle
    .select({ sequence: max(reviewDecisions.sequence) })
    .from(reviewDecisions)
    .prepare()
  const decisions = drizzle
    .select()
    .from(reviewDecisions)
    .where(eq(reviewDecisions.item, place('item')))
    .orderBy(asc(reviewDecisions.sequence))
    .prepare()

  function toReview(row: {
    item: typeof reviewItems.$inferSelect
    decision: typeof reviewDecisions.$inferSelect | null
  }): Review {
    const { withdrawnAt: _, ...rest } = row.item
    if (!row.decision) return { ...rest, decision: null }
    const { sequence: __, ...decision } = row.decision
    return { ...rest, decision }
  }

  return {
    /** Reviews with the decision that holds, oldest first; all, or those of a subject and edition. */
    list(
      filter: { readonly subject?: ReviewSubject; readonly edition?: string; readonly brand?: string } = {},
    ): readonly Review[] {
      return all
        .all()
        .map(toReview)
        .filter(
          (review) =>
            (filter.subject === undefined || review.subject === filter.subject) &&
            (filter.edition === undefined || review.edition === filter.edition) &&
            (filter.brand === undefined || review.brand === filter.brand),
        )
    },
    /** Doubts nobody has decided yet, oldest first. */
    open(filter: { readonly subject?: ReviewSubject; readonly edition?: string } = {}): readonly ReviewItem[] {
      return open
        .all()
        .map((row) => toReview({ item: row.item, decision: null }))
        .filter(
          (review) =>
            (filter.subject === undefined || review.subject === filter.subject) &&
            (filter.edition === undefined || review.edition === filter.edition),
        )
        .map(({ decision: _, ...rest }) => rest)
    },
    /** The decision that holds on a target; null where nobody decided. */
    decisionOn(subject: ReviewSubject, target: string): ReviewDecision | null {
      const last = decisions.all({ item: reviewId(subject, target) }).at(-1)
      if (!last) return null
      const { sequence: _, ...decision } = last
      return decision
    },
    /** Number of the newest decision on anything; 0 where nobody decided yet. Changes whenever somebody does. */
    newestDecision(): number {
      return newestDecision.get()?.sequence ?? 0
    },
    /** All decisions on an item, oldest first. */
    decisionsOf(id: string): readonly ReviewDecision[] {
      return decisions.all({ item: id }).map(({ sequence: _, ...decision }) => decision)
    },
    /** Opens a doubt; one that is there already stays as it is (and stands again if it was withdrawn). Returns its id. */
    openItem(doubt: NewReview, at: Instant): string {
      const id = reviewId(doubt.subject, doubt.target)
      drizzle
        .insert(reviewItems)
        .values({ id, ...doubt, openedAt: at })
        .onConflictDoUpdate({ target: reviewItems.id, set: { withdrawnAt: null, reason: doubt.reason } })
        .run()
      return id
    },
    /** Takes a doubt back that a recomputation no longer has; decisions on it stay. */
    withdraw(subject: ReviewSubject, target: string, at: Instant): void {
      drizzle
        .update(reviewItems)
        .set({ withdrawnAt: at })
        .where(and(eq(reviewItems.id, reviewId(subject, target)), isNull(reviewItems.withdrawnAt)))
        .run()
    },
    /**
     * Adds a person's decision; the newest holds.
     * @throws ReplymarkError `not-found`, or `conflict` when the edition is published
     */
    decide(decision: ReviewDecision): void {
      transaction(() => {
        if (!item.get({ id: decision.item }))
          throw new ReplymarkError('not-found', `There is no review ${decision.item}`, {
            hint: '`replymark review list` shows the open ones with their ids.',
          })
        drizzle.insert(reviewDecisions).values(decision).run()
      })
    },
  }
}

/** Queries about reviews. */
export type ReviewQueries = ReturnType<typeof createReviewQueries>
