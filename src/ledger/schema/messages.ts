/** Tables of received mail: evidence, where it was seen, what it says and which probe it answers. */
import type { Assessment } from '../../domain/assessment.js'
import type { MatchCandidate, MatchDecision } from '../../domain/match.js'
import type { MessageKind, Reading } from '../../domain/message.js'
import { blob, index, integer, primaryKey, real, sqliteTable, text } from '../drizzle.js'
import { editions, probes } from './editions.js'

/** Raw bytes that came in, by SHA-256. Rows are never changed; purging removes the bytes and keeps this row. */
export const evidence = sqliteTable('evidence', {
  hash: text('hash').primaryKey(),
  /** Bytes of the raw message. */
  size: integer('size').notNull(),
})

/** The bytes of evidence, compressed and perhaps encrypted. */
export const evidenceBytes = sqliteTable('evidence_bytes', {
  hash: text('hash')
    .primaryKey()
    .references(() => evidence.hash),
  compression: text('compression').$type<'zstd' | 'deflate' | 'none'>().notNull(),
  /** First eight hex digits of the SHA-256 of the key; null where the bytes are not encrypted. */
  keyId: text('key_id'),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
})

/** Evidence whose bytes were deleted, when and why. */
export const evidencePurges = sqliteTable('evidence_purges', {
  hash: text('hash')
    .primaryKey()
    .references(() => evidence.hash),
  purgedAt: integer('purged_at').notNull(),
  reason: text('reason').notNull(),
})

/** One e-mail received. */
export const messages = sqliteTable(
  'messages',
  {
    /** Order of ingestion. */
    sequence: integer('sequence').primaryKey({ autoIncrement: true }),
    hash: text('hash')
      .notNull()
      .unique()
      .references(() => evidence.hash),
    account: text('account').notNull(),
    folder: text('folder').notNull(),
    /** Earliest INTERNALDATE under which these bytes were seen. */
    receivedAt: integer('received_at').notNull(),
    receivedFrom: text('received_from').$type<'internaldate' | 'received-header'>().notNull(),
    size: integer('size').notNull(),
    ingestedAt: integer('ingested_at').notNull(),
  },
  (table) => [index('messages_by_time').on(table.receivedAt)],
)

/** Every place where a message was seen. */
export const messageSightings = sqliteTable(
  'message_sightings',
  {
    account: text('account').notNull(),
    folder: text('folder').notNull(),
    uidValidity: text('uid_validity').notNull(),
    uid: integer('uid').notNull(),
    hash: text('hash')
      .notNull()
      .references(() => evidence.hash),
    internalDate: integer('internal_date'),
    seenAt: integer('seen_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.folder, table.uidValidity, table.uid] }),
    index('sightings_by_hash').on(table.hash),
  ],
)

/** How far each folder has been fetched. */
export const mailboxCursors = sqliteTable(
  'mailbox_cursors',
  {
    account: text('account').notNull(),
    folder: text('folder').notNull(),
    uidValidity: text('uid_validity').notNull(),
    /** Every UID up to this one is in the ledger. */
    lastUid: integer('last_uid').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.folder] })],
)

/** What a message says. Can be recomputed from evidence. */
export const readings = sqliteTable('readings', {
  message: text('message')
    .primaryKey()
    .references(() => messages.hash),
  version: integer('version').notNull(),
  kind: text('kind').$type<MessageKind>().notNull(),
  kindConfidence: real('kind_confidence').notNull(),
  reading: text('reading', { mode: 'json' }).$type<Reading>().notNull(),
  readAt: integer('read_at').notNull(),
})

/** What matching says of a message. Can be recomputed from readings and probes. */
export const matches = sqliteTable('matches', {
  message: text('message')
    .primaryKey()
    .references(() => messages.hash),
  outcome: text('outcome').$type<MatchDecision['outcome']>().notNull(),
  /** Probe ids. */
  probes: text('probes', { mode: 'json' }).$type<readonly string[]>().notNull(),
  candidates: text('candidates', { mode: 'json' }).$type<readonly MatchCandidate[]>().notNull(),
  reason: text('reason').notNull(),
  matchedAt: integer('matched_at').notNull(),
})

/** Which messages belong to which exchange, after matching and people's reviews. */
export const exchangeMessages = sqliteTable(
  'exchange_messages',
  {
    probe: text('probe')
      .notNull()
      .references(() => probes.id),
    message: text('message')
      .notNull()
      .references(() => messages.hash),
    /** `answer`: part of the exchange. `stranger`: came to its address from another domain, a leak signal. */
    role: text('role').$type<'answer' | 'stranger'>().notNull(),
    by: text('decided_by').$type<'match' | 'review'>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.probe, table.message] }),
    index('exchange_messages_by_message').on(table.message),
  ],
)

/** All findings of an exchange and its mark, per grid variant. */
export const assessments = sqliteTable(
  'assessments',
  {
    edition: text('edition')
      .notNull()
      .references(() => editions.id),
    /** `edition` for the edition's own grid, else the name of a variant. */
    variant: text('variant').notNull(),
    probe: text('probe')
      .notNull()
      .references(() => probes.id),
    gridHash: text('grid_hash').notNull(),
    mark: real('mark'),
    assessment: text('assessment', { mode: 'json' }).$type<Assessment>().notNull(),
    /** SHA-256 of all that went in: an exchange with the same hash need not be assessed again. */
    inputHash: text('input_hash'),
    computedAt: integer('computed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.edition, table.variant, table.probe] }),
    index('assessments_by_probe').on(table.probe),
  ],
)
