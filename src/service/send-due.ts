/**
 * Sends the probes that are due (DESIGN.md, promise 1): `sending` with its Message-ID is committed before the SMTP
 * dialogue, its outcome right after; whatever is unknown stays `uncertain` and is never sent again.
 */
import { createHash } from 'node:crypto'
import type { EditionConfiguration } from '../domain/configuration.js'
import { HOUR_MS } from '../domain/time.js'
import type { StoredEdition } from '../ledger/editions.js'
import type { StoredProbe } from '../ledger/probes.js'
import type { OutgoingMail, SendOutcome } from '../mail/sender.js'
import type { ServiceContext } from './context.js'
import { isPaused } from './pause.js'
import { earlierOf, sendingAnswer } from './sending-answer.js'

/** Name under which moves are written. */
const BY = 'send-probes'

/** Mails a connection that are `sending` at once: committed together, one on the wire, the others next in line. */
const PER_CONNECTION = 4

/** Milliseconds an outcome may wait for others to be committed with it. */
const GATHER_MS = 20

/** Probes looked at in one go. */
const AT_ONCE = 200

/** After so many temporary refusals a probe is given up as refused. */
const LONGEST_DEFERRALS = 12

/** Pause after a temporary refusal: 5 minutes, doubling to 4 hours (RFC 5321 §4.5.4.1 asks for at least 30 minutes from a relay; a submission may be sooner). */
function deferralPauseMs(deferrals: number): number {
  return Math.min(4 * HOUR_MS, 300_000 * 2 ** deferrals)
}

/** What a round of sending did. */
export interface SendingRound {
  readonly sent: number
  readonly refused: number
  readonly deferred: number
  readonly uncertain: number
  readonly cancelled: number
  /** Due and waiting, with the reason. */
  readonly waiting: readonly { readonly probe: string; readonly reason: string }[]
}

/** A Message-ID that only depends on the probe, so that it is the same however often the probe is tried. */
export function messageIdOf(probe: StoredProbe): string {
  const domain = probe.fromAddress.slice(probe.fromAddress.lastIndexOf('@') + 1)
  const local = createHash('sha256').update(`${probe.id}\n${probe.token}`).digest('hex').slice(0, 32)
  return `<${local}@${domain}>`
}

function recordOutcome(context: ServiceContext, probe: StoredProbe, outcome: SendOutcome): void {
  const { ledger } = context
  const at = context.now()
  const by = BY
  switch (outcome.outcome) {
    case 'accepted':
      ledger.probes.move(probe.id, 'sending', 'sent', { at, by, reason: outcome.response, sentAt: outcome.at })
      return
    case 'refused':
      ledger.probes.move(probe.id, 'sending', 'refused', { at, by, reason: outcome.response })
      return
    case 'uncertain':
      ledger.probes.move(probe.id, 'sending', 'uncertain', { at, by, reason: outcome.response })
      return
    case 'deferred':
    case 'account-failure': {
      const reason = outcome.outcome === 'deferred' ? outcome.response : outcome.failure.message
      if (outcome.outcome === 'deferred' && probe.deferrals + 1 >= LONGEST_DEFERRALS) {
        const given = `given up after ${LONGEST_DEFERRALS} temporary refusals: ${reason}`
        ledger.probes.move(probe.id, 'sending', 'refused', { at, by, reason: given })
        return
      }
      const retryAt = at + deferralPauseMs(probe.deferrals)
      ledger.probes.move(probe.id, 'sending', 'planned', { at, by, reason, retryAt })
    }
  }
}

/** A probe that is `sending`, with what its dialogue needs. */
interface TakenProbe {
  readonly probe: StoredProbe
  readonly mail: OutgoingMail
}

/** What a dialogue came to. */
interface EndedDialogue {
  readonly probe: StoredProbe
  readonly outcome: SendOutcome
}

/** A round while it goes on. */
type OpenRound = { -readonly [Name in keyof SendingRound]: SendingRound[Name] } & {
  readonly waiting: { probe: string; reason: string }[]
  /** Editions read so far: a large configuration is taken apart once a round, not once a probe. */
  readonly editions: Map<string, StoredEdition>
}

/** An edition with its state of now. */
function editionNow({ ledger }: ServiceContext, id: string, round: OpenRound): StoredEdition {
  const now = ledger.editions.brief(id)
  const known = round.editions.get(id)
  if (known && now && now.configurationHash === known.configurationHash) return { ...known, state: now.state }
  const edition = ledger.editions.require(id)
  round.editions.set(id, edition)
  return edition
}

/** Moves a probe to `sending` with its Message-ID; null where another run has it. Call it inside a transaction. */
function take(context: ServiceContext, probe: StoredProbe, configuration: EditionConfiguration): TakenProbe | null {
  const scenario = configuration.scenarios.find((candidate) => candidate.id === probe.scenario)
  const messageId = probe.messageId ?? messageIdOf(probe)
  const move = { at: context.now(), by: BY, messageId }
  if (!context.ledger.probes.move(probe.id, 'planned', 'sending', move)) return null
  const mail: OutgoingMail = {
    messageId,
    fromName: probe.fromName,
    fromAddress: probe.fromAddress,
    replyAddress: probe.replyAddress,
    recipient: probe.recipient,
    subject: probe.mail.subject,
    text: probe.mail.text,
    inReplyTo: scenario?.followUp?.thread === 'same' ? (earlierOf(context, probe)?.messageId ?? null) : null,
  }
  return { probe, mail }
}

