/** One mistake found by proofreading. */

/** Categories of docs/methodology.en.md §5. `typography` is reported, never counted by default. */
export type MistakeCategory =
  | 'spelling'
  | 'agreement'
  | 'conjugation'
  | 'homophone'
  | 'grammar'
  | 'punctuation'
  | 'typography'

/** One reason for or against a mistake, as an engine that weighs signs tells it. */
export interface MistakeSign {
  /** Kebab-case name: a rule, a decider, the writer's rate of mistakes. */
  readonly name: string
  /** Logarithm of odds that it adds; negative where it speaks against a mistake. */
  readonly weight: number
}

/** One mistake, with its place: offsets in UTF-16 units, end exclusive. */
export interface Mistake {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly category: MistakeCategory
  /** Rule identifier, `engine:rule` or plain kebab-case for our own. */
  readonly rule: string
  /** For people, in the language of the text. */
  readonly message: string
  /** Best first; empty where none is known or none was asked for. */
  readonly suggestions: readonly string[]
  /** Probability that it is one, 0–1; absent where the engine says none. */
  readonly probability?: number
  /** What the probability rests on; absent where the engine weighs nothing. */
  readonly signs?: readonly MistakeSign[]
  /** False for a possible mistake: shown to people, never counted. Absent: counted. */
  readonly counted?: boolean
}

/** Whether a mistake counts in rates and marks; possible ones are only shown. */
export function isCounted({ counted }: Mistake): boolean {
  return counted !== false
}
