/** What really happened in the simulated market: what the instrument's figures are measured against. */
import type { MessageKind } from '../domain/message.js'
import type { MistakeCategory } from '../domain/mistake.js'
import type { Instant } from '../domain/time.js'
import type { AnswerFacts } from './facts.js'

/** One mail that was delivered to our mailbox. */
export interface TrueMessage {
  /** SHA-256 of the raw bytes in hex. */
  readonly hash: string
  /** Probe id whose mail or address it belongs to. */
  readonly probe: string
  readonly kind: MessageKind
  /** `stranger`: somebody who bought the address. */
  readonly from: 'brand' | 'stranger' | 'post-office'
  /** Delivery, to the second: its INTERNALDATE. */
  readonly at: Instant
}

/** What was answered to one probe. */
export interface TrueExchange {
  readonly probe: string
  readonly edition: string
  readonly brand: string
  readonly scenario: string
  readonly persona: string
  readonly sentAt: Instant
  /** Null where no person ever answered. */
  readonly answer: {
    readonly at: Instant
    readonly facts: AnswerFacts
    readonly givesContact: boolean
    readonly words: number
    readonly planted: readonly { readonly wrong: string; readonly category: MistakeCategory }[]
  } | null
  /** True where the brand's server turned our e-mail away for what we are (a listed host, a failed check): nobody there saw it. */
  readonly undelivered: boolean
  /** Null where no receipt was sent. */
  readonly receipt: { readonly promises: boolean } | null
}

/** Everything true of a market. */
export interface MarketTruth {
  readonly messages: readonly TrueMessage[]
  /** One for every e-mail that a server accepted; refused ones say nothing of a brand's service. */
  readonly exchanges: readonly TrueExchange[]
}
