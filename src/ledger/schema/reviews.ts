/** Tables of what people and the operator did: reviews, audit log, settings, imported history, migrations. */
import type { ReviewDecision, ReviewSubject } from '../../domain/review.js'
import { index, integer, real, sqliteTable, text, uniqueIndex } from '../drizzle.js'

/** Kinds of rows that can be erased. */
export type ErasedKind =
  | 'request'
  | 'evidence'
  | 'reading'
  | 'match-clues'
  | 'assessment'
  | 'review'
  | 'audit'
  | 'probe-state'
  | 'probe-reason'
  | 'amendment'
  | 'account'

/** Doubts that a person settles. */
export const reviewItems = sqliteTable(
  'review_items',
  {
    id: text('id').primaryKey(),
    subject: text('subject').$type<ReviewSubject>().notNull(),
    target: text('target').notNull(),
    edition: text('edition'),
    brand: text('brand'),
    reason: text('reason').notNull(),
    openedAt: integer('opened_at').notNull(),
    openedBy: text('opened_by').notNull(),
    /** When a recomputation no longer doubted it; null while it stands. */
    withdrawnAt: integer('withdrawn_at'),
  },
  (table) => [
    uniqueIndex('review_items_by_target').on(table.subject, table.target),
    index('review_items_by_edition').on(table.edition, table.brand),
  ],
)

/** People's decisions; the newest on an item holds. */
export const reviewDecisions = sqliteTable(
  'review_decisions',
  {
    sequence: integer('sequence').primaryKey({ autoIncrement: true }),
    item: text('item')
      .notNull()
      .references(() => reviewItems.id),
    decision: text('decision').$type<ReviewDecision['decision']>().notNull(),
    replacement: text('replacement', { mode: 'json' }).$type<unknown>(),
    comment: text('comment').notNull(),
    decidedAt: integer('decided_at').notNull(),
    decidedBy: text('decided_by').notNull(),
  },
  (table) => [index('review_decisions_by_item').on(table.item, table.sequence)],
)

/** Who did what, when. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    sequence: integer('sequence').primaryKey({ autoIncrement: true }),
    at: integer('at').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    target: text('target').notNull(),
    details: text('details', { mode: 'json' }).$type<unknown>(),
    /** Hash over the words; null in entries made before the log was a chain. */
    wordsHash: text('words_hash'),
    /** Hash over the chain before and this entry; null as above. */
    chain: text('chain'),
  },
  (table) => [index('audit_log_by_target').on(table.target)],
)

/** What was erased of a person's data: which row, when and why. Holds no word, name or address. */
export const erasures = sqliteTable(
  'erasures',
  {
    sequence: integer('sequence').primaryKey({ autoIncrement: true }),
    /** Identifier of the request: one request erases many rows. */
    request: text('request').notNull(),
    /** `reading`, `assessment` and `review` are leaves of seals; the others are rows beside them. */
    kind: text('kind').$type<ErasedKind>().notNull(),
    id: text('id').notNull(),
    /** Hash of the leaf before; null where no seal holds one. */
    hash: text('hash'),
    /** Hash of the leaf as it was left; null where `hash` is. */
    leftHash: text('left_hash'),
    erasedAt: integer('erased_at').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [index('erasures_by_row').on(table.kind, table.id)],
)

/** Small facts of the service that are not configuration. */
export const settings = sqliteTable('settings', {
  name: text('name').primaryKey(),
  value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
  updatedAt: integer('updated_at').notNull(),
})

/** Published past editions, imported. */
export const historyRows = sqliteTable(
  'history_rows',
  {
    sequence: integer('sequence').primaryKey({ autoIncrement: true }),
    /** Name of the series, e.g. `qualiweb`. */
    series: text('series').notNull(),
    year: integer('year').notNull(),
    brand: text('brand').notNull(),
    /** Name as printed then. */
    printedName: text('printed_name').notNull(),
    sector: text('sector'),
    rank: integer('rank'),
    sectorRank: integer('sector_rank'),
    /** In the unit that was published. */
    score: real('score'),
    /** Every other published column, by name. */
    figures: text('figures', { mode: 'json' }).$type<Readonly<Record<string, string | number>>>().notNull(),
    /** File and line it came from. */
    source: text('source').notNull(),
    importedAt: integer('imported_at').notNull(),
  },
  (table) => [index('history_rows_by_brand').on(table.brand, table.year), index('history_rows_by_year').on(table.year)],
)

/** Migrations applied to this file, in order. */
export const migrations = sqliteTable('migrations', {
  name: text('name').primaryKey(),
  appliedAt: integer('applied_at').notNull(),
})
