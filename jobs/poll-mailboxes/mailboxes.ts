/** The mailboxes of a running service: one connection an account, polled on request or watched by IDLE. */
import type { Account } from '../../src/domain/study.js'
import { CLOCK_SKEW_MS, DAY_MS, type Instant } from '../../src/domain/time.js'
import { asideSetting, clockSetting, polledSetting } from '../../src/ledger/settings.js'
import { type Environment, readSecret } from '../../src/mail/credentials.js'
import { type Mailbox, openMailbox, type PollResult } from '../../src/mail/mailbox.js'
import { watchMailbox } from '../../src/mail/mailbox-watch.js'
import { clockWarning } from '../../src/mail/server-clock.js'
import type { ServiceContext } from '../context.js'

/** State of one account's mailbox, for health pages and logs. */
export interface MailboxHealth {
  readonly account: string
  /** Folders that are read, with commas. */
  readonly folder: string
  readonly state: 'connected' | 'connecting' | 'failed' | 'stopped'
  /** Last time it was read to its end; null before the first. */
  readonly lastPollAt: Instant | null
  /** One sentence; null where nothing is wrong. */
  readonly problem: string | null
}

/** UIDs that a server lists and does not deliver, as they are kept. */
interface SetAside {
  readonly uidValidity: string
  readonly uids: readonly number[]
}

/** The mailboxes of all accounts. */
export interface Mailboxes {
  /** Reads every mailbox to its end. @throws ReplymarkError `mailbox` of the first that fails, after trying all */
  pollAll(): Promise<number>
  /** Watches all mailboxes until the signal is aborted. */
  watch(signal: AbortSignal, arrived: () => void): Promise<void>
  /** Message-IDs among these that an account's folder of sent mail holds. */
  sentAmong(account: string, messageIds: readonly string[]): Promise<ReadonlySet<string>>
  health(): readonly MailboxHealth[]
  close(): Promise<void>
}

/**
 * How long before an account's first probe mail may be dated and still count as an answer to it, in milliseconds: a server's clock may
 * be wrong by hours, which a person has to see, and not by a day. Whatever is older is private mail of the mailbox's owner.
 */
const CLOCKS_DIFFER_MS = DAY_MS

/** From when on a mailbox may hold answers; null before its first probe. */
function answersSince(firstHandedAt: Instant | null): Instant | null {
  return firstHandedAt === null ? null : firstHandedAt - CLOCKS_DIFFER_MS
}

/** What keeps a poll from being a full reading, in a sentence; null where nothing does. */
function unreadIn({ missingFolders, aside }: PollResult): string | null {
  if (missingFolders.length > 0)
    return `The mailbox has no folder ${missingFolders.join(', ')}; correct \`folders\` in study.yaml, \`replymark check\` lists those it has.`
  const [first] = aside
  if (!first) return null
  const more = aside.length > 1 ? ` and ${aside.length - 1} more` : ''
  return `The server lists message ${first.uid} of ${first.folder}${more} and does not deliver it: ${first.said} It is asked for again at every poll; open it in the mailbox, move or delete it there.`
}

/** How often a watched mailbox is polled though IDLE says nothing, in milliseconds. */
const POLL_EVERY_MS = 60_000

function pauseUnless(signal: AbortSignal, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}

