/**
 * Sends the probes that are due (docs/design.md, promise 1): `sending` with its Message-ID is committed before the SMTP
 * dialogue, its outcome right after; whatever is unknown stays `uncertain` and is never sent again.
 */
import type { Account } from '../../src/domain/study.js'
import type { Instant } from '../../src/domain/time.js'
import { isPaused } from '../../src/ledger/pause.js'
import type { StoredProbe } from '../../src/ledger/probes.js'
import type { ServiceContext } from '../context.js'
import { redrawOverdue } from './redraw-overdue.js'
import { type EndedDialogue, keepUnrecorded, recordLate, recordOutcome, SENT_BY } from './sending-outcome.js'
import { type OpenRound, type SendingRound, type TakenProbe, type TakingGroup, takeIfAllowed } from './take-probe.js'

/** Mails a connection that are `sending` at once: one on the wire, the others next in line or on their way to the disk. */
const PER_CONNECTION = 4

/** Mails a connection that are left under way when the next ones are committed. */
const IN_LINE = 2

/** Milliseconds an outcome may wait for others to be committed with it. */
const GATHER_MS = 20

/** Probes looked at in one go; a few kilobytes each. */
const AT_ONCE = 1000

/** The dialogue of a probe whose `sending` is committed. */
async function handOver(context: ServiceContext, { probe, mail }: TakenProbe): Promise<EndedDialogue> {
  const { journal } = context
  if (journal?.has(probe.id)) {
    const response = 'it was handed over before, says the journal beside the ledger: an older ledger was put back'
    return { probe, outcome: { outcome: 'uncertain', response } }
  }
  try {
    journal?.handed(probe.id)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const response = `the journal beside the ledger could not be written (${why}); nothing was sent`
    return { probe, outcome: { outcome: 'deferred', response }, begun: false }
  }
  context.atFaultPoint('before-smtp')
  const outcome = await context.sender(probe.account).send(mail)
  if (outcome.outcome === 'accepted') context.atFaultPoint('after-smtp-acceptance')
  if (outcome.outcome === 'deferred' || outcome.outcome === 'account-failure') journal?.released(probe.id)
  return { probe, outcome }
}

function count(context: ServiceContext, { probe, outcome }: EndedDialogue, round: OpenRound): void {
  context.log.info({ probe: probe.id, outcome: outcome.outcome }, 'probe handed to SMTP')
  if (outcome.outcome === 'account-failure') {
    round.deferred++
    context.log.error({ account: probe.account, hint: outcome.failure.details.hint }, outcome.failure.message)
  } else if (outcome.outcome === 'accepted') round.sent++
  else round[outcome.outcome]++
}

/** Waits until a dialogue ended, and a little longer until at most `left` are under way, so that more are committed together. */
async function someEnded(underWay: ReadonlySet<Promise<void>>, ended: readonly unknown[], left: number): Promise<void> {
  if (underWay.size > 0 && ended.length === 0) await Promise.race(underWay)
  if (underWay.size <= left) return
  let late = false
  let timer: NodeJS.Timeout | undefined
  const lateness = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      late = true
      resolve()
    }, GATHER_MS)
  })
  while (underWay.size > left && !late) await Promise.race([...underWay, lateness])
  clearTimeout(timer)
}

/** What is known of probes whose `sending` the disk did not confirm: no dialogue of theirs has begun. */
function notBegun(taken: readonly TakenProbe[]): readonly EndedDialogue[] {
  const outcome = {
    outcome: 'deferred',
    response: 'the disk did not take the ledger’s commit; nothing was sent',
  } as const
  return taken.map(({ probe }) => ({ probe, outcome, begun: false }))
}

/**
 * Sends the due probes of one account over its connections. Outcomes that are known and the next probes to go are committed
 * together, several mails a durable commit; a dialogue begins only once the commit of its `sending` is on the disk, and those
 * before it go on meanwhile. A crash leaves at most the mails under way uncertain.
 */
