/** Mail that answers no e-mail of ours as far as the program can tell: what a person looks through, to give an answer to its exchange. */
import type { MatchDecision } from '../domain/match.js'
import type { Message, Reading } from '../domain/message.js'
import type { Ledger } from '../ledger/ledger.js'

/** One such message. */
export interface UnmatchedMail {
  readonly message: Message
  readonly reading: Reading
  readonly match: MatchDecision
}

/** Messages without a probe and strangers' at our addresses on which nobody decided, the newest first. */
export function unmatchedMail(ledger: Ledger, most: number): readonly UnmatchedMail[] {
  const decided = new Set(
    ledger.reviews.list({ subject: 'match' }).flatMap(({ target, decision }) => (decision ? [target] : [])),
  )
  const found = [...ledger.matches.withOutcome('none'), ...ledger.matches.withOutcome('stranger')]
    .filter(({ message }) => !decided.has(message))
    .flatMap(({ message: hash, match }) => {
      const message = ledger.messages.get(hash)
      return message ? [{ message, match }] : []
    })
    .toSorted((one, other) => other.message.receivedAt - one.message.receivedAt)
    .slice(0, most)
  return found.flatMap(({ message, match }) => {
    const reading = ledger.readings.get(message.hash)
    return reading ? [{ message, reading, match }] : []
  })
}
