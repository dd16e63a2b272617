/** A brand's place in an edition. */

/** An interval with its level. */
export interface Interval {
  readonly low: number
  readonly high: number
  /** 0.95 unless said otherwise. */
  readonly level: number
  /** True where `high` is only the end of watching and the truth may lie beyond it (median delay past the answer window). */
  readonly openEnded?: boolean
}

/** A figure with its uncertainty and what it rests on. */
export interface Estimate {
  /** Null where it cannot be computed (no answers, say). */
  readonly value: number | null
  readonly interval: Interval | null
  /** Observations behind it. */
  readonly n: number
}

/** One brand's line in the league table. */
export interface Standing {
  readonly edition: string
  readonly brand: string
  readonly sector: string
  /** Mean mark, 0–100. */
  readonly index: Estimate
  /** Competition rank ("1224") at published precision (0.1); null where the index is null. */
  readonly rank: number | null
  /** Holds for all brands of the table at once, in a market like this one; all that is said of a winner or a top ten is read from it. */
  readonly rankInterval: Interval | null
  /** Holds for this brand taken alone, never wider than `rankInterval`; absent in editions closed before it was computed. */
  readonly rankIntervalAlone?: Interval | null
  readonly sectorRank: number | null
  /** True where `rankInterval` reaches the first place: the data do not show that it is not the best. */
  readonly indistinguishableFromWinner: boolean
  /** Holds for all brands at once whatever their true indices (Mogstad et al. 2024), never narrower than `rankInterval`; absent in editions closed before it was computed. */
  readonly rankIntervalStrict?: Interval | null
  /** Index pulled to the mean of all by its reliability, shown beside the raw one where few marks are behind it; null or absent where unknown. */
  readonly shrunkenIndex?: number | null
  /** Share of the differences between brands that is not chance, 0–1; null or absent where unknown. */
  readonly reliability?: number | null
  /** Share of probes answered, 0–1, Wilson interval. */
  readonly responseRate: Estimate
  /** All probes answered. */
  readonly fullResponse: boolean
  /** No probe answered. */
  readonly silent: boolean
  /** Share of probes answered within 24 h. */
  readonly within24Hours: Estimate
  /** Hours; Kaplan–Meier, unanswered censored at the window's end. */
  readonly medianDelayHours: Estimate
  /** Mistakes per 100 words, Poisson. */
  readonly mistakesPer100Words: Estimate
  /** Share of replies without a mistake. */
  readonly flawlessShare: Estimate
  /** Places gained (+) or lost (−) against the previous edition by the same method; null where there is none. */
  readonly movement: number | null
  /** Index now minus index then; null where there is none. */
  readonly indexChange: number | null
  /** True where the change is significant after Benjamini–Hochberg. */
  readonly significantMove: boolean
  /** Family points, mean over its exchanges: family id → points. */
  readonly families: Readonly<Record<string, number>>
}
