/** Why a message counts as the brand's, or does not, for the page of its exchange: proofs in words, and what waits for a person. */
import type { AnswerProof } from '../../domain/authentication.js'
import type { EditionConfiguration } from '../../domain/configuration.js'
import type { Exchange, ReceivedMessage } from '../../domain/exchange.js'
import type { Texts } from '../../domain/language.js'
import type { Ledger } from '../../ledger/ledger.js'
import { proofOf } from '../../matching/proof.js'

/** A message that may belong to an exchange and does not count until a person decides. */
export interface WaitingMessage extends ReceivedMessage {
  /** Why, for people. */
  readonly reason: string
}

/** A proof in one sentence. */
export function proofSentence({ verdict, by, method, domain }: AnswerProof): Texts {
  if (by === null)
    return { fr: 'Aucun serveur de confiance ne dit qui l’a envoyé.', en: 'No trusted server says who sent it.' }
  const name = method?.toUpperCase() ?? ''
  if (verdict === 'authenticated')
    return {
      fr: `Authentifié : ${domain} s’en porte garant (${name}).`,
      en: `Authenticated: ${domain} vouches for it (${name}).`,
    }
  if (verdict === 'failed')
    return {
      fr: `Désavoué : ${domain} ne l’a pas envoyé (${name}).`,
      en: `Disowned: ${domain} did not send it (${name}).`,
    }
  return {
    fr: `Non prouvé : le domaine de l’expéditeur ne s’en porte pas garant${domain ? `, seul ${domain} le fait` : ''}.`,
    en: `Not proven: the sender’s domain does not vouch for it${domain ? `, only ${domain} does` : ''}.`,
  }
}

/** Proofs of an exchange's messages by hash, in words. */
export function proofsOf(
  messages: readonly ReceivedMessage[],
  { answers }: Pick<EditionConfiguration, 'answers'>,
): Readonly<Record<string, Texts>> {
  return Object.fromEntries(
    messages.map(({ message, reading }) => [message.hash, proofSentence(proofOf(reading, answers?.authservIds ?? []))]),
  )
}

/** Messages of which a person is asked whether they belong to this exchange. */
export function waitingFor(ledger: Ledger, { probe }: Exchange): readonly WaitingMessage[] {
  return ledger.reviews.open({ subject: 'match', edition: probe.edition }).flatMap(({ target, brand, reason }) => {
    if (brand !== probe.brand) return []
    if (ledger.matches.get(target)?.candidates[0]?.probe !== probe.id) return []
    const message = ledger.messages.get(target)
    const reading = ledger.readings.get(target)
    return message && reading ? [{ message, reading, reason }] : []
  })
}