async function sendByAccount(
  context: ServiceContext,
  probes: readonly StoredProbe[],
  live: boolean,
  keepOn: () => boolean,
  round: OpenRound,
): Promise<void> {
  const { ledger } = context
  const waitingInLine = probes.values()
  const underWay = new Set<Promise<void>>()
  let ended: EndedDialogue[] = []
  let failed = false
  let more = true
  // The first mail goes alone: an account that does not work is asked once, not once a connection.
  let most = 1
  let left = 0

  /** Takes the next probes, up to `most` under way. Call it inside a transaction. */
  function takeNext(): TakenProbe[] {
    const next: TakenProbe[] = []
    let begun: number | null = null
    let handed: number | null = null
    // Nobody else writes during a transaction: what went before it is counted once, what it takes is added. Counting what was
    // begun is far quicker; only near the cap it matters which of them came back.
    const byAccount = ({ id, perHour }: Account, since: Instant): number => {
      begun ??= ledger.probes.begunByAccount(id, since)
      if (begun + next.length < perHour) return begun + next.length
      handed ??= ledger.probes.handedByAccount(id, since).number
      return handed + next.length
    }
    const group: TakingGroup = { byAccount, editions: new Map() }
    more &&= keepOn()
    while (more && underWay.size + next.length < most) {
      const { done, value } = waitingInLine.next()
      const one = done ? null : takeIfAllowed(context, value, live, failed, round, group)
      if (one) next.push(one)
      more = !done && keepOn()
    }
    return next
  }

  function begin(one: TakenProbe): void {
    const dialogue: Promise<void> = handOver(context, one).then((end) => {
      ended.push(end)
      const { connections } = context.sender(one.probe.account)
      if (end.outcome.outcome === 'account-failure') failed = true
      else if (connections > 1) {
        most = PER_CONNECTION * connections
        left = IN_LINE * connections
      }
      underWay.delete(dialogue)
    })
    // Heard below, when the loop comes back to those under way; the disk may still be waited for.
    dialogue.catch(() => {})
    underWay.add(dialogue)
  }

  try {
    while (more || underWay.size > 0 || ended.length > 0) {
      const { result: taken, onDisk } = ledger.transactionToDisk(() => {
        for (const dialogue of ended) recordOutcome(context, dialogue)
        return takeNext()
      })
      for (const dialogue of ended) count(context, dialogue, round)
      ended = []
      await onDisk.catch((error: unknown) => {
        ended.push(...notBegun(taken))
        throw error
      })
      for (const one of taken) begin(one)
      await someEnded(underWay, ended, left)
    }
  } finally {
    await Promise.allSettled(underWay)
    // Only where something above failed: what is known of the mails under way is written down all the same, now or later.
    if (ended.length > 0) keepUnrecorded(context, ended)
  }
}

/**
 * Sends what is due and allowed. Nothing goes unless the study is live.
 * @param live what the operator said on the command line
 */
export async function sendDue(
  context: ServiceContext,
  live: boolean,
  keepOn: () => boolean = () => true,
): Promise<SendingRound> {
  const round: OpenRound = {
    sent: 0,
    refused: 0,
    deferred: 0,
    uncertain: 0,
    cancelled: 0,
    waiting: [],
    editions: new Map(),
  }
  recordLate(context)
  const { ledger, settings } = context
  let due = ledger.probes.due(context.now(), AT_ONCE)
  // Only where they would go now: what waits for `--live` or a paused edition is drawn anew when that ends.
  const going = live && settings.live ? due.filter(({ edition }) => !isPaused(ledger, edition)) : []
  if (redrawOverdue(context, going) > 0) due = ledger.probes.due(context.now(), AT_ONCE)
  const byAccount = Map.groupBy(due, ({ account }) => account)
  const rounds = [...byAccount.values()].map((probes) => sendByAccount(context, probes, live, keepOn, round))
  for (const one of await Promise.allSettled(rounds)) if (one.status === 'rejected') throw one.reason
  const { editions: _, ...done } = round
  return done
}

/** At start: whatever was `sending` when the process ended has an unknown outcome. Returns how many. */
export function markInterrupted(context: ServiceContext): number {
  const interrupted = context.ledger.probes.inState('sending')
  for (const probe of interrupted)
    context.ledger.probes.move(probe.id, 'sending', 'uncertain', {
      at: context.now(),
      by: SENT_BY,
      reason: 'the service ended during the SMTP dialogue',
    })
  return interrupted.length
}
