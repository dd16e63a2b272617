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

/** Name of the setting that tells why a sending account does not work. */
export function sendingFailureSetting(account: string): string {
  return `sending-failed:${account}`
}

/** Name of the setting that tells why an edition could not be settled or assessed in the last round. */
export function assessmentFailureSetting(edition: string): string {
  return `assessment-failed:${edition}`
}

/** Name of the setting that tells of messages that could not be matched in the last round. */
export const MATCHING_FAILURE_SETTING = 'matching-failed'

/** A failure as it is kept. */
export interface KeptFailure {
  readonly since: Instant
  /** One sentence. */
  readonly problem: string
}

/** The failure that is kept under a name; null where there is none, or it is over. */
export function keptFailure(settings: Pick<SettingQueries, 'get'>, name: string): KeptFailure | null {
  const kept = settings.get(name) as { readonly since: Instant; readonly problem: string | null } | null
  return kept && kept.problem !== null ? { since: kept.since, problem: kept.problem } : null
}

/** Keeps a failure under a name with the moment at which it began, or takes it away; nothing is written where nothing changed. */
export function keepFailure(settings: SettingQueries, name: string, problem: string | null, at: Instant): void {
  const before = keptFailure(settings, name)
  if ((before?.problem ?? null) === problem) return
  settings.set(name, { since: before?.since ?? at, problem }, at)
}
