/**
 * What the messages of an edition say against each other: a first reply that nothing proves before one that the brand or its help
 * desk vouches for, or beside a bounce; a reply whose domain vouches for its other mail, or for none at all; the same message at two
 * probes. Each is left to a person.
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
  /** True where it repeats our text or subject: its writer has more than an address and a Message-ID. */
  readonly knowsOurMail: boolean
}

/** A doubt about a message. */
export interface Contradiction {
  readonly hash: string
  readonly probe: string
  /** One sentence, for people. */
  readonly reason: string
}

/** Registrable domain of a message's sender; empty where it names none. */
const domainOf = (answer: Pick<ComparedAnswer, 'fromAddress'>) => registrableDomain(hostOf(answer.fromAddress))

/** True for a message whose own domain vouches for it and whose sender is the brand or a help desk that writes in its name. */
function isVouchedFor({ standing, proof }: ComparedAnswer): boolean {
  return (standing === 'brand' || standing === 'named-help-desk') && proof.verdict === 'authenticated'
}

const isReply = ({ kind }: ComparedAnswer) => kind === 'reply'

/** A reply in the brand's name of which a server of ours said that nothing proves it. */
function isUnproven({ standing, proof }: ComparedAnswer): boolean {
  return standing === 'brand' && proof.by !== null && proof.verdict === 'unproven'
}

/** The first reply of an exchange, where a later one is proven to be the brand's and it is not. */
function earlyReply(probe: string, answers: readonly ComparedAnswer[]): Contradiction | null {
  const [first, ...later] = answers.filter(isReply)
  if (!first || isVouchedFor(first)) return null
  const proven = later.find(isVouchedFor)
  if (!proven) {
    const other = later.find(({ standing }) => standing === 'brand' || standing === 'named-help-desk')
    // Where nobody could vouch for either, two different replies cannot be told apart by a program.
    if (!other || first.proof.by === null || first.proof.verdict === 'authenticated') return null
    const reason = `Nothing proves the first reply, and another from ${domainOf(other)} follows it: a person tells which is the brand’s.`
    return { hash: first.hash, probe, reason }
  }
  const reason = `An earlier reply from ${domainOf(first) || 'nobody'} that nothing proves is followed by one that ${domainOf(proven)} vouches for (${proven.proof.method}).`
  return { hash: first.hash, probe, reason }
}

/** An unproven reply beside a report that the question never reached the brand. */
function replyBesideBounce(probe: string, answers: readonly ComparedAnswer[]): Contradiction | null {
  const reply = answers.find((answer) => isReply(answer) && isUnproven(answer))
  if (!reply || !answers.some(({ kind }) => kind === 'bounce')) return null
  const reason = `Nothing proves that ${domainOf(reply)} sent this reply, and a bounce says that the e-mail never arrived: one of the two is wrong.`
  return { hash: reply.hash, probe, reason }
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
      const before = messageId === null ? undefined : firstAt.get(messageId)
      const earlier =
        !before || receivedAt < before.receivedAt || (receivedAt === before.receivedAt && hash < before.hash)
      if (messageId !== null && earlier) firstAt.set(messageId, { hash, probe, receivedAt })
    }
  const found: Contradiction[] = []
  for (const [probe, answers] of exchanges) {
    const doubts = new Map<string, string>()
    const early = earlyReply(probe, answers) ?? replyBesideBounce(probe, answers)
    if (early) doubts.set(early.hash, early.reason)
    for (const answer of answers) {
      if (doubts.has(answer.hash)) continue
      const original = answer.messageId === null ? undefined : firstAt.get(answer.messageId)
      if (original && original.hash !== answer.hash && original.probe !== probe)
        doubts.set(answer.hash, `The same message, by its Message-ID, answered ${original.probe} before.`)
      else if (isReply(answer) && isUnproven(answer) && vouching.has(domainOf(answer)))
        doubts.set(answer.hash, `${domainOf(answer)} vouches for other messages of this edition, and not for this one.`)
      else if (isReply(answer) && isUnproven(answer) && !answer.knowsOurMail)
        doubts.set(
          answer.hash,
          `Nothing proves that ${domainOf(answer)} sent this reply: no message of this edition shows how it sends its mail, and this one repeats neither text nor subject of ours.`,
        )
    }
    for (const [hash, reason] of doubts) found.push({ hash, probe, reason })
  }
  return found
}
