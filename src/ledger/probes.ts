/** Probes: what is due, what became of each, and the only way from one state to the next. */
import { ReplymarkError } from '../domain/error.js'
import type { Probe, ProbeState } from '../domain/probe.js'
import type { Instant } from '../domain/time.js'
import type { OpenDatabase } from './database.js'
import { and, asc, count, eq, gte, inArray, isNotNull, isNull, lte, max, min, ne, or, sql } from './drizzle.js'
import { probeStates, probes } from './schema/editions.js'

/** One change of state of a probe. */
export interface ProbeStateChange {
  readonly probe: string
  /** Null for the first. */
  readonly from: ProbeState | null
  readonly to: ProbeState
  readonly at: Instant
  readonly reason: string | null
  readonly by: string
}

/** What goes with a move. */
export interface ProbeMove {
  readonly at: Instant
  /** Who or what moves it: a job's name, `user:…`. */
  readonly by: string
  readonly reason?: string
  /** Fixed when it becomes `sending`. */
  readonly messageId?: string
  /** SMTP acceptance, set when it becomes `sent`. */
  readonly sentAt?: Instant
  /** Set when a temporary refusal puts it back to `planned`. */
  readonly retryAt?: Instant
}

/** A probe with what sending needs beside it. */
export interface StoredProbe extends Probe {
  /** When `sending` was committed; null before. */
  readonly handedAt: Instant | null
  /** Temporary refusals so far. */
  readonly deferrals: number
  readonly retryAt: Instant | null
}

type ProbeRow = typeof probes.$inferSelect

function fromRow({ subject, text, language, mailHash, recipientDomain: _, ...row }: ProbeRow): StoredProbe {
  return { ...row, mail: { subject, text, language, hash: mailHash } }
}

function toRow(probe: Probe): typeof probes.$inferInsert {
  const { mail, ...rest } = probe
  return {
    ...rest,
    subject: mail.subject,
    text: mail.text,
    language: mail.language,
    mailHash: mail.hash,
    recipientDomain: probe.recipient.slice(probe.recipient.lastIndexOf('@') + 1).toLowerCase(),
  }
}

/** States in which a mail went, or may have gone, to the brand: they count against caps. */
const HANDED: readonly ProbeState[] = [
  'sending',
  'sent',
  'answered',
  'unanswered',
  'bounced',
  'undelivered',
  'uncertain',
  'void',
]

