/**
 * Takes due probes for sending: every rule is asked once more, and `sending` with the Message-ID goes into the ledger
 * (docs/design.md, promises 1 and 6).
 */
import type { Brand } from '../../src/domain/brand.js'
import type { StoredEdition } from '../../src/ledger/editions.js'
import { isPaused } from '../../src/ledger/pause.js'
import type { StoredProbe } from '../../src/ledger/probes.js'
import type { OutgoingMail } from '../../src/mail/sender.js'
import type { ServiceContext } from '../context.js'
import { letterOf } from './letter-of.js'
import { earlierOf, type MailsByAccount, sendingAnswer } from './sending-answer.js'
import { SENT_BY } from './sending-outcome.js'

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

/** A round while it goes on. */
export type OpenRound = { -readonly [Name in keyof SendingRound]: SendingRound[Name] } & {
  readonly waiting: { probe: string; reason: string }[]
  /** Editions read so far: a large configuration is taken apart once a round, not once a probe. */
  readonly editions: Map<string, EditionOfRound>
}

/** A probe that is `sending`, with what its dialogue needs. */
export interface TakenProbe {
  readonly probe: StoredProbe
  readonly mail: OutgoingMail
}

/** An edition and its brands by id. */
type EditionOfRound = StoredEdition & {
  readonly brands: ReadonlyMap<string, Brand>
  /** Of its plan; null where it was planned before plans had one. */
  readonly secret: string | null
  /** How often it was amended when it was read. */
  readonly amendments: number
}

/** What is asked of the ledger once for all probes that are taken in one transaction, during which nobody else writes. */
export interface TakingGroup {
  readonly byAccount: MailsByAccount
  readonly editions: Map<string, EditionNow>
}

/** The same with what may change at any time. */
type EditionNow = EditionOfRound & { readonly paused: boolean }

/** An edition with its state of now. */
function editionNow({ ledger }: ServiceContext, id: string, round: OpenRound, group: TakingGroup): EditionNow {
  const asked = group.editions.get(id)
  if (asked) return asked
  const now = ledger.editions.brief(id)
  let edition = round.editions.get(id)
  if (!edition || edition.configurationHash !== now?.configurationHash || edition.amendments !== now.amendments) {
    const stored = ledger.editions.require(id)
    const { brands: all, withdrawn = [] } = stored.configuration
    const brands = new Map(all.flatMap((brand) => (withdrawn.includes(brand.id) ? [] : [[brand.id, brand]])))
    edition = { ...stored, brands, secret: ledger.editions.planSecret(id), amendments: now?.amendments ?? 0 }
    round.editions.set(id, edition)
  }
  const answer = { ...edition, state: now?.state ?? edition.state, paused: isPaused(ledger, id) }
  group.editions.set(id, answer)
  return answer
}

/** Moves a probe to `sending` with its Message-ID; null where another run has it. Call it inside a transaction. */
function take(context: ServiceContext, probe: StoredProbe, edition: EditionOfRound): TakenProbe | null {
  const scenario = edition.configuration.scenarios.find((candidate) => candidate.id === probe.scenario)
  const timeZone = edition.brands.get(probe.brand)?.timeZone ?? 'UTC'
  const inReplyTo = scenario?.followUp?.thread === 'same' ? (earlierOf(context, probe)?.messageId ?? null) : null
  const mail = letterOf(probe, edition.secret, timeZone, inReplyTo)
  const move = { at: context.now(), by: SENT_BY, messageId: mail.messageId }
  if (!context.ledger.probes.move(probe.id, 'planned', 'sending', move)) return null
  return { probe, mail }
}

/** Asks whether a probe goes now; what does not is counted. Returns it taken, or null. Call it inside a transaction. */
export function takeIfAllowed(
  context: ServiceContext,
  probe: StoredProbe,
  live: boolean,
  accountFailed: boolean,
  round: OpenRound,
  group: TakingGroup,
): TakenProbe | null {
  const { ledger, log } = context
  const edition = editionNow(context, probe.edition, round, group)
  if (edition.state !== 'planned' && edition.state !== 'running') return null
  const answer = sendingAnswer(
    context,
    probe,
    edition.configuration,
    edition.brands.get(probe.brand) ?? null,
    group.byAccount,
  )
  if (answer.answer === 'never') {
    if (live && context.settings.live) {
      ledger.probes.move(probe.id, 'planned', 'cancelled', { at: context.now(), by: SENT_BY, reason: answer.reason })
      log.warn({ probe: probe.id, reason: answer.reason }, 'probe cancelled')
    }
    round.cancelled++
    return null
  }
  const holdBack =
    answer.answer === 'wait'
      ? answer.reason
      : edition.paused
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
  if (edition.state === 'planned') {
    ledger.editions.move(edition.id, 'running', context.now())
    group.editions.set(edition.id, { ...edition, state: 'running' })
  }
  return take(context, probe, edition)
}
