/** Whether a probe may go now: the facts of the ledger put before every rule of fair play, and the waiting time of follow-ups. */

import { publicHolidays } from '../../src/calendar/holidays.js'
import type { Brand } from '../../src/domain/brand.js'
import type { EditionConfiguration } from '../../src/domain/configuration.js'
import type { Account } from '../../src/domain/study.js'
import { HOUR_MS, type Instant } from '../../src/domain/time.js'
import type { StoredProbe } from '../../src/ledger/probes.js'
import { capPeriods, maySend, type SendingAnswer } from '../../src/mail/fair-play.js'
import type { ServiceContext } from '../context.js'

/** A follow-up goes only after its first mail did, so many days later. */
function followUpAnswer(earlier: StoredProbe | null, afterDays: number, now: Instant): SendingAnswer {
  if (!earlier) return { answer: 'never', reason: 'the mail it follows is not in the ledger' }
  if (earlier.state === 'planned' || earlier.state === 'sending' || earlier.state === 'uncertain')
    return { answer: 'wait', reason: `the mail it follows is ${earlier.state}` }
  if (earlier.sentAt === null || ['bounced', 'refused', 'undelivered'].includes(earlier.state))
    return { answer: 'never', reason: `the mail it follows is ${earlier.state}` }
  const earliest = earlier.sentAt + afterDays * 24 * HOUR_MS
  return now < earliest ? { answer: 'wait', reason: `${afterDays} days after the mail it follows` } : { answer: 'send' }
}

/** The probe that a follow-up continues; null for a first mail. */
export function earlierOf(context: ServiceContext, probe: StoredProbe): StoredProbe | null {
  return probe.followsProbe === null ? null : context.ledger.probes.get(probe.followsProbe)
}

/** Mails that an account handed over since a moment; below its cap an upper bound will do. */
export type MailsByAccount = (account: Account, since: Instant) => number

/**
 * Asks every rule about one probe.
 * @param brand of the probe, as frozen with the edition; null where it is not in it
 */
export function sendingAnswer(
  context: ServiceContext,
  probe: StoredProbe,
  configuration: EditionConfiguration,
  brand: Brand | null,
  byAccount: MailsByAccount,
): SendingAnswer {
  const { ledger, settings } = context
  const now = context.now()
  const { limits } = configuration
  const account = settings.accounts.find((candidate) => candidate.id === probe.account) ?? null
  const { brandSince, hourSince } = capPeriods(now, limits)
  const scenario = configuration.scenarios.find((candidate) => candidate.id === probe.scenario)
  const year = new Date(now).getUTCFullYear()
  const answer = maySend({
    probe,
    brand,
    account,
    limits,
    optOutNow: settings.optOut,
    publicHolidays: brand ? [...publicHolidays(brand.country, year), ...publicHolidays(brand.country, year + 1)] : [],
    sendUntil: configuration.edition.sendUntil,
    toBrand: ledger.probes.handedToBrand(probe.brand, brandSince),
    toDomain: ledger.probes.handedToDomain(
      probe.recipient.slice(probe.recipient.lastIndexOf('@') + 1).toLowerCase(),
      hourSince,
    ),
    byAccount: account ? byAccount(account, hourSince) : 0,
    now,
  })
  if (answer.answer !== 'send' || probe.followsProbe === null) return answer
  return followUpAnswer(earlierOf(context, probe), scenario?.followUp?.afterDays ?? 0, now)
}
