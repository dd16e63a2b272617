/** What mail servers say of a message's authenticity, and what follows from it for an answer. */

/** One method's result in an Authentication-Results field (RFC 8601 §2.2), with the domain it speaks of. */
export interface AuthenticationResult {
  /** Lower case: `dmarc`, `dkim`, `spf`, … */
  readonly method: string
  /** Lower case: `pass`, `fail`, `none`, … */
  readonly result: string
  /** Domain of `header.from`, `header.d`, `header.i` or `smtp.mailfrom`, lower case; empty where none is named. */
  readonly domain: string
}

/** One Authentication-Results field. */
export interface AuthenticationStatement {
  /** Who says it, lower case. Only the name of the operator's own server means anything. */
  readonly authservId: string
  readonly results: readonly AuthenticationResult[]
}

/**
 * `authenticated`: the sender's domain vouches for the message. `failed`: it says that it is not its own. `unproven`: nobody says
 * either.
 */
export type ProofVerdict = 'authenticated' | 'failed' | 'unproven'

/** How far an answer is proven to come from the domain in its From. */
export interface AnswerProof {
  readonly verdict: ProofVerdict
  /** Where that is known from; null where from nowhere. */
  readonly by: 'authentication-results' | 'own-check' | null
  /** Method that decided; null where none did. */
  readonly method: 'dmarc' | 'dkim' | 'spf' | null
  /** Domain the method spoke of; for `unproven` another's domain that vouches for the mail; empty where none does. */
  readonly domain: string
}
