/** Matches: what matching says of each message, and the exchanges that follow from matches and people's reviews. */
import type { Exchange, ReceivedMessage } from '../domain/exchange.js'
import type { MatchDecision } from '../domain/match.js'
import { MESSAGE_KINDS, type Message, type MessageKind } from '../domain/message.js'
import type { Instant } from '../domain/time.js'
import type { OpenDatabase } from './database.js'
import { and, asc, eq, isNull, lte, or, sql } from './drizzle.js'
import type { ProbeQueries } from './probes.js'
import { editions, probes } from './schema/editions.js'
import { exchangeMessages, matches, messages, readings } from './schema/messages.js'
import { reviewDecisions, reviewItems } from './schema/reviews.js'

/** A message that belongs to a probe's address. */
export interface Attribution {
  readonly probe: string
  readonly role: 'answer' | 'stranger'
  readonly by: 'match' | 'review'
}

type MatchRow = typeof matches.$inferSelect

function fromRow({ outcome, probes: ids, candidates, reason }: MatchRow): MatchDecision {
  return { outcome, probes: ids, candidates, reason }
}

/** Queries about matches and exchanges. */
export function createMatchQueries({ drizzle, transaction }: OpenDatabase, probeQueries: ProbeQueries) {
  const place = sql.placeholder
  const one = drizzle
    .select()
    .from(matches)
    .where(eq(matches.message, place('message')))
    .prepare()
  const unmatched = drizzle
    .select({ message: readings.message })
    .from(readings)
    .innerJoin(messages, eq(messages.hash, readings.message))
    .leftJoin(matches, eq(matches.message, readings.message))
    .where(isNull(matches.message))
    .orderBy(asc(messages.sequence))
    .limit(place('limit'))
    .prepare()
  const byOutcome = drizzle
    .select({ match: matches })
    .from(matches)
    .innerJoin(messages, eq(messages.hash, matches.message))
    .where(eq(matches.outcome, place('outcome')))
    .orderBy(asc(messages.sequence))
    .prepare()
  const attributions = drizzle
    .select()
    .from(exchangeMessages)
    .where(eq(exchangeMessages.message, place('message')))
    .orderBy(asc(exchangeMessages.probe))
    .prepare()
  /** Messages that came after publication are kept, and are no part of the published edition. */
  const counts = or(isNull(editions.publishedAt), lte(messages.ingestedAt, editions.publishedAt))
  const columns = { probe: exchangeMessages.probe, message: messages, reading: readings.reading }
  const ofProbe = drizzle
    .select(columns)
    .from(exchangeMessages)
    .innerJoin(probes, eq(probes.id, exchangeMessages.probe))
    .innerJoin(editions, eq(editions.id, probes.edition))
    .innerJoin(messages, eq(messages.hash, exchangeMessages.message))
    .innerJoin(readings, eq(readings.message, messages.hash))
    .where(and(eq(exchangeMessages.probe, place('probe')), eq(exchangeMessages.role, place('role')), counts))
    .orderBy(asc(messages.receivedAt), asc(messages.hash))
    .prepare()
  const ofEdition = drizzle
    .select(columns)
    .from(exchangeMessages)
    .innerJoin(probes, eq(probes.id, exchangeMessages.probe))
    .innerJoin(editions, eq(editions.id, probes.edition))
    .innerJoin(messages, eq(messages.hash, exchangeMessages.message))
    .innerJoin(readings, eq(readings.message, messages.hash))
    .where(and(eq(probes.edition, place('edition')), eq(exchangeMessages.role, place('role')), counts))
    .orderBy(asc(exchangeMessages.probe), asc(messages.receivedAt), asc(messages.hash))
    .prepare()

  /** Kinds that people decided instead of the one that was read, by message: the newest decision holds. */
  const overruledKinds = drizzle
    .select({ message: reviewItems.target, decision: reviewDecisions.decision, kind: reviewDecisions.replacement })
    .from(reviewDecisions)
    .innerJoin(reviewItems, eq(reviewItems.id, reviewDecisions.item))
    .where(eq(reviewItems.subject, 'kind'))
    .orderBy(asc(reviewDecisions.sequence))
    .prepare()

  function kindsByReview(): ReadonlyMap<string, MessageKind> {
    const kinds = new Map<string, MessageKind>()
    for (const { message, decision, kind } of overruledKinds.all()) {
      if (decision === 'overrule' && MESSAGE_KINDS.includes(kind as MessageKind))
        kinds.set(message, kind as MessageKind)
      else kinds.delete(message)
    }
    return kinds
  }

  function received(
    kinds: ReadonlyMap<string, MessageKind>,
    row: {
      message: typeof messages.$inferSelect
      reading: ReceivedMessage['reading']
    },
  ): ReceivedMessage {
    const { sequence: _, ingestedAt: __, ...message } = row.message
    const kind = kinds.get(message.hash)
    const reading = kind ? { ...row.reading, kind, kindConfidence: 1 } : row.reading
    return { message: message satisfies Message, reading }
  }

  function receivedOf(rows: ReturnType<typeof ofProbe.all>): readonly ReceivedMessage[] {
    const kinds = kindsByReview()
    return rows.map((row) => received(kinds, row))
  }

  return {
    /** What matching said of a message; null where it has not been matched. */
    get(message: string): MatchDecision | null {
      const row = one.get({ message })
      return row ? fromRow(row) : null
    },
    /** Hashes of messages that were read and not matched yet, in the order in which they came in. */
    unmatched(limit: number): readonly string[] {
      return unmatched.all({ limit }).map((row) => row.message)
    },
    /** Messages with that outcome, in the order in which they came in. */
    withOutcome(
      outcome: MatchDecision['outcome'],
    ): readonly { readonly message: string; readonly match: MatchDecision }[] {
      return byOutcome.all({ outcome }).map(({ match }) => ({ message: match.message, match: fromRow(match) }))
    },
    /** Which probes a message belongs to, after reviews. */
    attributions(message: string): readonly Attribution[] {
      return attributions.all({ message })
    },
    /**
     * Stores what matching says of a message and the exchanges it belongs to, in place of what was there.
     * @param attributed the effective result: the match, or what a person decided instead
     * @throws ReplymarkError `conflict` when the message belongs to a published edition
     */
    store(message: string, decision: MatchDecision, attributed: readonly Attribution[], at: Instant): void {
      const row = {
        outcome: decision.outcome,
        probes: decision.probes,
        candidates: decision.candidates,
        reason: decision.reason,
        matchedAt: at,
      }
      transaction(() => {
        drizzle
          .insert(matches)
          .values({ message, ...row })
          .onConflictDoUpdate({ target: matches.message, set: row })
          .run()
        drizzle.delete(exchangeMessages).where(eq(exchangeMessages.message, message)).run()
        for (const attribution of attributed)
          drizzle
            .insert(exchangeMessages)
            .values({ message, ...attribution })
            .run()
      })
    },

    /** A probe with all messages of its exchange, oldest first, with the kinds that people decided; null where there is no such probe. */
    exchange(probe: string): Exchange | null {
      const found = probeQueries.get(probe)
      if (!found) return null
      return { probe: found, messages: receivedOf(ofProbe.all({ probe, role: 'answer' })) }
    },
    /** All exchanges of an edition by probe id, each with its messages, oldest first. Probes without messages are there too. */
    exchanges(edition: string): readonly Exchange[] {
      const kinds = kindsByReview()
      const byProbe = Map.groupBy(ofEdition.all({ edition, role: 'answer' }), (row) => row.probe)
      return probeQueries.ofEdition(edition).map((probe) => ({
        probe,
        messages: (byProbe.get(probe.id) ?? []).map((row) => received(kinds, row)),
      }))
    },
    /** Messages that came to an edition's probe addresses from strangers: probe id and message, oldest first a probe. */
    strangers(edition: string): readonly (ReceivedMessage & { readonly probe: string })[] {
      const kinds = kindsByReview()
      return ofEdition.all({ edition, role: 'stranger' }).map((row) => ({ probe: row.probe, ...received(kinds, row) }))
    },
  }
}

/** Queries about matches and exchanges. */
export type MatchQueries = ReturnType<typeof createMatchQueries>
