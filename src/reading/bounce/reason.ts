/** A reason for which mail is refused, and the words by which servers give it. */

/** One reason: what servers write, and whether the address is dead for good. */
export interface BounceReason {
  /** Kebab-case word, as in `BounceReport.reason`. */
  readonly id: string
  /** One sentence for people. */
  readonly doc: string
  /**
   * True where the recipient or its host does not exist or takes no mail at all (`unless-temporary`: not with a 4.x.x code).
   * All else is soft: the same address may work again, or for another sender or text.
   */
  readonly hard: boolean | 'unless-temporary'
  /** Words of servers, lower case; no pattern may backtrack over long stretches. */
  readonly patterns: readonly RegExp[]
  /** Where the wording comes from. */
  readonly source: string
  /** Server answers that must give this reason. */
  readonly examples: readonly string[]
}
