/**
 * The queue port: work that needs a processor and nothing else, and tasks on a schedule. Everything in a queue can be lost:
 * it is derived from the ledger and derived again. One contract suite runs over every implementation.
 */

import { ReplymarkError } from '../domain/error.js'

/** One piece of work: all it needs is in the payload, and its result is plain data. */
export interface WorkItem {
  /** Natural key: the same work has the same key, and is not added twice while it waits, runs or lies dead. */
  readonly key: string
  /** Name of the work, a key of the registry in `work.ts`. */
  readonly type: string
  /**
   * Plain JSON. What is too large to lie in memory while it waits is a function that makes it anew for each attempt; such a piece
   * travels alone, and its fields may hold bytes, which are given away.
   */
  readonly payload: unknown
  /** 1 goes first; larger numbers later. */
  readonly priority: number
}

/** The payload of a piece of work, made now where it does not lie ready. */
export function payloadOf({ payload }: Pick<WorkItem, 'payload'>): unknown {
  return typeof payload === 'function' ? (payload as () => unknown)() : payload
}

/** True for a piece that is too large to travel with others. */
export function travelsAlone({ payload }: Pick<WorkItem, 'payload'>): boolean {
  return typeof payload === 'function'
}

/** Work done. */
export interface WorkResult {
  readonly key: string
  readonly type: string
  readonly result: unknown
}

/** Work given up after all attempts. */
export interface DeadLetter {
  readonly key: string
  readonly type: string
  readonly attempts: number
  /** Message of the last error. */
  readonly reason: string
}

/** How much there is. */
export interface QueueCounts {
  readonly waiting: number
  readonly running: number
  readonly dead: number
}

/** A task of the coordinator that comes round. */
export interface ScheduledTask {
  readonly name: string
  /** Milliseconds between two starts. */
  readonly everyMs: number
  /** Errors are passed to `taskFailed`; the next turn comes all the same. */
  run(): Promise<void>
}

/** What every queue does. */
export interface Queue {
  readonly name: 'embedded' | 'bullmq'
  /**
   * Adds work that is not there yet.
   * @throws ReplymarkError `unavailable` when the queue's server does not answer, or the queue is closing: what is not done then is
   * derived from the ledger at the next start
   */
  add(items: readonly WorkItem[]): Promise<void>
  /**
   * Settles when at most so many pieces (none by default) wait or run and every other result was handed on. Work that was wiped
   * away is no longer waited for: derive what is missing and add it again.
   */
  idle(upTo?: number): Promise<void>
  counts(): Promise<QueueCounts>
  /** Work given up, oldest first. */
  deadLetters(): Promise<readonly DeadLetter[]>
  /** Tries dead work again; all of it, or one key. Returns how many. */
  retryDead(key?: string): Promise<number>
  /** Runs tasks when their time comes, never the same one twice at once. */
  schedule(tasks: readonly ScheduledTask[]): Promise<void>
  /** Takes no more, lets what runs finish and hands its results on. */
  close(): Promise<void>
}

/** What whoever opens a queue gives it. */
export interface QueueHandlers {
  /**
   * Takes a result. It may come again after a crash or a stalled worker, so taking it twice must change nothing.
   * What it throws leaves the result to be handed on again.
   */
  resultArrived(result: WorkResult): void | Promise<void>
  /** Told of work given up and of tasks that failed. */
  failed(what: string, error: unknown): void
}

/** Does one piece of work; throws when it fails. */
export type Execute = (type: string, payload: unknown) => Promise<unknown>

/** How often work is tried and how long is waited in between. */
export interface RetryPolicy {
  readonly attempts: number
  /** First pause in milliseconds; doubles each time. */
  readonly firstPauseMs: number
}

/** Three attempts, a second apart and more. */
export const DEFAULT_RETRY: RetryPolicy = { attempts: 3, firstPauseMs: 1_000 }

/** What adding to a queue that is closing throws. */
export function closingFailure(): ReplymarkError {
  return new ReplymarkError('unavailable', 'The service is stopping and takes no more work', {
    hint: 'What is not done yet is known from the ledger and done after the next start.',
  })
}

/** Pause before the next attempt: doubling, half of it drawn at random so that failures do not march in step. */
export function retryPauseMs(policy: RetryPolicy, failures: number, random: number): number {
  const full = policy.firstPauseMs * 2 ** Math.max(0, failures - 1)
  return Math.round(full / 2 + (full / 2) * random)
}

/** Pieces that travel together at most: the way there and back is paid once for all of them, and each keeps its own outcome. */
export const PIECES_TOGETHER = 16

/** Characters of a batch after which no further piece joins it: one large mail travels alone. */
export const CHARACTERS_TOGETHER = 1_000_000

/** Batches that work should at least be cut into, so that every worker gets some of it. */
const BATCHES_AT_LEAST = 16

/** Pieces a batch when so many wait. */
export function piecesTogether(waiting: number): number {
  return Math.min(PIECES_TOGETHER, Math.max(1, Math.ceil(waiting / BATCHES_AT_LEAST)))
}
