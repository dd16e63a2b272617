/** The one error class of the program. HTTP status and exit code are chosen at the edges, from `code`. */
import type { Said } from './said.js'

/** What kind of thing went wrong; the command line turns it into an exit code, the web into an HTTP status. */
export type ErrorCode =
  /** Wrong usage of a command or a request. Exit code 2, HTTP 400. */
  | 'usage'
  /** The study's configuration has problems. Exit code 2. */
  | 'configuration'
  /** The thing named does not exist. HTTP 404. */
  | 'not-found'
  /** Not allowed for this person or this state of the edition. HTTP 403. */
  | 'forbidden'
  /** Nobody is signed in, or the key or session has expired. HTTP 401. */
  | 'unauthenticated'
  /** Too many requests or sign-ins in a short time. HTTP 429. */
  | 'rate-limited'
  /** The state of things refuses the action (edition frozen, pending migration, open reviews). HTTP 409. */
  | 'conflict'
  /** A mail account could not be reached, or refused us. */
  | 'mailbox'
  /** The ledger cannot be opened, written or trusted (corrupt, disk full, locked). */
  | 'ledger'
  /** An outside engine or server (Redis, LanguageTool, Grammalecte) does not answer. */
  | 'unavailable'
  /** Evidence or seal does not verify. */
  | 'tampered'
  /** A bug of ours. */
  | 'internal'

/** Where a problem stands: a file with line and column (from 1), or a named thing such as a mailbox or probe. */
export interface Place {
  /** Path of the file as the operator knows it. */
  readonly file?: string
  /** Line in the file, from 1. */
  readonly line?: number
  /** Column in the line, from 1. */
  readonly column?: number
  /** A named thing when there is no file: `mailbox contact@…`, `probe 17`. */
  readonly thing?: string
}

/** The sentences of an error or a problem by their ids, for people who read another language than logs do. */
export interface SaidSentences {
  /** What happened. */
  readonly message: Said
  /** What to do; left out where there is nothing. */
  readonly hint?: Said
  /** The thing it happened to, where that is told in words. */
  readonly thing?: Said
}

/** One problem found while checking something: what, where, and what to do about it. */
export interface Problem {
  readonly place: Place
  /** What is wrong, one sentence without final full stop needed. */
  readonly message: string
  /** What to do or to write instead. */
  readonly hint: string
  /** The same by ids; left out where the sentences are in no catalogue. */
  readonly said?: SaidSentences
}

/** An error for people: what happened, where, what to do. */
export class ReplymarkError extends Error {
  override readonly name = 'ReplymarkError'

  /**
   * @param code what kind of thing went wrong
   * @param message what happened and to what, one sentence
   * @param details where it happened, what to do, all problems found at once, the error beneath, and the sentences by their ids
   */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: {
      readonly place?: Place
      readonly hint?: string
      readonly problems?: readonly Problem[]
      readonly cause?: unknown
      readonly said?: SaidSentences
    } = {},
  ) {
    super(message, { cause: details.cause })
  }
}
