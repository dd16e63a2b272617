/** Which probe a message answers, by which clue, how surely. */

/** Clues of docs/methodology.en.md §3, strongest first. */
export type MatchClue =
  | 'reply-address-token'
  | 'in-reply-to'
  | 'references'
  | 'embedded-message-id'
  | 'embedded-token'
  | 'quoted-text'
  | 'persona-and-domain'

/** One probe that a message may answer. */
export interface MatchCandidate {
  readonly probe: string
  readonly clue: MatchClue
  /** 0–1: the share of such matches that are right. */
  readonly confidence: number
  /** For people: what was seen. */
  readonly seen: string
}

/** What matching says of one message. */
export interface MatchDecision {
  /**
   * `matched`: `probes` are answered. `doubtful`: a person decides (below the threshold, or two within the margin).
   * `stranger`: came to a probe's address from a domain that is not the brand's: a leak signal. `none`: no clue at all.
   */
  readonly outcome: 'matched' | 'doubtful' | 'stranger' | 'none'
  /** Probe ids matched; several when one message answers several probes; for `stranger` the probe whose address was used. */
  readonly probes: readonly string[]
  /** All candidates, surest first. */
  readonly candidates: readonly MatchCandidate[]
  /** One sentence saying why, for people. */
  readonly reason: string
}
