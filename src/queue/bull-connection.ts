/** What coordinator and workers of a BullMQ queue agree on: names, versions and the shape of a job. */
import { createHash } from 'node:crypto'

/** What coordinator and workers must agree on. */
export interface BullConnection {
  /** `redis://…` or `rediss://…`. */
  readonly redisUrl: string
  /** Keeps studies on one Redis apart. */
  readonly study: string
  /** Version of payloads: queues of different versions never meet. */
  readonly version: number
}

/** Pieces that were worked through together, and what became of them. */
export interface BatchResult {
  readonly keys: readonly string[]
  /** JSON of their outcomes, in order. */
  readonly outcomes: string
}

/** One BullMQ job: a batch of pieces. */
export interface BatchData {
  /** Every piece of the body, in order. */
  readonly keys: readonly string[]
  /** Payloads as `batch.ts` writes them. */
  readonly body: string
  /** Places of the pieces that are still to be done; absent at first: all of them. */
  readonly left?: readonly number[]
  /** What earlier attempts finished. */
  readonly done?: readonly BatchResult[]
}

/** Prefix of everything in Redis that belongs to a study. */
export function prefixOf({ study }: BullConnection): string {
  return `replymark-${study}`
}

/** Name of the queue of work. */
export function workQueueName({ version }: BullConnection): string {
  return `work-v${version}`
}

/** Id of a job: BullMQ refuses some characters in ids, and keys can be long. */
export function jobIdOf(keys: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(keys)).digest('hex')
}
