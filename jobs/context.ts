/** What every part of the running service gets: the ledger, the clock, the log, the queue, and today's accounts and limits. */

import type { EditionConfiguration } from '../src/domain/configuration.js'
import type { MatchDecision } from '../src/domain/match.js'
import type { Message, Reading } from '../src/domain/message.js'
import type { Account } from '../src/domain/study.js'
import type { Instant } from '../src/domain/time.js'
import type { Ledger } from '../src/ledger/ledger.js'
import type { StoredProbe } from '../src/ledger/probes.js'
import type { AtFaultPoint } from '../src/mail/fault-points.js'
import type { HandedJournal } from '../src/mail/handed-journal.js'
import type { Sender } from '../src/mail/sender.js'
import type { Queue, WorkResult } from '../src/queue/queue.js'

/** A structured log; no secret, no mail text and no agent's name is ever passed to it. */
export interface ServiceLog {
  info(facts: Readonly<Record<string, unknown>>, message: string): void
  warn(facts: Readonly<Record<string, unknown>>, message: string): void
  error(facts: Readonly<Record<string, unknown>>, message: string): void
}

/** Says nothing. */
export const silentLog: ServiceLog = { info() {}, warn() {}, error() {} }

/** What today's study says of sending; everything else comes from the edition's frozen configuration. */
export interface LiveSettings {
  readonly live: boolean
  readonly accounts: readonly Account[]
  /** Opt-outs asked for since an edition was planned. */
  readonly optOut: readonly string[]
}

/** Tells which probe a message answers; made anew whenever the probes that can be answered change. */
export type Matcher = (message: Message, reading: Reading) => MatchDecision

/** How parts of the program outside the service are reached. */
export interface ServiceParts {
  /** Version of the reading room: older readings are made again. */
  readonly readingVersion: number
  /** @param accounts today's own accounts, whose servers report bounces */
  createMatcher(
    probes: readonly StoredProbe[],
    editions: readonly EditionConfiguration[],
    accounts: readonly Account[],
  ): Matcher
}

/** Hands results of the queue to whoever waits for them. */
export interface ResultDispatcher {
  /** Called by the queue. */
  dispatch(result: WorkResult): void
  /** Results of a type go to `apply` until the returned function is called. */
  subscribe(type: string, apply: (result: WorkResult) => void): () => void
}

/** What every part of the running service gets. */
export interface ServiceContext {
  readonly ledger: Ledger
  readonly now: () => Instant
  readonly log: ServiceLog
  readonly queue: Queue
  readonly results: ResultDispatcher
  readonly parts: ServiceParts
  readonly settings: LiveSettings
  readonly atFaultPoint: AtFaultPoint
  /** What was handed over, beside the ledger; null where nothing survives this process anyway. */
  readonly journal: HandedJournal | null
  /** Sender of an account. @throws ReplymarkError where the account is not configured */
  sender(account: string): Sender
}

/** Hands each result to the subscriber of its type. A result nobody waits for is dropped: what it was for is derived from the ledger again. */
export function createResultDispatcher(): ResultDispatcher {
  const subscribers = new Map<string, (result: WorkResult) => void>()
  return {
    dispatch(result) {
      subscribers.get(result.type)?.(result)
    },
    subscribe(type, apply) {
      subscribers.set(type, apply)
      return () => {
        if (subscribers.get(type) === apply) subscribers.delete(type)
      }
    },
  }
}
