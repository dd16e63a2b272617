/** Received messages: ingest in one transaction with the mailbox cursor (docs/design.md, promise 2), raw bytes, sightings, purges. */
import { createHash } from 'node:crypto'
import { ReplymarkError } from '../domain/error.js'
import type { Message } from '../domain/message.js'
import type { Instant } from '../domain/time.js'
import type { OpenDatabase } from './database.js'
import { and, asc, count, eq, gt, isNull, lt, or, sql } from './drizzle.js'
import { type EvidenceKey, packEvidence, unpackEvidence } from './evidence.js'
import {
  evidence,
  evidenceBytes,
  evidencePurges,
  mailboxCursors,
  messageSightings,
  messages,
  readings,
} from './schema/messages.js'

/** One message as a mailbox gave it. */
export interface FetchedMessage {
  readonly uid: number
  /** IMAP INTERNALDATE; null where the server gave none. */
  readonly internalDate: Instant | null
  readonly raw: Uint8Array
  /** Time of the topmost trusted Received header; used only where there is no INTERNALDATE. */
  readonly receivedHeader?: Instant | null
}

/** A batch of one folder: messages, and how far the folder is fetched once they are stored. */
export interface FetchedBatch {
  readonly account: string
  readonly folder: string
  readonly uidValidity: string
  /** Every UID up to this one is stored after this batch. */
  readonly lastUid: number
  readonly messages: readonly FetchedMessage[]
}

/** What ingesting a batch did. */
export interface IngestResult {
  /** Hashes that are new, in the order of the batch. */
  readonly stored: readonly string[]
  /** Hashes that were in the ledger before (moved, copied, delivered twice, or fetched again). */
  readonly known: readonly string[]
}

/** How far a folder is fetched. */
export interface MailboxCursor {
  readonly uidValidity: string
  readonly lastUid: number
}

type MessageRow = typeof messages.$inferSelect

function fromRow({ sequence: _, ingestedAt: __, ...row }: MessageRow): Message {
  return row
}