/** The dialogue of a probe whose `sending` is committed. */
async function handOver(context: ServiceContext, { probe, mail }: TakenProbe): Promise<EndedDialogue> {
  const { journal } = context
  if (journal?.has(probe.id)) {
    const response = 'it was handed over before, says the journal beside the ledger: an older ledger was put back'
    return { probe, outcome: { outcome: 'uncertain', response } }
  }
  journal?.handed(probe.id)
  context.atFaultPoint('before-smtp')
  const outcome = await context.sender(probe.account).send(mail)
  if (outcome.outcome === 'accepted') context.atFaultPoint('after-smtp-acceptance')
  if (outcome.outcome === 'deferred' || outcome.outcome === 'account-failure') journal?.released(probe.id)
  return { probe, outcome }
}

/** Asks whether a probe goes now; what does not is counted. Returns it taken, or null. Call it inside a transaction. */
function takeIfAllowed(
  context: ServiceContext,
  probe: StoredProbe,
  live: boolean,
  accountFailed: boolean,
  round: OpenRound,
): TakenProbe | null {
  const { ledger, log } = context
  const edition = editionNow(context, probe.edition, round)
  if (edition.state !== 'planned' && edition.state !== 'running') return null
  const answer = sendingAnswer(context, probe, edition.configuration)
  if (answer.answer === 'never') {
    if (live && context.settings.live) {
      ledger.probes.move(probe.id, 'planned', 'cancelled', { at: context.now(), by: BY, reason: answer.reason })
      log.warn({ probe: probe.id, reason: answer.reason }, 'probe cancelled')
    }
    round.cancelled++
    return null
  }
  const holdBack =
    answer.answer === 'wait'
      ? answer.reason
      : isPaused(ledger, edition.id)
        ? 'the operator has paused the edition'
        : !context.settings.live
          ? 'the study is not live (`live: true` in study.yaml)'
          : !live
            ? 'started without --live'
            : accountFailed
              ? `account ${probe.account} does not work`
              : null
  if (holdBack !== null) {
    round.waiting.push({ probe: probe.id, reason: holdBack })
    return null
  }
  // Fails here, before anything is committed, where the account has no password.
  context.sender(probe.account)
  if (edition.state === 'planned') ledger.editions.move(edition.id, 'running', context.now())
  return take(context, probe, edition.configuration)
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
async function someEnded(underWay: ReadonlySet<Promise<void>>, left: number): Promise<void> {
  if (underWay.size === 0) return
  await Promise.race(underWay)
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

/**
 * Sends the due probes of one account over its connections. Outcomes that are known and the next probes to go are committed
 * together, several mails a durable commit; a dialogue begins only after the commit of its `sending`. A crash leaves at most
 * the mails under way uncertain.
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
  try {
    while (more || underWay.size > 0 || ended.length > 0) {
      const taken = ledger.transaction(() => {
        for (const { probe, outcome } of ended) recordOutcome(context, probe, outcome)
        const next: TakenProbe[] = []
        more &&= keepOn()
        while (more && underWay.size + next.length < most) {
          const candidate = waitingInLine.next()
          const one = candidate.done ? null : takeIfAllowed(context, candidate.value, live, failed, round)
          if (one) next.push(one)
          more = !candidate.done && keepOn()
        }
        return next
      })
      for (const dialogue of ended) count(context, dialogue, round)
      ended = []
      for (const one of taken) {
        const dialogue: Promise<void> = handOver(context, one).then((end) => {
          ended.push(end)
          if (end.outcome.outcome === 'account-failure') failed = true
          else if (context.sender(one.probe.account).connections > 1)
            most = PER_CONNECTION * context.sender(one.probe.account).connections
          underWay.delete(dialogue)
        })
        underWay.add(dialogue)
      }
      await someEnded(underWay, most / 2)
    }
  } finally {
    await Promise.allSettled(underWay)
    // Only where something above failed: what is known of the mails under way is written down all the same, now or later.
    if (ended.length > 0) {
      unrecorded.set(ledger, [...(unrecorded.get(ledger) ?? []), ...ended])
      recordLate(context)
    }
  }
}

/** Outcomes that a ledger did not take (full disk, held by another process): known as long as this process lives. */
const unrecorded = new WeakMap<object, readonly EndedDialogue[]>()

/** Writes them down. @throws ReplymarkError where the ledger still refuses; they stay known */
function recordLate(context: ServiceContext): void {
  const { ledger } = context
  const late = unrecorded.get(ledger) ?? []
  if (late.length === 0) return
  ledger.transaction(() => {
    for (const { probe, outcome } of late) recordOutcome(context, probe, outcome)
  })
  unrecorded.delete(ledger)
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
  const byAccount = Map.groupBy(context.ledger.probes.due(context.now(), AT_ONCE), ({ account }) => account)
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
      by: BY,
      reason: 'the service ended during the SMTP dialogue',
    })
  return interrupted.length
}
