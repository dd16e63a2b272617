/**
 * Generalisability study of an edition (Brennan, Generalizability Theory, 2001): how much of the marks' spread lies between brands,
 * scenarios, personas and in the single exchange, and how reliable an index of so many exchanges is or would be.
 */
import { Z95 } from './special-functions.js'
import { varianceComponents } from './variance-components.js'

/** One marked exchange. */
export interface MarkedExchange {
  readonly brand: string
  readonly scenario: string
  readonly persona: string
  /** 0–100. */
  readonly mark: number
}

/** Variances of a mark, points²; none below zero. */
export interface MarkVariances {
  readonly brand: number
  readonly scenario: number
  readonly persona: number
  /** What is left of a single exchange. */
  readonly exchange: number
}

/** What an index over a number of exchanges, each of another scenario and persona, would be worth. */
export interface IndexReliability {
  readonly exchanges: number
  /** G: share of the spread of indices, all brands having the same scenarios, that is the brands' own; 0–1, null where nothing differs. */
  readonly generalisability: number | null
  /** Φ: the same for the index as a figure on its own, scenarios being a sample. */
  readonly dependability: number | null
  /** Standard error of an index compared with others of the edition, points. */
  readonly standardError: number
  /** Smallest change of a brand between two such editions that is told from chance at 95 %, points. */
  readonly detectableChange: number
}

/**
 * Variances of an edition's marks. Each brand has each scenario once, by one persona: what brand and scenario do together cannot
 * be told from chance and counts as `exchange`.
 * @returns null where the design cannot tell them (one brand, one scenario, each persona writing one scenario only …)
 */
export function markVariances(exchanges: readonly MarkedExchange[]): MarkVariances | null {
  const by = (id: string, of: (exchange: MarkedExchange, index: number) => string) => ({
    id,
    groupOf: exchanges.map(of),
  })
  const found = varianceComponents(
    exchanges.map(({ mark }) => mark),
    [
      by('brand', ({ brand }) => brand),
      by('scenario', ({ scenario }) => scenario),
      by('persona', ({ persona }) => persona),
      by('exchange', (_, index) => String(index)),
    ],
  )
  if (!found) return null
  // Estimates below zero mean that nothing was seen (Brennan 2001, § 3.4).
  const of = (id: string) => Math.max(0, found.get(id)!)
  return { brand: of('brand'), scenario: of('scenario'), persona: of('persona'), exchange: of('exchange') }
}

/** Decision study: reliability of indices over so many exchanges. */
export function indexReliability(variances: MarkVariances, exchanges: number): IndexReliability {
  const relative = (variances.exchange + variances.persona) / exchanges
  const absolute = relative + variances.scenario / exchanges
  const share = (error: number) => (variances.brand + error > 0 ? variances.brand / (variances.brand + error) : null)
  return {
    exchanges,
    generalisability: share(relative),
    dependability: share(absolute),
    standardError: Math.sqrt(relative),
    detectableChange: Z95 * Math.sqrt(2 * relative),
  }
}
