/**
 * What the messages of an edition say against each other: a first reply that nothing proves before one that the brand vouches
 * for, a reply whose domain vouches for its others, the same message at two probes. Each is left to a person.
 */
import type { AnswerProof } from '../domain/authentication.js'
import type { MessageKind } from '../domain/message.js'
import type { Instant } from '../domain/time.js'
import { hostOf, registrableDomain } from './domains.js'
import type { SenderStanding } from './sender.js'

/** A message of an exchange as it is compared. */
export interface ComparedAnswer {
  readonly hash: string
  readonly receivedAt: Instant
  readonly kind: MessageKind
  readonly fromAddress: string
  /** Its own Message-ID; null where it has none. */
  readonly messageId: string | null
  readonly standing: SenderStanding
  readonly proof: AnswerProof
}

/** A doubt about a message. */
export interface Contradiction {
  readonly hash: string
  readonly probe: string
  /** One sentence, for people. */
  readonly reason: string
}

const domainOf = (answer: ComparedAnswer) => registrableDomain(hostOf(answer.fromAddress))

function isVouchedFor({ kind, standing, proof }: ComparedAnswer): boolean {
  return kind === 'reply' && standing === 'brand' && proof.verdict === 'authenticated'
}

/** The first reply of an exchange, where a later one is proven to be the brand's and it is not. */
function earlyReply(probe: string, answers: readonly ComparedAnswer[]): Contradiction | null {
  const [first, ...later] = answers.filter(({ kind }) => kind === 'reply')
  if (!first || isVouchedFor(first)) return null
  const proven = later.find(isVouchedFor)
  if (!proven) {
    const other = later.find(({ standing }) => standing === 'brand')
    // Where nobody could vouch for either, two different replies cannot be told apart by a program.
    if (!other || first.proof.by === null || first.proof.verdict === 'authenticated') return null
    const reason = `Nothing proves the first reply, and another from ${domainOf(other)} follows it: a person tells which is the brand’s.`
    return { hash: first.hash, probe, reason }
  }
  const reason = `An earlier reply from ${domainOf(first) || 'nobody'} that nothing proves is followed by one that ${domainOf(proven)} vouches for (${proven.proof.method}).`
  return { hash: first.hash, probe, reason }
}

/**
 * Doubts about messages of an edition that count so far; what a person decided is the caller's to leave out.
 * @param exchanges probe id → its messages, oldest first
 */
export function contradictionsOf(exchanges: ReadonlyMap<string, readonly ComparedAnswer[]>): readonly Contradiction[] {
  const vouching = new Set([...exchanges.values()].flat().filter(isVouchedFor).map(domainOf))
  const firstAt = new Map<string, { readonly hash: string; readonly probe: string; readonly receivedAt: Instant }>()
  for (const [probe, answers] of exchanges)
    for (const { hash, messageId, receivedAt } of answers) {
      const known = messageId === null ? undefined : firstAt.get(messageId)
      const earlier = !known || receivedAt < known.receivedAt || (receivedAt === known.receivedAt && hash < known.hash)
      if (messageId !== null && earlier) firstAt.set(messageId, { hash, probe, receivedAt })
    }
  const found: Contradiction[] = []
  for (const [probe, answers] of exchanges) {
    const doubts = new Map<string, string>()
    const early = earlyReply(probe, answers)
    if (early) doubts.set(early.hash, early.reason)
    for (const answer of answers) {
      if (doubts.has(answer.hash)) continue
      const original = answer.messageId === null ? undefined : firstAt.get(answer.messageId)
      if (original && original.hash !== answer.hash && original.probe !== probe)
        doubts.set(answer.hash, `The same message, by its Message-ID, answered ${original.probe} before.`)
      else if (
        answer.kind === 'reply' &&
        answer.proof.by === 'authentication-results' &&
        answer.proof.verdict === 'unproven' &&
        vouching.has(domainOf(answer))
      )
        doubts.set(answer.hash, `${domainOf(answer)} vouches for other answers of this edition, and not for this one.`)
    }
    for (const [hash, reason] of doubts) found.push({ hash, probe, reason })
  }
  return found
}