/** Queries about probes. */
export function createProbeQueries({ drizzle, transaction }: OpenDatabase) {
  const place = sql.placeholder
  const handed = inArray(probes.state, [...HANDED])
  const byId = drizzle
    .select()
    .from(probes)
    .where(eq(probes.id, place('id')))
    .prepare()
  const byToken = drizzle
    .select()
    .from(probes)
    .where(eq(probes.token, place('token')))
    .prepare()
  const byMessageId = drizzle
    .select()
    .from(probes)
    .where(eq(probes.messageId, place('messageId')))
    .prepare()
  const ofEdition = drizzle
    .select()
    .from(probes)
    .where(eq(probes.edition, place('edition')))
    .orderBy(asc(probes.id))
    .prepare()
  const ofBrand = drizzle
    .select()
    .from(probes)
    .where(and(eq(probes.edition, place('edition')), eq(probes.brand, place('brand'))))
    .orderBy(asc(probes.dueAt), asc(probes.id))
    .prepare()
  const inState = drizzle
    .select()
    .from(probes)
    .where(eq(probes.state, place('state')))
    .orderBy(asc(probes.dueAt), asc(probes.id))
    .prepare()
  const due = drizzle
    .select()
    .from(probes)
    .where(
      and(
        eq(probes.state, 'planned'),
        lte(probes.dueAt, place('now')),
        or(isNull(probes.retryAt), lte(probes.retryAt, place('now'))),
      ),
    )
    .orderBy(asc(probes.dueAt), asc(probes.id))
    .limit(place('limit'))
    .prepare()
  const nextDue = drizzle
    .select({ at: sql<number | null>`min(max(${probes.dueAt}, coalesce(${probes.retryAt}, 0)))` })
    .from(probes)
    .where(eq(probes.state, 'planned'))
    .prepare()
  const answerable = drizzle
    .select()
    .from(probes)
    .where(and(isNotNull(probes.messageId), ne(probes.state, 'planned')))
    .orderBy(asc(probes.id))
    .prepare()
  const states = drizzle
    .select({ state: probes.state, number: count() })
    .from(probes)
    .where(eq(probes.edition, place('edition')))
    .groupBy(probes.state)
    .prepare()
  const changes = drizzle
    .select()
    .from(probeStates)
    .where(eq(probeStates.probe, place('probe')))
    .orderBy(asc(probeStates.sequence))
    .prepare()
  const toBrand = drizzle
    .select({ number: count(), last: max(probes.handedAt) })
    .from(probes)
    .where(and(eq(probes.brand, place('brand')), gte(probes.handedAt, place('since')), handed))
    .prepare()
  const toDomain = drizzle
    .select({ number: count(), last: max(probes.handedAt) })
    .from(probes)
    .where(and(eq(probes.recipientDomain, place('domain')), gte(probes.handedAt, place('since')), handed))
    .prepare()
  const byAccount = drizzle
    .select({ number: count(), last: max(probes.handedAt) })
    .from(probes)
    .where(and(eq(probes.account, place('account')), gte(probes.handedAt, place('since')), handed))
    .prepare()
  /** Answered from the index alone. */
  const begunByAccount = drizzle
    .select({ number: count() })
    .from(probes)
    .where(and(eq(probes.account, place('account')), gte(probes.handedAt, place('since'))))
    .prepare()

  const firstByAccount = drizzle
    .select({ first: min(probes.handedAt) })
    .from(probes)
    .where(eq(probes.account, place('account')))
    .prepare()

  const isFrom = and(eq(probes.id, place('id')), eq(probes.state, place('from')))
  const given = (name: string) => sql`${place(name)}`
  const moved = { state: sql<ProbeState>`${place('to')}`, stateReason: given('reason') }
  // One statement a sort of move: each names only the columns it changes, so that no other index is written.
  const begin = drizzle
    .update(probes)
    .set({ ...moved, handedAt: given('at'), messageId: sql`coalesce(${place('messageId')}, ${probes.messageId})` })
    .where(isFrom)
    .prepare()
  const accept = drizzle
    .update(probes)
    .set({ ...moved, sentAt: given('sentAt') })
    .where(isFrom)
    .prepare()
  const putBack = drizzle
    .update(probes)
    .set({ ...moved, deferrals: sql`${probes.deferrals} + 1`, retryAt: given('retryAt') })
    .where(isFrom)
    .prepare()
  const change = drizzle.update(probes).set(moved).where(isFrom).prepare()
  const addChange = drizzle
    .insert(probeStates)
    .values({
      probe: place('probe'),
      from: place('from'),
      to: place('to'),
      at: place('at'),
      reason: place('reason'),
      by: place('by'),
    })
    .prepare()

  function get(id: string): StoredProbe | null {
    const row = byId.get({ id })
    return row ? fromRow(row) : null
  }

  return {
    /** One probe; null where there is none. */
    get,
    /** The probe with that token in its reply address; null where there is none. */
    byToken(token: string): StoredProbe | null {
      const row = byToken.get({ token })
      return row ? fromRow(row) : null
    },
    /** The probe sent with that Message-ID (angle brackets included); null where there is none. */
    byMessageId(messageId: string): StoredProbe | null {
      const row = byMessageId.get({ messageId })
      return row ? fromRow(row) : null
    },
    /** All probes of an edition, by id. */
    ofEdition(edition: string): readonly StoredProbe[] {
      return ofEdition.all({ edition }).map(fromRow)
    },
    /** A brand's probes of an edition, in the order in which they are due. */
    ofBrand(edition: string, brand: string): readonly StoredProbe[] {
      return ofBrand.all({ edition, brand }).map(fromRow)
    },
    /** Probes in a state, over all editions, oldest due first. */
    inState(state: ProbeState): readonly StoredProbe[] {
      return inState.all({ state }).map(fromRow)
    },
    /** Planned probes that are due and not deferred, oldest first. */
    due(now: Instant, limit: number): readonly StoredProbe[] {
      return due.all({ now, limit }).map(fromRow)
    },
    /** When the next planned probe is due or may be tried again; null where none is planned. */
    nextDueAt(): Instant | null {
      return nextDue.get()?.at ?? null
    },
    /** Every probe that was handed to SMTP, in all editions: what a message may answer. */
    answerable(): readonly StoredProbe[] {
      return answerable.all().map(fromRow)
    },
    /** Number of probes of an edition by state; states without probes are left out. */
    countByState(edition: string): Readonly<Partial<Record<ProbeState, number>>> {
      return Object.fromEntries(states.all({ edition }).map((row) => [row.state, row.number]))
    },
    /** Every change of state of a probe, oldest first. */
    historyOf(probe: string): readonly ProbeStateChange[] {
      return changes.all({ probe })
    },
    /** Mails that went, or may have gone, to a brand since a moment: how many, and when the last one. */
    handedToBrand(brand: string, since: Instant): { readonly number: number; readonly last: Instant | null } {
      return toBrand.get({ brand, since }) ?? { number: 0, last: null }
    },
    /** The same for a recipient domain (lower case). */
    handedToDomain(domain: string, since: Instant): { readonly number: number; readonly last: Instant | null } {
      return toDomain.get({ domain, since }) ?? { number: 0, last: null }
    },
    /** The same for a sending account. */
    handedByAccount(account: string, since: Instant): { readonly number: number; readonly last: Instant | null } {
      return byAccount.get({ account, since }) ?? { number: 0, last: null }
    },
    /** Mails that a sending account began to hand over since a moment, those that came back among them: never fewer than went. */
    begunByAccount(account: string, since: Instant): number {
      return begunByAccount.get({ account, since })?.number ?? 0
    },
    /** When a sending account began to hand over its first mail, in any edition; null before. */
    firstHandedBy(account: string): Instant | null {
      return firstByAccount.get({ account })?.first ?? null
    },

    /**
     * Adds planned probes, all or none.
     * @throws ReplymarkError `conflict` when one is there already
     */
    add(planned: readonly Probe[], at: Instant, by = 'plan'): void {
      transaction(() => {
        for (const probe of planned) {
          drizzle.insert(probes).values(toRow(probe)).run()
          addChange.run({ probe: probe.id, from: null, to: probe.state, at, reason: null, by })
        }
      })
    },

    /** Removes an edition's probes that are still `planned` and were never tried; for planning again. */
    removePlanned(edition: string): number {
      return drizzle
        .delete(probes)
        .where(and(eq(probes.edition, edition), eq(probes.state, 'planned'), isNull(probes.messageId)))
        .run().changes
    },

    /** Puts a planned probe off until a moment. Returns false where it is not planned any more. */
    postpone(id: string, until: Instant): boolean {
      return (
        drizzle
          .update(probes)
          .set({ retryAt: until })
          .where(and(eq(probes.id, id), eq(probes.state, 'planned')))
          .run().changes === 1
      )
    },

    /**
     * Moves a probe from one state to the next and writes the change beside it. The only way to change a state.
     * @param from the state it must be in; nothing happens when it is in another
     * @returns true when it moved
     * @throws ReplymarkError `conflict` when that move is never allowed, or the edition is published
     */
    move(id: string, from: ProbeState, to: ProbeState, move: ProbeMove): boolean {
      return transaction(() => {
        const reason = move.reason ?? null
        const statement =
          to === 'sending' ? begin : to === 'planned' ? putBack : move.sentAt === undefined ? change : accept
        const { messageId = null, sentAt = null, retryAt = null } = move
        if (statement.run({ id, from, to, reason, at: move.at, messageId, sentAt, retryAt }).changes === 0) {
          if (get(id)) return false
          throw new ReplymarkError('not-found', `Probe ${id} is not in the ledger`, { place: { thing: `probe ${id}` } })
        }
        addChange.run({ probe: id, from, to, at: move.at, reason, by: move.by })
        return true
      })
    },
  }
}

/** Queries about probes. */
export type ProbeQueries = ReturnType<typeof createProbeQueries>
