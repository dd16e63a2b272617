/** Small facts of the service that are not configuration, by name. */
import type { Instant } from '../domain/time.js'
import type { OpenDatabase } from './database.js'
import { eq, sql } from './drizzle.js'
import { settings } from './schema/reviews.js'

/** Queries about settings. */
export function createSettingQueries({ drizzle }: OpenDatabase) {
  const one = drizzle
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.name, sql.placeholder('name')))
    .prepare()

  return {
    /** The value under a name; null where there is none. */
    get(name: string): unknown {
      return one.get({ name })?.value ?? null
    },
    /** Stores a value under a name. */
    set(name: string, value: unknown, at: Instant): void {
      const row = { value, updatedAt: at }
      drizzle
        .insert(settings)
        .values({ name, ...row })
        .onConflictDoUpdate({ target: settings.name, set: row })
        .run()
    },
  }
}

/** Queries about settings. */
export type SettingQueries = ReturnType<typeof createSettingQueries>

/** Name of the setting that tells when an account's mailbox was last read to its end. */
export function polledSetting(account: string): string {
  return `mailbox-read:${account}`
}

/** Name of the setting that tells by how many milliseconds our clock was ahead of an account's servers when they were last compared. */
export function clockSetting(account: string): string {
  return `clock-ahead:${account}`
}

/** Name of the setting that holds the messages of a folder that its server lists and does not deliver. */
export function asideSetting(account: string, folder: string): string {
  return `set-aside:${account}/${folder}`
}
