/** Turns what SQLite says into one clear sentence: corrupt file, full disk, locked, unwritable, or a refusal of the ledger's own. */
import { ReplymarkError } from '../domain/error.js'

function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code
  return ''
}

/**
 * The error to throw instead of what the database threw.
 * @param error anything caught around a query
 * @param file path of the ledger as the operator knows it
 */
export function ledgerFailure(error: unknown, file: string): unknown {
  if (error instanceof ReplymarkError) return error
  const code = codeOf(error)
  const place = { file }
  const message = error instanceof Error ? error.message : String(error)
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && message.startsWith('replymark: '))
    return new ReplymarkError('conflict', `The ledger refused it: ${message.slice('replymark: '.length)}`, {
      place,
      cause: error,
    })
  if (!code.startsWith('SQLITE_') && !['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'ENOENT', 'EISDIR'].includes(code))
    return error
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return new ReplymarkError('ledger', 'The ledger is damaged or is not a ledger; nothing was written to it', {
      place,
      cause: error,
      hint: 'Stop the service, keep the file, and put the last backup in its place (docs/operations.md, "Backup and restore").',
    })
  if (/^SQLITE_FULL/.test(code) || code === 'ENOSPC')
    return new ReplymarkError(
      'ledger',
      'The disk is full; the last change was not written and nothing before it is lost',
      {
        place,
        cause: error,
        hint: 'Free some space; the service goes on by itself, and mail that waits in the mailbox is fetched then.',
      },
    )
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return new ReplymarkError('ledger', 'Another process holds the ledger and did not let go in time', {
      place,
      cause: error,
      hint: 'Only one `replymark run` may write to a study; stop the other one, or try again.',
    })
  if (/^SQLITE_(READONLY|PERM|CANTOPEN|AUTH)/.test(code) || /^(EACCES|EROFS|ENOENT|EISDIR)$/.test(code))
    return new ReplymarkError('ledger', 'The ledger cannot be opened or written', {
      place,
      cause: error,
      hint: 'Check that its folder exists and that this user may write there.',
    })
  if (/^SQLITE_IOERR/.test(code) || code === 'EIO')
    return new ReplymarkError(
      'ledger',
      'The disk failed while the ledger was read or written; the last change was not written',
      {
        place,
        cause: error,
        hint: 'Check the disk and its free space, then start again.',
      },
    )
  if (/^SQLITE_CONSTRAINT/.test(code))
    return new ReplymarkError('conflict', `The ledger refused a row that contradicts another: ${message}`, {
      place,
      cause: error,
    })
  return new ReplymarkError('ledger', `The ledger failed: ${message}`, { place, cause: error })
}

/**
 * Wraps every function of a query group so that it throws `ledgerFailure` errors.
 * @param group plain object of functions
 */
export function withClearFailures<Group extends object>(group: Group, file: string): Group {
  const wrapped: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(group)) {
    wrapped[name] =
      typeof value === 'function'
        ? (...parameters: unknown[]) => {
            try {
              return value(...parameters)
            } catch (error) {
              throw ledgerFailure(error, file)
            }
          }
        : value
  }
  return wrapped as Group
}
