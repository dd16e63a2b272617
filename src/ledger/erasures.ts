/** Erasing a person's data: rows take their emptied form, and what was erased is written down with the hashes that seals hold. */
import type { Assessment } from '../domain/assessment.js'
import type { Instant } from '../domain/time.js'
import { EDITION_VARIANT } from './assessments.js'
import type { OpenDatabase } from './database.js'
import { asc, eq, isNotNull, sql } from './drizzle.js'
import { ERASED_AUTHOR_SQL, ERASED_SQL, emptiedCandidates, emptiedReading, type KeptSender } from './erased-forms.js'
import { probeStates, probes } from './schema/editions.js'
import { type ErasedKind, erasures, reviewDecisions } from './schema/reviews.js'

/** One erased row. */
export interface Erasure {
  readonly request: string
  readonly kind: ErasedKind
  readonly id: string
  /** Hash of the seal's leaf before; null where no seal holds one. */
  readonly hash: string | null
  /** Hash of the leaf as it was left; null where `hash` is. */
  readonly leftHash: string | null
  readonly erasedAt: Instant
  readonly reason: string
}

/** Parts of a row that go; what is not named stays. */
export interface ErasedParts {
  /** Free text: reason, comment, details, target. */
  readonly words?: boolean
  /** Who did it. */
  readonly author?: boolean
}

