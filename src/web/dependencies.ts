/** What the web needs from outside, worded by its user; the composition root fills it in. */
import type { EditionReports } from '../../reports/edition-reports.js'
import type { StudyLanguage } from '../domain/language.js'
import type { Account } from '../domain/study.js'
import type { Instant } from '../domain/time.js'
import type { Ledger } from '../ledger/ledger.js'
import type { DeadLetter, QueueCounts } from '../queue/queue.js'
import type { Accounts } from './accounts/accounts.js'
import type { ApiKeys } from './accounts/api-keys.js'
import type { IsTrustedProxy } from './http/client-address.js'
import type { RateRule } from './http/rate-limit.js'

/** State of one mailbox, for the health page. */
export interface MailboxHealth {
  readonly account: string
  /** Folders that are read, with commas. */
  readonly folder: string
  readonly state: 'connected' | 'connecting' | 'failed' | 'stopped'
  /** Last successful poll; null before the first. */
  readonly lastPollAt: Instant | null
  /** Why it failed, for people; null where it did not. */
  readonly problem: string | null
}

/** What the web can ask of the running service; absent where only `serve` runs. */
export interface ServiceControl {
  mailboxes(): readonly MailboxHealth[]
  queue(): Promise<QueueCounts & { /** Work given up, oldest first. */ readonly letters?: readonly DeadLetter[] }>
  /** True while probes of the edition are being sent. */
  isRunning(edition: string): boolean
  start(edition: string): Promise<void>
  pause(edition: string): Promise<void>
}

/** What an operator can do to an edition from a page. */
export interface EditionActions {
  /** @throws ReplymarkError `conflict` with the list of what stands in the way */
  close(edition: string, by: string): Promise<void>
  /** @throws ReplymarkError `conflict` */
  publish(edition: string, by: string): Promise<void>
  /** Marks the edition's exchanges again after reviews. */
  reassess(edition: string): Promise<void>
}

/** Where requests are logged; no address of a person, no secret and no mail text is ever passed to it. */
export interface RequestLog {
  info(facts: Readonly<Record<string, unknown>>, message: string): void
  error(facts: Readonly<Record<string, unknown>>, message: string): void
}

/** Everything the web is built from. */
export interface WebDependencies {
  readonly ledger: Ledger
  readonly accounts: Accounts
  readonly apiKeys: ApiKeys
  readonly now: () => Instant
  readonly logger: RequestLog
  /** Address under which people open the service, without final slash. */
  readonly publicUrl: string
  /** Title of the study, in the footer. */
  readonly studyTitle: string
  readonly operatorName: string
  readonly defaultLanguage: StudyLanguage
  readonly service: ServiceControl | null
  /** Today's own accounts: an e-mail that is sent again gets its address from them. */
  readonly sendingAccounts: readonly Account[]
  readonly actions: EditionActions
  readonly reports: EditionReports
  /** Requests a client may send; the usual bound where it is left out. */
  readonly requestRule?: RateRule
  /** Which addresses are the operator's proxies; none where it is left out. */
  readonly isTrustedProxy?: IsTrustedProxy
  /** Waits; the clock's timer where it is left out. */
  readonly pause?: (milliseconds: number) => Promise<void>
}
