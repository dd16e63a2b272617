/** The proofreading port: what every engine does, in-process or behind a server. */
import type { StudyLanguage } from '../domain/language.js'
import type { Mistake } from '../domain/mistake.js'

/** Words that are right in this letter though no dictionary has them. */
export interface ProofreadingContext {
  /** Brand's glossary, dismissed mistakes, scenario's words, trade words. */
  readonly glossary?: readonly string[]
  /** Names: persona's, brand's, agents'. */
  readonly names?: readonly string[]
  /** True to compute suggestions for spelling (slow); false by default. */
  readonly suggest?: boolean
  /** True to have possible mistakes as well (`counted: false`); by default only those that count. */
  readonly possible?: boolean
}

/**
 * Characters of a reply that are proofread, some 6 500 words: far more than any answer has. A hostile mail of a megabyte would
 * take seconds and give hundreds of thousands of mistakes. Rates count words up to here as well.
 */
export const PROOFREAD_CHARACTERS = 40_000

/** One engine for one language. */
export interface Proofreader {
  readonly language: StudyLanguage
  /** Engine name, stored with each assessment. */
  readonly engine: string
  /** Version of engine and dictionaries in one string. */
  readonly version: string
  /**
   * Finds the mistakes of one text, in order of place, without overlaps.
   * @param text new text of a reply, LF line ends
   * @throws ReplymarkError `unavailable` when an outside engine does not answer
   */
  proofread(text: string, context?: ProofreadingContext): Promise<readonly Mistake[]>
  /** Frees what the engine holds. */
  close(): Promise<void>
}
