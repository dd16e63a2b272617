/** When an invented brand's people work, and how long an answer takes them: log-normal in working hours. */
import { DateTime } from 'luxon'
import type { Brand } from '../domain/brand.js'
import { HOUR_MS, type Instant } from '../domain/time.js'
import type { Random } from '../ranking/random.js'
import type { Profile } from './profile.js'

const OPENS = 9
const CLOSES = 18

/** The moment so many working hours after another, by the brand's clock. */
export function afterWorkingHours(start: Instant, hours: number, brand: Brand, weekends: boolean): Instant {
  let left = hours * HOUR_MS
  let at = DateTime.fromMillis(start, { zone: brand.timeZone })
  for (let day = 0; day < 400; day += 1) {
    const opens = at.startOf('day').set({ hour: OPENS })
    const closes = at.startOf('day').set({ hour: CLOSES })
    if (weekends || at.weekday <= 5) {
      const from = Math.max(at.toMillis(), opens.toMillis())
      const room = closes.toMillis() - from
      if (room > left) return Math.floor((from + left) / 1_000) * 1_000
      left -= Math.max(0, room)
    }
    at = at.startOf('day').plus({ days: 1 })
  }
  return at.toMillis()
}

/** When the answer to a mail of that moment arrives. */
export function drawArrival(sentAt: Instant, brand: Brand, profile: Profile, random: Random): Instant {
  const hours = profile.medianHours * Math.exp(profile.spread * random.normal())
  return afterWorkingHours(sentAt, hours, brand, profile.weekends)
}
