/** Cursor pagination over lists: a cursor says how many lines came before, in a form that callers do not build themselves. */
import { ReplymarkError } from '../../domain/error.js'

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
    throw new ReplymarkError('usage', 'This cursor was not made by the API', {
      hint: 'Take `next` of the page before.',
    })
  return Number(place)
}
