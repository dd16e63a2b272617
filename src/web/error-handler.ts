/** The only place where an error becomes an HTTP status: problem+json (RFC 9457) for the API, a page for people. */
import type { ErrorCode } from '../domain/error.js'
import { ReplymarkError } from '../domain/error.js'
import type { Said } from '../domain/said.js'
import { say, tellLog } from '../languages/index.js'

/** Statuses that errors are answered with. */
export type HttpStatus = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 503

/** HTTP status of each error code. */
export const STATUS_OF: Readonly<Record<ErrorCode, HttpStatus>> = {
  usage: 400,
  configuration: 409,
  'not-found': 404,
  unauthenticated: 401,
  forbidden: 403,
  'rate-limited': 429,
  conflict: 409,
  mailbox: 503,
  ledger: 503,
  unavailable: 503,
  tampered: 409,
  internal: 500,
}

/** A problem document (RFC 9457 §3). */
export interface ProblemDocument {
  readonly type: string
  /** What kind of problem it is, for programs. */
  readonly code: ErrorCode
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly hint?: string
  /** Everything that stands in the way, each with what to do; left out where the title says it all. */
  readonly problems?: readonly { readonly what: string; readonly todo: string }[]
  readonly requestId: string
}

/** Status of any error: ours by code, everything else is a bug of ours. */
export function statusOf(error: unknown): HttpStatus {
  if (error instanceof ReplymarkError) return STATUS_OF[error.code]
  return 500
}

/** What is said of a bug: a title, and what to quote. */
export function bugOf(requestId: string): { readonly title: Said; readonly detail: Said } {
  return { title: say('web.internal-error'), detail: say('web.internal-report', { request: requestId }) }
}

/** The problem document of an error, for programs and so in the words of logs; a bug shows its request id and nothing of its inside. */
export function problemOf(error: unknown, requestId: string): ProblemDocument {
  const status = statusOf(error)
  if (!(error instanceof ReplymarkError)) {
    const { title, detail } = bugOf(requestId)
    return {
      type: 'about:blank',
      code: 'internal',
      title: tellLog(title),
      status,
      detail: tellLog(detail),
      requestId,
    }
  }
  const { hint, problems = [] } = error.details
  const listed = problems.map(({ place, message, hint: todo }) => ({
    what: place.thing ? `${place.thing}: ${message}` : message,
    todo,
  }))
  return {
    type: 'about:blank',
    code: error.code,
    title: error.message,
    status,
    detail: error.message,
    ...(hint ? { hint } : {}),
    ...(listed.length > 0 ? { problems: listed } : {}),
    requestId,
  }
}
