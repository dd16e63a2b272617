/** Tables of editions and probes: what is measured, and what became of every mystery e-mail. */
import type { Amendment } from '../../domain/amendment.js'
import type { EditionConfiguration } from '../../domain/configuration.js'
import type { EditionState } from '../../domain/edition.js'
import type { StudyLanguage } from '../../domain/language.js'
import type { Preregistration } from '../../domain/preregistration.js'
import type { ProbeState } from '../../domain/probe.js'
import type { Standing } from '../../domain/standing.js'
import { index, integer, primaryKey, real, sqliteTable, text } from '../drizzle.js'

/** One wave of the study, with the configuration that decides its figures. */
export const editions = sqliteTable('editions', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  state: text('state').$type<EditionState>().notNull(),
  configuration: text('configuration', { mode: 'json' }).$type<EditionConfiguration>().notNull(),
  /** SHA-256 of the configuration's stored bytes. */
  configurationHash: text('configuration_hash').notNull(),
  plannedAt: integer('planned_at').notNull(),
  closedAt: integer('closed_at'),
  publishedAt: integer('published_at'),
})

/** The secret from which an edition's plan derives; never part of a file, page, log or API before publication. */
export const planSecrets = sqliteTable('plan_secrets', {
  edition: text('edition')
    .primaryKey()
    .references(() => editions.id),
  /** 32 bytes in hex. */
  secret: text('secret').notNull(),
  madeAt: integer('made_at').notNull(),
})

/** One mystery e-mail. */
export const probes = sqliteTable(
  'probes',
  {
    id: text('id').primaryKey(),
    edition: text('edition')
      .notNull()
      .references(() => editions.id),
    brand: text('brand').notNull(),
    scenario: text('scenario').notNull(),
    persona: text('persona').notNull(),
    variant: text('variant').notNull(),
    account: text('account').notNull(),
    recipient: text('recipient').notNull(),
    /** Domain part of `recipient`, for the per-domain limit. */
    recipientDomain: text('recipient_domain').notNull(),
    token: text('token').notNull().unique(),
    dueAt: integer('due_at').notNull(),
    followsProbe: text('follows_probe'),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    language: text('language').$type<StudyLanguage>().notNull(),
    mailHash: text('mail_hash').notNull(),
    fromName: text('from_name').notNull(),
    fromAddress: text('from_address').notNull(),
    replyAddress: text('reply_address').notNull(),
    messageId: text('message_id').unique(),
    state: text('state').$type<ProbeState>().notNull(),
    stateReason: text('state_reason'),
    /** When `sending` was committed for the attempt that counts; null before. Caps count from here. */
    handedAt: integer('handed_at'),
    sentAt: integer('sent_at'),
    /** Temporary refusals so far. */
    deferrals: integer('deferrals').notNull().default(0),
    /** Not to be tried before this moment after a temporary refusal; null where it was never deferred. */
    retryAt: integer('retry_at'),
  },
  (table) => [
    index('probes_by_edition').on(table.edition, table.brand),
    index('probes_by_state').on(table.state, table.dueAt),
    index('probes_by_brand').on(table.brand, table.handedAt),
    index('probes_by_domain').on(table.recipientDomain, table.handedAt),
    index('probes_by_account').on(table.account, table.handedAt),
  ],
)

/** Every change of state of every probe, in order. */
export const probeStates = sqliteTable(
  'probe_states',
  {
    sequence: integer('sequence').primaryKey({ autoIncrement: true }),
    probe: text('probe')
      .notNull()
      .references(() => probes.id),
    from: text('from_state').$type<ProbeState>(),
    to: text('to_state').$type<ProbeState>().notNull(),
    at: integer('at').notNull(),
    reason: text('reason'),
    /** Who or what moved it: a job's name, a person. */
    by: text('moved_by').notNull(),
  },
  (table) => [index('probe_states_by_probe').on(table.probe, table.sequence)],
)

/** A brand's line in the league table, per edition and grid variant. */
export const standings = sqliteTable(
  'standings',
  {
    edition: text('edition')
      .notNull()
      .references(() => editions.id),
    /** `edition` for the edition's own grid, else the name of a variant. */
    variant: text('variant').notNull(),
    brand: text('brand').notNull(),
    rank: integer('rank'),
    index: real('mark_index'),
    standing: text('standing', { mode: 'json' }).$type<Standing>().notNull(),
    computedAt: integer('computed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.edition, table.variant, table.brand] })],
)

/** Results about a whole edition that are not a brand's line: equal treatment, leaks, trends. */
export const analyses = sqliteTable(
  'analyses',
  {
    edition: text('edition')
      .notNull()
      .references(() => editions.id),
    variant: text('variant').notNull(),
    name: text('name').notNull(),
    result: text('result', { mode: 'json' }).$type<unknown>().notNull(),
    computedAt: integer('computed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.edition, table.variant, table.name] })],
)

/** What was fixed of an edition before its first e-mail. */
export const preregistrations = sqliteTable('preregistrations', {
  edition: text('edition')
    .primaryKey()
    .references(() => editions.id),
  /** SHA-256 of its canonical JSON, in hex. */
  hash: text('hash').notNull(),
  preregistration: text('preregistration', { mode: 'json' }).$type<Preregistration>().notNull(),
  fixedAt: integer('fixed_at').notNull(),
})

/** What people changed of an edition under way. Only added to. */
export const amendments = sqliteTable(
  'amendments',
  {
    sequence: integer('sequence').primaryKey({ autoIncrement: true }),
    edition: text('edition')
      .notNull()
      .references(() => editions.id),
    at: integer('at').notNull(),
    amendment: text('amendment', { mode: 'json' }).$type<Amendment>().notNull(),
    /** In the operator's words. */
    reason: text('reason').notNull(),
  },
  (table) => [index('amendments_by_edition').on(table.edition, table.sequence)],
)

/** What was published of an edition: the manifest of its files, with its signature and its time-stamp. */
export const publications = sqliteTable(
  'publications',
  {
    edition: text('edition')
      .notNull()
      .references(() => editions.id),
    /** From 1 on. */
    revision: integer('revision').notNull(),
    publication: text('publication', { mode: 'json' }).$type<unknown>().notNull(),
    writtenAt: integer('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.edition, table.revision] })],
)

/** The seal of a published edition. */
export const seals = sqliteTable('seals', {
  edition: text('edition')
    .primaryKey()
    .references(() => editions.id),
  /** Merkle root in hex. */
  root: text('root').notNull(),
  seal: text('seal', { mode: 'json' }).$type<unknown>().notNull(),
  sealedAt: integer('sealed_at').notNull(),
})
