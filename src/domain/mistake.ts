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
}