/** Queries about received messages. */
export function createMessageQueries({ drizzle, sqlite, transaction }: OpenDatabase, key: EvidenceKey | null) {
  const place = sql.placeholder
  const one = drizzle
    .select()
    .from(messages)
    .where(eq(messages.hash, place('hash')))
    .prepare()
  const all = drizzle.select().from(messages).orderBy(asc(messages.sequence)).prepare()
  const after = drizzle
    .select()
    .from(messages)
    .where(gt(messages.sequence, place('sequence')))
    .orderBy(asc(messages.sequence))
    .limit(place('limit'))
    .prepare()
  const unread = drizzle
    .select({ hash: messages.hash })
    .from(messages)
    .leftJoin(readings, eq(readings.message, messages.hash))
    .where(or(isNull(readings.message), lt(readings.version, place('version'))))
    .orderBy(asc(messages.sequence))
    .limit(place('limit'))
    .prepare()
  const number = drizzle.select({ number: count() }).from(messages).prepare()
  const bytes = drizzle
    .select()
    .from(evidenceBytes)
    .where(eq(evidenceBytes.hash, place('hash')))
    .prepare()
  const purge = drizzle
    .select()
    .from(evidencePurges)
    .where(eq(evidencePurges.hash, place('hash')))
    .prepare()
  const sightings = drizzle
    .select()
    .from(messageSightings)
    .where(eq(messageSightings.hash, place('hash')))
    .orderBy(asc(messageSightings.seenAt), asc(messageSightings.uid))
    .prepare()
  const cursor = drizzle
    .select()
    .from(mailboxCursors)
    .where(and(eq(mailboxCursors.account, place('account')), eq(mailboxCursors.folder, place('folder'))))
    .prepare()

  // The hot path of ingest, by hand: five statements a message.
  const addEvidence = sqlite.prepare('INSERT INTO evidence (hash, size) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const addBytes = sqlite.prepare('INSERT INTO evidence_bytes (hash, compression, key_id, bytes) VALUES (?, ?, ?, ?)')
  const addMessage = sqlite.prepare(
    `INSERT INTO messages (hash, account, folder, received_at, received_from, size, ingested_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const addSighting = sqlite.prepare(
    `INSERT INTO message_sightings (account, folder, uid_validity, uid, hash, internal_date, seen_at)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  // The same bytes under an earlier INTERNALDATE: the earlier delivery counts, whichever folder was fetched first.
  const receivedEarlier = sqlite.prepare(
    `UPDATE messages SET received_at = ?, received_from = 'internaldate', account = ?, folder = ?
     WHERE hash = ? AND (received_at > ? OR received_from <> 'internaldate')
       AND NOT EXISTS (SELECT 1 FROM exchange_messages
         JOIN probes ON probes.id = exchange_messages.probe JOIN editions ON editions.id = probes.edition
         WHERE exchange_messages.message = messages.hash AND editions.state = 'published')`,
  )
  const setCursor = sqlite.prepare(
    `INSERT INTO mailbox_cursors (account, folder, uid_validity, last_uid, updated_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (account, folder) DO UPDATE
     SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, updated_at = excluded.updated_at`,
  )

  return {
    /**
     * Stores a batch and moves the folder's cursor, all in one transaction. Doing it again changes nothing.
     * @param at time of storing
     */
    ingest(batch: FetchedBatch, at: Instant): IngestResult {
      const { account, folder, uidValidity } = batch
      // Hashing and compressing need no lock: done before the write transaction opens.
      const packed = batch.messages.map((message) => {
        const hash = createHash('sha256').update(message.raw).digest('hex')
        return { message, hash, evidence: one.get({ hash }) ? null : packEvidence(message.raw, key) }
      })
      return transaction(() => {
        const stored: string[] = []
        const known: string[] = []
        for (const { message, hash, evidence: pack } of packed) {
          const size = message.raw.byteLength
          const receivedAt = message.internalDate ?? message.receivedHeader ?? at
          if (pack && addEvidence.run(hash, size).changes === 1) {
            addBytes.run(hash, pack.compression, pack.keyId, pack.bytes)
            const from = message.internalDate === null ? 'received-header' : 'internaldate'
            addMessage.run(hash, account, folder, receivedAt, from, size, at)
            stored.push(hash)
          } else {
            if (message.internalDate !== null)
              receivedEarlier.run(message.internalDate, account, folder, hash, message.internalDate)
            known.push(hash)
          }
          addSighting.run(account, folder, uidValidity, message.uid, hash, message.internalDate, at)
        }
        setCursor.run(account, folder, uidValidity, batch.lastUid, at)
        return { stored, known }
      })
    },

    /** How far a folder is fetched; null where it never was. */
    cursor(account: string, folder: string): MailboxCursor | null {
      return cursor.get({ account, folder }) ?? null
    },

    /** One message; null where there is none. */
    get(hash: string): Message | null {
      const row = one.get({ hash })
      return row ? fromRow(row) : null
    },

    /** When a message was stored; null where there is none. */
    ingestedAt(hash: string): Instant | null {
      return one.get({ hash })?.ingestedAt ?? null
    },

    /** All messages, in the order in which they came in. */
    list(): readonly Message[] {
      return all.all().map(fromRow)
    },

    /** Messages after a sequence number, for pages; each with its number. */
    page(afterSequence: number, limit: number): readonly (Message & { readonly sequence: number })[] {
      return after.all({ sequence: afterSequence, limit }).map((row) => ({ ...fromRow(row), sequence: row.sequence }))
    },

    /** Number of messages. */
    count(): number {
      return number.get()?.number ?? 0
    },

    /** Hashes of messages without a reading of this version or a later one, oldest first. */
    unread(version: number, limit: number): readonly string[] {
      return unread.all({ version, limit }).map((row) => row.hash)
    },

    /**
     * The raw bytes; null where they were purged.
     * @throws ReplymarkError `not-found`, `tampered`, or `configuration` when the key is missing
     */
    raw(hash: string): Buffer | null {
      const row = bytes.get({ hash })
      if (row) return unpackEvidence(hash, row, key, one.get({ hash })?.size)
      if (purge.get({ hash })) return null
      throw new ReplymarkError('not-found', `Message ${hash.slice(0, 12)} is not in the ledger`, {
        place: { thing: `message ${hash}` },
      })
    },

    /** When and why the bytes of a message were purged; null where they were not. */
    purged(hash: string): { readonly purgedAt: Instant; readonly reason: string } | null {
      return purge.get({ hash }) ?? null
    },

    /** Every place where a message was seen, in the order in which it was. */
    sightings(hash: string) {
      return sightings.all({ hash })
    },

    /** Deletes the bytes of a message and keeps its hash, so that seals stay verifiable. Doing it again changes nothing. */
    purge(hash: string, at: Instant, reason: string): void {
      transaction(() => {
        drizzle.insert(evidencePurges).values({ hash, purgedAt: at, reason }).onConflictDoNothing().run()
        drizzle.delete(evidenceBytes).where(eq(evidenceBytes.hash, hash)).run()
      })
    },

    /** Number of pieces of evidence, and bytes of mail they stand for. */
    evidenceTotals(): { readonly number: number; readonly bytes: number } {
      const row = drizzle
        .select({ number: count(), bytes: sql<number>`coalesce(sum(${evidence.size}), 0)` })
        .from(evidence)
        .get()
      return row ?? { number: 0, bytes: 0 }
    },
  }
}

/** Queries about received messages. */
export type MessageQueries = ReturnType<typeof createMessageQueries>
