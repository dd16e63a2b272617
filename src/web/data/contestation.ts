/** What became of a brand's contestation: received, decided, by which role, with what reason, and the mark before and after. */
import type { ReviewDecision } from '../../domain/review.js'
import type { Instant } from '../../domain/time.js'
import type { WebDependencies } from '../dependencies.js'

/** Action of the audit log under which a contestation is received; its details hold the mark at that moment. */
export const CONTEST_ACTION = 'contest-mark'

/** One decision, without the name of who took it. */
export interface ContestationDecision {
  readonly decision: ReviewDecision['decision']
  /** Role of who decided; null where the account is gone or it was decided at the terminal. */
  readonly role: string | null
  readonly at: Instant
  readonly comment: string
}

/** A contestation and its answer so far. */
export interface Contestation {
  readonly receivedAt: Instant
  readonly comment: string
  /** Mark when it was received; null where it was not kept or inconclusive. */
  readonly markThen: number | null
  /** Mark as it stands; null where inconclusive. */
  readonly markNow: number | null
  /** Oldest first; empty while nobody decided. */
  readonly decisions: readonly ContestationDecision[]
}

/** The contestation of an exchange; null where nobody contested it. */
export function contestationOf(
  { ledger, accounts }: Pick<WebDependencies, 'ledger' | 'accounts'>,
  probe: string,
  edition: string,
): Contestation | null {
  const item = ledger.reviews.list({ subject: 'contestation', edition }).find(({ target }) => target === probe)
  if (!item) return null
  const received = ledger.audit.ofTarget(probe).find(({ action }) => action === CONTEST_ACTION)
  const details = received?.details as { readonly mark?: unknown } | null | undefined
  return {
    receivedAt: item.openedAt,
    comment: item.reason,
    markThen: typeof details?.mark === 'number' ? details.mark : null,
    markNow: ledger.assessments.ofProbe(probe)?.mark ?? null,
    decisions: ledger.reviews.decisionsOf(item.id).map(({ decision, decidedAt, decidedBy, comment }) => ({
      decision,
      role: decidedBy.startsWith('user:') ? (accounts.find(decidedBy.slice('user:'.length))?.role ?? null) : null,
      at: decidedAt,
      comment,
    })),
  }
}
