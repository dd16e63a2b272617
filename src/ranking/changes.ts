/** What changed between two editions: differences with their uncertainty, from which reports make sentences. */
import type { Interval, Standing } from '../domain/standing.js'
import { compareRates } from './poisson.js'
import { Z95 } from './special-functions.js'

/** Counts of an edition that a comparison needs. */
export interface EditionTotals {
  readonly edition: string
  readonly probes: number
  readonly answered: number
  readonly answeredWithin24Hours: number
  readonly mistakes: number
  readonly words: number
  readonly silentBrands: number
  readonly brands: number
}

/** A share then and now. */
export interface ShareChange {
  /** Shares 0–1. */
  readonly before: number
  readonly now: number
  /** Now less before, with interval. */
  readonly difference: number
  readonly interval: Interval
  /** The interval leaves out 0. */
  readonly clear: boolean
}

/** A rate then and now. */
export interface RateChange {
  /** Per 100 words. */
  readonly before: number
  readonly now: number
  /** Now divided by before; null where before was 0. */
  readonly ratio: number | null
  readonly interval: Interval
  readonly p: number
  readonly clear: boolean
}

/** A brand that moved. */
export interface Mover {
  readonly brand: string
  readonly from: number
  readonly to: number
  /** Places gained (+) or lost (−). */
  readonly places: number
  /** Index now less index then. */
  readonly points: number | null
  readonly significant: boolean
}

/** All that changed. */
export interface Changes {
  readonly before: string
  readonly now: string
  readonly responseRate: ShareChange | null
  readonly within24Hours: ShareChange | null
  readonly silentShare: ShareChange | null
  readonly mistakes: RateChange | null
  /** Most places gained first; at most `LISTED`. */
  readonly climbers: readonly Mover[]
  /** Most places lost first; at most `LISTED`. */
  readonly fallers: readonly Mover[]
  /** Former winners that are not first any more. */
  readonly fallenWinners: readonly Mover[]
  /** Brands first now. */
  readonly winners: readonly string[]
  readonly newBrands: number
  readonly goneBrands: number
  readonly significantMoves: number
}

/** Movers listed on each side. */
const LISTED = 5

function compareShares(before: [number, number], now: [number, number]): ShareChange | null {
  if (before[1] === 0 || now[1] === 0) return null
  const then = before[0] / before[1]
  const today = now[0] / now[1]
  // Agresti & Caffo 2000: one success and one failure added to each keeps the level for small and extreme shares.
  const [p1, n1] = [(before[0] + 1) / (before[1] + 2), before[1] + 2]
  const [p2, n2] = [(now[0] + 1) / (now[1] + 2), now[1] + 2]
  const half = Z95 * Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2)
  const interval = { low: Math.max(-1, p2 - p1 - half), high: Math.min(1, p2 - p1 + half), level: 0.95 }
  return { before: then, now: today, difference: today - then, interval, clear: interval.low > 0 || interval.high < 0 }
}

function compareMistakes(before: EditionTotals, now: EditionTotals): RateChange | null {
  if (before.words === 0 || now.words === 0) return null
  const { ratio, interval, p } = compareRates(
    { count: now.mistakes, exposure: now.words },
    { count: before.mistakes, exposure: before.words },
  )
  return {
    before: (100 * before.mistakes) / before.words,
    now: (100 * now.mistakes) / now.words,
    ratio,
    interval,
    p,
    clear: p < 0.05,
  }
}

/**
 * Compares two editions made by the same method.
 * @param before totals and standings of the earlier edition, `now` of the later (whose standings carry `movement`)
 */
export function compareEditions(
  before: { readonly totals: EditionTotals; readonly standings: readonly Standing[] },
  now: { readonly totals: EditionTotals; readonly standings: readonly Standing[] },
): Changes {
  const then = new Map(before.standings.map((standing) => [standing.brand, standing]))
  const today = new Set(now.standings.map((standing) => standing.brand))
  const movers = now.standings.flatMap((standing): Mover[] => {
    const earlier = then.get(standing.brand)
    if (!earlier || earlier.rank === null || standing.rank === null) return []
    const points =
      standing.index.value === null || earlier.index.value === null ? null : standing.index.value - earlier.index.value
    return [
      {
        brand: standing.brand,
        from: earlier.rank,
        to: standing.rank,
        places: earlier.rank - standing.rank,
        points,
        significant: standing.significantMove,
      },
    ]
  })
  const byPlaces = movers.toSorted((a, b) => b.places - a.places || (a.brand < b.brand ? -1 : 1))
  return {
    before: before.totals.edition,
    now: now.totals.edition,
    responseRate: compareShares(
      [before.totals.answered, before.totals.probes],
      [now.totals.answered, now.totals.probes],
    ),
    within24Hours: compareShares(
      [before.totals.answeredWithin24Hours, before.totals.probes],
      [now.totals.answeredWithin24Hours, now.totals.probes],
    ),
    silentShare: compareShares(
      [before.totals.silentBrands, before.totals.brands],
      [now.totals.silentBrands, now.totals.brands],
    ),
    mistakes: compareMistakes(before.totals, now.totals),
    climbers: byPlaces.filter((mover) => mover.places > 0).slice(0, LISTED),
    fallers: byPlaces
      .filter((mover) => mover.places < 0)
      .reverse()
      .slice(0, LISTED),
    fallenWinners: movers.filter((mover) => mover.from === 1 && mover.to > 1),
    winners: now.standings.filter((standing) => standing.rank === 1).map((standing) => standing.brand),
    newBrands: now.standings.filter((standing) => !then.has(standing.brand)).length,
    goneBrands: before.standings.filter((standing) => !today.has(standing.brand)).length,
    significantMoves: now.standings.filter((standing) => standing.significantMove).length,
  }
}
