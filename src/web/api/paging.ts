import { saidError, say } from '../../languages/index.js'

/** The page after a cursor. */
export function pageAfter<Line>(
  lines: readonly Line[],
  limit: number,
  cursor: string | undefined,
): { items: Line[]; next: string | null } {
  const from = cursor === undefined ? 0 : readCursor(cursor)
  const until = from + limit
  return { items: lines.slice(from, until), next: until < lines.length ? makeCursor(until) : null }
}

/** A cursor for a place. */
export function makeCursor(place: number): string {
  return Buffer.from(`after:${place}`).toString('base64url')
}

/**
 * The place of a cursor.
 * @throws ReplymarkError `usage` for one that we did not make
 */
export function readCursor(cursor: string): number {
  const place = /^after:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1]
  if (place === undefined)
    throw saidError('usage', say('web.foreign-cursor'), {
      hint: say('web.take-next'),
    })
  return Number(place)
}