/** Queries about erasures. Every one runs inside the transaction of its caller. */
export function createErasureQueries({ drizzle, sqlite }: OpenDatabase) {
  const all = drizzle.select().from(erasures).orderBy(asc(erasures.sequence)).prepare()
  const ofRow = drizzle
    .select({ sequence: erasures.sequence })
    .from(erasures)
    .where(sql`${erasures.kind} = ${sql.placeholder('kind')} and ${erasures.id} = ${sql.placeholder('id')}`)
    .prepare()
  const newest = sqlite.prepare('SELECT coalesce(max(sequence), 0) FROM erasures').pluck()
  const emptyReading = {
    domain: sqlite.prepare(`UPDATE readings SET reading = ${emptiedReading('reading', 'domain')} WHERE message = ?`),
    nothing: sqlite.prepare(`UPDATE readings SET reading = ${emptiedReading('reading', 'nothing')} WHERE message = ?`),
  }
  const author = ERASED_AUTHOR_SQL
  const words = ERASED_SQL
  const emptyMatch = sqlite.prepare(
    `UPDATE matches SET candidates = ${emptiedCandidates('candidates')}, reason = ${words} WHERE message = ?`,
  )
  const setAssessment = sqlite.prepare(
    'UPDATE assessments SET assessment = ? WHERE edition = ? AND variant = ? AND probe = ?',
  )
  const part = (column: string, form: string) => `${column} = CASE WHEN ? THEN ${form} ELSE ${column} END`
  const emptyItem = sqlite.prepare(
    `UPDATE review_items SET ${part('reason', words)}, ${part('opened_by', author)} WHERE id = ?`,
  )
  const emptyDecision = sqlite.prepare(
    `UPDATE review_decisions SET ${part('comment', words)}, ${part('decided_by', author)} WHERE sequence = ?`,
  )
  const emptyAudit = sqlite.prepare(
    `UPDATE audit_log SET ${part('target', words)}, ${part('details', 'NULL')}, ${part('actor', author)} WHERE sequence = ?`,
  )
  const emptyState = sqlite.prepare(
    `UPDATE probe_states SET ${part('reason', words)}, ${part('moved_by', author)} WHERE sequence = ?`,
  )
  const emptyAmendment = sqlite.prepare(`UPDATE amendments SET reason = ${words} WHERE sequence = ?`)
  const emptyProbeReason = sqlite.prepare(`UPDATE probes SET state_reason = ${words} WHERE id = ?`)
  const decisions = drizzle.select().from(reviewDecisions).orderBy(asc(reviewDecisions.sequence)).prepare()
  const states = drizzle.select().from(probeStates).orderBy(asc(probeStates.sequence)).prepare()
  const reasons = drizzle
    .select({ probe: probes.id, reason: probes.stateReason })
    .from(probes)
    .where(isNotNull(probes.stateReason))
    .orderBy(asc(probes.id))
    .prepare()
  const matchedAt = sqlite.prepare('SELECT matched_at FROM matches WHERE message = ?').pluck()
  const assessedAt = sqlite
    .prepare(`SELECT computed_at FROM assessments WHERE probe = ? AND variant = '${EDITION_VARIANT}'`)
    .pluck()
  const flag = (value: boolean | undefined) => (value ? 1 : 0)

  return {
    /** Everything that was erased, oldest first. */
    list(): readonly Erasure[] {
      return all.all().map(({ sequence: _, ...erasure }) => erasure)
    },
    /** True where that row was erased, whole or in part. */
    has(kind: ErasedKind, id: string): boolean {
      return ofRow.get({ kind, id }) !== undefined
    },
    /** Number of the newest erasure; 0 where nothing was erased. */
    newest(): number {
      return Number(newest.get())
    },
    /** Writes down that a row is being erased. The guards let a row be emptied only afterwards. Returns its number. */
    record(erasure: Omit<Erasure, 'leftHash'>): number {
      return Number(
        drizzle
          .insert(erasures)
          .values({ ...erasure, leftHash: null })
          .run().lastInsertRowid,
      )
    },
    /** Writes down the hash of what was left of a leaf; once. */
    left(sequence: number, leftHash: string): void {
      drizzle.update(erasures).set({ leftHash }).where(eq(erasures.sequence, sequence)).run()
    },
    /** When a message was matched, and when the exchange of a probe was assessed last under its own grid; null where never. */
    momentsOf(
      message: string,
      probe: string,
    ): { readonly matchedAt: Instant | null; readonly assessedAt: Instant | null } {
      return {
        matchedAt: (matchedAt.get(message) as Instant | undefined) ?? null,
        assessedAt: (assessedAt.get(probe) as Instant | undefined) ?? null,
      }
    },
    /** Every decision with its number, oldest first. */
    decisionRows: () => decisions.all(),
    /** Every change of state of every probe with its number, oldest first. */
    stateRows: () => states.all(),
    /** The last reason of every probe that has one. */
    reasonRows: () => reasons.all(),
    /** Empties a reading. */
    emptyReading(message: string, kept: KeptSender): void {
      emptyReading[kept].run(message)
    },
    /** Empties what matching saw in a message; which probe it answers stays. */
    emptyMatch(message: string): void {
      emptyMatch.run(message)
    },
    /** Puts an assessment with some sentences emptied in the place of the stored one. */
    emptyAssessment(edition: string, variant: string, left: Assessment): void {
      setAssessment.run(JSON.stringify(left), edition, variant, left.probe)
    },
    /** Empties a review's reason or who opened it. */
    emptyReview(id: string, parts: ErasedParts): void {
      emptyItem.run(flag(parts.words), flag(parts.author), id)
    },
    /** Empties a decision's comment or who decided. */
    emptyDecision(sequence: number, parts: ErasedParts): void {
      emptyDecision.run(flag(parts.words), flag(parts.author), sequence)
    },
    /** Empties an audit entry's target, details or actor. */
    emptyAudit(sequence: number, parts: ErasedParts & { readonly target?: boolean }): void {
      emptyAudit.run(flag(parts.target), flag(parts.words), flag(parts.author), sequence)
    },
    /** Empties the reason of a change of state, or who made it. */
    emptyProbeState(sequence: number, parts: ErasedParts): void {
      emptyState.run(flag(parts.words), flag(parts.author), sequence)
    },
    /** Empties the reason of an amendment. */
    emptyAmendment(number: number): void {
      emptyAmendment.run(number)
    },
    /** Empties the last reason of a probe's state. */
    emptyProbeReason(probe: string): void {
      emptyProbeReason.run(probe)
    },
  }
}

/** Queries about erasures. */
export type ErasureQueries = ReturnType<typeof createErasureQueries>
