/**
 * How many answers prove where they come from: the share of first replies whose own domain vouches for them, of those that a server
 * of the operator's judged (RFC 8601, RFC 7489).
 */
import type { Estimate } from '../domain/standing.js'
import { shareEstimate } from './wilson.js'

/** A first reply with what is known of its origin. */
export interface JudgedReply {
  readonly sector: string
  /** True where the domain in its From vouches for it; null where nobody judged it. */
  readonly authenticated: boolean | null
}

/**
 * Share of first replies that authenticate, 0–1 with Wilson interval; `n` counts those that were judged, value null where none was.
 * @param sector one sector; null for all
 */
export function authenticatedShare(replies: readonly JudgedReply[], sector: string | null): Estimate {
  const judged = replies.filter((reply) => reply.authenticated !== null && (sector === null || reply.sector === sector))
  return shareEstimate(judged.filter(({ authenticated }) => authenticated).length, judged.length)
}