/** Makes the mailboxes of the accounts in a context. */
export function createMailboxes(
  context: ServiceContext,
  environment: Environment,
  pollEveryMs = POLL_EVERY_MS,
): Mailboxes {
  const { ledger, log } = context
  const open = new Map<string, Mailbox>()
  const health = new Map<string, MailboxHealth>()
  for (const { id, folders } of context.settings.accounts)
    health.set(id, { account: id, folder: folders.join(', '), state: 'stopped', lastPollAt: null, problem: null })

  function note(account: Account, changes: Partial<MailboxHealth>): void {
    const known = health.get(account.id)
    if (known) health.set(account.id, { ...known, ...changes })
  }
  const warned = new Set<string>()

  const store = {
    cursor: (account: string, folder: string) => ledger.messages.cursor(account, folder),
    since: (account: string) => answersSince(ledger.probes.firstHandedBy(account)),
    aside: (account: string, folder: string, uidValidity: string): readonly number[] => {
      const kept = ledger.settings.get(asideSetting(account, folder)) as SetAside | null
      return kept?.uidValidity === uidValidity ? kept.uids : []
    },
    setAside: (account: string, folder: string, uidValidity: string, uids: readonly number[]) =>
      ledger.settings.set(asideSetting(account, folder), { uidValidity, uids } satisfies SetAside, context.now()),
    store: (batch: Parameters<typeof ledger.messages.ingest>[0]) => {
      context.atFaultPoint('between-fetch-and-commit')
      const at = context.now()
      // A mail that arrives in the future: the mailbox's clock goes before ours.
      const newest = Math.max(...batch.messages.map(({ internalDate }) => internalDate ?? 0))
      if (newest - at > CLOCK_SKEW_MS) {
        ledger.settings.set(clockSetting(batch.account), at - newest, at)
        log.error({ account: batch.account }, clockWarning('its mailbox', at - newest) ?? '')
      }
      const { stored, known } = ledger.messages.ingest(batch, at)
      context.atFaultPoint('after-commit')
      if (batch.messages.length > 0)
        log.info(
          { account: batch.account, folder: batch.folder, stored: stored.length, known: known.length },
          'mail stored',
        )
    },
  }

  function connect(account: Account): Promise<Mailbox> {
    const password = readSecret(environment, account.imap.passwordVariable, `the mailbox of account ${account.id}`)
    return openMailbox(account, { password, store })
  }

  function polled(account: Account, result: PollResult): void {
    const missing = result.missingFolders
    const problem = unreadIn(result)
    // Only a full reading of every folder proves that no answer lies there unread: closing asks for it.
    if (problem === null) ledger.settings.set(polledSetting(account.id), context.now(), context.now())
    note(account, { state: problem === null ? 'connected' : 'failed', lastPollAt: context.now(), problem })
    for (const { folder, uid, said } of result.aside) {
      const key = `${account.id}/${folder}/${uid}`
      if (!warned.has(key)) log.warn({ account: account.id, folder, uid, said }, 'a message was not delivered')
      warned.add(key)
    }
    for (const folder of missing) {
      const key = `${account.id}/${folder}`
      if (!warned.has(key)) log.warn({ account: account.id, folder }, 'the mailbox has no such folder')
      warned.add(key)
    }
    if (result.older > 0)
      log.info({ account: account.id, messages: result.older }, 'mail from before the first probe was left alone')
    for (const cut of result.cut) log.warn({ account: account.id, ...cut }, 'a message was too long and was cut')
  }

  function failed(account: Account, error: unknown): void {
    const problem = error instanceof Error ? error.message : String(error)
    note(account, { state: 'failed', problem })
    log.error({ account: account.id }, problem)
  }

  async function pollOne(account: Account): Promise<number> {
    try {
      const mailbox = open.get(account.id) ?? (await connect(account))
      open.set(account.id, mailbox)
      const result = await mailbox.poll()
      polled(account, result)
      return result.fetched
    } catch (error) {
      await open.get(account.id)?.close()
      open.delete(account.id)
      failed(account, error)
      throw error
    }
  }

  return {
    async pollAll() {
      const results = await Promise.allSettled(context.settings.accounts.map(pollOne))
      const failure = results.find((result) => result.status === 'rejected')
      if (failure) throw failure.reason
      return results.reduce((sum, result) => sum + (result.status === 'fulfilled' ? result.value : 0), 0)
    },
    async watch(signal, arrived) {
      await Promise.all(
        context.settings.accounts.map((account) =>
          watchMailbox({
            open: () => {
              note(account, { state: 'connecting' })
              return connect(account)
            },
            polled: (result) => {
              polled(account, result)
              if (result.fetched > 0) arrived()
            },
            failed: (error) => failed(account, error),
            pollEveryMs,
            signal,
            pause: (milliseconds) => pauseUnless(signal, milliseconds),
            random: Math.random,
          }),
        ),
      )
    },
    async sentAmong(account, messageIds) {
      const settings = context.settings.accounts.find((candidate) => candidate.id === account)
      if (!settings?.sentFolder || messageIds.length === 0) return new Set()
      const mailbox = await connect(settings)
      try {
        return await mailbox.sentAmong(messageIds)
      } finally {
        await mailbox.close()
      }
    },
    health: () => [...health.values()],
    async close() {
      for (const mailbox of open.values()) await mailbox.close()
      open.clear()
    },
  }
}
