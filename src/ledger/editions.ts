/** Editions: their frozen configuration and where they stand. */
import { createHash } from 'node:crypto'
import type { EditionConfiguration } from '../domain/configuration.js'
import type { EditionState } from '../domain/edition.js'
import { ReplymarkError } from '../domain/error.js'
import type { Instant } from '../domain/time.js'
import { configurationInForce } from '../planning/configuration-in-force.js'
import type { OpenDatabase } from './database.js'
import { asc, eq, sql } from './drizzle.js'
import { amendments, editions, planSecrets } from './schema/editions.js'

/** An edition in the ledger. */
export interface StoredEdition {
  readonly id: string
  readonly title: string
  readonly state: EditionState
  /** What holds now: what was fixed, amended. */
  readonly configuration: EditionConfiguration
  /** What was fixed before the first e-mail; `configuration` itself where nothing was amended. */
  readonly fixedConfiguration: EditionConfiguration
  /** SHA-256 in hex of the fixed configuration's JSON. */
  readonly configurationHash: string
  readonly plannedAt: Instant
  readonly closedAt: Instant | null
  readonly publishedAt: Instant | null
}

/** Where an edition stands. */
export interface EditionBrief extends Pick<StoredEdition, 'state' | 'configurationHash' | 'publishedAt'> {
  /** How often it was amended. */
  readonly amendments: number
}

/** Which state of an edition may follow which. `closed → running` re-opens one that was closed too early. */
const EDITION_MOVES: Readonly<Record<EditionState, readonly EditionState[]>> = {
  configured: ['planned'],
  planned: ['running', 'configured'],
  running: ['closed'],
  closed: ['running', 'published'],
  published: [],
}

/** Queries about editions. */
export function createEditionQueries({ drizzle, transaction }: OpenDatabase) {
  const one = drizzle
    .select()
    .from(editions)
    .where(eq(editions.id, sql.placeholder('id')))
    .prepare()
  const brief = drizzle
    .select({
      state: editions.state,
      configurationHash: editions.configurationHash,
      publishedAt: editions.publishedAt,
      amendments: sql<number>`(select count(*) from amendments where amendments.edition = editions.id)`,
    })
    .from(editions)
    .where(eq(editions.id, sql.placeholder('id')))
    .prepare()
  const secretOf = drizzle
    .select({ secret: planSecrets.secret })
    .from(planSecrets)
    .where(eq(planSecrets.edition, sql.placeholder('id')))
    .prepare()
  const all = drizzle.select().from(editions).orderBy(asc(editions.plannedAt), asc(editions.id)).prepare()

  const amendmentsOf = drizzle
    .select({ amendment: amendments.amendment })
    .from(amendments)
    .where(eq(amendments.edition, sql.placeholder('edition')))
    .orderBy(asc(amendments.sequence))
    .prepare()

  function inForce(row: typeof editions.$inferSelect): StoredEdition {
    const rows = row.state === 'planned' ? [] : amendmentsOf.all({ edition: row.id })
    const made = rows.map(({ amendment }) => amendment)
    return {
      ...row,
      fixedConfiguration: row.configuration,
      configuration: configurationInForce(row.configuration, made),
    }
  }

  function get(id: string): StoredEdition | null {
    const row = one.get({ id })
    return row ? inForce(row) : null
  }

  return {
    /** One edition; null where it was never planned. */
    get,

    /**
     * One edition.
     * @throws ReplymarkError `not-found`
     */
    require(id: string): StoredEdition {
      const edition = get(id)
      if (edition) return edition
      const known = all.all().map((row) => row.id)
      throw new ReplymarkError('not-found', `Edition ${id} is not in the ledger`, {
        place: { thing: `edition ${id}` },
        hint:
          known.length > 0
            ? `The ledger has: ${known.join(', ')}. A new one starts with \`replymark plan --edition ${id}\`.`
            : `Start it with \`replymark plan --edition ${id}\`.`,
      })
    },

    /** Where an edition stands, without taking its configuration apart; null where there is none. */
    brief(id: string): EditionBrief | null {
      return brief.get({ id }) ?? null
    },

    /**
     * The secret of an edition's plan, 32 bytes in hex; null where it was planned before plans had one. Only sending may ask for
     * it before publication.
     */
    planSecret(id: string): string | null {
      return secretOf.get({ id })?.secret ?? null
    },

    /** All editions, in the order in which they were planned. */
    list(): readonly StoredEdition[] {
      return all.all().map(inForce)
    },

    /**
     * Stores an edition with its frozen configuration, or replaces the configuration of one from which nothing was sent.
     * @param secret of its plan, kept from the first time on; undefined where none was made (tests with a plan of their own)
     * @throws ReplymarkError `conflict` when it is already running, closed or published
     */
    plan(configuration: EditionConfiguration, at: Instant, secret?: string): void {
      const { id, title } = configuration.edition
      const configurationHash = createHash('sha256').update(JSON.stringify(configuration)).digest('hex')
      transaction(() => {
        const existing = get(id)
        if (existing && existing.state !== 'planned' && existing.state !== 'configured')
          throw new ReplymarkError('conflict', `Edition ${id} is ${existing.state}; its configuration is frozen`, {
            place: { thing: `edition ${id}` },
            hint: 'Give a new edition another id in study.yaml.',
          })
        const row = { id, title, state: 'planned' as const, configuration, configurationHash, plannedAt: at }
        drizzle.insert(editions).values(row).onConflictDoUpdate({ target: editions.id, set: row }).run()
        if (secret !== undefined)
          drizzle.insert(planSecrets).values({ edition: id, secret, madeAt: at }).onConflictDoNothing().run()
      })
    },

    /**
     * Moves an edition on (planned → running → closed → published).
     * @throws ReplymarkError `conflict` when that step does not follow from where it stands
     */
    move(id: string, to: EditionState, at: Instant): void {
      transaction(() => {
        const from = get(id)?.state
        if (from === to) return
        if (!from || !EDITION_MOVES[from].includes(to))
          throw new ReplymarkError('conflict', `Edition ${id} is ${from ?? 'not planned'} and cannot become ${to}`, {
            place: { thing: `edition ${id}` },
          })
        drizzle
          .update(editions)
          .set({
            state: to,
            ...(to === 'closed' ? { closedAt: at } : {}),
            ...(to === 'running' ? { closedAt: null } : {}),
            ...(to === 'published' ? { publishedAt: at } : {}),
          })
          .where(eq(editions.id, id))
          .run()
      })
    },
  }
}

/** Queries about editions. */
export type EditionQueries = ReturnType<typeof createEditionQueries>
