/**
 * E-mails that are overdue by more than a day (the machine slept, an account was down, the edition was paused) are not sent in one go
 * when sending is possible again: their moments are drawn anew within what is left of the send window, as an amendment that is told.
 */

import { publicHolidays } from '../../src/calendar/holidays.js'
import type { Brand } from '../../src/domain/brand.js'
import type { Limits } from '../../src/domain/study.js'
import { DAY_MS, HOUR_MS, type Instant } from '../../src/domain/time.js'
import { applyAmendment } from '../../src/editions/amend/apply-amendment.js'
import type { StoredProbe } from '../../src/ledger/probes.js'
import { isWorkingTime } from '../../src/mail/fair-play.js'
import { createSecretRandom } from '../../src/planning/plan-secret.js'
import { drawMoment, momentOf } from '../../src/planning/replan.js'
import { createRandom } from '../../src/ranking/random.js'
import type { ServiceContext } from '../context.js'
import { SENT_BY } from './sending-outcome.js'

/** Milliseconds after its moment from which an e-mail is drawn anew: one day, from which on the methodology sheet calls it late. */
const OVERDUE_MS = DAY_MS

/** Working hours of the brand that must have passed as well: one missed on a Friday evening goes on Monday morning. */
const OVERDUE_WORKING_HOURS = 8

/** States of e-mails that will never be at a brand. */
const NEVER_THERE: readonly StoredProbe['state'][] = ['cancelled']

/** When an e-mail was to go at last. */
function lastMoment({ dueAt, retryAt }: StoredProbe): Instant {
  return Math.max(dueAt, retryAt ?? 0)
}

/** True where at least so many working hours of a brand lie between two moments; looked at once an hour. */
function workingHoursPassed(limits: Limits, brand: Brand, from: Instant, until: Instant): boolean {
  const year = new Date(from).getUTCFullYear()
  const holidays = [...publicHolidays(brand.country, year), ...publicHolidays(brand.country, year + 1)]
  let hours = 0
  for (let moment = from + HOUR_MS / 2; moment < until && hours < OVERDUE_WORKING_HOURS; moment += HOUR_MS)
    if (isWorkingTime(moment, brand, limits, holidays)) hours += 1
  return hours >= OVERDUE_WORKING_HOURS
}

/** Draws overdue e-mails of one edition anew. Returns how many got another moment. */
function redrawEdition(context: ServiceContext, id: string, overdue: readonly StoredProbe[]): number {
  const { ledger } = context
  const now = context.now()
  const { configuration } = ledger.editions.require(id)
  const { withdrawn = [] } = configuration
  const brands = new Map(
    configuration.brands.flatMap((brand): [string, Brand][] =>
      withdrawn.includes(brand.id) ? [] : [[brand.id, brand]],
    ),
  )
  const secret = ledger.editions.planSecret(id)
  const minutes = new Map<string, readonly Instant[]>()
  const moved = new Map<string, Instant>()
  for (const probe of overdue) {
    const brand = brands.get(probe.brand)
    if (!brand) continue
    // What waits for the gap after the brand's last e-mail waits for a rule, and is not overdue.
    const { last } = ledger.probes.handedToBrand(probe.brand, 0)
    const allowed = Math.max(lastMoment(probe), (last ?? 0) + configuration.limits.minGapDays * DAY_MS)
    if (now - allowed <= OVERDUE_MS || !workingHoursPassed(configuration.limits, brand, allowed, now)) continue
    const others = ledger.probes
      .ofBrand(id, probe.brand)
      .filter((one) => one.id !== probe.id && !NEVER_THERE.includes(one.state))
      .map((one) => moved.get(one.id) ?? (one.state === 'planned' ? lastMoment(one) : momentOf(one)))
    const labels = ['redraw', probe.id, lastMoment(probe)] as const
    const random =
      secret === null ? createRandom(configuration.edition.seed, ...labels) : createSecretRandom(secret, ...labels)
    // Where no moment is left it goes as soon as it may, or not at all: the end of the edition tells.
    const moment = drawMoment(configuration, brand, now, others, random, minutes)
    if (moment !== null) moved.set(probe.id, moment)
  }
  if (moved.size === 0) return 0
  const longest = Math.max(...overdue.map((probe) => now - lastMoment(probe)))
  const reason = `overdue by up to ${(longest / DAY_MS).toFixed(1)} days: nothing could be sent in the meantime`
  applyAmendment(ledger, id, { change: { kind: 'redrawn' }, moved }, { by: SENT_BY, at: now, reason })
  context.log.warn({ edition: id, probes: moved.size }, 'overdue e-mails were drawn anew within the send window')
  return moved.size
}

/** Draws what is overdue anew, in editions that are under way; a follow-up waits for its first mail and is none. Returns how many. */
export function redrawOverdue(context: ServiceContext, due: readonly StoredProbe[]): number {
  const now = context.now()
  const overdue = due.filter((probe) => probe.followsProbe === null && now - lastMoment(probe) > OVERDUE_MS)
  let moved = 0
  for (const [id, probes] of Map.groupBy(overdue, ({ edition }) => edition))
    if (context.ledger.editions.brief(id)?.state === 'running')
      moved += context.ledger.transaction(() => redrawEdition(context, id, probes))
  return moved
}
