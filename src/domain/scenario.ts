/** A situation a customer writes about, and what a good answer must cover. */
import type { StudyLanguage } from './language.js'

/** One scenario file of `config/scenarios/`. */
export interface Scenario {
  readonly id: string
  readonly title: Readonly<Record<StudyLanguage, string>>
  /** Language the probe is written in. */
  readonly language: StudyLanguage
  /** `complaint` makes empathy count; the others name the usual situations. */
  readonly type: 'complaint' | 'question' | 'technical' | 'refund' | 'follow-up' | 'other'
  /** Text variants, LiquidJS templates; one is drawn per probe. */
  readonly variants: readonly ScenarioVariant[]
  /** What a good answer addresses. */
  readonly points: readonly ExpectedPoint[]
  /** Words of the situation that are not mistakes when a brand repeats them. */
  readonly glossary: readonly string[]
  /** Set when this scenario follows an earlier one of the same shopper. */
  readonly followUp: FollowUp | null
}

/** One wording of a scenario. */
export interface ScenarioVariant {
  readonly id: string
  readonly subject: string
  readonly body: string
}

/** One point that a good answer addresses. */
export interface ExpectedPoint {
  readonly id: string
  readonly title: Readonly<Record<StudyLanguage, string>>
  /** Share of the coverage score; all points of a scenario are normalised. Default 1. */
  readonly weight: number
  /** How an answer might say it, in plain words of the scenario's language: several examples. Absent in plans of before there were any. */
  readonly phrases?: readonly string[]
  /** Regular expressions (JavaScript, flags `iu`), any of which addresses the point. */
  readonly patterns: readonly string[]
  /** Groups of words compared by stem: a point is addressed by a sentence that holds every stem of one group. */
  readonly stems: readonly (readonly string[])[]
}

/** How a follow-up scenario hangs on an earlier one. */
export interface FollowUp {
  /** Identifier of the earlier scenario. */
  readonly of: string
  /** Days after the earlier probe was sent. */
  readonly afterDays: number
  /** Same thread (In-Reply-To our first mail) or a new one. */
  readonly thread: 'same' | 'new'
  /** Same department as before, or another contact of the brand. */
  readonly to: 'same' | 'other'
}
