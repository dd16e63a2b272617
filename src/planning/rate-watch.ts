/** Counts planned e-mails in sliding spans of time, per key (recipient domain, account, brand). */
import type { Instant } from '../domain/time.js'

/** A sliding limit over many keys. */
export interface RateWatch {
  /** True where one more at that moment keeps every span within the limit. */
  readonly allows: (key: string, moment: Instant) => boolean
  readonly add: (key: string, moment: Instant) => void
  /** Takes back one that was added. */
  readonly remove: (key: string, moment: Instant) => void
}

/** At most `limit` in any span of `spanMs`, half open. */
export function watchRate(limit: number, spanMs: number): RateWatch {
  const known = new Map<string, Map<number, Instant[]>>()
  const near = (key: string, moment: Instant): Instant[] => {
    const cells = known.get(key)
    const cell = Math.floor(moment / spanMs)
    return [cell - 1, cell, cell + 1]
      .flatMap((one) => cells?.get(one) ?? [])
      .filter((other) => Math.abs(other - moment) < spanMs)
  }
  return {
    allows(key, moment) {
      const moments = near(key, moment)
      if (moments.length < limit) return true
      const all = [...moments, moment].toSorted((left, right) => left - right)
      return all.every((start) => all.filter((other) => other >= start && other < start + spanMs).length <= limit)
    },
    add(key, moment) {
      const cells = known.get(key) ?? new Map<number, Instant[]>()
      known.set(key, cells)
      const cell = Math.floor(moment / spanMs)
      cells.set(cell, [...(cells.get(cell) ?? []), moment])
    },
    remove(key, moment) {
      const moments = known.get(key)?.get(Math.floor(moment / spanMs)) ?? []
      const place = moments.indexOf(moment)
      if (place >= 0) moments.splice(place, 1)
    },
  }
}
