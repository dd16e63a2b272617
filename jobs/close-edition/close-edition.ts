/** Closes editions: when every probe has had its whole answer window and the mailboxes were read after it, the edition's figures are complete. */
import { ReplymarkError } from '../../src/domain/error.js'
import { DAY_MS, type Instant } from '../../src/domain/time.js'
import type { StoredEdition } from '../../src/ledger/editions.js'
import { assessEdition } from '../assess-exchanges/assess-edition.js'
import { settleStates } from '../assess-exchanges/settle-probes.js'
import type { ServiceContext } from '../context.js'

/** Name of the setting that tells when an account's mailbox was last read to its end. */
export function polledSetting(account: string): string {
  return `mailbox-read:${account}`
}

/** What still keeps an edition open; empty where it can be closed. */
export function reasonsToWait(context: ServiceContext, edition: StoredEdition): readonly string[] {
  const { ledger } = context
  const now = context.now()
  const probes = ledger.probes.ofEdition(edition.id)
  const reasons: string[] = []
  const open = probes.filter((probe) => probe.state === 'planned' || probe.state === 'sending')
  if (open.length > 0) reasons.push(`${open.length} probe(s) are not sent yet`)
  const uncertain = probes.filter((probe) => probe.state === 'uncertain')
  if (uncertain.length > 0) reasons.push(`${uncertain.length} probe(s) are uncertain: \`replymark review\` lists them`)
  const windowMs = edition.configuration.edition.answerWindowDays * DAY_MS
  const sent = probes.filter((probe) => probe.sentAt !== null)
  const lastEnd = sent.reduce((latest, probe) => Math.max(latest, (probe.sentAt ?? 0) + windowMs), 0)
  if (now <= lastEnd) reasons.push(`the last answer window ends on ${new Date(lastEnd).toISOString()}`)
  else
    for (const account of new Set(sent.map((probe) => probe.account))) {
      const read = ledger.settings.get(polledSetting(account))
      if (typeof read !== 'number' || read <= lastEnd)
        reasons.push(`the mailbox of account ${account} was not read since the last answer window ended`)
    }
  return reasons
}

/** Ranks an edition from its assessments and stores the league table. */
export type RankEdition = (context: ServiceContext, edition: string, at: Instant) => void

/**
 * Closes an edition: settles states, assesses, ranks.
 * @throws ReplymarkError `conflict` with everything that keeps it open
 */
export async function closeEdition(context: ServiceContext, id: string, rank: RankEdition | null): Promise<void> {
  const { ledger } = context
  const edition = ledger.editions.require(id)
  const reasons = reasonsToWait(context, edition)
  if (reasons.length > 0)
    throw new ReplymarkError('conflict', `Edition ${id} cannot be closed yet: ${reasons.join('; ')}`, {
      place: { thing: `edition ${id}` },
    })
  settleStates(context, id)
  const { failed } = await assessEdition(context, id)
  if (failed.length > 0)
    throw new ReplymarkError(
      'conflict',
      `Edition ${id} cannot be closed: ${failed.length} exchange(s) could not be assessed`,
      {
        place: { thing: `edition ${id}` },
        hint: 'See the log for the reason; `replymark assess` tries again.',
      },
    )
  rank?.(context, id, context.now())
  ledger.editions.move(id, 'closed', context.now())
  ledger.audit.add({
    at: context.now(),
    actor: 'close-edition',
    action: 'close-edition',
    target: `edition ${id}`,
    details: null,
  })
}

/** Closes every running edition that is ready. Returns their ids. */
export async function closeReady(context: ServiceContext, rank: RankEdition | null): Promise<readonly string[]> {
  const closed: string[] = []
  for (const edition of context.ledger.editions.list()) {
    if (edition.state !== 'running' || reasonsToWait(context, edition).length > 0) continue
    await closeEdition(context, edition.id, rank)
    closed.push(edition.id)
  }
  return closed
}
