/**
 * Which state of a probe may follow which. The ledger keeps this list as a table and refuses every other move, so that
 * no code path can send a probe twice (docs/design.md, promise 1).
 */
import type { ProbeState } from '../domain/probe.js'

/** States of a probe that was handed over, out of which a person may take it. */
export const VOIDABLE: readonly ProbeState[] = [
  'sent',
  'answered',
  'unanswered',
  'bounced',
  'refused',
  'undelivered',
  'uncertain',
]

/** Allowed moves, `[from, to]`. */
export const PROBE_MOVES: readonly (readonly [ProbeState, ProbeState])[] = [
  // Sending. `sending → planned` only after the server itself answered 4xx: it then holds nothing of ours (RFC 5321 §4.2.1).
  ['planned', 'sending'],
  ['planned', 'cancelled'],
  ['sending', 'sent'],
  ['sending', 'refused'],
  ['sending', 'undelivered'],
  ['sending', 'uncertain'],
  ['sending', 'planned'],
  // What the evidence says of a mail that was accepted; a re-reading or a review may change it until publication.
  ['sent', 'answered'],
  ['sent', 'unanswered'],
  ['sent', 'bounced'],
  ['answered', 'sent'],
  ['answered', 'unanswered'],
  ['answered', 'bounced'],
  ['unanswered', 'answered'],
  ['unanswered', 'bounced'],
  ['unanswered', 'sent'],
  ['bounced', 'answered'],
  ['bounced', 'sent'],
  ['bounced', 'unanswered'],
  ['sent', 'undelivered'],
  ['answered', 'undelivered'],
  ['unanswered', 'undelivered'],
  ['bounced', 'undelivered'],
  ['undelivered', 'sent'],
  ['undelivered', 'answered'],
  ['undelivered', 'unanswered'],
  ['undelivered', 'bounced'],
  // An unknown outcome, settled by evidence (reply, bounce, Sent folder) or by a person; never by sending again.
  ['uncertain', 'sent'],
  ['uncertain', 'cancelled'],
  // Evidence that turns up after a person gave a probe up.
  ['cancelled', 'sent'],
  // A person takes a probe out of every denominator, and may take that back.
  ...VOIDABLE.flatMap((state): [ProbeState, ProbeState][] => [
    [state, 'void'],
    ['void', state],
  ]),
]

/** The same as the rows of an INSERT; every text in it is a state's name. */
export const PROBE_MOVE_ROWS = PROBE_MOVES.map(([from, to]) => `('${from}','${to}')`).join(', ')
