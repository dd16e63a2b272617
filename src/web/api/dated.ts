/** Moments of the API: each stands as milliseconds and, beside it under the same name with `Iso`, as ISO 8601 in UTC. */
import { z } from '@hono/zod-openapi'

/** A line with its moments written out; null stays null. */
export type Dated<Line, Key extends keyof Line & string> = Line & {
  [Name in Key as `${Name}Iso`]: null extends Line[Name] ? string | null : string
}

/** Adds the ISO 8601 form of the named moments. */
export function dated<Line, Key extends keyof Line & string>(line: Line, ...names: readonly Key[]): Dated<Line, Key> {
  const written = names.map((name) => {
    const at = line[name]
    return [`${name}Iso`, typeof at === 'number' ? new Date(at).toISOString() : null]
  })
  return { ...line, ...Object.fromEntries(written) }
}

/** The written form of a moment in a schema. */
export const writtenInstant = z
  .string()
  .openapi({ description: 'The same moment, ISO 8601 in UTC', example: '2026-01-01T00:00:00.000Z' })
