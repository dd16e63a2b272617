/** One wave of a study. */
import type { CalendarDay, Instant } from './time.js'

/** Where an edition stands. `published` is frozen: nothing of it changes afterwards. */
export type EditionState = 'configured' | 'planned' | 'running' | 'closed' | 'published'

/** One edition as configured in `study.yaml`. */
export interface Edition {
  /** Identifier, e.g. `2026`. */
  readonly id: string
  readonly title: string
  /** Brand ids; every brand of `brands.csv` where the file names none. */
  readonly brands: readonly string[]
  /** Scenario ids, each sent once to each brand. */
  readonly scenarios: readonly string[]
  /** Persona ids that write. */
  readonly personas: readonly string[]
  /** Identifier of the grid that marks it. */
  readonly grid: string
  /** First and last day on which probes are sent. */
  readonly sendFrom: CalendarDay
  readonly sendUntil: CalendarDay
  /** Days after sending during which an answer counts. */
  readonly answerWindowDays: number
  /** Seed of the bootstrap and of comparisons; the plan derives from the edition's secret, and this tells nothing of it. */
  readonly seed: number
  /** Seals may be read by the public from this moment; null where there is no embargo. */
  readonly embargoUntil: Instant | null
  /** Brands may see their own exchanges from this moment; null where they may once it is closed. */
  readonly brandEmbargoUntil: Instant | null
  /** Days for which brands see their marks and can contest them before publication; absent in editions planned before it was asked: 0. */
  readonly rightOfReplyDays?: number
  /** What the operator expects or asks, fixed before the first e-mail; absent where nothing is said. */
  readonly hypotheses?: readonly string[] | undefined
}
