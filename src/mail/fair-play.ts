/**
 * What is asked once more before a mail goes out, whatever the plan says (docs/methodology.en.md §8, docs/design.md promise 6): recipient
 * from brands.csv, opt-out, quiet hours, caps and rates. Pure: the same facts give the same answer.
 */
import { DateTime } from 'luxon'
import type { Brand } from '../domain/brand.js'
import type { PlannedProbe } from '../domain/probe.js'
import type { Account, Limits } from '../domain/study.js'
import { type CalendarDay, DAY_MS, HOUR_MS, type Instant } from '../domain/time.js'
import { isOptedOut } from '../planning/opt-out.js'

/** Mails that went, or may have gone, since the start of a period. */
export interface Handed {
  readonly number: number
  /** When the last one did; null where none did. */
  readonly last: Instant | null
}

/** What the answer depends on. */
export interface SendingFacts {
  readonly probe: PlannedProbe
  /** The brand as frozen with the edition; null where it is not in it. */
  readonly brand: Brand | null
  readonly account: Account | null
  /** Limits frozen with the edition. */
  readonly limits: Limits
  /** Opt-outs of today's configuration: somebody may have asked since. */
  readonly optOutNow: readonly string[]
  /** Public holidays of the brand's country, beside those in `limits`. */
  readonly publicHolidays: readonly CalendarDay[]
  /** Last day of the send window. */
  readonly sendUntil: CalendarDay
  /** To this brand in the last `perBrandPeriodDays`. */
  readonly toBrand: Handed
  /** To this recipient domain in the last hour. */
  readonly toDomain: Handed
  /** Mails by this account in the last hour. */
  readonly byAccount: number
  readonly now: Instant
}

/** May this mail go now? `wait`: not yet. `never`: the probe is cancelled. */
export type SendingAnswer =
  | { readonly answer: 'send' }
  | { readonly answer: 'wait'; readonly reason: string }
  | { readonly answer: 'never'; readonly reason: string }

/** True where the brand, its recipient address or one of its domains asked not to be tested. */
export function askedNotToBeTested(optOut: readonly string[], brand: Brand, recipient: string): boolean {
  const addresses = [recipient, ...brand.domains.map((domain) => `@${domain}`)]
  return addresses.some((address) => isOptedOut(brand.id, address, optOut))
}

/** A moment as the clock on a wall shows it. */
interface LocalTime {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number
  readonly day: CalendarDay
  /** `HH:mm`. */
  readonly time: string
}

const MINUTE_MS = 60_000
/** Answers kept; a round of sending asks for the few zones of its brands within a few minutes. */
const MOST_KEPT = 500

/** A function whose last answers are kept; it must depend on its key alone. */
function kept<Answer>(answer: (zone: string, of: string | number) => Answer) {
  const answers = new Map<string, Answer>()
  return (zone: string, of: string | number): Answer => {
    const key = `${zone} ${of}`
    const known = answers.get(key)
    if (known !== undefined) return known
    if (answers.size >= MOST_KEPT) answers.clear()
    const made = answer(zone, of)
    answers.set(key, made)
    return made
  }
}

/** By minute since 1970: no zone's clock has jumped or stood within a minute since 1972 (IANA time zone database). */
const localTimeOf = kept((zone, minute): LocalTime => {
  const local = DateTime.fromMillis(Number(minute) * MINUTE_MS, { zone })
  return { weekday: local.weekday, day: local.toISODate() ?? '', time: local.toFormat('HH:mm') }
})

/** Last moment of a day in a zone. */
const endOfDay = kept((zone, day) => DateTime.fromISO(String(day), { zone }).endOf('day').toMillis())

/** True inside the brand's working hours on a working day of its own calendar. */
export function isWorkingTime(
  now: Instant,
  brand: Brand,
  limits: Limits,
  publicHolidays: readonly CalendarDay[],
): boolean {
  const { weekday, day, time } = localTimeOf(brand.timeZone, Math.floor(now / MINUTE_MS))
  if (!limits.workingDays.includes(weekday)) return false
  if (limits.holidays.includes(day) || publicHolidays.includes(day)) return false
  return time >= limits.workingHours.from && time < limits.workingHours.until
}

/** Decides whether a mail may go now. */
export function maySend(facts: SendingFacts): SendingAnswer {
  const { probe, brand, account, limits, now } = facts
  if (!brand) return { answer: 'never', reason: 'its brand is not in the edition' }
  if (!account) return { answer: 'wait', reason: `account ${probe.account} is not configured` }
  if (!brand.contacts.some((contact) => contact.address === probe.recipient))
    return { answer: 'never', reason: 'its recipient is not a contact of brands.csv' }
  if (askedNotToBeTested([...limits.optOut, ...facts.optOutNow], brand, probe.recipient))
    return { answer: 'never', reason: 'opt-out: it asked not to be tested' }
  const windowEnd = endOfDay(brand.timeZone, facts.sendUntil)
  // It waits for a person: a window may be extended, and what is missing is told when the edition is to be closed.
  if (now > windowEnd) return { answer: 'wait', reason: 'the send window is over' }
  if (!isWorkingTime(now, brand, limits, facts.publicHolidays))
    return { answer: 'wait', reason: 'outside the working hours of the brand' }
  if (facts.toBrand.last !== null && now - facts.toBrand.last < limits.minGapDays * DAY_MS)
    return { answer: 'wait', reason: `less than ${limits.minGapDays} days after the last mail to the brand` }
  if (facts.toBrand.number >= limits.perBrand)
    return { answer: 'wait', reason: `${limits.perBrand} mails to the brand in ${limits.perBrandPeriodDays} days` }
  if (facts.toDomain.number >= limits.perDomainPerHour)
    return { answer: 'wait', reason: `${limits.perDomainPerHour} mails to the domain in the last hour` }
  if (facts.byAccount >= account.perHour)
    return { answer: 'wait', reason: `${account.perHour} mails by the account in the last hour` }
  return { answer: 'send' }
}

/** Since when mails to a brand, and to a domain or by an account, count. */
export function capPeriods(
  now: Instant,
  limits: Limits,
): { readonly brandSince: Instant; readonly hourSince: Instant } {
  const brandDays = Math.max(limits.perBrandPeriodDays, limits.minGapDays)
  return { brandSince: now - brandDays * DAY_MS, hourSince: now - HOUR_MS }
}
