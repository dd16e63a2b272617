/** Readings: what each message says, one row a message, recomputable from evidence. */
import type { MessageKind, Reading } from '../domain/message.js'
import type { Instant } from '../domain/time.js'
import type { OpenDatabase } from './database.js'
import { count, eq, sql } from './drizzle.js'
import { readings } from './schema/messages.js'

/** Queries about readings. */
export function createReadingQueries({ drizzle }: OpenDatabase) {
  const one = drizzle
    .select({ reading: readings.reading })
    .from(readings)
    .where(eq(readings.message, sql.placeholder('message')))
    .prepare()
  const kinds = drizzle.select({ kind: readings.kind, number: count() }).from(readings).groupBy(readings.kind).prepare()

  return {
    /** What a message says; null where it has not been read. */
    get(message: string): Reading | null {
      return one.get({ message })?.reading ?? null
    },
    /**
     * Stores a reading, in place of an older one.
     * @throws ReplymarkError `conflict` when the message belongs to a published edition
     */
    store(message: string, reading: Reading, at: Instant): void {
      const row = {
        version: reading.version,
        kind: reading.kind,
        kindConfidence: reading.kindConfidence,
        reading,
        readAt: at,
      }
      drizzle
        .insert(readings)
        .values({ message, ...row })
        .onConflictDoUpdate({ target: readings.message, set: row })
        .run()
    },
    /** Number of messages by kind. */
    countByKind(): Readonly<Partial<Record<MessageKind, number>>> {
      return Object.fromEntries(kinds.all().map((row) => [row.kind, row.number]))
    },
  }
}

/** Queries about readings. */
export type ReadingQueries = ReturnType<typeof createReadingQueries>
